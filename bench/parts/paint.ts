import { once } from 'node:events';
import { createServer } from 'node:http';
import { brotliCompressSync } from 'node:zlib';
import { chromium, type Browser } from '@playwright/test';
import { startDemo } from '../demo.ts';
import { slowLineTo } from '../line.ts';
import { median, report, type Row } from '../report.ts';

const SLOWER = 6;
const ROUNDS = 5;
const PAGES = [
	'/',
	'/hulp',
	'/rechten/ouder/hulp-met-druk',
	'/en/rechten/jongere/meekijken',
	'/plan'
];

type Seen = { readonly paint: number; readonly shift: number; readonly blocked: number };

/**
 * The first visit over slow 3G on a phone six times slower, beside the same html without any script, kept in
 * a file and served by Node alone over the same line. Goal S7.
 */
export async function paint(): Promise<void> {
	const demo = await startDemo();
	const line = await slowLineTo(demo.origin);
	const browser = await chromium.launch({
		executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
		args: ['--no-sandbox']
	});
	try {
		const cookie = await demo.signIn('piet-vader');
		const rows: Row[] = [];
		for (const path of PAGES) {
			const who = path === '/plan' ? cookie : '';
			// A page for everybody is kept from the first time on: somebody was here before.
			const html = await (await fetch(demo.origin + path, { headers: { cookie: who } })).text();
			const still = await staticPage(html.replace(/<script[\s\S]*?<\/script>/g, ''));
			const stillLine = await slowLineTo(still.origin);
			const ours: Seen[] = [];
			const theirs: Seen[] = [];
			for (let round = 0; round <= ROUNDS; round += 1) {
				const seen = await visit(browser, line.origin + path, who);
				const other = await visit(browser, stillLine.origin, '');
				// The first one warms up.
				if (round > 0) ours.push(seen);
				if (round > 0) theirs.push(other);
			}
			rows.push(rowOf(path, ours, theirs));
			await stillLine.close();
			await still.close();
		}
		report(
			'paint',
			[
				`${ROUNDS} visits each, in turn, nothing kept from one to the next.`,
				'Ratio: first contentful paint over that of the static page, visit by visit. Goal S7: at most 1.15; shift at most 0.02, blocked at most 200 ms.'
			],
			rows
		);
	} finally {
		await browser.close();
		await line.close();
		await demo.stop();
	}
}

const rowOf = (page: string, ours: readonly Seen[], theirs: readonly Seen[]): Row => ({
	page,
	'paint ms': Math.round(median(ours.map(({ paint }) => paint))),
	'static ms': Math.round(median(theirs.map(({ paint }) => paint))),
	ratio: median(ours.map(({ paint }, at) => paint / (theirs[at]?.paint ?? Number.NaN))).toFixed(2),
	shift: Math.max(...ours.map(({ shift }) => shift)).toFixed(3),
	'blocked ms': Math.round(median(ours.map(({ blocked }) => blocked)))
});

async function staticPage(html: string) {
	const body = brotliCompressSync(html);
	const server = createServer((_, response) => {
		response.writeHead(200, {
			'content-type': 'text/html; charset=utf-8',
			'content-encoding': 'br',
			'content-length': body.byteLength
		});
		response.end(body);
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const address = server.address();
	return {
		origin: `http://localhost:${typeof address === 'object' && address ? address.port : 0}`,
		close: async () => {
			server.closeAllConnections();
			server.close();
			await once(server, 'close');
		}
	};
}

async function visit(browser: Browser, address: string, cookie: string): Promise<Seen> {
	const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
	const [name = '', value = ''] = cookie.split('=');
	if (cookie)
		await context.addCookies([
			{ name, value, domain: 'localhost', path: '/', secure: true, httpOnly: true }
		]);
	const page = await context.newPage();
	const line = await context.newCDPSession(page);
	await line.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
	await page.goto(address, { waitUntil: 'load' });
	await page.waitForTimeout(500);
	const seen = await page.evaluate(async () => {
		const found = { paint: 0, shift: 0, blocked: 0 };
		for (const type of ['paint', 'layout-shift', 'longtask'])
			new PerformanceObserver((list) => {
				for (const entry of list.getEntries()) {
					if (entry.name === 'first-contentful-paint') found.paint = entry.startTime;
					if (type === 'layout-shift') found.shift += (entry as unknown as { value: number }).value;
					if (type === 'longtask') found.blocked += Math.max(0, entry.duration - 50);
				}
			}).observe({ type, buffered: true });
		await new Promise((done) => setTimeout(done, 300));
		return found;
	});
	await context.close();
	return seen;
}
