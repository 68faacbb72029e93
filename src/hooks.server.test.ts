import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { signInForDemo } from '#lib/identity/server/demo.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import type { Ctx } from '#lib/server/ctx.ts';
import { READING_COOKIE } from '#lib/reading/model.ts';
import { LEFT_COOKIE } from '#lib/server/exit.ts';
import { SESSION_COOKIE } from '#lib/server/http.ts';
import { forgetKeptPages } from '#lib/server/kept-pages.ts';
import { aPerson } from '../tests/support/accounts.ts';
import { anEvent } from '../tests/support/event.ts';
import { handle, handleError, init, shutdown } from './hooks.server.ts';

const folder = mkdtempSync(join(tmpdir(), 'samenspel-'));

beforeAll(async () => {
	vi.stubEnv('DATABASE_URL', `file:${folder}/hooks.db`);
	vi.stubEnv('DEMO', '1');
	vi.stubEnv('LOG_LEVEL', 'silent');
	await init();
});

afterAll(async () => {
	await shutdown();
	rmSync(folder, { recursive: true, force: true });
});

type Asked = Parameters<typeof anEvent>[1];

async function ask(asked: Asked, answer: () => unknown = () => 'page') {
	const { event, locals } = anEvent(undefined, asked);
	const response = await handle({
		event,
		resolve: async (_, options) => {
			await new Promise((resolve) => setTimeout(resolve, 1));
			const page = `<html lang="%portal.lang%" %portal.marks%><head><script nonce="abc123" src="/page.js"></script></head>${answer()}`;
			const html = await options?.transformPageChunk?.({ html: page, done: true });
			return new Response(html, {
				headers: {
					'content-type': 'text/html',
					'content-security-policy': "default-src 'none'; script-src 'strict-dynamic'"
				}
			});
		}
	});
	return { response, locals: locals as App.Locals };
}

async function signIn(id: string) {
	const { locals } = await ask({ address: '/' });
	const ctx: Ctx = locals.ctx;
	const person = await aPerson(ctx, id);
	const started = await signInForDemo(ctx, person, { device: 'phone', session: null });
	return { person, cookies: { [SESSION_COOKIE]: started?.token ?? '' } };
}

describe('every request', () => {
	test('has a context, a language and a path, and a visitor when nobody is signed in', async () => {
		const { locals } = await ask({ address: '/en/rechten', cookies: { [SESSION_COOKIE]: 'x' } });
		expect(locals).toMatchObject({
			locale: 'en',
			path: '/rechten',
			actor: { kind: 'visitor' },
			session: null
		});
		expect(locals.ctx.requestId).toMatch(/^[a-z0-9]{24}$/);
	});

	test('is answered without the marks of a script that is not there', async () => {
		const marked = '<!--[-1--><!--1x2y3z--><p>a<!---->b<!--[!--></p><!--]--><!-- said -->';
		const { response } = await ask({ address: '/' }, () => marked);
		expect(await response.text()).toMatch(/<p>ab<\/p><!-- said -->$/);
	});

	test('of somebody who is signed in knows who, and is never kept or found', async () => {
		const { person, cookies } = await signIn('sanne');
		const { locals, response } = await ask({ address: '/', routeId: '/(open)', cookies });
		expect(locals.actor).toEqual({ kind: 'person', id: person, assurance: 'link' });
		expect(response.headers.get('cache-control')).toBe('no-store');
		expect(response.headers.get('x-robots-tag')).toBe('noindex');
	});

	test.each([
		['/(open)/rechten/[slug]', null],
		['/(open)', null],
		['/(open)/inloggen', 'no-store'],
		['/(open)/inloggen/link/[token]', 'no-store'],
		['/(open)/uitnodiging/[token]', 'no-store'],
		['/(gezin)/thuis', 'no-store'],
		[null, 'no-store']
	])('of a visitor for %s: cache-control %s', async (routeId, kept) => {
		const { response } = await ask({ address: '/', routeId });
		expect(response.headers.get('cache-control')).toBe(kept);
	});

	test('lets the one script of the page run', async () => {
		const { response } = await ask({ address: '/' });
		expect(response.headers.get('content-security-policy')).toContain(
			"script-src 'strict-dynamic' 'nonce-abc123'"
		);
	});

	test('speaks its own language, also among two hundred at once', async () => {
		const pages = await Promise.all(
			Array.from({ length: 200 }, async (_, i) => {
				const locale = i % 2 === 0 ? 'nl' : 'en';
				const { response } = await ask({ address: locale === 'nl' ? '/' : '/en' }, getLocale);
				return (await response.text()).endsWith(locale);
			})
		);
		expect(pages.every(Boolean)).toBe(true);
	});
});

describe('a public page', () => {
	const RIGHTS = { address: '/rechten', routeId: '/(open)/rechten' };
	let made = 0;
	const count = () => `made ${++made}`;
	const textOf = async (asked: Asked) => (await ask(asked, count)).response.text();

	beforeEach(() => forgetKeptPages());

	test('is made once for every visitor, in each language and letter size', async () => {
		const cookies = (value: string) => ({ cookies: { [READING_COOKIE]: value } });
		const pages = [
			RIGHTS,
			{ ...RIGHTS, address: '/en/rechten' },
			{ ...RIGHTS, ...cookies('large.normal') },
			{ ...RIGHTS, address: '/en/rechten', ...cookies('largest.normal') }
		];
		const texts = [];
		for (const page of pages) texts.push(await textOf(page));
		const before = made;
		for (const [index, page] of pages.entries()) expect(await textOf(page)).toBe(texts[index]);
		expect(made).toBe(before);
		expect(new Set(texts).size).toBe(4);
		expect(texts[2]).toContain('<html lang="nl" data-text="large" data-offline="/meenemen.json">');
		expect(texts[3]).toContain('lang="en" data-text="largest" data-offline="/en/meenemen.json"');
		// The speed is the script's: it makes no other page.
		expect(await textOf({ ...RIGHTS, ...cookies('normal.slow') })).toBe(texts[0]);
	});

	test('is made anew for somebody who is signed in, and that one is kept for nobody', async () => {
		const { cookies } = await signIn('vera');
		const own = await ask({ ...RIGHTS, cookies }, () => 'own');
		expect(await own.response.text()).toContain('own');
		const visitor = await textOf(RIGHTS);
		expect(visitor).toContain('made');
		const again = await ask({ ...RIGHTS, cookies }, () => 'own again');
		expect(await again.response.text()).toContain('own again');
		// A session that is over is not looked up before: whoever has a cookie gets nothing that is kept.
		const over = await ask({ ...RIGHTS, cookies: { [SESSION_COOKIE]: 'x' } }, () => 'over');
		expect(await over.response.text()).toContain('over');
		expect(await textOf(RIGHTS)).toBe(visitor);
	});

	test.each<[string, Partial<Asked>]>([
		['with a query', { address: '/rechten?a=b' }],
		['that is posted to', { form: {} }],
		['asked as data', { isDataRequest: true }],
		['of another route', { address: '/inloggen', routeId: '/(open)/inloggen' }],
		['that is not there', { routeId: null }]
	])('%s is neither kept nor answered from what is kept', async (_, more) => {
		const kept = await textOf(RIGHTS);
		const [first, second] = [
			await textOf({ ...RIGHTS, ...more }),
			await textOf({ ...RIGHTS, ...more })
		];
		expect(second).not.toBe(first);
		expect(first).not.toBe(kept);
		expect(await textOf(RIGHTS)).toBe(kept);
	});

	test('is not for who has just left quickly', async () => {
		await textOf(RIGHTS);
		const { response } = await ask({ ...RIGHTS, cookies: { [LEFT_COOKIE]: '1' } });
		const text = await response.text();
		expect(text).toContain('Kalender');
		expect(text).not.toMatch(/data-offline|page\.js/);
	});

	test('asked for its head has the same headers, and makes no other page', async () => {
		const whole = await ask(RIGHTS, count);
		const head = await ask({ ...RIGHTS, method: 'HEAD' }, count);
		expect([...head.response.headers]).toEqual([...whole.response.headers]);
		expect(await head.response.text()).toBe('');
	});
});

describe('sixty posts a minute', () => {
	test('from one network address, and not from another', async () => {
		const post = (from: string) => ask({ address: '/inloggen', form: {}, from });
		for (let i = 0; i < 60; i++) await post('198.51.100.7');
		const { response } = await post('198.51.100.7');
		expect(response.status).toBe(429);
		expect(response.headers.get('retry-after')).toBe('60');
		expect(await response.text()).toContain('<h1>Even wachten</h1>');
		expect((await post('198.51.100.8')).response.status).toBe(200);
	});

	test('for each session its own, whatever the network', async () => {
		const { cookies } = await signIn('tom');
		const post = (who: object) => ask({ address: '/plan', form: {}, from: '198.51.100.9', ...who });
		for (let i = 0; i < 60; i++) await post({ cookies });
		expect((await post({ cookies })).response.status).toBe(429);
		expect((await post({})).response.status).toBe(200);
	});

	test('not for leaving, and not for reading', async () => {
		const statuses = new Set<number>();
		for (let i = 0; i < 70; i++) {
			const from = '198.51.100.10';
			statuses.add((await ask({ address: '/weg', form: {}, from })).response.status);
			statuses.add((await ask({ address: '/', from })).response.status);
		}
		expect([...statuses]).toEqual([200]);
	});

	test('a forwarded address counts for nothing without a proxy', async () => {
		const post = (forwarded: string) =>
			ask({
				address: '/inloggen',
				form: {},
				from: '198.51.100.11',
				headers: { 'x-forwarded-for': forwarded }
			});
		for (let i = 0; i < 60; i++) await post(`203.0.113.${i}`);
		expect((await post('203.0.113.99')).response.status).toBe(429);
	});
});

describe('an error', () => {
	async function handled(error: unknown, kind: 'unknown' | 'app' = 'unknown') {
		const { locals } = await ask({ address: '/' });
		const lines: unknown[] = [];
		const log = { error: (line: unknown) => lines.push(line) };
		const { event } = anEvent({ ...locals.ctx, log } as unknown as Ctx, {
			address: '/uitnodiging/geheimtoken?naar=x',
			routeId: '/(open)/uitnodiging/[token]'
		});
		const input = { kind, error, event } as unknown as Parameters<typeof handleError>[0];
		return { answer: await handleError(input), logged: JSON.stringify(lines) };
	}

	test('of ours gets a number, and its line has no content, no token and no address', async () => {
		const fault = new Error('Failed query: params: sanne@voorbeeld.nl, geheimtoken');
		const { answer, logged } = await handled(fault);
		expect(answer).toMatchObject({
			status: 500,
			reference: expect.stringMatching(/^[a-z0-9]{8}$/)
		});
		expect(logged).toContain('/(open)/uitnodiging/[token]');
		expect(logged).toContain('hooks.server.test');
		expect(logged).not.toMatch(/voorbeeld|geheimtoken/);
	});

	test('of a full disk is 503', async () => {
		const cause = Object.assign(new Error('disk'), { code: 'SQLITE_FULL' });
		const { answer } = await handled(new Error('Failed query', { cause }));
		expect(answer).toMatchObject({ status: 503 });
	});

	test('that was meant is not written down', async () => {
		const { answer, logged } = await handled({ status: 404, message: 'not found' }, 'app');
		expect(answer).toEqual({});
		expect(logged).toBe('[]');
	});
});
