import { listWaived } from '#lib/familiegroepsplan/server/queries.ts';
import type { FamilyId } from '#lib/family/model.ts';
import type { Day } from '#lib/kernel/calendar.ts';
import type { Reader } from '#lib/server/db/index.ts';
import { TERM_KINDS } from '../model.ts';
import { isOffered, TERM_RULES, termsOf } from '../rules.ts';
import { holidaysAround } from './holidays.ts';
import { waitingRows } from './store.ts';

export type WaitingTerm = {
	readonly familyId: FamilyId;
	/** The last day of the term. */
	readonly on: Day;
	readonly kind: 'term';
	readonly passed: boolean;
};

/**
 * Terms that professionals still have to meet in these families, soonest first, in three statements
 * whatever the number of families. Asks no rule: the caller may see every one of these families as
 * their regisseur. Terms of the family itself, and of a kader that is over, do not wait here.
 */
export async function termsWaiting(
	read: Reader,
	families: readonly FamilyId[],
	today: Day
): Promise<WaitingTerm[]> {
	if (families.length === 0) return [];
	const { events, kaders } = await waitingRows(read, families, today);
	const waivedIn = new Map((await listWaived(read, families)).map((one) => [one.familyId, one.on]));
	if (events.length === 0 && waivedIn.size === 0) return [];
	const holidays = await holidaysAround([...events.map((one) => one.on), ...waivedIn.values()]);
	const saidOf = Map.groupBy(events, (one) => `${one.familyId} ${one.childId}`);
	const kindsOf = Map.groupBy(kaders, (one) => `${one.familyId} ${one.childId}`);
	return [...kindsOf]
		.flatMap(([child, rows]) => {
			const kinds = rows.map((one) => one.kind);
			const facts = (saidOf.get(child) ?? []).map((one) => ({ ...one, withdrawn: false }));
			const [first] = rows;
			const waivedOn = (first && waivedIn.get(first.familyId)) ?? null;
			return TERM_KINDS.filter(
				(term) => TERM_RULES[term].binds === 'professional' && isOffered(term, kinds)
			)
				.flatMap((term) => termsOf(term, facts, today, holidays, term === 'plan' ? waivedOn : null))
				.flatMap(({ due, state }) =>
					state === 'met' || !first
						? []
						: [
								{
									familyId: first.familyId,
									on: due,
									kind: 'term' as const,
									passed: state === 'passed'
								}
							]
				);
		})
		.toSorted((a, b) => a.on.localeCompare(b.on));
}
