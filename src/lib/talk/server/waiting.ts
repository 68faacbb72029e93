import type { FamilyId } from '#lib/family/model.ts';
import type { Day } from '#lib/kernel/calendar.ts';
import type { Reader } from '#lib/server/db/index.ts';
import { waitingRows } from './questions.store.ts';

/** An open question that waits for the regisseur. Names no person and no words. */
export type WaitingQuestion = {
	readonly familyId: FamilyId;
	readonly kind: 'question';
	/** The day on which an answer is expected. */
	readonly on: Day;
	/** That day has passed. */
	readonly passed: boolean;
};

/**
 * Which questions of these families wait for an answer, in one statement however many families.
 * @param families of which the reader is regisseur today: this asks no rights itself
 */
export async function questionsWaiting(
	read: Reader,
	families: readonly FamilyId[],
	today: Day
): Promise<WaitingQuestion[]> {
	const rows = await waitingRows(read, families);
	return rows.map(({ familyId, on }) => ({ familyId, kind: 'question', on, passed: on < today }));
}
