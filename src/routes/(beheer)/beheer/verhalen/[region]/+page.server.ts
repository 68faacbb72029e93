import type { RequestEvent } from '@sveltejs/kit';
import type { Actions } from './$types';
import type { RegionId } from '#lib/family/model.ts';
import { editStory, sayNoToStory } from '#lib/feedback/server/story.commands.ts';
import { getStoryDesk } from '#lib/feedback/server/story.queries.ts';
import { EditStory, StoryAct } from '#lib/feedback/story.model.ts';
import { goTo, privateAction, privatePage } from '#lib/server/http.ts';

const regionOf = ({ params }: Pick<RequestEvent, 'params'>) => (params.region ?? '') as RegionId;
const here = (event: Pick<RequestEvent, 'params'>) => `/beheer/verhalen/${regionOf(event)}`;

export const load = privatePage(({ ctx, actor, event }) =>
	getStoryDesk(ctx, actor, regionOf(event))
);

export const actions = {
	edit: privateAction(EditStory, async ({ ctx, actor, event, input }) => {
		await editStory(ctx, actor, regionOf(event), input);
		goTo(event, here(event));
	}),
	refuse: privateAction(StoryAct, async ({ ctx, actor, event, input }) => {
		await sayNoToStory(ctx, actor, regionOf(event), input);
		goTo(event, here(event));
	})
} satisfies Actions;
