import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { complaintsOf, signInAs } from '../support/browser.ts';
import { createClient } from '@libsql/client';
import { PAGE_STATES, type PageState } from '../support/pages.ts';
import { startServer, type RunningServer } from '../support/server.ts';

let server: RunningServer;
test.beforeAll(async () => {
	server = await startServer({}, ['piet', 'twee-huizen', 'zestien', 'regio']);
});
test.afterAll(async () => {
	await server.stop();
});

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

async function open(page: Page, { person, path, status = 200, then }: PageState): Promise<void> {
	await page.context().clearCookies();
	// Waiting for mail is limited per address and per network, and every test asks for one.
	const database = createClient({ url: `file:${server.databaseFile}` });
	await database.execute('DELETE FROM rate_window');
	database.close();
	if (person) await signInAs(page, person, server.origin);
	const answer = await page.goto(server.origin + path);
	expect(answer?.status()).toBe(status);
	await then?.(page);
}

async function faultsIn(page: Page): Promise<string[]> {
	const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
	return violations.flatMap(({ id, nodes }) =>
		nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary ?? ''}`)
	);
}

/** By how much the page is wider than what is seen of it. */
const sideways = (page: Page) =>
	page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Text that is cut off by the box around it, or that lies over other text. */
const clipped = (page: Page) =>
	page.evaluate(() =>
		[...document.querySelectorAll<HTMLElement>('body *')]
			.filter((part) => !part.closest('.visually-hidden, .skip-link, svg'))
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
			const alone = part.matches('button, summary, .button, .link, input');
			const inLabel = part.matches('[type=radio], [type=checkbox]') && part.closest('label');
			const target = inLabel instanceof HTMLElement ? inLabel.getBoundingClientRect() : { height };
			const least = inBars || alone ? 44 : 0;
			const text = part.textContent?.trim().slice(0, 40) ?? '';
			if (target.height < least - 0.5) small.push(`${text}: ${target.height} high`);
		}
		return small;
	});

const TEXT_SPACING = `* {
	line-height: 1.5 !important;
	letter-spacing: 0.12em !important;
	word-spacing: 0.16em !important;
}
p { margin-block-end: 2em !important; }`;

for (const [name, state] of Object.entries(PAGE_STATES)) {
	test.describe(name, () => {
		test('has no fault that axe finds, by day and by night, and no complaint of the browser', async ({
			page
		}) => {
			const complaints = complaintsOf(page);
			await open(page, state);
			for (const colorScheme of ['light', 'dark'] as const) {
				await page.emulateMedia({ colorScheme });
				expect(await faultsIn(page), colorScheme).toEqual([]);
			}
			expect(await page.title()).toBe(state.bare ? 'Kalender' : 'Samenspel');
			expect(complaints).toEqual([]);
		});

		test('fits every screen, and lets everything be touched', async ({ page }) => {
			await open(page, state);
			expect(await tooSmall(page), 'targets').toEqual([]);
			for (const [width, height] of [
				[360, 740],
				[320, 640],
				[320, 256]
			] as const) {
				await page.setViewportSize({ width, height });
				expect(await sideways(page), `${width} × ${height}`).toBe(0);
				expect(await clipped(page), `${width} × ${height}`).toEqual([]);
			}
			await page.setViewportSize({ width: 320, height: 640 });
			await spaceText(page);
			expect(await sideways(page), 'with more space in the text').toBeLessThanOrEqual(0);
			expect(await clipped(page), 'with more space in the text').toEqual([]);
		});

		if (!state.bare) {
			test('goes with the keyboard: first past the bars, then away, then the page', async ({
				page
			}) => {
				await open(page, state);
				await startAtTop(page);
				await page.keyboard.press('Tab');
				const skip = page.getByRole('link', { name: /Naar de inhoud|Skip to the content/ });
				await expect(skip).toBeFocused();
				await expect(skip).toBeInViewport();
				const order = await tabOrder(page);
				const exit = order.findIndex(({ part }) => part === 'exit');
				const content = order.findIndex(({ part }) => part === 'main');
				expect(exit).toBeGreaterThanOrEqual(0);
				if (content >= 0) expect(exit).toBeLessThan(content);
				expect(order.filter(({ outlined }) => !outlined)).toEqual([]);
				expect(order.filter(({ covered }) => covered)).toEqual([]);
			});
		}
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

const startAtTop = (page: Page) =>
	page.evaluate(() => {
		if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
		scrollTo(0, 0);
		getSelection()?.collapse(document.body, 0);
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
