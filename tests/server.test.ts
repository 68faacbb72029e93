import { once } from 'node:events';
import { request, type IncomingHttpHeaders } from 'node:http';
import { connect } from 'node:net';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { EVERY_RESPONSE, NOTHING_POLICY } from '#lib/server/headers.ts';
import { freePort, startProcess, startServer, type RunningServer } from './support/server.ts';

let server: RunningServer;
beforeAll(async () => {
	server = await startServer({ SECURITY_CONTACT: 'mailto:meld@portaal.example' });
});
afterAll(async () => {
	await server.stop();
});

type Answer = {
	readonly status: number;
	readonly headers: IncomingHttpHeaders;
	readonly body: string;
};

/** Asks with exactly these headers: `fetch` would set some by itself and refuse others. */
async function ask(
	path: string,
	options: {
		readonly method?: string;
		readonly headers?: Record<string, string>;
		readonly body?: string;
		readonly port?: number;
	} = {}
): Promise<Answer> {
	const { method = 'GET', headers = {}, body, port = server.port } = options;
	const asking = request({ host: '127.0.0.1', port, path, method, headers });
	asking.end(body);
	const [response] = await once(asking, 'response');
	return { status: response.statusCode, headers: response.headers, body: await text(response) };
}

/** The bytes that come back for bytes that may not be http. */
async function askRaw(bytes: string): Promise<string> {
	const socket = connect(server.port, '127.0.0.1');
	socket.write(bytes);
	return await text(socket);
}

const form = (origin: string) => ({
	'content-type': 'application/x-www-form-urlencoded',
	origin
});

/** Everything of security 3 except the policy, which differs between pages and other things. */
function expectHeaders({ headers }: Answer) {
	for (const [name, value] of Object.entries(EVERY_RESPONSE)) {
		if (name !== 'Content-Security-Policy') expect(headers[name.toLowerCase()]).toBe(value);
	}
	expect(headers['cache-control']).toBeTruthy();
	expect(headers['x-powered-by']).toBeUndefined();
}

describe('headers', () => {
	test.each([
		['a page', 200, '/', {}],
		['a page without its body', 200, '/', { method: 'HEAD' }],
		['the calendar', 200, '/weg', {}],
		['a file', 200, '/icon.svg', {}],
		['a file without its body', 200, '/icon.svg', { method: 'HEAD' }],
		['a file asked wrongly', 405, '/icon.svg', { method: 'POST' }],
		['a part of a file', 206, '/robots.txt', { headers: { range: 'bytes=0-3' } }],
		['what is not there', 404, '/bestaat-niet', {}],
		['a file of the build that is not there', 404, '/_app/immutable/x.js', {}],
		['an address that cannot be read', 400, '/%E0%A4%A', {}],
		[
			'a method that is not there',
			405,
			'/weg/verder',
			{ method: 'PUT', headers: { 'content-type': 'text/csv' } }
		],
		['a body that is too large', 413, '/weg', { method: 'POST', body: 'a'.repeat(65_537) }],
		['a form from elsewhere', 403, '/weg', { method: 'POST', headers: form('https://x.example') }],
		['a form from nowhere', 403, '/weg', { method: 'POST', headers: form('null') }],
		['the security contact', 200, '/.well-known/security.txt', {}]
	])('%s (%i) has them all', async (_, status, path, options) => {
		const answer = await ask(path, options);
		expect(answer.status).toBe(status);
		expectHeaders(answer);
		if (!/text\/html/.test(answer.headers['content-type'] ?? '')) {
			expect(answer.headers['content-security-policy']).toBe(NOTHING_POLICY);
		}
	});

	test('a file that did not change (304) has them all', async () => {
		const { headers } = await ask('/icon.svg');
		const answer = await ask('/icon.svg', { headers: { 'if-none-match': headers.etag ?? '' } });
		expect(answer.status).toBe(304);
		expectHeaders(answer);
	});

	test.each([
		['not http', 'hello\r\n\r\n', '400'],
		['a header too long', `GET / HTTP/1.1\r\nHost: x\r\nA: ${'a'.repeat(20_000)}\r\n\r\n`, '431'],
		[
			'a whole address',
			'GET http://x.example/ HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
			'400'
		]
	])('%s has them all', async (_, bytes, status) => {
		const answer = await askRaw(bytes);
		expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status}`));
		for (const [name, value] of Object.entries(EVERY_RESPONSE)) {
			expect(answer).toContain(`${name}: ${value}`);
		}
	});

	test('a page that is kept names its style by hash, and takes scripts of ours only', async () => {
		const { headers, body } = await ask('/');
		const policy = headers['content-security-policy'] as string;
		expect(policy).toContain("script-src 'self';");
		expect(policy).toMatch(/style-src 'self'( 'sha256-[\w+/=]+')+/);
		expect(policy).not.toContain('nonce-');
		expect(body).not.toMatch(/nonce=| style="| on\w+="/);
	});

	test('a page has the policy of security 3, and its script and style are in it', async () => {
		const { headers, body } = await ask('/inloggen');
		const nonce = /<script nonce="([^"]+)"/.exec(body)?.[1] ?? 'none';
		const policy = new Map(
			(headers['content-security-policy'] as string).split('; ').map((part) => {
				const [name = '', ...sources] = part.split(' ');
				return [name, sources.join(' ')];
			})
		);
		expect(policy.get('style-src')).toMatch(/^'self'( 'nonce-[^']+')?$/);
		policy.delete('style-src');
		expect(Object.fromEntries(policy)).toEqual({
			'default-src': "'none'",
			'script-src': `'strict-dynamic' 'nonce-${nonce}'`,
			'img-src': "'self'",
			'font-src': "'self'",
			'connect-src': "'self'",
			'manifest-src': "'self'",
			'worker-src': "'self'",
			'form-action': "'self'",
			'base-uri': "'none'",
			'object-src': "'none'",
			'frame-ancestors': "'none'",
			'require-trusted-types-for': "'script'",
			'trusted-types': 'svelte-trusted-html sveltekit-trusted-url own-worker'
		});
		expect(body).not.toMatch(/<style(?! nonce)|<script(?! nonce)| style="| on\w+="/);
	});

	test('pages say which letters they are written in, are private, and are not found by searching', async () => {
		const { headers } = await ask('/');
		expect(headers['content-type']).toBe('text/html; charset=utf-8');
		expect(headers['cache-control']).toBe('no-store');
		expect(headers['x-robots-tag']).toBe('noindex');
	});

	test('a file is kept for long only under an address with a version', async () => {
		expect((await ask('/page.js')).headers['cache-control']).toBe('public, max-age=600');
		const versioned = await ask('/page.js?v=1');
		expect(versioned.headers['cache-control']).toBe('public, max-age=31536000, immutable');
		expect((await ask('/weg?v=1')).headers['cache-control']).toBe('no-store');
	});

	test.each([
		['/weg', 'br', 'br'],
		['/weg', 'gzip', 'gzip'],
		['/page.js', 'br', 'br'],
		['/weg', 'identity', undefined]
	])('%s for %s', async (path, accepted, encoding) => {
		const { headers } = await ask(path, { headers: { 'accept-encoding': accepted } });
		expect(headers['content-encoding']).toBe(encoding);
		expect(headers.vary).toMatch(/accept-encoding/i);
	});
});

describe('the public address', () => {
	const spoofed = {
		host: 'kwaad.example',
		forwarded: 'host=kwaad.example;proto=http',
		'x-forwarded-host': 'kwaad.example',
		'x-forwarded-proto': 'gopher',
		'x-forwarded-port': '6666',
		'x-samenspel-host': 'kwaad.example',
		'x-samenspel-protocol': 'gopher'
	};

	test.each([
		['/', {}],
		['/weg', {}],
		['/bestaat-niet', {}],
		['/.well-known/security.txt', {}],
		['/weg/', {}],
		['//kwaad.example/..', {}],
		['/weg', { method: 'POST' }]
	])('is never what a client says it is: %s %o', async (path, options) => {
		const answer = await ask(path, { ...options, headers: { ...spoofed, ...form(server.origin) } });
		expect(answer.status).toBeLessThan(500);
		const { location = '' } = answer.headers;
		expect(answer.body).not.toContain(path.startsWith('//') ? 'gopher' : 'kwaad');
		expect(location).not.toMatch(/^(\w+:)?\/\//);
		expect(JSON.stringify(answer.headers)).not.toMatch(/gopher|6666/);
	});

	test('a form is accepted from the configured address only, whatever the Host header', async () => {
		const post = (origin: string) =>
			ask('/weg', { method: 'POST', headers: { ...spoofed, ...form(origin) } });
		expect((await post(server.origin)).status).toBe(303);
		expect((await post('gopher://kwaad.example')).status).toBe(403);
		expect((await post('https://kwaad.example')).status).toBe(403);
	});
});

test.each([
	['a link on another site ends nothing', 'cross-site', false],
	['the calendar itself ends the session', 'same-origin', true],
	['an address typed by hand ends the session', 'none', true]
])('%s', async (_, site, ends) => {
	const { headers } = await ask('/weg', {
		headers: { cookie: '__Host-sessie=x', 'sec-fetch-site': site }
	});
	const ended = headers['set-cookie']?.some((cookie) => cookie.startsWith('__Host-sessie=;'));
	expect(ended).toBe(ends);
});

describe('stopping and starting', () => {
	test('a stop finishes what was begun, takes nothing new, waits for no silence, and exits 0', async () => {
		const short = await startServer();
		const reach = async (bytes: string) => {
			const socket = connect(short.port, '127.0.0.1');
			socket.on('error', () => undefined);
			await once(socket, 'connect');
			socket.write(bytes);
			return socket;
		};
		const silent = await reach('');
		const begun = await Promise.all(
			Array.from({ length: 20 }, () => reach('GET /weg HTTP/1.1\r\nHost: x\r\n'))
		);
		await new Promise((resolve) => setTimeout(resolve, 200));
		const start = performance.now();
		const code = short.stop();
		await new Promise((resolve) => setTimeout(resolve, 200));
		const [refused] = await once(connect(short.port, '127.0.0.1'), 'error');
		expect(refused.code).toBe('ECONNREFUSED');
		for (const socket of begun) socket.write('\r\n');
		for (const answer of await Promise.all(begun.map((socket) => text(socket)))) {
			expect(answer).toMatch(/^HTTP\/1.1 200 [^]*<\/html>/);
		}
		expect(await code).toBe(0);
		expect(performance.now() - start).toBeLessThan(3_000);
		silent.destroy();
	});

	test('a request that never ends is cut off: the stop takes at most 10 seconds', async () => {
		const short = await startServer();
		const endless = connect(short.port, '127.0.0.1');
		endless.on('error', () => undefined);
		endless.write('GET /weg HTTP/1.1\r\n');
		await new Promise((resolve) => setTimeout(resolve, 200));
		const start = performance.now();
		expect(await short.stop()).toBe(0);
		expect(performance.now() - start).toBeLessThan(10_000);
	}, 15_000);

	test('it listens where it is told and nowhere else', async () => {
		const elsewhere = connect(server.port, '127.0.0.2');
		const [problem] = await once(elsewhere, 'error');
		expect(problem.code).toBe('ECONNREFUSED');
	});

	test.each([
		[
			'a port in use',
			() => ({ DEMO: '1', PORT: String(server.port) }),
			/^PORT: .* al in gebruik\.\n$/
		],
		[
			'nothing configured',
			() => ({}),
			/^(ORIGIN|SEAL_KEY|SMTP_URL|MAIL_FROM): .+\n(\w+: .+\n){3}$/
		],
		['a wrong port', () => ({ DEMO: '1', PORT: 'x' }), /^PORT: [^\n]+\n$/]
	])('%s is said in one line each, and nothing is served', async (_, environment, said) => {
		const child = startProcess({ PORT: String(await freePort()), ...environment() });
		const [written, [code]] = await Promise.all([
			text(child.stderr as Readable),
			once(child, 'exit') as Promise<[number]>
		]);
		expect(written).toMatch(said);
		expect(code).toBe(1);
	});

	test('it said one line', () => {
		expect(server.output().trim().split('\n')).toHaveLength(1);
	});
});
