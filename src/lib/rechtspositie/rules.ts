import type { FamilyFacts, Relation } from '#lib/family/model.ts';
import { ageOf, hasGezag, isRegisseur, participationOf } from '#lib/family/rules.ts';
import type { PersonId } from '#lib/kernel/id.ts';
import type { KaderKind } from '#lib/rights/kader.model.ts';
import { REGIONS, type Answers, type Region, type Who } from '#lib/rights/must.model.ts';
import { bandOf, STAGE_OF_KADER } from '#lib/rights/must.rules.ts';

/** What each relation would answer to "who are you?"; a professional has no rights of a family. */
const WHO_OF: Readonly<Record<Relation, Who | null>> = {
	kind: 'jongere',
	ouder: 'ouder',
	voogd: 'voogd',
	pleegouder: 'pleegouder',
	gezinshuisouder: 'pleegouder',
	netwerk: 'anders',
	steun: 'anders',
	professional: null
};

/** Who this person is to the family, in the words of "Moet dit?"; null for who has no page here. */
export function whoOf(family: FamilyFacts, person: PersonId): Who | null {
	const relation = participationOf(family, person)?.relation;
	return relation && !isRegisseur(family, person) ? WHO_OF[relation] : null;
}

/** What somebody would answer to "Moet dit?" about one child, from what the family's plan says. */
export function answersOf(
	family: FamilyFacts,
	who: Who,
	{
		person,
		child,
		kaders,
		directive,
		region
	}: {
		readonly person: PersonId;
		readonly child: PersonId;
		readonly kaders: readonly KaderKind[];
		/** A written directive was sent or handed over, and its two weeks run. */
		readonly directive: boolean;
		readonly region: string;
	}
): Answers {
	return {
		who,
		age: bandOf(ageOf(family, child)),
		gezag: hasGezag(family, person, child) ? 'ja' : 'nee',
		heard: [
			...kaders.map((kind) => STAGE_OF_KADER[kind]),
			...(directive ? (['aanwijzing'] as const) : [])
		],
		region: REGIONS.find((one): one is Region => one === region) ?? 'anders'
	};
}
