import { loadConsent } from '#lib/consent/server/queries.ts';
import { loadChild, type LoadedChild } from '#lib/family/server/child.queries.ts';
import { listStanding, type Standing } from '#lib/jim/server/standing.queries.ts';
import { ageOn, type Day } from '#lib/kernel/calendar.ts';
import type { PersonId } from '#lib/kernel/id.ts';
import type { Reader } from '#lib/server/db/index.ts';
import {
	DOMAINS,
	FIELDS,
	type Domain,
	type DomainWords,
	type Field,
	type Part,
	type Words
} from '../model.ts';
import { nearbyOf, type Nearby } from '../near.rules.ts';
import type { OwnFacts, PartFacts } from '../policy.ts';
import { NO_WORDS } from '../words.rules.ts';
import { planOf, shareRows, wordRows, type PlanRow } from './store.ts';

/** A youth with everyone around, and the plan if there is one. Never reaches a page. */
export type LoadedYouth = {
	readonly child: LoadedChild;
	readonly today: Day;
	readonly age: number;
	readonly near: readonly Nearby[];
	/** Who stands beside the youth now. */
	readonly beside: readonly Standing[];
	readonly plan: PlanRow | undefined;
	readonly shares: readonly { readonly part: Part; readonly withId: PersonId }[];
};

/** Null for somebody who never was a child here. */
export async function loadYouth(
	read: Reader,
	who: PersonId,
	today: Day
): Promise<LoadedYouth | null> {
	const child = await loadChild(read, who, today);
	if (!child) return null;
	const around = [];
	for (const { facts } of child.families)
		around.push({ family: facts, consent: await loadConsent(read, facts.id) });
	const plan = await planOf(read, who);
	const beside = await listStanding(read, who);
	const near = nearbyOf(who, around, beside);
	return {
		child,
		today,
		age: ageOn(child.birthDate, today),
		near,
		beside,
		plan,
		shares: plan ? stillShared(await shareRows(read, plan.id), near) : []
	};
}

/**
 * What was shared with a JIM ended with the JIM: also when the same person is chosen again later, the
 * youth shares anew.
 */
const stillShared = <Row extends { readonly withId: PersonId; readonly startedAt: Date }>(
	rows: readonly Row[],
	near: readonly Nearby[]
): Row[] =>
	rows.filter(({ withId, startedAt }) => {
		const one = near.find(({ personId }) => personId === withId);
		return one !== undefined && (one.since === undefined || startedAt >= one.since);
	});

/** What the rules about the own plan decide about; the youth stands for a plan that is not there yet. */
export const ownFacts = ({ child, age, plan }: LoadedYouth): OwnFacts => ({
	id: plan?.id ?? child.id,
	ownerId: child.id,
	age
});

/** What the rule about a part decides about. Null without a plan: as if it were hidden. */
export const partFacts = (youth: LoadedYouth, part: Part): PartFacts | null =>
	youth.plan
		? {
				...ownFacts(youth),
				id: `${youth.plan.id}.${part}`,
				part,
				near: youth.near,
				shares: youth.shares
			}
		: null;

/** All words of a plan, by domain and field. */
export async function loadWords(
	read: Reader,
	plan: PlanRow | undefined
): Promise<Readonly<Record<Domain, DomainWords>>> {
	return wordsByDomain(plan ? await wordRows(read, plan.id) : []);
}

type WordsOfField = Words & { readonly domain: Domain; readonly field: Field };

/** Rows of words, by domain and field. */
export function wordsByDomain(
	rows: readonly WordsOfField[]
): Readonly<Record<Domain, DomainWords>> {
	const wordsIn = (domain: Domain, field: Field) =>
		rows.find((row) => row.domain === domain && row.field === field) ?? NO_WORDS;
	return byKey(DOMAINS, (domain) =>
		byKey(FIELDS, (field) => {
			const { words, revision } = wordsIn(domain, field);
			return { words, revision };
		})
	);
}

const byKey = <K extends string, V>(keys: readonly K[], value: (key: K) => V): Record<K, V> =>
	Object.fromEntries(keys.map((key) => [key, value(key)])) as Record<K, V>;
