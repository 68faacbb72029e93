import type { Actions } from './$types';
import { AddEntry, ChangeEntry, PlaceEntry, RemoveEntry } from '#lib/jim/model.ts';
import {
	addToCircle,
	changeInCircle,
	placeInCircle,
	removeFromCircle
} from '#lib/jim/server/circle.commands.ts';
import { getCirclePage } from '#lib/jim/server/circle.queries.ts';
import { goTo, privateAction, privatePage } from '#lib/server/http.ts';

export const load = privatePage(({ ctx, actor }) => getCirclePage(ctx, actor));

export const actions = {
	add: privateAction(AddEntry, async ({ ctx, actor, event, input }) => {
		await addToCircle(ctx, actor, input);
		goTo(event, event.locals.path);
	}),
	change: privateAction(ChangeEntry, async ({ ctx, actor, event, input }) => {
		await changeInCircle(ctx, actor, input);
		goTo(event, event.locals.path);
	}),
	place: privateAction(PlaceEntry, async ({ ctx, actor, event, input }) => {
		await placeInCircle(ctx, actor, input);
		goTo(event, event.locals.path);
	}),
	remove: privateAction(RemoveEntry, async ({ ctx, actor, event, input }) => {
		await removeFromCircle(ctx, actor, input);
		goTo(event, event.locals.path);
	})
} satisfies Actions;
