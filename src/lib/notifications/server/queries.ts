import type { Reader } from '#lib/server/db/index.ts';
import { countByState, type OutboxRow } from './store.ts';

/** How many mails wait, were sent, were dropped because the right had ended, or are dead. */
export async function countOutbox(read: Reader): Promise<Record<OutboxRow['state'], number>> {
	const counts = { waiting: 0, sent: 0, dropped: 0, dead: 0 };
	for (const { state, rows } of await countByState(read)) counts[state] = rows;
	return counts;
}
