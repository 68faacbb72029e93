import type { ConsentFacts } from '#lib/consent/model.ts';
import { isRestricted, knowsSupporter } from '#lib/consent/rules.ts';
import type { FamilyFacts, Relation } from '#lib/family/model.ts';
import { currentAssignment, hasGezag, participationOf, standsInToday } from '#lib/family/rules.ts';
import { isCurrent } from '#lib/kernel/calendar.ts';
import type { PersonId } from '#lib/kernel/id.ts';

/** A family that the youth is or was a child of. */
export type Around = { readonly family: FamilyFacts; readonly consent: ConsentFacts };

/** Somebody around the youth, as far as sharing depends on it. */
export type Nearby = {
	readonly personId: PersonId;
	readonly as: Relation | 'regisseur' | 'jim';
	/** Takes part today; of professionals: in the help of this youth. */
	readonly now: boolean;
	/** The rules keep this person away from the youth, whatever is shared (A12, two households). */
	readonly closed: boolean;
	/** Has gezag over the youth today. */
	readonly gezag: boolean;
	/** As a JIM: since when. What was shared with somebody before that is not shared with the JIM. */
	readonly since?: Date;
};

/** Who stands beside the youth as a JIM at this moment. */
export type Beside = { readonly personId: PersonId; readonly since: Date };

/**
 * Everyone around a youth, each once: as regisseur before anything else, now before earlier, and as a
 * JIM when the families give no place, or only that of a brother or sister.
 */
export function nearbyOf(
	youth: PersonId,
	around: readonly Around[],
	beside: readonly Beside[] = []
): Nearby[] {
	const found = new Map<PersonId, Nearby>();
	const inFamilies = around.flatMap((place) => peopleIn(youth, place));
	const asJims = beside.map(({ personId, since }): Nearby => ({
		...{ personId, as: 'jim', now: true, closed: false, gezag: false, since }
	}));
	for (const one of [...inFamilies, ...asJims]) {
		const known = found.get(one.personId);
		if (!known) found.set(one.personId, one);
		else found.set(one.personId, merged(known, one));
	}
	return [...found.values()];
}

function peopleIn(youth: PersonId, { family, consent }: Around): Nearby[] {
	const helped = participationOf(family, youth) !== null;
	const aboutOne = (personId: PersonId) => ({
		personId,
		closed: isRestricted(consent, youth, personId, family.today),
		gezag: hasGezag(family, personId, youth)
	});
	const current = currentAssignment(family);
	const regisseurs = family.assignments.flatMap((one): Nearby[] => {
		const now = helped && one === current;
		const standIn = one.standInId;
		return [
			{ ...aboutOne(one.personId), as: 'regisseur', now },
			...(standIn
				? [
						{
							...aboutOne(standIn),
							as: 'regisseur' as const,
							now: now && standsInToday(one, family.today)
						}
					]
				: [])
		];
	});
	const participants = family.participants
		.filter((one) => one.personId !== youth)
		.map((one): Nearby => {
			const about = aboutOne(one.personId);
			const unknown =
				one.relation === 'steun' && !knowsSupporter(consent, youth, one.personId, family.today);
			return {
				...about,
				closed: about.closed || unknown,
				as: one.relation,
				now: isCurrent(one, family.today) && (one.relation !== 'professional' || helped)
			};
		});
	return [...regisseurs, ...participants];
}

function merged(one: Nearby, other: Nearby): Nearby {
	const asJim = other.as === 'jim' && (one.as === 'kind' || !one.now);
	const first = asJim || (other.now && !one.now) ? other : one;
	return { ...first, closed: one.closed || other.closed, gezag: one.gezag || other.gezag };
}
