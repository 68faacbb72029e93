import { AsyncLocalStorage } from 'node:async_hooks';
import type { RequestEvent } from '@sveltejs/kit';
import type { Handle, HandleServerError, ServerInit } from '@sveltejs/kit/hooks';
import { building } from '$app/env';
import { quarterDue } from '#lib/council/server/publish.commands.ts';
import { forgetOld, noteSeen } from '#lib/identity/server/sessions.commands.ts';
import { identitySenders } from '#lib/identity/server/senders.ts';
import { recognise } from '#lib/identity/server/sessions.queries.ts';
import { visitor } from '#lib/kernel/actor.ts';
import { forgetQuestions } from '#lib/jim/server/ask.commands.ts';
import { jimSenders } from '#lib/jim/server/senders.ts';
import { settleAnswers } from '#lib/feedback/server/answer.commands.ts';
import { feedbackSenders } from '#lib/feedback/server/senders.ts';
import { deliver, forgetOldMail } from '#lib/notifications/server/commands.ts';
import { countOutbox } from '#lib/notifications/server/queries.ts';
import { m } from '#lib/paraglide/messages.js';
import { overwriteGetLocale } from '#lib/paraglide/runtime.js';
import { runCommand } from '#lib/server/child.ts';
import { newId } from '#lib/server/crypto.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { GUEST_COOKIE, networkOf, plainPage, SESSION_COOKIE } from '#lib/server/http.ts';
import { mailTransport } from '#lib/server/mail.ts';
import { forgetWindows, LIMITS, withinLimit } from '#lib/server/rate-limit.ts';
import { forgetReceipts } from '#lib/server/receipt.ts';
import { kindOf, openPortal, repeat, type Repeated } from '#lib/server/running.ts';
import { calendarInstead } from './hooks/exit.ts';
import { regieSenders } from '#lib/regie/server/senders.ts';
import { talkSenders } from '#lib/talk/server/senders.ts';
import { forgetDevices } from '#lib/toekomstplan/server/device.commands.ts';
import { forgetGuestPlans } from '#lib/toekomstplan/server/guest.commands.ts';
import { forgetTips } from '#lib/toekomstplan/server/tip.commands.ts';
import { ownDoor } from '#lib/toekomstplan/server/queries.ts';
import { findGuestSubject } from '#lib/toekomstplan/server/guest.queries.ts';
import { toekomstplanSenders } from '#lib/toekomstplan/server/senders.ts';
import { remindByMail } from '#lib/toekomstplan/server/timeline.commands.ts';
import { keptAnswer } from './hooks/kept.ts';
import { allowScript, nonceIn, readyPage } from './hooks/nonce.ts';
import { readingOf } from '#lib/reading/model.ts';
import {
	baseLocale,
	catalogueFor,
	directionOf,
	joinPath,
	splitPath,
	type Catalogue,
	type Locale
} from '#lib/ui/locale.ts';

type Resolve = Parameters<Handle>[0]['resolve'];

/** Whoever writes mail, by the kind in the outbox. */
const senders = {
	...identitySenders,
	...talkSenders,
	...regieSenders,
	...jimSenders,
	...toekomstplanSenders,
	...feedbackSenders
};

let portal: Ctx | undefined;
let repeated: Repeated[] = [];
let ending = new AbortController();

const catalogues = new AsyncLocalStorage<Catalogue>();
overwriteGetLocale(() => catalogues.getStore() ?? baseLocale);

export const init: ServerInit = async () => {
	if (building || portal) return;
	const ctx = await openPortal(process.env);
	portal = ctx;
	ending = new AbortController();
	const send = mailTransport(ctx.config);
	repeated = [
		repeat(ctx, 'mail', 2, () => deliver(ctx, senders, send)),
		repeat(ctx, 'remind', 600, () => remindByMail(ctx)),
		repeat(ctx, 'publish', 3600, () => publishTables(ctx)),
		repeat(ctx, 'forget', 600, async () => {
			await forgetOld(ctx);
			await forgetGuestPlans(ctx);
			await forgetDevices(ctx);
			await forgetTips(ctx);
			await forgetOldMail(ctx);
			await forgetReceipts(ctx);
			await settleAnswers(ctx);
			await forgetWindows(ctx);
			await forgetQuestions(ctx);
			await ctx.db.wipe();
		})
	];
	ctx.log.info({ event: 'outbox', ...(await countOutbox(ctx.db.read)) });
	process.once('sveltekit:shutdown', shutdown);
};

/**
 * The tables of the quarter that is due, once. Making them takes long at the end of a large quarter, so it is
 * done beside the portal; the other process logs what was hidden and why, in counts only.
 */
async function publishTables(ctx: Ctx): Promise<void> {
	if (!(await quarterDue(ctx))) return;
	const ended = await runCommand('src/cli/publish.ts', ['--due'], ending.signal);
	if (ended !== null && ended > 1) throw new Error('publication ended badly');
}

/** Lets the work that is under way finish, then closes the database. */
export async function shutdown(): Promise<void> {
	const open = portal;
	portal = undefined;
	ending.abort();
	await Promise.all(repeated.map(({ stop }) => stop()));
	repeated = [];
	open?.db.close();
}

/** Gives the request its language and its context; rights are asked further in. */
export const handle: Handle = ({ event, resolve }) => {
	if (!portal) return new Response(null, { status: 503 });
	const { locale, path } = splitPath(event.url.pathname);
	const ctx = portal;
	Object.assign(event.locals, {
		...{ ctx, locale, path, actor: visitor, session: null, child: false },
		ownDoor: onceAsked(() => ownDoor(ctx, event.locals.actor))
	});
	// Whoever left quickly is answered before anything reads the session.
	return catalogues.run(
		locale,
		() => calendarInstead(event) ?? keptAnswer(event, () => answer(event, resolve))
	);
};

/** What several parts of a page ask is read for the first of them. */
function onceAsked<T>(ask: () => Promise<T>): () => Promise<T> {
	let asked: Promise<T> | undefined;
	return () => (asked ??= ask());
}

async function answer(event: RequestEvent, resolve: Resolve): Promise<Response> {
	// What is answered from memory needs no name.
	event.locals.ctx = { ...event.locals.ctx, requestId: newId<string>() };
	const reader = await recogniseBrowser(event);
	const catalogue = catalogueFor(event.locals.locale, reader);
	return catalogues.run(catalogue, () => answerReader(event, resolve));
}

async function answerReader(event: RequestEvent, resolve: Resolve): Promise<Response> {
	const { locale } = event.locals;
	if (!(await mayPost(event))) return tooMany(locale);
	let nonce: string | undefined;
	const response = await resolve(event, {
		transformPageChunk: ({ html }) => {
			nonce ??= nonceIn(html);
			const open = { lang: locale, dir: directionOf(locale), marks: marksOf(event) };
			return readyPage(html, open);
		}
	});
	if (nonce) allowScript(response.headers, nonce);
	if (event.locals.actor.kind !== 'visitor' || !isPublic(event)) {
		response.headers.set('cache-control', 'no-store');
		response.headers.set('x-robots-tag', 'noindex');
	}
	return response;
}

/** @returns to whom the portal speaks */
async function recogniseBrowser({ cookies, locals }: RequestEvent): Promise<{ youth: boolean }> {
	const token = cookies.get(SESSION_COOKIE);
	const found = token ? await recognise(locals.ctx, token) : null;
	if (!found) return { youth: false };
	locals.actor = found.actor;
	locals.session = found.session;
	locals.child = found.child;
	try {
		if (found.seenAgain) await noteSeen(locals.ctx, found.session.id);
	} catch (thrown) {
		// A full disk must not keep anybody from reading.
		locals.ctx.log.error({
			event: 'not-noted',
			request: locals.ctx.requestId,
			kind: kindOf(thrown)
		});
	}
	return { youth: found.youth };
}

async function mayPost(event: RequestEvent): Promise<boolean> {
	const { ctx, session, path } = event.locals;
	// Leaving always works.
	if (event.request.method !== 'POST' || path === '/weg') return true;
	const guest = session
		? null
		: await findGuestSubject(ctx, event.cookies.get(GUEST_COOKIE) ?? null);
	const subject = session ? `session ${session.id}` : (guest ?? `network ${networkOf(event)}`);
	return ctx.db.write((tx) => withinLimit(tx, LIMITS.post, subject, ctx.now()));
}

const tooMany = (locale: Locale) =>
	plainPage(
		429,
		{ locale, title: m['fout.teVaakTitel'](), text: m['fout.teVaak'](), help: m['fout.toHelp']() },
		{ 'retry-after': '60' }
	);

/** What the whole page has to know: how large its letters are, and which pages may be taken along. */
function marksOf(event: RequestEvent): string {
	const { text } = readingOf(event.cookies);
	const size = text === 'normal' ? [] : [`data-text="${text}"`];
	const along = joinPath(event.locals.locale, '/meenemen.json');
	return [...size, ...(isPublic(event) ? [`data-offline="${along}"`] : [])].join(' ');
}

/** Open pages without a word of anybody's own. Everything else is never kept and never found. */
const isPublic = ({ route }: RequestEvent) =>
	!!route.id?.startsWith('/(open)') &&
	!/\/(inloggen|uitnodiging|gevraagd|begin|demo|mening)(\/|$)/.test(route.id);

const DISK_FAULTS = /SQLITE_(FULL|IOERR|READONLY|CANTOPEN|BUSY)/;

/**
 * Every error comes along here; only a fault of ours is written down, with what is needed to find it
 * and nothing of what somebody typed. The route has no tokens in it, an address can.
 */
export const handleError: HandleServerError = ({ kind, error, event }) => {
	if (kind !== 'unknown') return {};
	const { log, requestId } = event.locals.ctx ?? portal ?? {};
	const reference = requestId?.slice(0, 8);
	const what = kindOf(error);
	log?.error({
		event: 'fault',
		request: requestId,
		route: event.route.id,
		kind: what,
		at: error instanceof Error ? framesOf(error) : []
	});
	const status = DISK_FAULTS.test(what) ? 503 : 500;
	return { status, message: reference ?? 'fault', ...(reference && { reference }) };
};

const framesOf = (error: Error) =>
	(error.stack ?? '')
		.split('\n')
		.filter((line) => line.startsWith('    at '))
		.slice(0, 8)
		.map((line) => line.trim());
