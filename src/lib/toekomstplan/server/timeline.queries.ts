import ical from 'ical-generator';
import type { Actor } from '#lib/kernel/actor.ts';
import { authorize, may } from '#lib/kernel/policy.ts';
import { hashToken } from '#lib/server/crypto.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import type { TimelineView } from '../model.ts';
import { canOpenPlan, canWriteInPlan } from '../policy.ts';
import { withPlan } from './act.ts';
import { ownFacts } from './load.ts';
import { nameIn } from './share.queries.ts';
import { loadTimeline } from './timeline.load.ts';

/** The timeline of the own plan. @throws {Denied} `hide` for everyone but the youth */
export async function getTimelinePage(ctx: Ctx, actor: Actor): Promise<TimelineView> {
	const youth = await withPlan(ctx, ctx.db.read, actor, canOpenPlan.ability);
	authorize(canOpenPlan, actor, ownFacts(youth));
	return {
		...(await loadTimeline(ctx.db.read, youth)),
		remindBy: youth.plan.remindBy,
		mayWrite: may(canWriteInPlan, actor, ownFacts(youth)),
		seenBy: youth.shares
			.filter(({ part }) => part === 'tijdlijn')
			.map(({ withId }) => nameIn(youth, withId))
	};
}

/**
 * The days that are still to come as a file for the youth's own calendar: whole days, one neutral word,
 * no explanation. A calendar stands on locked screens and is shared in families.
 * @param title the word that stands in the calendar
 * @throws {Denied} `hide` for everyone but the youth
 */
export async function getTimelineFile(ctx: Ctx, actor: Actor, title: string): Promise<string> {
	const youth = await withPlan(ctx, ctx.db.read, actor, canOpenPlan.ability);
	authorize(canOpenPlan, actor, ownFacts(youth));
	const { items } = await loadTimeline(ctx.db.read, youth);
	const calendar = ical({ prodId: { company: 'agenda', product: 'agenda', language: 'NL' } });
	for (const { id, state, starts, on } of items) {
		const date = starts > youth.today ? starts : on;
		if (state !== null || date <= youth.today) continue;
		calendar.createEvent({
			// The same in each file, so that a calendar moves a day and does not double it.
			id: hashToken(`${youth.plan.id}.${id}`).slice(0, 32),
			stamp: ctx.now(),
			start: date,
			allDay: true,
			summary: title
		});
	}
	return calendar.toString();
}
