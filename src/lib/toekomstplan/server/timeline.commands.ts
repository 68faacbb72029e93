import type { z } from 'zod';
import type { Actor } from '#lib/kernel/actor.ts';
import { enqueue } from '#lib/notifications/server/commands.ts';
import { dayInNetherlands } from '#lib/kernel/calendar.ts';
import { newId } from '#lib/server/crypto.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import type { AnswerQuestions, ChooseReminder, MarkItem, TimelineMarkId } from '../model.ts';
import { QUESTIONS } from '../timeline.ts';
import { datedTimeline, isByDay, reminderDay } from '../timeline.rules.ts';
import { writing } from './act.ts';
import { REMINDER_MAIL } from './senders.ts';
import {
	markMailed,
	markRows,
	remindersDue,
	writeAnswers,
	writeMark,
	writeRemindBy
} from './timeline.store.ts';

/** The youth says what applies. @throws {Denied} for everyone else */
export const answerQuestions = (
	ctx: Ctx,
	actor: Actor,
	input: z.output<typeof AnswerQuestions>
): Promise<void> =>
	writing(ctx, actor, { act: 'answer', key: input.key }, async (tx, may, { plan }) => {
		const answers = QUESTIONS.flatMap((question) => {
			const says = input[question];
			return says === '' ? [] : [{ question, says }];
		});
		await writeAnswers(tx, may, plan.id, answers);
	});

/**
 * The youth ticks an item, says that it is not for the youth, or asks to be reminded.
 * @throws {Denied} for everyone else
 */
export function markItem(
	ctx: Ctx,
	actor: Actor,
	{ key, mark: [marked, say] }: z.output<typeof MarkItem>
): Promise<void> {
	// Other buttons of the same form are other acts.
	const act = `mark ${marked} ${say}`;
	return writing(ctx, actor, { act, key }, async (tx, may, { plan, child, today }) => {
		const was = (await markRows(tx, plan.id)).find(({ item }) => item === marked);
		const item = datedTimeline(child.birthDate).find(({ id }) => id === marked);
		const { id, state, remindOn } = was ?? {
			...{ id: newId<TimelineMarkId>(), state: null, remindOn: null }
		};
		const row = { id, planId: plan.id, item: marked, state, remindOn, mailedAt: null };
		switch (say) {
			case 'gedaan':
			case 'niet':
				return void (await writeMark(tx, may, { ...row, state: say, remindOn: null }));
			case 'open':
				return void (await writeMark(tx, may, { ...row, state: null }));
			case 'herinner':
				return void (await writeMark(tx, may, {
					...row,
					remindOn: item ? reminderDay(item, today) : null
				}));
			case 'stil':
				return void (await writeMark(tx, may, { ...row, remindOn: null }));
		}
	});
}

/** The youth chooses where reminders come. @throws {Denied} for everyone else */
export const chooseReminder = (
	ctx: Ctx,
	actor: Actor,
	input: z.output<typeof ChooseReminder>
): Promise<void> =>
	writing(ctx, actor, { act: 'remind-by', key: input.key }, async (tx, may, { plan }) => {
		await writeRemindBy(tx, may, plan.id, input.by);
	});

/** Puts the mails of today in the outbox, by day only. The sender asks again whether one may go. */
export async function remindByMail(ctx: Ctx): Promise<void> {
	const now = ctx.now();
	if (!isByDay(now)) return;
	if ((await remindersDue(ctx.db.read, dayInNetherlands(now))).length === 0) return;
	await ctx.db.write(async (tx) => {
		for (const { id } of await remindersDue(tx, dayInNetherlands(now))) {
			await enqueue(ctx, tx, { kind: REMINDER_MAIL, about: id });
			await markMailed(tx, id, now);
		}
	});
}
