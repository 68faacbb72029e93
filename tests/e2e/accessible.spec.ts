import { expect, test, type Cookie, type Page } from '@playwright/test';
import { faultsOn } from '../support/axe.ts';
import { complaintsOf, signInAs } from '../support/browser.ts';
import { PAGE_STATES, type PageState } from '../support/pages.ts';
import {
	startServer,
	withCouncil,
	withRegionalHelp,
	type RunningServer
} from '../support/server.ts';

// Pages stand still for each other: two workers share them, each with a server of its own.
test.describe.configure({ mode: 'parallel' });

let server: RunningServer;
test.beforeAll(async () => {
	// Commands and a server, one after another.
	test.setTimeout(120_000);
	server = await startServer({}, ['piet', 'twee-huizen', 'zestien']);
	await withRegionalHelp(server);
	await withCouncil(server);
});
test.afterAll(async () => {
	await server.stop();
});

const ALL = {
	type: 'tag',
	values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
} as const;
const COLOURS = { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } as const;

const sessions = new Map<string, Cookie[]>();

/** As this person, who signs in once for all pages. */
async function become(page: Page, person: string): Promise<void> {
	const context = page.context();
	const kept = sessions.get(person);
	if (kept) return context.addCookies(kept);
	await signInAs(page, person, server.origin);
	sessions.set(person, await context.cookies());
}

async function open(page: Page, { person, path, status = 200, then }: PageState): Promise<void> {
	if (person) await become(page, person);
	let answer = await page.goto(server.origin + path);
	// A sixth session ends the oldest, and some states sign people in again.
	if (person && page.url().includes('/inloggen')) {
		sessions.delete(person);
		await become(page, person);
		answer = await page.goto(server.origin + path);
	}
	if (person) expect(page.url(), 'the page itself').not.toContain('/inloggen');
	expect(answer?.status()).toBe(status);
	await then?.(page);
}

/** By how much the page is wider than what is seen of it. */
const sideways = (page: Page) =>
	page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Text that is cut off by the box around it, or that lies over other text. One goes through a field's own text, and opens a list to read it. */
const clipped = (page: Page) =>
	page.evaluate(() =>
		[...document.querySelectorAll<HTMLElement>('body *')]
			.filter((part) => !part.closest('.visually-hidden, .skip-link, svg, input, select'))
			.filter((part) => part.getClientRects().length > 0)
			.filter((part) => {
				const { overflowX, overflowY } = getComputedStyle(part);
				const wide = part.scrollWidth > part.clientWidth + 1 && overflowX !== 'visible';
				const high = part.scrollHeight > part.clientHeight + 1 && overflowY !== 'visible';
				const scrolls = [overflowX, overflowY].some((way) => ['auto', 'scroll'].includes(way));
				return (wide || high) && !scrolls && part !== document.body;
			})
			.map((part) => part.outerHTML.slice(0, 120))
	);

/** Links and buttons that are smaller than this; a link within a sentence may be as high as its line. */
const tooSmall = (page: Page) =>
	page.evaluate(() => {
		const small: string[] = [];
		for (const part of document.querySelectorAll<HTMLElement>('a[href], button, input, summary')) {
			const { width, height } = part.getBoundingClientRect();
			const isShown = width > 0 && part.checkVisibility() && !part.matches('.skip-link');
			if (!isShown || part.matches('input[type=hidden]')) continue;
			const inBars = part.closest('nav, header, footer') !== null;
			const inLine = part.matches('.word > summary');
			const alone = !inLine && part.matches('button, summary, .button, .link, input');
			const inLabel = part.matches('[type=radio], [type=checkbox]') && part.closest('label');
			const target = inLabel instanceof HTMLElement ? inLabel.getBoundingClientRect() : { height };
			const text = part.textContent?.trim() ?? '';
			const inSentence = (part.parentElement?.textContent?.trim().length ?? 0) > text.length;
			const least = inBars || alone ? 44 : inSentence ? 0 : 24;
			if (target.height < least - 0.5) small.push(`${text.slice(0, 40)}: ${target.height} high`);
		}
		return small;
	});

const TEXT_SPACING = `* {
	line-height: 1.5 !important;
	letter-spacing: 0.12em !important;
	word-spacing: 0.16em !important;
}
p { margin-block-end: 2em !important; }`;

async function expectNoFaults(page: Page): Promise<void> {
	await page.emulateMedia({ colorScheme: 'light' });
	expect.soft(await faultsOn(page, ALL), 'by day').toEqual([]);
	await page.emulateMedia({ colorScheme: 'dark' });
	expect.soft(await faultsOn(page, COLOURS), 'by night').toEqual([]);
}

async function expectToFit(page: Page): Promise<void> {
	const expectWhole = async (where: string) => {
		expect.soft(await sideways(page), where).toBeLessThanOrEqual(0);
		expect.soft(await clipped(page), where).toEqual([]);
	};
	expect.soft(await tooSmall(page), 'targets').toEqual([]);
	// The last is a page of 1280 × 1024 that is magnified four times.
	for (const [width, height] of [
		[360, 740],
		[320, 640],
		[320, 256]
	] as const) {
		await page.setViewportSize({ width, height });
		await expectWhole(`${width} × ${height}`);
	}
	await page.setViewportSize({ width: 320, height: 640 });
	await page.evaluate(() => (document.documentElement.dataset.text = 'largest'));
	await expectWhole('at the largest letters');
	await page.evaluate(() => delete document.documentElement.dataset.text);
	await spaceText(page);
	await expectWhole('with more space in the text');
}

async function expectToGoByKeyboard(page: Page): Promise<void> {
	await startAtTop(page);
	await page.keyboard.press('Tab');
	const skip = page.getByRole('link', { name: /Naar de inhoud|Skip to the content/ });
	await expect.soft(skip).toBeFocused();
	await expect.soft(skip).toBeInViewport();
	const order = await tabOrder(page);
	const exit = order.findIndex(({ part }) => part === 'exit');
	const content = order.findIndex(({ part }) => part === 'main');
	expect.soft(exit, 'the exit can be reached').toBeGreaterThanOrEqual(0);
	if (content >= 0) expect.soft(exit, 'and before the page').toBeLessThan(content);
	const textOf = ({ text, part }: Stop) => `${part}: ${text}`;
	expect.soft(order.filter(({ outlined }) => !outlined).map(textOf), 'focus to see').toEqual([]);
	expect.soft(order.filter(({ covered }) => covered).map(textOf), 'focus under a bar').toEqual([]);
}

for (const [name, state] of Object.entries(PAGE_STATES)) {
	test(`${name}: for every eye, hand and screen`, async ({ page }) => {
		const complaints = complaintsOf(page);
		await page.emulateMedia({ reducedMotion: 'reduce' });
		await open(page, state);
		await expectNoFaults(page);
		if (!state.bare) await expectToGoByKeyboard(page);
		await expectToFit(page);
		expect(await page.title()).toBe(state.bare ? 'Kalender' : 'Samenspel');
		expect(complaints).toEqual([]);
	});
}

/** As a reader's own style does it: past the policy of the page. */
async function spaceText(page: Page): Promise<void> {
	await page.evaluate((css) => {
		const sheet = new CSSStyleSheet();
		sheet.replaceSync(css);
		document.adoptedStyleSheets.push(sheet);
	}, TEXT_SPACING);
}

/** Where the focus is when a page has just been opened. */
const startAtTop = (page: Page) =>
	page.evaluate(() => {
		scrollTo(0, 0);
		document.body.tabIndex = -1;
		document.body.focus();
		document.body.removeAttribute('tabindex');
	});

type Stop = {
	readonly text: string;
	readonly part: string;
	readonly outlined: boolean;
	readonly covered: boolean;
};

/** Where the focus goes with Tab, until it leaves the page: at most forty stops. */
async function tabOrder(page: Page): Promise<Stop[]> {
	const stops: Stop[] = [];
	for (let press = 1; press <= 40; press++) {
		await page.keyboard.press('Tab');
		const stop = await page.evaluate(() => {
			const focused = document.activeElement;
			if (!(focused instanceof HTMLElement) || focused === document.body) return null;
			const { outlineStyle, outlineWidth } = getComputedStyle(focused);
			const { left, top, width, height } = focused.getBoundingClientRect();
			const there = document.elementFromPoint(left + width / 2, top + height / 2);
			const bar = there?.closest('header.top, nav.bar');
			return {
				text: focused.textContent?.trim().slice(0, 40) ?? '',
				part: focused.closest('[data-exit-form]')
					? 'exit'
					: (focused.closest('main, nav, header, footer')?.localName ?? 'none'),
				outlined: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2,
				covered: bar !== null && bar !== undefined && !bar.contains(focused)
			};
		});
		if (!stop) break;
		stops.push(stop);
	}
	return stops;
}
