import { and, asc, eq, isNull } from 'drizzle-orm';
import type { PersonId } from '#lib/kernel/id.ts';
import type { Permit } from '#lib/kernel/policy.ts';
import type { Reader, Tx } from '#lib/server/db/index.ts';
import { toekomstBasic, toekomstplan, toekomstStay } from '#lib/server/db/schema/toekomstplan.ts';
import type { BasicState, Domain, StayId, ToekomstplanId } from '../model.ts';

export type StayRow = typeof toekomstStay.$inferSelect;

export const basicRows = (read: Reader, plan: ToekomstplanId) =>
	read.select().from(toekomstBasic).where(eq(toekomstBasic.planId, plan));

/** Who was asked and not taken back, in the order of asking. */
export const stayRows = (read: Reader, plan: ToekomstplanId): Promise<StayRow[]> =>
	read
		.select()
		.from(toekomstStay)
		.where(and(eq(toekomstStay.planId, plan), isNull(toekomstStay.withdrawnAt)))
		.orderBy(asc(toekomstStay.askedAt), asc(toekomstStay.id));

/** The question behind a link, with whose it is. */
export async function stayBehind(read: Reader, tokenHash: string) {
	const [row] = await read
		.select({ stay: toekomstStay, ownerId: toekomstplan.personId })
		.from(toekomstStay)
		.innerJoin(toekomstplan, eq(toekomstplan.id, toekomstStay.planId))
		.where(eq(toekomstStay.tokenHash, tokenHash));
	return row;
}

export const writeBasic = (
	tx: Tx,
	_may: Permit<'toekomstplan.write'>,
	row: { planId: ToekomstplanId; basic: Domain; state: BasicState }
) =>
	tx
		.insert(toekomstBasic)
		.values(row)
		.onConflictDoUpdate({
			target: [toekomstBasic.planId, toekomstBasic.basic],
			set: { state: row.state }
		});

export const insertStay = (
	tx: Tx,
	_may: Permit<'toekomstplan.write'>,
	row: Omit<StayRow, 'says' | 'answeredAt' | 'withdrawnAt'> & { personId: PersonId | null }
) => tx.insert(toekomstStay).values(row);

export const withdrawStayRow = (
	tx: Tx,
	_may: Permit<'toekomstplan.write'>,
	{ planId, id, at }: { planId: ToekomstplanId; id: StayId; at: Date }
) =>
	tx
		.update(toekomstStay)
		.set({ withdrawnAt: at })
		.where(and(eq(toekomstStay.id, id), eq(toekomstStay.planId, planId)));

export const answerStayRow = (
	tx: Tx,
	may: Permit<'toekomstplan.answer-stay'>,
	says: 'ja' | 'nee',
	at: Date
) =>
	tx
		.update(toekomstStay)
		.set({ says, answeredAt: at })
		.where(eq(toekomstStay.id, may.id as StayId));
