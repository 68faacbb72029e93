import { checkChild, type Cast } from './cast.ts';
import type { MessageFamily } from './message.ts';
import { checkPeriod } from './periods.ts';
import { problem, type Found, type Way } from './problems.ts';

/** How help ended is known from the day on which it ended, and never before an end is known. */
export function* checkTrajectories({ trajectories }: MessageFamily, cast: Cast, list: Way): Found {
	for (const [index, row] of trajectories.entries()) {
		const way = [...list, index];
		yield* checkChild(row.child, cast, [...way, 'child']);
		if (!cast.organisations.has(row.provider))
			yield problem([...way, 'provider'], 'unknownOrganisation', { name: row.provider });
		yield* checkPeriod(row, way);
		const over = row.until !== undefined && row.until <= cast.today;
		if (over && !row.reason) yield problem([...way, 'reason'], 'endWithoutReason');
		if (row.reason && row.until === undefined)
			yield problem([...way, 'reason'], 'reasonWithoutEnd');
	}
}
