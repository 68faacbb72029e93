// @ts-check
'use strict';
/*
 * The worker that lets the public pages be read without internet. It asks the server first, always, and
 * keeps no answer of it: what it keeps is one file for each language (`/meenemen.json`, asked without a
 * cookie), from which it puts a page together when the network fails.
 *
 * static/page.js tells it what to keep, and 'forget' when somebody leaves quickly or signs out.
 */
{
	/** @typedef {import('../src/lib/server/pages-along.ts').PagesAlong} PagesAlong */

	const worker = /** @type {any} */ (self);
	const STORE = 'pages-1';
	const MOST_LANGUAGES = 2;
	const AWAY = /\/(weg|afmelden)(\/|$)/;

	let forgotten = false;

	worker.addEventListener('install', () => worker.skipWaiting());
	worker.addEventListener('activate', (/** @type {any} */ event) => {
		const old = caches
			.keys()
			.then((names) => Promise.all(names.map((name) => name !== STORE && caches.delete(name))));
		event.waitUntil(old);
	});

	worker.addEventListener('message', (/** @type {any} */ event) => {
		forgotten ||= event.data === 'forget';
		event.waitUntil(forgotten ? caches.delete(STORE) : keep(event.data).catch(() => {}));
	});

	worker.addEventListener('fetch', (/** @type {any} */ event) => {
		const { request } = event;
		const { pathname, origin } = new URL(request.url);
		if (request.method !== 'GET' || origin !== location.origin || AWAY.test(pathname)) return;
		if (request.mode === 'navigate') {
			event.respondWith(fetch(request).catch(() => pageOf(pathname)));
		} else if (['script', 'image'].includes(request.destination)) {
			event.respondWith(fetch(request).catch(() => fileOf(request)));
		}
	});

	const today = () => new Intl.DateTimeFormat('sv-SE').format(new Date());

	/**
	 * Keeps the pages of a language as they are now, once a day and for each build; a change of letter
	 * size asks the server nothing.
	 * @param {{ along: string, build: string, text: string }} asked
	 */
	const keep = async ({ along, build, text }) => {
		const store = await caches.open(STORE);
		const known = await store.match(along);
		const day = today();
		const isNew = known?.headers.get('x-day') !== day || known.headers.get('x-build') !== build;
		if (known && !isNew && known.headers.get('x-text') === text) return;
		const answer = isNew ? await ask(along, known) : null;
		const source = answer ?? known;
		if (!source) return;
		const body = await source.text();
		const headers = new Headers(source.headers);
		for (const [name, value] of Object.entries({ day, build, text }))
			headers.set(`x-${name}`, value);
		if (answer) await keepFiles(store, body);
		// Last, so that the language that was read last is the last of the keys.
		await store.delete(along);
		await store.put(along, new Response(body, { headers }));
		const languages = (await store.keys()).filter(({ url }) => url.endsWith('.json'));
		for (const old of languages.slice(0, -MOST_LANGUAGES)) await store.delete(old);
		if (forgotten) await caches.delete(STORE);
	};

	/** @param {string} along @param {Response | undefined} known @returns {Promise<Response | null>} */
	const ask = async (along, known) => {
		const etag = known?.headers.get('etag');
		const answer = await fetch(along, {
			credentials: 'omit',
			cache: 'no-store',
			headers: etag ? { 'if-none-match': etag } : {}
		});
		const isPages = answer.headers.get('content-type')?.startsWith('application/json');
		return answer.ok && isPages ? answer : null;
	};

	/** What pages load besides themselves. @param {Cache} store @param {string} body */
	const keepFiles = async (store, body) => {
		const named = body.matchAll(/(?:src|href)=\\"(\/[\w-]+\.(?:js|svg)[^"\\]*)/g);
		const files = [...new Set([...named].map(([, address = '']) => address))];
		for (const { url } of await store.keys()) {
			const { pathname, search } = new URL(url);
			if (!url.endsWith('.json') && !files.includes(pathname + search)) await store.delete(url);
		}
		await store.addAll(files);
	};

	/** @param {Request} request */
	const fileOf = async (request) =>
		(await caches.match(request, { ignoreSearch: true })) ?? Response.error();

	/** @param {string} address */
	const pageOf = async (address) => {
		if (forgotten || !(await caches.has(STORE))) return Response.error();
		const store = await caches.open(STORE);
		const languages = [];
		for (const key of await store.keys()) {
			const kept = key.url.endsWith('.json') && (await store.match(key));
			if (!kept) continue;
			const along = /** @type {PagesAlong} */ (await kept.json());
			const path = address.startsWith(along.base) ? address.slice(along.base.length) || '/' : '';
			languages.push({ kept, along, path });
		}
		const found = languages.find(({ along, path }) => path in along.pages);
		if (found) return madeOf(found.kept, found.along, found.path);
		const spoken = languages.find(({ along, path }) => along.base && /^\//.test(path));
		const dutch = languages.find(({ along }) => !along.base);
		const { kept, along } = spoken ?? dutch ?? languages.at(-1) ?? {};
		return kept && along ? madeOf(kept, along, along.otherwise, 503) : Response.error();
	};

	/** @param {Response} kept @param {PagesAlong} along @param {string} path @param {number} [status] */
	const madeOf = ({ headers: known }, along, path, status = 200) => {
		const [number, main, reviewBy] = along.pages[path] ?? [0, '', null];
		const { before, after, policy } = along.frames[number] ?? { before: '', after: '', policy: '' };
		const day = known.get('x-day') ?? today();
		const on = new Intl.DateTimeFormat(along.locale, { dateStyle: 'long' }).format(new Date(day));
		const text = known.get('x-text');
		const notices = [along.kept.replace('{on}', on)];
		if (reviewBy && today() >= reviewBy && !main.includes(along.overdue))
			notices.push(along.overdue);
		const html = [
			text ? before.replace('<html ', `<html data-text="${text}" `) : before,
			...notices.map((words) => `<p class="notice waiting">${words}</p>`),
			main,
			after.replaceAll('/{path}', path)
		];
		const headers = new Headers(known);
		for (const name of [
			'content-encoding',
			'content-length',
			'etag',
			'x-day',
			'x-build',
			'x-text'
		]) {
			headers.delete(name);
		}
		headers.set('content-type', 'text/html; charset=utf-8');
		headers.set('content-security-policy', policy);
		return new Response(html.join(''), { status, headers });
	};
}
