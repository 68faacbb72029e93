import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { formKey } from '#lib/kernel/form.ts';
import type { Actions } from './$types';
import { EndSupportInput, ShareInput } from '#lib/consent/model.ts';
import { startSharing, stopSharing } from '#lib/consent/server/commands.ts';
import { listSharing } from '#lib/consent/server/queries.ts';
import { stopSupport } from '#lib/consent/server/support.commands.ts';
import { listConsents } from '#lib/consent/server/support.queries.ts';
import { EndSession, MakeKey, RemoveKey } from '#lib/identity/model.ts';
import { chooseLanguage } from '#lib/identity/server/language.commands.ts';
import { addKey, removeKey } from '#lib/identity/server/passkeys.commands.ts';
import { findPasskeys } from '#lib/identity/server/passkeys.queries.ts';
import { endAllSessions, endSession } from '#lib/identity/server/sessions.commands.ts';
import { getAccountPage } from '#lib/identity/server/sessions.queries.ts';
import { deviceOf } from '#lib/identity/rules.ts';
import {
	browserSecret,
	forgetBrowser,
	goTo,
	privateAction,
	privatePage
} from '#lib/server/http.ts';
import { Refused } from '#lib/server/refused.ts';
import { laterDoors } from '#lib/toekomstplan/server/queries.ts';
import { joinPath, locales } from '#lib/ui/locale.ts';

const ChooseLanguage = z.object({
	language: z.enum([...locales], { error: 'fout.taal' }),
	key: formKey
});

export const load = privatePage(async ({ ctx, actor, event }) => {
	const session = event.locals.session?.id ?? null;
	const secret = () => browserSecret(event);
	const passkeys = await findPasskeys(ctx, actor, { session, secret });
	return {
		...(await getAccountPage(ctx, actor, session)),
		passkeys,
		sharing: await listSharing(ctx, actor),
		consents: await listConsents(ctx, actor),
		later: await laterDoors(ctx, actor, event.locals.ownDoor)
	};
});

export const actions = {
	language: privateAction(ChooseLanguage, async ({ ctx, actor, input }) => {
		await chooseLanguage(ctx, actor, input);
		redirect(303, joinPath(input.language, '/ik'));
	}),
	end: privateAction(EndSession.extend({ key: formKey }), async ({ ctx, actor, event, input }) => {
		await endSession(ctx, actor, input);
		goTo(event, '/ik');
	}),
	addKey: privateAction(
		MakeKey.extend({ key: formKey }),
		async ({ ctx, actor, event, input: { answer: made, key } }) => {
			const added = await addKey(ctx, actor, {
				made,
				device: deviceOf(event.request.headers.get('user-agent')),
				session: event.locals.session?.id ?? null,
				secret: browserSecret(event),
				key
			});
			if (!added) throw new Refused({ answer: 'passkey.refused' });
			goTo(event, '/ik');
		},
		{ secret: ['answer'] }
	),
	removeKey: privateAction(
		RemoveKey.extend({ key: formKey }),
		async ({ ctx, actor, event, input }) => {
			await removeKey(ctx, actor, { ...input, session: event.locals.session?.id ?? null });
			goTo(event, '/ik');
		}
	),
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
