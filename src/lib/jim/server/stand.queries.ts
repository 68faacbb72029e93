import { recordRead } from '#lib/audit/server/commands.ts';
import type { Actor } from '#lib/kernel/actor.ts';
import { dayInNetherlands } from '#lib/kernel/calendar.ts';
import { authorize } from '#lib/kernel/policy.ts';
import { loadPlan } from '#lib/plan/server/load.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { calendarFile } from '#lib/talk/server/calendar-file.ts';
import { meetingsAheadFor } from '#lib/talk/server/meetings.queries.ts';
import type { JimId, StandView } from '../model.ts';
import { canReadJimPart, canStandBeside } from '../policy.ts';
import { loadJim, nameIn } from './load.ts';
import { lastAsked } from './progress.store.ts';
import { asYouth, sharedPartsFor } from './shared-parts.ts';

/**
 * The page of who stands beside a youth: what is shared now, and nothing else.
 * @throws {Denied} for anyone but the JIM of now
 */
export async function getStandPage(ctx: Ctx, actor: Actor, id: JimId): Promise<StandView> {
	const loaded = await loadJim(ctx, ctx.db.read, id);
	const permit = authorize(canStandBeside, actor, loaded?.facts);
	if (!loaded) throw new TypeError('a relation that is not there was allowed');
	const { parts, permits } = await sharedPartsFor(ctx, actor, loaded);
	await recordRead(ctx, permit, { thing: 'jim' });
	for (const one of permits) await recordRead(ctx, one, { thing: 'jim-part' });
	return {
		id,
		youthId: loaded.row.youthId,
		youth: nameIn(loaded.family, loaded.row.youthId),
		since: dayInNetherlands(loaded.row.startedAt ?? ctx.now()),
		parts,
		askedOn: parts.goals ? await lastAsked(ctx.db.read, loaded.row.youthId) : null,
		nothing: permits.length === 0
	};
}

/**
 * The meetings that the youth shares, as a file for the JIM's own calendar: when, and nothing of where,
 * who or what. Each reading asks again.
 * @param title the neutral word that stands in the calendar
 * @throws {Denied} when they are not shared, or no longer
 */
export async function getStandCalendar(
	ctx: Ctx,
	actor: Actor,
	id: JimId,
	title: string
): Promise<string> {
	const loaded = await loadJim(ctx, ctx.db.read, id);
	const permit = authorize(
		canReadJimPart,
		actor,
		loaded && { ...loaded.facts, part: 'afspraken' as const }
	);
	if (!loaded) throw new TypeError('a relation that is not there was allowed');
	await recordRead(ctx, permit, { thing: 'jim-part' });
	const plan = await loadPlan(ctx.db.read, loaded.row.familyId, loaded.facts.family.today);
	const rows = plan ? await meetingsAheadFor(ctx, asYouth(loaded), plan) : [];
	return calendarFile(
		rows.map((row) => ({ row, place: null })),
		title
	);
}
