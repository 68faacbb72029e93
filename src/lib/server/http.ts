import { error, fail, redirect, type ActionFailure } from '@sveltejs/kit';
import type { RequestEvent } from '@sveltejs/kit';
import { z } from 'zod';
import { Denied } from '#lib/kernel/policy.ts';
import type { Actor } from '#lib/kernel/actor.ts';
import { joinPath, type Locale } from '#lib/ui/locale.ts';
import { OnServer } from '#lib/ui/on-server.ts';
import { newToken } from './crypto.ts';
import type { Ctx } from './ctx.ts';
import { Refused } from './refused.ts';

/** A message key beside a field, and what was typed there. */
export type FormProblems = {
	readonly errors: Readonly<Record<string, string>>;
	readonly values: Readonly<Record<string, string>>;
};

type Asked = { readonly ctx: Ctx; readonly actor: Actor; readonly event: RequestEvent };

/**
 * A page's load: one query in, a view out that is rendered and never sent along as data.
 * A refusal becomes 404 (as if absent) or 403 (with a reason to read).
 */
export function page<V>(query: (asked: Asked) => Promise<V> | V) {
	return async (event: RequestEvent): Promise<{ page: OnServer<V> }> => {
		const { ctx, actor } = event.locals;
		return { page: new OnServer(await answering(event, () => query({ ctx, actor, event }))) };
	};
}

/**
 * A page for people who are signed in: a visitor goes to the sign-in page and comes back afterwards.
 */
export const privatePage = <V>(query: (asked: Asked) => Promise<V> | V) =>
	page((asked) => {
		if (asked.actor.kind === 'visitor') redirect(303, signInAddress(asked.event));
		return query(asked);
	});

/** A file to keep: what is in it, what kind it is, and a name that says nothing about anybody. */
export type Download = {
	readonly body: string | Buffer;
	readonly type: string;
	readonly name: string;
};

/**
 * A file for people who are signed in, made for the one who asks. A visitor goes to sign in; a refusal
 * answers like that of a page.
 */
export const privateFile =
	(query: (asked: Asked) => Promise<Download>) =>
	async (event: RequestEvent): Promise<Response> => {
		const { ctx, actor } = event.locals;
		if (actor.kind === 'visitor') redirect(303, signInAddress(event));
		const { body, type, name } = await answering(event, () => query({ ctx, actor, event }));
		return new Response(typeof body === 'string' ? body : new Uint8Array(body), {
			headers: {
				'content-type': type,
				'content-disposition': `attachment; filename="${name}"`,
				'cache-control': 'no-store'
			}
		});
	};

/**
 * A form's action. Checks the input with the schema; wrong input gets a message key beside each
 * field and what was typed, and changes nothing.
 * @param run what it answers is shown once, on the page that answers the form; most lead elsewhere
 * @param secret names of fields that are never sent back
 */
export function formAction<S extends z.ZodObject, Shown = void>(
	schema: S,
	run: (asked: Asked & { readonly input: z.output<S> }) => Promise<Shown>,
	{ secret = [] }: { secret?: readonly string[] } = {}
) {
	return async (event: RequestEvent): Promise<ActionFailure<FormProblems> | Shown> => {
		const form = await event.request.formData();
		const values = textsOf(form);
		const parsed = schema.safeParse(values);
		const kept = Object.fromEntries(
			Object.entries(values).filter(([name]) => !secret.includes(name))
		);
		if (!parsed.success) return fail(400, { errors: problemsOf(parsed.error), values: kept });
		const { ctx, actor } = event.locals;
		try {
			return await answering(event, () => run({ ctx, actor, event, input: parsed.data }));
		} catch (thrown) {
			if (thrown instanceof Refused) return fail(400, { errors: thrown.errors, values: kept });
			throw thrown;
		}
	};
}

/** An action for people who are signed in; a visitor, or a session that ended, goes to sign in. */
export const privateAction = <S extends z.ZodObject, Shown = void>(
	schema: S,
	run: (asked: Asked & { readonly input: z.output<S> }) => Promise<Shown>,
	options: { secret?: readonly string[] } = {}
) =>
	formAction(
		schema,
		async (asked) => {
			if (asked.actor.kind === 'visitor') redirect(303, signInAddress(asked.event));
			return run(asked);
		},
		options
	);

/**
 * What the script of a page asks for, beside a form that works without it. Answers in JSON, with the
 * checks of the form's action.
 */
export const script =
	<S extends z.ZodObject>(
		schema: S,
		run: (asked: Asked & { readonly input: z.output<S> }) => Promise<object>
	) =>
	async (event: RequestEvent): Promise<Response> => {
		const { ctx, actor } = event.locals;
		const parsed = schema.safeParse(textsOf(await event.request.formData()));
		if (!parsed.success) return Response.json({}, { status: 400 });
		try {
			return Response.json(
				await answering(event, () => run({ ctx, actor, event, input: parsed.data }))
			);
		} catch (thrown) {
			if (thrown instanceof Refused) return Response.json({}, { status: 400 });
			throw thrown;
		}
	};

/** A {@link script} for people who are signed in; 401 for a session that is over. */
export const privateScript = <S extends z.ZodObject>(
	...[schema, run]: Parameters<typeof script<S>>
) => {
	const answer = script(schema, run);
	return async (event: RequestEvent): Promise<Response> =>
		event.locals.actor.kind === 'visitor' ? new Response(null, { status: 401 }) : answer(event);
};

/** Where a visitor signs in, and comes back from to the page that was asked. */
export function signInAddress({
	locals: { locale, path },
	request,
	url
}: Pick<RequestEvent, 'locals' | 'request' | 'url'>): string {
	// What a form's address says is which action it asked, and nothing to come back to.
	const asked = request.method === 'GET' ? path + url.search : path;
	return `${joinPath(locale, '/inloggen')}?naar=${encodeURIComponent(asked)}`;
}

/** To a page of our own, in the language of the page that was asked. */
export const goTo = (event: Pick<RequestEvent, 'locals'>, path: string): never =>
	redirect(303, joinPath(event.locals.locale, path));

export const SESSION_COOKIE = '__Host-sessie';
export const BROWSER_COOKIE = '__Host-inloggen';
/** Of who writes without an account. The name says as little as that of any other. */
export const GUEST_COOKIE = '__Host-begin';
/** Of a browser that may hold words which could not be sent yet. */
export const DEVICE_COOKIE = '__Host-hier';

type WithCookies = Pick<RequestEvent, 'cookies'>;

const SECRET_COOKIE = { path: '/', secure: true, httpOnly: true, sameSite: 'lax' } as const;

/** Ends with the browser's own session at the latest, or after so many days; the server ends it earlier. */
export const keepSecret = (event: WithCookies, name: string, value: string, days?: number): void =>
	event.cookies.set(name, value, {
		...SECRET_COOKIE,
		...(days && { maxAge: days * 24 * 60 * 60 })
	});

export const dropSecret = (event: WithCookies, name: string): void =>
	event.cookies.delete(name, SECRET_COOKIE);

/** The secret that ties a sign-in to the browser that asked for it; made when there is none. */
export function browserSecret(event: WithCookies): string {
	const kept = event.cookies.get(BROWSER_COOKIE);
	if (kept) return kept;
	const made = newToken();
	keepSecret(event, BROWSER_COOKIE, made);
	return made;
}

/** The browser forgets everything about somebody who signs out. */
export function forgetBrowser(event: Pick<RequestEvent, 'cookies' | 'setHeaders'>): void {
	dropSecret(event, SESSION_COOKIE);
	dropSecret(event, BROWSER_COOKIE);
	dropSecret(event, GUEST_COOKIE);
	dropSecret(event, DEVICE_COOKIE);
	event.setHeaders({ 'clear-site-data': '"cache","cookies","storage"' });
}

/**
 * Where a request comes from, for limits. A proxy's word counts only when the configuration says so;
 * of an IPv6 address the network counts, because one line has millions of addresses.
 */
export function networkOf(
	event: Pick<RequestEvent, 'locals' | 'request' | 'getClientAddress'>
): string {
	const forwarded = event.locals.ctx.config.trustProxy
		? event.request.headers.get('x-forwarded-for')?.split(',').at(-1)?.trim()
		: undefined;
	const address = forwarded || event.getClientAddress();
	if (!address.includes(':') || address.startsWith('::ffff:')) return address;
	return address.split(':', 4).join(':');
}

/** A page of few words that needs nothing, not the database, not a layout; from it, help is one tap away too. */
export function plainPage(
	status: number,
	{ locale, title, text, help }: { locale: Locale; title: string; text: string; help: string },
	headers: Record<string, string> = {}
): Response {
	const body = `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Samenspel</title></head><body><main><h1>${escape(title)}</h1><p>${escape(text)}</p><p><a href="${joinPath(locale, '/hulp')}">${escape(help)}</a></p></main></body></html>`;
	return new Response(body, {
		status,
		headers: {
			'content-type': 'text/html; charset=utf-8',
			'content-security-policy': "default-src 'none'; frame-ancestors 'none'; base-uri 'none'",
			'cache-control': 'no-store',
			'x-robots-tag': 'noindex',
			...headers
		}
	});
}

const escape = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

async function answering<T>(event: RequestEvent, work: () => Promise<T> | T): Promise<T> {
	try {
		return await work();
	} catch (thrown) {
		if (!(thrown instanceof Denied)) throw thrown;
		const { ctx, actor } = event.locals;
		const { ability, decision } = thrown;
		ctx.log.info({
			event: 'refused',
			request: ctx.requestId,
			actor: actor.kind === 'person' ? actor.id : actor.kind,
			ability,
			outcome: decision.outcome,
			reason: decision.reason
		});
		if (decision.outcome === 'deny') error(403, 'refused', { reason: decision.reason });
		error(404, 'not found');
	}
}

/** The texts of a form by name. A group of checkboxes becomes one text with commas: ids hold none. */
function textsOf(form: FormData): Record<string, string> {
	const texts: Record<string, string> = {};
	for (const [name, value] of form) {
		if (typeof value !== 'string') continue;
		texts[name] = name in texts ? `${texts[name]},${value}` : value;
	}
	return texts;
}

function problemsOf(problem: z.ZodError): Record<string, string> {
	const errors: Record<string, string> = {};
	for (const issue of problem.issues) errors[issue.path.join('.')] ??= issue.message;
	return errors;
}
