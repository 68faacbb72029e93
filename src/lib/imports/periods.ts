import type { Day } from '#lib/kernel/calendar.ts';
import { problem, type Found, type Way } from './problems.ts';

/** A period as a message writes it: `until` is left out, or null in a row, when no end is known. */
export type OpenPeriod = { readonly from: Day; readonly until?: Day | null | undefined };

/** Whether two periods have a day in common. `until` itself is not part of a period. */
export const overlaps = (a: OpenPeriod, b: OpenPeriod): boolean =>
	(!b.until || a.from < b.until) && (!a.until || b.from < a.until);

/** A period as a row keeps it. */
export const periodOf = ({ from, until }: OpenPeriod) => ({ from, until: until ?? null });

export function* checkPeriod({ from, until }: OpenPeriod, way: Way): Found {
	if (until && until <= from) yield problem([...way, 'until'], 'periodTurned');
}
