import type { Actions } from './$types';
import { goTo, privateAction, privatePage } from '#lib/server/http.ts';
import {
	AddDecision,
	AddPoint,
	BringSupporter,
	CancelMeeting,
	ChangeMeeting,
	MakeStep,
	WithdrawPoint,
	WithdrawSupporter
} from '#lib/talk/meeting.model.ts';
import {
	addDecision,
	addPoint,
	bringSupporter,
	makeStep,
	withdrawPoint,
	withdrawSupporter
} from '#lib/talk/server/meeting-parts.commands.ts';
import { cancelMeeting, changeMeeting } from '#lib/talk/server/meetings.commands.ts';
import { getMeetingPage } from '#lib/talk/server/meetings.queries.ts';
import { placeOf } from './meeting.ts';

export const load = privatePage(({ ctx, actor, event }) => {
	const { family, meeting } = placeOf(event);
	return getMeetingPage(ctx, actor, family, meeting);
});

const OF_ADDRESS = { family: true, meeting: true } as const;
const back = (event: Parameters<typeof goTo>[0] & Parameters<typeof placeOf>[0]) => {
	const { family, meeting } = placeOf(event);
	goTo(event, `/plan/${family}/overleg/${meeting}`);
};

export const actions = {
	addPoint: privateAction(AddPoint.omit(OF_ADDRESS), async ({ ctx, actor, event, input }) => {
		await addPoint(ctx, actor, { ...input, ...placeOf(event) });
		back(event);
	}),
	withdrawPoint: privateAction(
		WithdrawPoint.omit(OF_ADDRESS),
		async ({ ctx, actor, event, input }) => {
			await withdrawPoint(ctx, actor, { ...input, ...placeOf(event) });
			back(event);
		}
	),
	bring: privateAction(BringSupporter.omit(OF_ADDRESS), async ({ ctx, actor, event, input }) => {
		await bringSupporter(ctx, actor, { ...input, ...placeOf(event) });
		back(event);
	}),
	withdrawSupporter: privateAction(
		WithdrawSupporter.omit(OF_ADDRESS),
		async ({ ctx, actor, event, input }) => {
			await withdrawSupporter(ctx, actor, { ...input, ...placeOf(event) });
			back(event);
		}
	),
	change: privateAction(ChangeMeeting.omit(OF_ADDRESS), async ({ ctx, actor, event, input }) => {
		await changeMeeting(ctx, actor, { ...input, ...placeOf(event) });
		back(event);
	}),
	cancel: privateAction(CancelMeeting.omit(OF_ADDRESS), async ({ ctx, actor, event, input }) => {
		await cancelMeeting(ctx, actor, { ...input, ...placeOf(event) });
		back(event);
	}),
	decide: privateAction(AddDecision.omit(OF_ADDRESS), async ({ ctx, actor, event, input }) => {
		await addDecision(ctx, actor, { ...input, ...placeOf(event) });
		back(event);
	}),
	makeStep: privateAction(MakeStep.omit(OF_ADDRESS), async ({ ctx, actor, event, input }) => {
		await makeStep(ctx, actor, { ...input, ...placeOf(event) });
		back(event);
	})
} satisfies Actions;
