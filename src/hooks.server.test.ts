import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { signInForDemo } from '#lib/identity/server/demo.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import type { Ctx } from '#lib/server/ctx.ts';
import { SESSION_COOKIE } from '#lib/server/http.ts';
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
			const page = `<html lang="%portal.lang%"><script nonce="abc123" src="/page.js"></script>${answer()}`;
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
