import { eq } from 'drizzle-orm';
import type { Day } from '#lib/kernel/calendar.ts';
import type { PersonId } from '#lib/kernel/id.ts';
import type { Permit } from '#lib/kernel/policy.ts';
import type { Tx } from '#lib/server/db/index.ts';
import { plan } from '#lib/server/db/schema/plan.ts';
import type { PlanId } from '../model.ts';

export const saveAgreed = (
	tx: Tx,
	_may: Permit<'plan.write'>,
	{ planId, version, on, by }: { planId: PlanId; version: number; on: Day; by: PersonId }
) =>
	tx
		.update(plan)
		.set({ agreedVersion: version, agreedOn: on, agreedBy: by })
		.where(eq(plan.id, planId));
