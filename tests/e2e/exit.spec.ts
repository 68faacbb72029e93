import { createClient } from '@libsql/client';
import { expect, test, type Page } from '@playwright/test';
import {
	cookieNames,
	fieldOn,
	phone,
	privatePages,
	privateText,
	privateWords,
	signInAs,
	wholeBrowser
} from '../support/browser.ts';
import { startServer, type RunningServer } from '../support/server.ts';

test.use({ ...phone, launchOptions: wholeBrowser, locale: 'nl-NL' });

let server: RunningServer;
test.beforeAll(async () => {
	server = await startServer({}, ['piet']);
});
test.afterAll(async () => {
	expect(await server.stop()).toBe(0);
});

/** Signs in and walks along private pages, so that there is something to come back to. */
async function walk(page: Page): Promise<void> {
	await signInAs(page, 'piet-vader', server.origin);
	for (const path of privatePages) {
		await page.goto(`${server.origin}${path}`);
		await expect(privateWords(page)).toBeVisible();
		expect(await page.title()).toBe('Samenspel');
	}
}

async function inDatabase(statement: string) {
	const database = createClient({ url: `file:${server.databaseFile}` });
	const { rows } = await database.execute(statement);
	database.close();
	return rows;
}

const endSessions = () => inDatabase('DELETE FROM session');

async function sessionsLeft(): Promise<number> {
	const [row] = await inDatabase('SELECT count(*) AS n FROM session');
	return Number(row?.n);
}

/** A server whose exit ends at a page of another site, and that page. */
async function endsElsewhere(page: Page): Promise<RunningServer> {
	await page
		.context()
		.route('https://weer.example/**', (route) =>
			route.fulfill({ contentType: 'text/html', body: '<title>Weer</title>Zon' })
		);
	return startServer({ EXIT_URL: 'https://weer.example/' }, ['piet']);
}

/** Leaves there for the other site, comes back, and goes on into the portal. */
async function leaveForElsewhere(page: Page): Promise<void> {
	const other = await endsElsewhere(page);
	try {
		await signInAs(page, 'piet-vader', other.origin);
		await page.goto(`${other.origin}${privatePages[1]}`);
		await leave(page);
		await page.waitForURL('https://weer.example/');
		await page.goto(`${other.origin}${privatePages[1]}`);
		await showsNothing(page, 'back in the portal');
		await page.getByRole('button', { name: 'Verder' }).click();
		expect(page.url()).toBe(`${other.origin}/`);
	} finally {
		await other.stop();
	}
}

/** What is on the screen now and what it settles on: never anything private. */
async function showsNothing(page: Page, where: string): Promise<void> {
	expect(await privateWords(page).isVisible(), `${where}, at once`).toBe(false);
	await expect
		.poll(() => page.title().catch(() => 'between two pages'), { message: where })
		.toMatch(/^(Kalender|Calendar)?$/);
	await page.waitForTimeout(100);
	expect(await page.content(), `${where}, settled`).not.toMatch(privateText);
	expect(await privateWords(page).isVisible(), `${where}, settled`).toBe(false);
}

async function backAndForth(page: Page): Promise<void> {
	await showsNothing(page, 'after leaving');
	for (let step = 1; step <= 10; step++) {
		await page.evaluate(() => history.back()).catch(() => undefined);
		await page.waitForTimeout(250);
		await showsNothing(page, `Back ${step}`);
	}
	for (let step = 1; step <= 10; step++) {
		await page.evaluate(() => history.forward()).catch(() => undefined);
		await page.waitForTimeout(250);
		await showsNothing(page, `Forward ${step}`);
	}
}

const leave = (page: Page) => page.getByRole('button', { name: 'Snel weg' }).click();

async function shiftThreeTimes(page: Page): Promise<void> {
	for (let press = 1; press <= 3; press++) await page.keyboard.press('Shift');
}

test.describe('with JavaScript', () => {
	test('a page that the browser kept is asked anew, and without the session not shown', async ({
		page
	}) => {
		const shown: string[] = [];
		page.on('console', (message) => shown.push(message.text()));
		await page.addInitScript(() =>
			addEventListener('pageshow', (event) => console.log(`persisted: ${event.persisted}`))
		);
		await walk(page);
		// A page without our script: the next page of the portal would empty the cache by itself.
		await page.goto(`${server.origin}/robots.txt`);
		await endSessions();
		await page.evaluate(() => history.back());
		// Otherwise this test proves nothing: the browser did keep the page.
		await expect.poll(() => shown).toContain('persisted: true');
		expect(await privateWords(page).isVisible()).toBe(false);
		await expect.poll(() => page.content().catch(() => '')).toContain('Samenspel');
		expect(await page.content()).not.toMatch(privateText);
	});

	for (const [way, go] of [
		['the button', leave],
		['Shift three times', shiftThreeTimes]
	] as const) {
		test(`${way} leaves a calendar, and Back and Forward nothing else`, async ({
			page,
			context
		}) => {
			const problems: string[] = [];
			page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
			page.on('pageerror', (problem) => problems.push(problem.message));
			const before = await sessionsLeft();
			await walk(page);
			expect(await sessionsLeft()).toBe(before + 1);
			const entries = await page.evaluate(() => history.length);
			await go(page);
			await page.waitForURL('**/weg');
			expect(await page.title()).toBe('Kalender');
			// The calendar took the page's own place.
			expect(await page.evaluate(() => history.length)).toBe(entries);
			expect(await cookieNames(context)).toEqual(['__Host-weg']);
			expect(await sessionsLeft()).toBe(before);
			await backAndForth(page);
			expect(problems).toEqual([]);
		});
	}

	test('two times Shift, or Shift while typing, leaves nothing', async ({ page }) => {
		await walk(page);
		const address = page.url();
		await page.keyboard.press('Shift');
		await page.keyboard.press('Shift');
		await page.keyboard.press('Shift+A');
		await page.keyboard.press('Shift');
		await page.waitForTimeout(300);
		expect(page.url()).toBe(address);
		await expect(privateWords(page)).toBeVisible();
	});

	test('on a slow line the page is gone at once and the calendar comes without waiting', async ({
		page,
		context
	}) => {
		await walk(page);
		let answered = false;
		await page.route('**/weg', async (route) => {
			if (route.request().method() === 'POST') {
				await new Promise((go) => setTimeout(go, 3_000));
				answered = true;
			}
			await route.continue();
		});
		// In the same turn as the click: nothing of the page is shown any more, whatever the line does.
		const shown = await page.evaluate(() => {
			document.querySelector<HTMLButtonElement>('[data-exit-form] button')?.click();
			return document.body.getClientRects().length + document.body.childElementCount;
		});
		expect([shown, answered]).toEqual([0, false]);
		await page.waitForURL('**/weg', { timeout: 2_000 });
		expect(await cookieNames(context)).toEqual(['__Host-weg']);
		await backAndForth(page);
		await page.waitForTimeout(3_000);
		expect(await cookieNames(context), 'the late answer keeps the mark').toEqual(['__Host-weg']);
		await page.unrouteAll({ behavior: 'ignoreErrors' });
	});

	test('a lost request to leave still ends the session', async ({ page, context }) => {
		const before = await sessionsLeft();
		await walk(page);
		await page.route('**/weg', (route) =>
			route.request().method() === 'POST' ? route.abort() : route.continue()
		);
		await leave(page);
		await page.waitForURL('**/weg');
		expect(await cookieNames(context)).toEqual(['__Host-weg']);
		expect(await sessionsLeft()).toBe(before);
	});

	test('what was typed and what was stored is wiped', async ({ page }) => {
		await walk(page);
		await page.evaluate(async () => {
			localStorage.setItem('draft', 'secret');
			sessionStorage.setItem('draft', 'secret');
			await caches.open('draft');
		});
		await (await fieldOn(page)).fill('secret');
		await leave(page);
		await page.waitForURL('**/weg');
		await page.context().clearCookies();
		// Not a page of the portal: a public one keeps itself anew.
		await page.goto(`${server.origin}/robots.txt`);
		const kept = await page.evaluate(async () => [
			localStorage.length,
			sessionStorage.length,
			(await caches.keys()).length
		]);
		expect(kept).toEqual([0, 0, 0]);
	});

	test('the exit ends at another site when one is configured', ({ page }) =>
		leaveForElsewhere(page));

	test('another tab goes along, and opens nothing any more', async ({ page, context }) => {
		await walk(page);
		const other = await context.newPage();
		await other.goto(`${server.origin}${privatePages[0]}`);
		await expect(privateWords(other)).toBeVisible();
		await page.bringToFront();
		await leave(page);
		await page.waitForURL('**/weg');
		await expect(privateWords(other)).toBeHidden({ timeout: 1_000 });
		await other.goto(`${server.origin}${privatePages[1]}`);
		await showsNothing(other, 'the other tab');
		// Not because of the mark alone: the session itself is dead.
		await context.clearCookies({ name: '__Host-weg' });
		await other.goto(`${server.origin}${privatePages[1]}`);
		expect(await other.content()).not.toMatch(privateText);
	});
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('the button leaves a calendar, and Back and Forward nothing else', async ({
		page,
		context
	}) => {
		const before = await sessionsLeft();
		await walk(page);
		await leave(page);
		await page.waitForURL('**/weg');
		expect(await cookieNames(context)).toEqual(['__Host-weg']);
		expect(await sessionsLeft()).toBe(before);
		await showsNothing(page, 'after leaving');
		for (let step = 1; step <= 10; step++) {
			await page.goBack().catch(() => null);
			await showsNothing(page, `Back ${step}`);
		}
		for (let step = 1; step <= 10; step++) {
			await page.goForward().catch(() => null);
			await showsNothing(page, `Forward ${step}`);
		}
	});

	test('the exit ends at another site when one is configured', ({ page }) =>
		leaveForElsewhere(page));

	test('the calendar lets you back in, to the front page and without a session', async ({
		page,
		context
	}) => {
		await walk(page);
		await leave(page);
		await page.waitForURL('**/weg');
		await page.getByRole('button', { name: 'Verder' }).click();
		expect(new URL(page.url()).pathname).toBe('/');
		expect(await cookieNames(context)).toEqual([]);
	});
});
