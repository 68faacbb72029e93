import { devices, type BrowserContext, type Page, type LaunchOptions } from '@playwright/test';

/**
 * The machine's own Chromium, with the back/forward cache that people have. Playwright turns it off,
 * and then a page that comes back with Back is never seen.
 */
export const launchOptions: LaunchOptions = {
	executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
	args: ['--no-sandbox'],
	ignoreDefaultArgs: ['--disable-back-forward-cache']
};

export const phone = { ...devices['Pixel 5'], viewport: { width: 360, height: 740 } };

/** Private pages that the signed-in person can open, and a text that stands on each of them. */
export const privatePages = ['/standin/1', '/standin/2', '/standin/3', '/standin/4'];
export const privateText = /Kanariepiet/;

/** Signs someone in and ends on a private page. */
export async function signIn(page: Page, origin: string): Promise<void> {
	await page.goto(`${origin}/standin/in`);
}

export const cookieNames = async (context: BrowserContext): Promise<string[]> =>
	(await context.cookies()).map(({ name }) => name).sort();
