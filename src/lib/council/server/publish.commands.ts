import { recordAudit } from '#lib/audit/server/commands.ts';
import type { OrganisationId } from '#lib/family/model.ts';
import { PORTAL_SOURCE } from '#lib/family/model.ts';
import type { Quarter } from '#lib/feedback/model.ts';
import {
	askedIn,
	closeQuarter,
	forgetClosed,
	indicatorsOf,
	observationsOf,
	storiesOf
} from '#lib/feedback/server/totals.ts';
import type { Actor } from '#lib/kernel/actor.ts';
import { dayInNetherlands } from '#lib/kernel/calendar.ts';
import { authorize } from '#lib/kernel/policy.ts';
import { hashToken } from '#lib/server/crypto.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import type { Reader } from '#lib/server/db/index.ts';
import { catalogueOf } from '../catalogue.ts';
import { disclose, type Disclosure } from '../disclosure.rules.ts';
import { canPublish } from '../policy.ts';
import { mayPublish, newestToPublish } from '../quarter.rules.ts';
import { regionIds } from './seats.store.ts';
import {
	forgetStop,
	insertStories,
	insertTables,
	isPublished,
	noteStop,
	stoppedOn
} from './tables.store.ts';

/** Where the publication reads, and how it lets a quarter go. */
export const TOTALS = {
	observationsOf,
	indicatorsOf,
	askedIn,
	storiesOf,
	closeQuarter,
	forgetClosed
};
export type Totals = typeof TOTALS;

/** The job speaks for the portal itself. */
const JOB: Actor = { kind: 'machine', source: PORTAL_SOURCE as OrganisationId };

/** What became of a publication, in counts only. */
export type Published = {
	readonly quarter: Quarter;
	readonly outcome: 'published' | 'stopped';
	readonly shown: number;
	readonly reasons: Disclosure['reasons'];
	readonly problems: Disclosure['problems'];
};

/**
 * The newest quarter that is due: its tables are not there, and the audit did not stop them today. The same
 * answers would be stopped again, so once a day is often enough.
 */
export async function quarterDue(ctx: Ctx): Promise<Quarter | null> {
	const quarter = newestToPublish(ctx.now());
	if (await isPublished(ctx.db.read, quarter)) return null;
	const stopped = await stoppedOn(ctx.db.read, quarter);
	return stopped === dayInNetherlands(ctx.now()) ? null : quarter;
}

/** What the schedule runs. @returns null when nothing is due */
export async function publishDue(ctx: Ctx, totals: Totals = TOTALS): Promise<Published | null> {
	const quarter = await quarterDue(ctx);
	return quarter && publishQuarter(ctx, quarter, totals);
}

/**
 * Makes the tables of a quarter, looks whether they keep everybody hidden, and freezes them; the quarter's
 * key is destroyed in the same transaction. When the audit finds anything, nothing is written but the day.
 * @throws {Denied} when the quarter is not over for four weeks, or was published
 */
export async function publishQuarter(
	ctx: Ctx,
	quarter: Quarter,
	totals: Totals = TOTALS
): Promise<Published> {
	authorize(canPublish, JOB, await quarterFacts(ctx, ctx.db.read, quarter));
	const { tables, reasons, problems } = disclose({
		quarter,
		observations: [
			...(await totals.observationsOf(ctx.db, quarter)),
			...(await totals.indicatorsOf(ctx.db, quarter))
		],
		asked: await totals.askedIn(ctx.db, quarter),
		catalogue: catalogueOf(await regionIds(ctx.db.read))
	});
	const stories = await totals.storiesOf(ctx.db, quarter);
	const shown = tables.cells.filter(({ figure }) => figure).length;
	const counts = { quarter, shown, reasons, problems };
	const outcome = problems.length > 0 ? 'stopped' : 'published';
	await ctx.db.write(async (tx) => {
		// Another process may have published meanwhile.
		const may = authorize(canPublish, JOB, await quarterFacts(ctx, tx, quarter));
		const on = dayInNetherlands(ctx.now());
		if (outcome === 'stopped') return noteStop(tx, may, on);
		const digest = hashToken(JSON.stringify(tables));
		await insertTables(tx, may, { on, digest, cells: tables.cells });
		await insertStories(tx, may, stories);
		await forgetStop(tx, may);
		await totals.closeQuarter(tx, quarter);
		await recordAudit(ctx, tx, may, { action: 'create', thing: 'tables' });
	});
	if (outcome === 'published') await totals.forgetClosed(ctx.db);
	return { ...counts, outcome };
}

const quarterFacts = async (ctx: Ctx, read: Reader, quarter: Quarter) => ({
	id: quarter,
	due: mayPublish(quarter, ctx.now()),
	published: await isPublished(read, quarter)
});
