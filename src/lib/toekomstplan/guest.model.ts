import { z } from 'zod';
import { formKey } from '#lib/kernel/form.ts';
import type { Day } from '#lib/kernel/calendar.ts';
import type { Id } from '#lib/kernel/id.ts';
import type { Domain } from './model.ts';

export type GuestPlanId = Id<'GuestPlan'>;

/** So many days words are kept of somebody without an account (T9). */
export const GUEST_DAYS = 14;

export const StartGuestPlan = z.object({ key: formKey });
export const AttachGuestPlan = z.object({ key: formKey });
export const EraseGuestPlan = z.object({
	sure: z.literal('ja', { error: 'later.eraseSure' })
});

/** The first page of somebody without an account. */
export type GuestView = {
	/** Null before it was begun, and afterwards. */
	readonly plan: {
		readonly filled: Readonly<Record<Domain, boolean>>;
		readonly until: Day;
	} | null;
	/** Who is signed in can keep it in an own plan; null for a visitor. */
	readonly mayAttach: boolean | null;
};
