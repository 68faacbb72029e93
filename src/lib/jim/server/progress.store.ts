import { desc, eq } from 'drizzle-orm';
import type { Day } from '#lib/kernel/calendar.ts';
import type { PersonId } from '#lib/kernel/id.ts';
import type { Permit } from '#lib/kernel/policy.ts';
import type { FamilyId } from '#lib/family/model.ts';
import type { Reader, Tx } from '#lib/server/db/index.ts';
import { progressAsk } from '#lib/server/db/schema/jim.ts';
import type { ProgressAskId } from '../model.ts';

/** When the regisseur last asked how it goes; null for never. */
export async function lastAsked(read: Reader, youthId: PersonId): Promise<Day | null> {
	const [row] = await read
		.select({ on: progressAsk.askedOn })
		.from(progressAsk)
		.where(eq(progressAsk.youthId, youthId))
		.orderBy(desc(progressAsk.askedOn))
		.limit(1);
	return row?.on ?? null;
}

export const insertAsk = (
	tx: Tx,
	may: Permit<'progress.ask', PersonId>,
	row: { id: ProgressAskId; familyId: FamilyId; byId: PersonId; askedOn: Day }
) => tx.insert(progressAsk).values({ ...row, youthId: may.id });
