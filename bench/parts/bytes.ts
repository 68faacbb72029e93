import { chromium, type Browser } from '@playwright/test';
import { startDemo, type Demo } from '../demo.ts';
import { report, type Row } from '../report.ts';

const PAGES = [
	'/',
	'/hulp',
	'/rechten',
	'/rechten/ouder',
	'/rechten/ouder/hulp-met-druk',
	'/en/rechten/jongere/meekijken',
	'/veilig',
	'/lezen',
	'/inloggen',
	'/plan',
	'/thuis',
	'/naast-mij',
	'/naast-mij/mensen',
	'/naast-mij/denken/2',
	'/naast-mij/vragen',
	'/uitnodiging/naast/nergens',
	'/begin',
	'/later',
	'/later/wonen',
	'/later/toestel',
	'/later/tijdlijn',
	'/later/plaatjes/wonen/wens'
];
/** Who looks at a page that is not for everybody. */
const SIGNED_IN = [
	{ pages: /^\/(plan|thuis)$/, person: 'piet-vader' },
	{ pages: /^\/(naast-mij|later)/, person: 'zestien-yara' }
];

/**
 * What a first visit brings over the line, with and without JavaScript, as the browser counts it:
 * headers and compressed bodies of every request. Goals S5–S6.
 */
export async function bytes(): Promise<void> {
	const demo = await startDemo(['samples/piet.json', 'samples/zestien.json']);
	const browser = await chromium.launch({
		executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
		args: ['--no-sandbox']
	});
	try {
		const cookie = await demo.signIn('zestien-yara');
		const form = { method: 'POST', body: new URLSearchParams({ key: crypto.randomUUID() }) };
		await fetch(`${demo.origin}/later?/start`, {
			...form,
			headers: { cookie, origin: demo.origin, accept: 'text/html' },
			redirect: 'manual'
		});
		const rows: Row[] = [];
		for (const path of PAGES) {
			for (const javaScriptEnabled of [true, false]) {
				rows.push(await visit(browser, demo, path, javaScriptEnabled));
			}
		}
		report(
			'bytes',
			[
				'What the worker fetches afterwards, to read without internet, is not in it.',
				'Goal S5: at most 20,000 in all, html at most 8,000, css inline at most 6,000 (raw), own script at most 6,000.'
			],
			rows
		);
	} finally {
		await browser.close();
		await demo.stop();
	}
}

async function visit(
	browser: Browser,
	demo: Demo,
	path: string,
	javaScriptEnabled: boolean
): Promise<Row> {
	const context = await browser.newContext({ javaScriptEnabled });
	const who = SIGNED_IN.find(({ pages }) => pages.test(path));
	if (who) {
		const [name = '', value = ''] = (await demo.signIn(who.person)).split('=');
		await context.addCookies([
			{ name, value, domain: 'localhost', path: '/', secure: true, httpOnly: true }
		]);
	}
	// A page for everybody is compressed well from the second time on: somebody was here before.
	for (let before = 0; before < 3; before += 1) {
		await context.request.get(`${demo.origin}${path}`, { headers: { 'accept-encoding': 'br' } });
	}
	const page = await context.newPage();
	const line = await context.newCDPSession(page);
	const types = new Map<string, string>();
	const sizes: Record<string, number> = {};
	let requests = 0;
	await line.send('Network.enable');
	line.on('Network.responseReceived', ({ requestId, type }) => void types.set(requestId, type));
	line.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
		const type = types.get(requestId) ?? 'Other';
		sizes[type] = (sizes[type] ?? 0) + encodedDataLength;
		requests += 1;
	});
	await page.goto(`${demo.origin}${path}`, { waitUntil: 'networkidle' });
	const css = /<style[^>]*>([\s\S]*?)<\/style>/g;
	const html = await (await context.request.get(`${demo.origin}${path}`)).text();
	const inline = [...html.matchAll(css)].reduce((sum, [, text = '']) => sum + text.length, 0);
	await context.close();
	return {
		page: path,
		JavaScript: javaScriptEnabled ? 'on' : 'off',
		requests,
		'all bytes': Object.values(sizes).reduce((a, b) => a + b, 0),
		html: sizes.Document ?? 0,
		script: sizes.Script ?? 0,
		'html raw': html.length,
		'css inline raw': inline
	};
}
