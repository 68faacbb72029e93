import type { Actions } from './$types';
import { goTo, privateAction, privatePage } from '#lib/server/http.ts';
import { PlanMeeting } from '#lib/talk/meeting.model.ts';
import { AskQuestion } from '#lib/talk/question.model.ts';
import { planMeeting } from '#lib/talk/server/meetings.commands.ts';
import { getMeetingsPage } from '#lib/talk/server/meetings.queries.ts';
import { askQuestion } from '#lib/talk/server/questions.commands.ts';
import { familyOf } from '../family.ts';

export const load = privatePage(({ ctx, actor, event }) =>
	getMeetingsPage(ctx, actor, familyOf(event))
);

export const actions = {
	plan: privateAction(PlanMeeting.omit({ family: true }), async ({ ctx, actor, event, input }) => {
		const family = familyOf(event);
		const meeting = await planMeeting(ctx, actor, { ...input, family });
		goTo(event, `/plan/${family}/overleg/${meeting}`);
	}),
	propose: privateAction(
		AskQuestion.omit({ family: true }),
		async ({ ctx, actor, event, input }) => {
			const family = familyOf(event);
			const question = await askQuestion(ctx, actor, { ...input, family }, 'overleg');
			goTo(event, `/plan/${family}/vragen/${question}`);
		}
	)
} satisfies Actions;
