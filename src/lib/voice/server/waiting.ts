import type { FamilyId } from '#lib/family/model.ts';
import { dayInNetherlands, type Day } from '#lib/kernel/calendar.ts';
import type { Reader } from '#lib/server/db/index.ts';
import { openCorrections, unansweredStatements } from './waiting.store.ts';

/** Something of a family's voices that waits for its regisseur. */
export type VoiceWaiting = {
	readonly familyId: FamilyId;
	readonly kind: 'statement' | 'correction';
	/** The day of the oldest one. */
	readonly on: Day;
	readonly count: number;
};

/** Answering own words is not a duty: after this many days they no longer wait. */
export const STATEMENT_WAITS_DAYS = 30;

/**
 * What waits for an answer in many families at once, in two statements whatever their number: own
 * words of the last {@link STATEMENT_WAITS_DAYS} days that nobody answered and that were not taken
 * away, and every request to correct a fact that was not answered. For the regisseur of these
 * families only: the caller has asked that.
 */
export async function voicesWaiting(
	read: Reader,
	families: readonly FamilyId[],
	today: Day
): Promise<VoiceWaiting[]> {
	const ids = JSON.stringify(families);
	const since = Date.parse(today) - STATEMENT_WAITS_DAYS * 24 * 60 * 60_000;
	const statements = await unansweredStatements(read, ids, since);
	const corrections = await openCorrections(read, ids);
	const as = (kind: VoiceWaiting['kind']) => (row: (typeof statements)[number]) => ({
		...{ familyId: row.familyId, kind, count: row.count },
		on: dayInNetherlands(new Date(row.oldest))
	});
	return [...statements.map(as('statement')), ...corrections.map(as('correction'))];
}
