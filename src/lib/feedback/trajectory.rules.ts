import { addDays, addMonths, type Day } from '#lib/kernel/calendar.ts';
import type { PersonId } from '#lib/kernel/id.ts';
import type { Quarter } from './model.ts';
import { quarterOf } from './quarter.rules.ts';
import type { EndReason } from './trajectory.model.ts';

/**
 * Within so many months after an end a new trajectory counts as help that was needed again (criterion 3.2).
 * Our own choice: the fact sheet names no number.
 */
export const NEW_START_MONTHS = 12;

/** Of ten on the scale of the plan, from here on a goal counts as reached. Our own choice too. */
export const REACHED_FROM = 8;

/** Drop-out is an end by one side alone: by the client or by the provider (facts 6.2). */
export const isDropout = (reason: EndReason): boolean => reason === '03' || reason === '04';

/** The quarter in which an end counts: that of the last day, or of today when it was told later. */
export function endCountsIn(until: Day, today: Day): Quarter {
	const lastDay = addDays(until, -1);
	return quarterOf(lastDay > today ? lastDay : today);
}

/** The quarter in which it is known whether help was needed again. */
export const newStartKnownIn = (until: Day): Quarter =>
	quarterOf(addMonths(until, NEW_START_MONTHS));

type Started = { readonly id: string; readonly childId: PersonId; readonly from: Day };

/** Whether this child got new help within the time after this end. Help that went on beside it is not new. */
export const startedAgain = (
	ended: Started & { readonly until: Day },
	others: readonly Started[]
): boolean =>
	others.some(
		(one) =>
			one.id !== ended.id &&
			one.childId === ended.childId &&
			one.from >= ended.until &&
			one.from < addMonths(ended.until, NEW_START_MONTHS)
	);
