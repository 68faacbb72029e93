import { and, eq, inArray, isNotNull } from 'drizzle-orm';
import type { OrganisationId } from '#lib/family/model.ts';
import type { PersonId } from '#lib/kernel/id.ts';
import type { Permit } from '#lib/kernel/policy.ts';
import type { Reader, Tx } from '#lib/server/db/index.ts';
import { organisation, person } from '#lib/server/db/schema/family.ts';
import { deliveryValue, trajectory } from '#lib/server/db/schema/feedback.ts';
import type { WantedDelivery } from '../delivery.model.ts';
import type { Quarter } from '../model.ts';
import type { TrajectoryId } from '../trajectory.model.ts';

export type ValueRow = typeof deliveryValue.$inferSelect;

/** What one person said about records. */
export const valuesBy = (read: Reader, who: PersonId): Promise<ValueRow[]> =>
	read.select().from(deliveryValue).where(eq(deliveryValue.personId, who));

/** Records with the names that a page needs. */
export const namedRecords = (read: Reader, ids: readonly TrajectoryId[]) =>
	read
		.select({
			id: trajectory.id,
			provider: organisation.name,
			childName: person.givenName,
			since: trajectory.from
		})
		.from(trajectory)
		.innerJoin(organisation, eq(organisation.id, trajectory.providerId))
		.innerJoin(person, eq(person.id, trajectory.childId))
		.where(inArray(trajectory.id, [...ids]))
		.orderBy(trajectory.from, trajectory.id);

/** A yes, with its values; the same person's earlier one about this record gives way, unless it was sent. */
export async function keepValue(
	tx: Tx,
	may: Permit<'delivery.give', TrajectoryId>,
	row: Omit<ValueRow, 'trajectoryId' | 'deliveredIn'>
): Promise<void> {
	const { use, independent, informant } = row;
	await tx
		.insert(deliveryValue)
		.values({ ...row, trajectoryId: may.id, deliveredIn: null })
		.onConflictDoUpdate({
			target: [deliveryValue.trajectoryId, deliveryValue.personId],
			set: { use, independent, informant }
		});
}

export const valueRow = (read: Reader, id: TrajectoryId, who: PersonId) =>
	read
		.select()
		.from(deliveryValue)
		.where(and(eq(deliveryValue.trajectoryId, id), eq(deliveryValue.personId, who)))
		.get();

export const deleteValue = (
	tx: Tx,
	may: Permit<'delivery.take-back', TrajectoryId>,
	who: PersonId
) =>
	tx
		.delete(deliveryValue)
		.where(and(eq(deliveryValue.trajectoryId, may.id), eq(deliveryValue.personId, who)));

/** Everything that was said about records of one provider whose end counts in one quarter. */
export const valuesFor = (read: Reader, { provider, quarter }: WantedDelivery) =>
	read
		.select({ value: deliveryValue, familyId: trajectory.familyId })
		.from(deliveryValue)
		.innerJoin(trajectory, eq(trajectory.id, deliveryValue.trajectoryId))
		.where(
			and(
				eq(trajectory.providerId, provider),
				eq(trajectory.countsIn, quarter),
				isNotNull(trajectory.reason)
			)
		);

/** Marks what was sent, and erases its values: they are no longer needed here. */
export async function markSent(
	tx: Tx,
	_may: Permit<'delivery.make', OrganisationId>,
	rows: readonly ValueRow[],
	deliveredIn: Quarter
): Promise<void> {
	for (const { trajectoryId, personId } of rows)
		await tx
			.update(deliveryValue)
			.set({ use: null, independent: null, deliveredIn })
			.where(
				and(eq(deliveryValue.trajectoryId, trajectoryId), eq(deliveryValue.personId, personId))
			);
}

export const isOrganisation = async (read: Reader, id: OrganisationId): Promise<boolean> =>
	!!(await read
		.select({ id: organisation.id })
		.from(organisation)
		.where(eq(organisation.id, id))
		.get());
