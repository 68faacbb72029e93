import { and, eq, inArray, isNotNull, sql } from 'drizzle-orm';
import type { PersonId } from '#lib/kernel/id.ts';
import type { Permit } from '#lib/kernel/policy.ts';
import type { Reader, Tx } from '#lib/server/db/index.ts';
import { ownPlanPiece } from '#lib/server/db/schema/familiegroepsplan.ts';
import type { OwnPlanId, PieceId } from '../model.ts';

export type PieceRow = typeof ownPlanPiece.$inferSelect;

/** Within one moment, in the order in which the rows came. */
const AS_WRITTEN = [ownPlanPiece.createdAt, sql`${ownPlanPiece}.rowid`];

/** What the group wrote, in the order in which it was written. Ask who reads it first. */
export const pieceRows = async (read: Reader, id: OwnPlanId): Promise<PieceRow[]> =>
	read
		.select()
		.from(ownPlanPiece)
		.where(eq(ownPlanPiece.ownPlanId, id))
		.orderBy(...AS_WRITTEN);

/** Only what the family released: all that a professional ever reads. */
export const releasedPieceRows = async (read: Reader, id: OwnPlanId): Promise<PieceRow[]> =>
	read
		.select()
		.from(ownPlanPiece)
		.where(and(eq(ownPlanPiece.ownPlanId, id), isNotNull(ownPlanPiece.releasedAt)))
		.orderBy(...AS_WRITTEN);

/** One piece of this own plan; undefined for a piece of another. */
export const pieceRow = async (
	read: Reader,
	ownPlanId: OwnPlanId,
	id: PieceId
): Promise<PieceRow | undefined> =>
	read
		.select()
		.from(ownPlanPiece)
		.where(and(eq(ownPlanPiece.ownPlanId, ownPlanId), eq(ownPlanPiece.id, id)))
		.get();

export const insertPiece = (
	tx: Tx,
	may: Permit<'own-plan-piece.add', OwnPlanId>,
	row: Omit<PieceRow, 'ownPlanId' | 'changedAt'>
) => tx.insert(ownPlanPiece).values({ ...row, ownPlanId: may.id });

export const updatePiece = (
	tx: Tx,
	may: Permit<'own-plan-piece.change', PieceId>,
	row: Pick<PieceRow, 'words' | 'goalId' | 'due' | 'changedAt'> & {
		readonly ownerId: PersonId | null;
	}
) => tx.update(ownPlanPiece).set(row).where(eq(ownPlanPiece.id, may.id));

/** Takes a piece away for good. Steps of a goal stay, without the goal. */
export async function deletePiece(
	tx: Tx,
	may: Permit<'own-plan-piece.change', PieceId>
): Promise<void> {
	await tx.update(ownPlanPiece).set({ goalId: null }).where(eq(ownPlanPiece.goalId, may.id));
	await tx.delete(ownPlanPiece).where(eq(ownPlanPiece.id, may.id));
}

/** From this moment the regisseur may read these pieces, and no others. */
export const releasePieces = (
	tx: Tx,
	may: Permit<'own-plan.release', OwnPlanId>,
	row: { readonly pieces: readonly PieceId[]; readonly at: Date }
) =>
	tx
		.update(ownPlanPiece)
		.set({ releasedAt: row.at })
		.where(and(eq(ownPlanPiece.ownPlanId, may.id), inArray(ownPlanPiece.id, [...row.pieces])));
