import type { Day } from '#lib/kernel/calendar.ts';

/** A line with a day from which it no longer holds is over from that day on. */
export const isOver = (help: { readonly until: Day | null }, today: Day): boolean =>
	help.until !== null && help.until <= today;
