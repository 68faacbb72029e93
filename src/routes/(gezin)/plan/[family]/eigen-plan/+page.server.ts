import type { RequestEvent } from '@sveltejs/kit';
import type { Actions } from './$types';
import {
	AddPiece,
	ChangePiece,
	Decline,
	Exclude,
	RemovePiece,
	WithKey,
	WithPerson,
	WithWords
} from '#lib/familiegroepsplan/model.ts';
import { endInvitation, inviteToGroup } from '#lib/familiegroepsplan/server/group.commands.ts';
import {
	answerOwnPlan,
	beginOwnPlan,
	declineOwnPlan,
	excludeOwnPlan,
	offerOwnPlan
} from '#lib/familiegroepsplan/server/offer.commands.ts';
import {
	addPiece,
	changePiece,
	removePiece
} from '#lib/familiegroepsplan/server/pieces.commands.ts';
import { getOwnPlanPage } from '#lib/familiegroepsplan/server/queries.ts';
import { takeOverOwnPlan } from '#lib/familiegroepsplan/server/take-over.commands.ts';
import { goTo, privateAction, privatePage } from '#lib/server/http.ts';
import { familyOf } from '../family.ts';

export const load = privatePage(({ ctx, actor, event }) =>
	getOwnPlanPage(ctx, actor, familyOf(event))
);

/** Back to the page, at the part that changed. */
const back = (event: Pick<RequestEvent, 'locals' | 'params'>, part = '') =>
	goTo(event, `/plan/${familyOf(event)}/eigen-plan${part}`);

export const actions = {
	offer: privateAction(WithWords, async ({ ctx, actor, event, input }) => {
		await offerOwnPlan(ctx, actor, familyOf(event), input);
		back(event);
	}),
	exclude: privateAction(Exclude, async ({ ctx, actor, event, input }) => {
		await excludeOwnPlan(ctx, actor, familyOf(event), input);
		back(event);
	}),
	begin: privateAction(WithKey, async ({ ctx, actor, event, input }) => {
		await beginOwnPlan(ctx, actor, familyOf(event), input);
		back(event);
	}),
	decline: privateAction(Decline, async ({ ctx, actor, event, input }) => {
		await declineOwnPlan(ctx, actor, familyOf(event), input);
		back(event);
	}),
	invite: privateAction(WithPerson, async ({ ctx, actor, event, input }) => {
		await inviteToGroup(ctx, actor, familyOf(event), input);
		back(event, '#wie');
	}),
	uninvite: privateAction(WithPerson, async ({ ctx, actor, event, input }) => {
		await endInvitation(ctx, actor, familyOf(event), input);
		if (actor.kind === 'person' && actor.id === input.person) goTo(event, '/thuis');
		back(event, '#wie');
	}),
	add: privateAction(AddPiece, async ({ ctx, actor, event, input }) => {
		await addPiece(ctx, actor, familyOf(event), input);
		back(event, `#${input.kind}`);
	}),
	change: privateAction(ChangePiece, async ({ ctx, actor, event, input }) => {
		await changePiece(ctx, actor, familyOf(event), input);
		back(event, `#${input.piece}`);
	}),
	remove: privateAction(RemovePiece, async ({ ctx, actor, event, input }) => {
		await removePiece(ctx, actor, familyOf(event), input);
		back(event);
	}),
	answer: privateAction(WithWords, async ({ ctx, actor, event, input }) => {
		await answerOwnPlan(ctx, actor, familyOf(event), input);
		back(event);
	}),
	takeOver: privateAction(WithKey, async ({ ctx, actor, event, input }) => {
		await takeOverOwnPlan(ctx, actor, familyOf(event), input);
		back(event);
	})
} satisfies Actions;
