import { z } from 'zod';
import type { FamilyId, OrganisationId } from '#lib/family/model.ts';
import { idOf } from '#lib/kernel/id.ts';
import { step } from './form.model.ts';
import type { Quarter } from './model.ts';
import type { TrajectoryId } from './trajectory.model.ts';

/** Who says it: a youth, or who brings a child up. A record takes one measurement of each (facts 6.1). */
export type DeliveryInformant = 'youth' | 'parent';

/** What becomes of somebody's yes: nothing was said, it waits, or it was sent and can no longer be taken back. */
export type DeliveryState = 'nothing' | 'waits' | 'sent';

/** Somebody's own yes to one record, with the values that go along. Apart from every answer. */
export const GiveDelivery = z.object({
	record: idOf<'Trajectory'>(),
	use: step,
	independent: step,
	yes: z.literal('ja', { error: 'delivery.noYes' })
});
export const TakeBackDelivery = z.object({ record: idOf<'Trajectory'>() });

/** The step after the questions at the end: whether the provider may have a grade too. */
export type DeliveryView = {
	readonly familyId: FamilyId;
	readonly audience: DeliveryInformant;
	readonly child: boolean;
	readonly records: readonly {
		readonly id: TrajectoryId;
		readonly provider: string;
		readonly childName: string;
		readonly since: string;
		readonly state: DeliveryState;
	}[];
};

/** A yes as it is kept. Without values once it was sent. */
export type DeliveryRow = {
	readonly trajectoryId: TrajectoryId;
	readonly personId: string;
	readonly informant: DeliveryInformant;
	readonly use: number | null;
	readonly independent: number | null;
	readonly deliveredIn: Quarter | null;
};

/** What the operator asks for: everything about records of one provider that ended in one quarter. */
export type WantedDelivery = { readonly provider: OrganisationId; readonly quarter: Quarter };
