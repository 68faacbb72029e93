import type { RequestEvent } from '@sveltejs/kit';
import type { Actions } from './$types';
import type { FamilyId } from '#lib/family/model.ts';
import { agreeToStory, takeBackStory, writeStory } from '#lib/feedback/server/story.commands.ts';
import { getStoryPage } from '#lib/feedback/server/story.queries.ts';
import { StoryAct, WriteStory } from '#lib/feedback/story.model.ts';
import { goTo, privateAction, privatePage } from '#lib/server/http.ts';

const familyOf = ({ params }: Pick<RequestEvent, 'params'>) => (params.family ?? '') as FamilyId;
const here = (event: Pick<RequestEvent, 'params'>) => `/mening/${familyOf(event)}/verhaal`;

export const load = privatePage(({ ctx, actor, event }) =>
	getStoryPage(ctx, actor, familyOf(event))
);

export const actions = {
	write: privateAction(WriteStory, async ({ ctx, actor, event, input }) => {
		await writeStory(ctx, actor, familyOf(event), input);
		goTo(event, here(event));
	}),
	agree: privateAction(StoryAct, async ({ ctx, actor, event, input }) => {
		await agreeToStory(ctx, actor, input);
		goTo(event, here(event));
	}),
	takeBack: privateAction(StoryAct, async ({ ctx, actor, event, input }) => {
		await takeBackStory(ctx, actor, input);
		goTo(event, here(event));
	})
} satisfies Actions;
