import type { Actions } from './$types';
import { DEVICE_COOKIE, goTo, keepSecret, privateAction, privatePage } from '#lib/server/http.ts';
import { ChooseDevice, DEVICE_DAYS } from '#lib/toekomstplan/device.model.ts';
import { keepOnDevice, leaveDevice } from '#lib/toekomstplan/server/device.commands.ts';
import { getDevice } from '#lib/toekomstplan/server/device.queries.ts';

export const load = privatePage(({ ctx, actor, event }) =>
	getDevice(ctx, actor, event.cookies.get(DEVICE_COOKIE))
);

export const actions = {
	on: privateAction(ChooseDevice, async ({ ctx, actor, event, input }) => {
		const known = event.cookies.get(DEVICE_COOKIE);
		const token = await keepOnDevice(ctx, actor, { ...input, token: known });
		keepSecret(event, DEVICE_COOKIE, token, DEVICE_DAYS);
		goTo(event, '/later/toestel');
	}),
	off: privateAction(ChooseDevice, async ({ ctx, actor, event, input }) => {
		// The cookie stays: on a phone that brothers share, the other's choice hangs on it too.
		await leaveDevice(ctx, actor, { ...input, token: event.cookies.get(DEVICE_COOKIE) });
		goTo(event, '/later/toestel');
	})
} satisfies Actions;
