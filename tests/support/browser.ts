import {
	devices,
	expect,
	type BrowserContext,
	type LaunchOptions,
	type Locator,
	type Page
} from '@playwright/test';

/**
 * The machine's own Chromium, with the back/forward cache that people have. Playwright turns it off,
 * and then a page that comes back with Back is never seen.
 */
export const launchOptions: LaunchOptions = {
	executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
	args: ['--no-sandbox'],
	ignoreDefaultArgs: ['--disable-back-forward-cache']
};

/** The whole browser, for what the headless shell cannot do: keep pages for Back. */
export const wholeBrowser: LaunchOptions = {
	...launchOptions,
	executablePath: process.env.CHROMIUM_WHOLE_PATH ?? '/usr/bin/chromium'
};

export const phone = { ...devices['Pixel 5'], viewport: { width: 360, height: 740 } };

/** The narrowest screen that people read their rights on. */
export const NARROW = { width: 320, height: 640 };

/** Private pages of Piet's father, and a number that stands on these and on no open page. */
export const privatePages = ['/thuis', '/thuis/regisseur', '/en/thuis', '/thuis/regisseur'];
export const privateText = /06 0000 0011/;

/** Where that number stands on the page. */
export const privateWords = (page: Page) => page.getByText(privateText);

/**
 * Signs a person of the demo in, without walking through the list.
 * @param origin of a server of the test's own; without it, the one that all journeys share
 */
export async function signInAs(page: Page, person: string, origin?: string): Promise<void> {
	await page.goto(`${origin ?? ''}/inloggen`);
	const own = new URL(page.url()).origin;
	const answer = await page.request.post(`${own}/demo/aanmelden`, {
		form: { persoon: person },
		headers: { origin: own },
		maxRedirects: 0
	});
	expect(answer.status(), `${person} signs in`).toBe(303);
}

/** Chooses a person in the list of the demo, as a visitor does. */
export const choose = (page: Page, person: string) =>
	page.locator(`button[name="persoon"][value="${person}"]`).click();

export const cookieNames = async (context: BrowserContext): Promise<string[]> =>
	(await context.cookies()).map(({ name }) => name).sort();

/** The words of a page's own part, without the bars around it. */
export const wordsOf = async (page: Page): Promise<string> =>
	(await page.getByRole('main').innerText()).replace(/\s+/g, ' ');

/**
 * What a browser complains of, and what it asks elsewhere, from now on. A page that is not found is
 * no complaint.
 */
export function complaintsOf(page: Page): string[] {
	const complaints: string[] = [];
	page.on('console', (message) => {
		const expected = /^Failed to load resource: .* status of (400|403|404)/.test(message.text());
		if (['error', 'warning'].includes(message.type()) && !expected) complaints.push(message.text());
	});
	page.on('pageerror', (problem) => complaints.push(problem.message));
	page.on('request', (request) => {
		const { hostname, protocol } = new URL(request.url());
		if (protocol.startsWith('http') && hostname !== 'localhost') complaints.push(request.url());
	});
	return complaints;
}

/** Puts a field to type in on the page: no private page of the demo has one yet. */
export async function fieldOn(page: Page): Promise<Locator> {
	await page.evaluate(() =>
		document.querySelector('main')?.append(document.createElement('input'))
	);
	return page.locator('main > input');
}
