import { expect, test, type Page } from '@playwright/test';
import {
	fieldOn,
	launchOptions,
	phone,
	privatePages,
	privateWords,
	signInAs
} from '../support/browser.ts';
import { startServer, type RunningServer } from '../support/server.ts';

test.use({ ...phone, launchOptions, locale: 'nl-NL' });

let server: RunningServer;
test.beforeAll(async () => {
	server = await startServer({}, ['piet']);
});
test.afterAll(async () => {
	await server.stop();
});

const extend = (page: Page) => page.getByRole('button', { name: 'Ja, ik ben er nog' });

/** A private page at a clock of the test's own, with an answer for the request to go on. */
async function privatePage(page: Page, status: number): Promise<() => number> {
	let asked = 0;
	await page.route('**/sessie/verlengen', (route) => {
		asked++;
		return route.fulfill({ status });
	});
	await signInAs(page, 'piet-vader', server.origin);
	await page.clock.install();
	await page.goto(`${server.origin}${privatePages[0]}`);
	await (await fieldOn(page)).fill('half een zin');
	return () => asked;
}

test('warns at 13 minutes without taking the typing away, and goes on with one tap', async ({
	page
}) => {
	const asked = await privatePage(page, 204);
	await page.clock.fastForward('12:50');
	await expect(extend(page)).toBeHidden();
	await page.clock.fastForward('00:15');
	await expect(page.getByRole('status')).toContainText('Bent u er nog?');
	await expect(page.locator('main > input')).toBeFocused();
	const target = await extend(page).boundingBox();
	expect(target?.height).toBeGreaterThanOrEqual(44);
	await extend(page).click();
	await expect(extend(page)).toBeHidden();
	expect(asked()).toBe(1);
	await expect(page.locator('main > input')).toHaveValue('half een zin');
	await expect(page.locator('main > input')).toBeFocused();
	await page.clock.fastForward('12:50');
	await expect(privateWords(page)).toBeVisible();
	await expect(extend(page)).toBeHidden();
	await page.clock.fastForward('00:15');
	await expect(extend(page)).toBeVisible();
});

test('at 15 minutes the page is gone', async ({ page }) => {
	await privatePage(page, 204);
	await page.clock.fastForward('15:01');
	await page.waitForURL('**/inloggen');
	await expect(privateWords(page)).toHaveCount(0);
});

test('a session that ended meanwhile is not gone on with', async ({ page }) => {
	await privatePage(page, 401);
	await page.clock.fastForward('13:05');
	await extend(page).click();
	await page.waitForURL('**/inloggen');
});

test('a bad line is said, and can be tried again', async ({ page }) => {
	await privatePage(page, 503);
	await page.clock.fastForward('13:05');
	await extend(page).click();
	await expect(page.getByText('Dat lukte niet. Probeer het opnieuw.')).toBeVisible();
	await expect(extend(page)).toBeVisible();
	await expect(page.locator('main > input')).toHaveValue('half een zin');
});

test('being busy in one tab keeps the other awake', async ({ page, context }) => {
	await privatePage(page, 204);
	await page.clock.fastForward('12:50');
	const other = await context.newPage();
	await other.goto(`${server.origin}${privatePages[1]}`);
	await page.clock.fastForward('00:30');
	await expect(extend(page)).toBeHidden();
});
