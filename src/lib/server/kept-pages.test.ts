import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { beforeEach, expect, test, vi } from 'vitest';
import { forgetKeptPages, keptPage, makePage } from './kept-pages.ts';

const POLICY =
	"default-src 'none'; script-src 'strict-dynamic' 'nonce-abc'; style-src 'self' 'nonce-abc'";

let clock = new Date('2026-11-22T12:00:00Z');
const ctx = { now: () => clock };
const asked = { encoding: 'identity', head: false } as const;

const html = (words: string) =>
	`<html><style nonce="abc">p{color:red}table{color:red}</style><script nonce="abc" src="/page.js"></script><p>${words}</p></html>`;

const made = (words: string, more: ResponseInit = {}) =>
	new Response(html(words), {
		...more,
		headers: {
			'content-type': 'text/html; charset=utf-8',
			'content-security-policy': POLICY,
			...more.headers
		}
	});

const make = (words: string, name = '/a', more?: ResponseInit) =>
	makePage(ctx, name, asked, () => Promise.resolve(made(words, more)));
const kept = (name = '/a') => keptPage(ctx, name, asked);

beforeEach(() => {
	forgetKeptPages();
	clock = new Date('2026-11-22T12:00:00Z');
});

test('the second reader gets what the first got, and no nonce of anybody', async () => {
	const first = await make('one');
	const second = kept();
	const body = await first.text();
	expect(await second?.text()).toBe(body);
	expect([...(second?.headers ?? [])]).toEqual([...first.headers]);
	expect(body).not.toContain('nonce');
	expect(first.headers.get('content-security-policy')).toMatch(
		/^default-src 'none'; script-src 'self'; style-src 'self' 'sha256-[\w+/]{43}='$/
	);
	expect(first.headers.get('content-length')).toBe(String(Buffer.byteLength(body)));
	expect(body).toContain('<style>p{color:red}</style>');
});

test.each([
	['is not there', { status: 404 }],
	['sets a cookie', { headers: { 'set-cookie': 'a=1' } }]
])('a page that %s is kept for nobody', async (_, more) => {
	expect(await (await make('one', '/a', more)).text()).toContain('nonce="abc"');
	expect(kept()).toBeNull();
});

test('a page with the key of a form, or without a nonce, is kept for nobody', async () => {
	const page = await make('<input type="hidden" name="key" value="1">');
	expect(page.headers.get('content-security-policy')).toBe(POLICY);
	expect(await page.text()).toContain('nonce="abc"');
	const bare = new Response('<html></html>', { headers: { 'content-type': 'text/html' } });
	await makePage(ctx, '/a', asked, () => Promise.resolve(bare));
	expect(kept()).toBeNull();
});

test('at midnight in the Netherlands the page of yesterday is over', async () => {
	clock = new Date('2026-11-22T22:59:00Z');
	await make('one');
	expect(kept()).not.toBeNull();
	clock = new Date('2026-11-22T23:00:00Z');
	expect(kept()).toBeNull();
});

test('a page that was begun before midnight is not one of the new day', async () => {
	clock = new Date('2026-11-22T22:59:59.999Z');
	await makePage(ctx, '/a', asked, () => {
		clock = new Date('2026-11-22T23:00:00.010Z');
		return Promise.resolve(made('of the day before'));
	});
	expect(kept()).toBeNull();
});

test('what changed is seen at once, also by a page that was being made', async () => {
	await make('one');
	forgetKeptPages();
	expect(kept()).toBeNull();
	await makePage(ctx, '/a', asked, () => {
		forgetKeptPages();
		return Promise.resolve(made('before the change'));
	});
	expect(kept()).toBeNull();
});

test('a change by another process is seen within five minutes', async () => {
	await make('one');
	clock = new Date('2026-11-22T12:04:59Z');
	expect(kept()).not.toBeNull();
	clock = new Date('2026-11-22T12:05:00Z');
	expect(kept()).toBeNull();
});

test('after a while the same page keeps what was compressed', async () => {
	await make('one');
	const br = () => keptPage(ctx, '/a', { encoding: 'br', head: false });
	await vi.waitFor(() => expect(br()?.headers.get('content-encoding')).toBe('br'));
	clock = new Date('2026-11-23T12:00:00Z');
	await make('one');
	expect(br()?.headers.get('content-encoding')).toBe('br');
	await make('two');
	expect(br()?.headers.get('content-encoding')).toBeNull();
});

test('compressed it is the same page, with its own length', async () => {
	const body = await (await make('woorden '.repeat(200))).text();
	const answers = await vi.waitFor(() => {
		const all = (['br', 'gzip'] as const).map((encoding) =>
			keptPage(ctx, '/a', { encoding, head: false })
		);
		expect(all.map((one) => one?.headers.get('content-encoding'))).toEqual(['br', 'gzip']);
		return all;
	});
	const [br, gzip] = await Promise.all(
		answers.map(async (one) => Buffer.from((await one?.arrayBuffer()) ?? new ArrayBuffer(0)))
	);
	expect(brotliDecompressSync(br ?? '').toString()).toBe(body);
	expect(gunzipSync(gzip ?? '').toString()).toBe(body);
	expect(answers.map((one) => one?.headers.get('content-length'))).toEqual(
		[br, gzip].map((one) => String(one?.byteLength))
	);
	expect(answers.map((one) => one?.headers.get('vary'))).toEqual([
		'Accept-Encoding',
		'Accept-Encoding'
	]);
});

test('only the head is asked: the same headers and no body', async () => {
	const whole = await make('one');
	const head = keptPage(ctx, '/a', { encoding: 'identity', head: true });
	expect([...(head?.headers ?? [])]).toEqual([...whole.headers]);
	expect(await head?.text()).toBe('');
});

test('it keeps no more than it has room for: the oldest go', async () => {
	const large = JSON.stringify('a'.repeat(5_300_000));
	for (const name of ['/1', '/2', '/3', '/4', '/5']) {
		const answer = () => new Response(large, { headers: { 'content-type': 'application/json' } });
		await makePage(ctx, name, asked, () => Promise.resolve(answer()));
	}
	expect(['/1', '/2', '/5'].map((name) => kept(name) !== null)).toEqual([false, true, true]);
});
