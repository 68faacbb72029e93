import type { Actions } from './$types';
import {
	dropSecret,
	formAction,
	goTo,
	GUEST_COOKIE,
	keepSecret,
	networkOf,
	page,
	privateAction
} from '#lib/server/http.ts';
import {
	AttachGuestPlan,
	EraseGuestPlan,
	GUEST_DAYS,
	StartGuestPlan
} from '#lib/toekomstplan/guest.model.ts';
import {
	attachGuestPlan,
	eraseGuestPlan,
	startGuestPlan
} from '#lib/toekomstplan/server/guest.commands.ts';
import { getGuestPage } from '#lib/toekomstplan/server/guest.queries.ts';
import { guestToken } from './guest.ts';

export const load = page(({ ctx, actor, event }) => getGuestPage(ctx, actor, guestToken(event)));

export const actions = {
	start: formAction(StartGuestPlan, async ({ ctx, actor, event, input: { key } }) => {
		const asked = { token: guestToken(event), key, network: networkOf(event) };
		const token = await startGuestPlan(ctx, actor, asked);
		if (token) keepSecret(event, GUEST_COOKIE, token, GUEST_DAYS);
		goTo(event, '/begin');
	}),
	attach: privateAction(AttachGuestPlan, async ({ ctx, actor, event, input: { key } }) => {
		await attachGuestPlan(ctx, actor, { token: guestToken(event), key });
		dropSecret(event, GUEST_COOKIE);
		goTo(event, '/later');
	}),
	erase: formAction(EraseGuestPlan, async ({ ctx, event }) => {
		const token = guestToken(event);
		if (token) await eraseGuestPlan(ctx, token);
		dropSecret(event, GUEST_COOKIE);
		goTo(event, '/');
	})
} satisfies Actions;
