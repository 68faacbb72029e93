import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import type { Actions } from './$types';
import { EndSupportInput, ShareInput } from '#lib/consent/model.ts';
import { startSharing, stopSharing } from '#lib/consent/server/commands.ts';
import { listSharing } from '#lib/consent/server/queries.ts';
import { stopSupport } from '#lib/consent/server/support.commands.ts';
import { listConsents } from '#lib/consent/server/support.queries.ts';
import { EndSession } from '#lib/identity/model.ts';
import { chooseLanguage } from '#lib/identity/server/language.commands.ts';
import { endAllSessions, endSession } from '#lib/identity/server/sessions.commands.ts';
import { getAccountPage } from '#lib/identity/server/sessions.queries.ts';
import { forgetBrowser, formKey, goTo, privateAction, privatePage } from '#lib/server/http.ts';
import { joinPath, locales } from '#lib/ui/locale.ts';

const ChooseLanguage = z.object({
	language: z.enum(locales, { error: 'fout.taal' }),
	key: formKey
});

export const load = privatePage(async ({ ctx, actor, event }) => ({
	...(await getAccountPage(ctx, actor, event.locals.session?.id ?? null)),
	sharing: await listSharing(ctx, actor),
	consents: await listConsents(ctx, actor)
}));

export const actions = {
	language: privateAction(ChooseLanguage, async ({ ctx, actor, input }) => {
		await chooseLanguage(ctx, actor, input);
		redirect(303, joinPath(input.language, '/ik'));
	}),
	end: privateAction(EndSession.extend({ key: formKey }), async ({ ctx, actor, event, input }) => {
		await endSession(ctx, actor, input);
		goTo(event, '/ik');
	}),
	share: privateAction(ShareInput, async ({ ctx, actor, event, input }) => {
		await startSharing(ctx, actor, input);
		goTo(event, '/ik');
	}),
	unshare: privateAction(ShareInput, async ({ ctx, actor, event, input }) => {
		await stopSharing(ctx, actor, input);
		goTo(event, '/ik');
	}),
	unsupport: privateAction(EndSupportInput, async ({ ctx, actor, event, input }) => {
		await stopSupport(ctx, actor, input);
		goTo(event, '/ik');
	}),
	everywhere: privateAction(z.object({ key: formKey }), async ({ ctx, actor, event }) => {
		if (actor.kind === 'person') await endAllSessions(ctx, actor);
		forgetBrowser(event);
		goTo(event, '/');
	})
} satisfies Actions;
