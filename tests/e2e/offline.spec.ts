import { expect, test, type Page } from '@playwright/test';
import { complaintsOf, launchOptions, NARROW, phone, signInAs } from '../support/browser.ts';
import { startServer, type RunningServer } from '../support/server.ts';

test.use({ ...phone, viewport: NARROW, launchOptions, locale: 'nl-NL' });

// The server makes every page before the browser has them.
test.describe.configure({ timeout: 240_000 });

let server: RunningServer;
test.beforeEach(async () => {
	server = await startServer({}, ['piet']);
});
test.afterEach(async () => {
	await server.stop();
});

/** Everything that the browser keeps for the portal, as text. */
const kept = (page: Page) =>
	page.evaluate(async () => {
		const texts: Record<string, string> = {};
		for (const name of await caches.keys()) {
			const store = await caches.open(name);
			for (const key of await store.keys()) {
				const { pathname } = new URL(key.url);
				texts[pathname] = (await (await store.match(key))?.text()) ?? '';
			}
		}
		return texts;
	});

const hasKept = async (page: Page, path = '/meenemen.json') =>
	expect.poll(async () => Object.keys(await kept(page)), { timeout: 100_000 }).toContain(path);

/** The line is cut where it hurts: nothing of the server answers any more. */
const cutLine = async () => {
	await server.stop();
};

test('after one visit everything about rights can be read without internet', async ({ page }) => {
	const complaints = complaintsOf(page);
	await page.goto(`${server.origin}/rechten`);
	await hasKept(page);
	await cutLine();
	const articles = ['hulp-met-druk', 'klacht', 'advocaat'];
	await page.getByRole('link', { name: 'Voor ouders' }).click();
	const addresses = await page
		.locator('.index a')
		.evaluateAll((links: HTMLAnchorElement[]) => links.map((link) => link.href));
	expect(addresses.length).toBeGreaterThan(25);
	for (const slug of articles) {
		await page.goto(`${server.origin}/rechten/ouder/${slug}`);
		await expect(page.getByRole('heading', { name: 'Wat kunt u nu doen?' })).toBeVisible();
		await expect(
			page.getByText(/U heeft nu geen internet\. U leest de pagina zoals die was op \d/)
		).toBeVisible();
		await expect(page.getByText(/nagekeken/i).first()).toBeVisible();
	}
	for (const address of addresses) {
		expect((await page.goto(address))?.status(), address).toBe(200);
	}
	await page.goto(`${server.origin}/hulp`);
	await expect(page.getByRole('link', { name: /112/ })).toBeVisible();
	expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).not.toBe(
		'rgba(0, 0, 0, 0)'
	);
	await page.goto(`${server.origin}/veilig`);
	await expect(page.getByRole('heading', { level: 1, name: 'Kijkt er iemand mee?' })).toBeVisible();
	expect(complaints.filter((one) => !/ERR_|Failed to fetch/.test(one))).toEqual([]);
});

test('what is kept is small, and has nothing of somebody who signed in', async ({ page }) => {
	await signInAs(page, 'piet-vader', server.origin);
	for (const path of ['/thuis', '/plan', '/rechten', '/thuis/regisseur', '/hulp']) {
		await page.goto(server.origin + path);
	}
	await hasKept(page);
	await page.goto(`${server.origin}/en/rechten`);
	await hasKept(page, '/en/meenemen.json');
	const texts = await kept(page);
	expect(Object.keys(texts).sort()).toEqual(
		['/en/meenemen.json', '/icon.svg', '/meenemen.json', '/page.js', '/voorlezen.js'].sort()
	);
	const bytes = Object.values(texts).reduce((sum, text) => sum + Buffer.byteLength(text), 0);
	expect(bytes).toBeLessThan(1_500_000);
	// Words of the plan, of the family, of the regisseur, and of every frame of who is signed in.
	const pages = ['/meenemen.json', '/en/meenemen.json'].map((name) => texts[name] ?? '').join('');
	expect(
		pages.match(/Piet|Samira|06 0000|href=\\"\/ik\\"|data-session|name=\\"key\\"/)?.[0]
	).toBeUndefined();
	await cutLine();
	await page.goto(`${server.origin}/plan`);
	await expect(page.getByRole('heading', { name: 'U heeft nu geen internet' })).toBeVisible();
	await page.goto(`${server.origin}/en/plan`);
	await expect(page.getByRole('heading', { name: 'You have no internet now' })).toBeVisible();
	expect(await page.content()).not.toMatch(/Piet|Samira|06 0000/);
});

test('letters stay large without internet', async ({ page }) => {
	await page.goto(`${server.origin}/lezen`);
	await page.getByRole('radio', { name: 'Het grootst' }).check();
	await page.getByRole('button', { name: 'Bewaar' }).click();
	await page.goto(`${server.origin}/rechten`);
	await hasKept(page);
	await cutLine();
	await page.goto(`${server.origin}/rechten/ouder`);
	await expect(page.locator('html')).toHaveAttribute('data-text', 'largest');
});

test('leaving quickly wipes it: Back ten times without internet shows nothing', async ({
	page
}) => {
	for (const path of ['/rechten', '/rechten/ouder', '/rechten/ouder/klacht']) {
		await page.goto(server.origin + path);
	}
	await hasKept(page);
	await cutLine();
	// As the browser's own page of a line that is gone.
	await page.goto(`${server.origin}/rechten/ouder/advocaat`);
	await expect(page.getByText('U heeft nu geen internet.').first()).toBeVisible();
	await page.getByRole('button', { name: 'Snel weg' }).click();
	await page.waitForTimeout(1_500);
	const shown = () =>
		page
			.locator('body')
			.innerText({ timeout: 1_000 })
			.catch(() => '');
	expect(await shown()).not.toMatch(/Samenspel|rechten|klacht/i);
	for (let step = 1; step <= 10; step++) {
		await page.evaluate(() => history.back()).catch(() => undefined);
		await page.waitForTimeout(200);
		expect(await shown(), `Back ${step}`).not.toMatch(/Samenspel|klacht|advocaat/i);
	}
});

test('leaving quickly and signing out leave no worker and nothing kept', async ({ page }) => {
	const left = () =>
		page.evaluate(async () => [
			(await navigator.serviceWorker.getRegistrations()).length,
			(await caches.keys()).length
		]);
	await page.goto(`${server.origin}/rechten`);
	await hasKept(page);
	await page.getByRole('button', { name: 'Snel weg' }).click();
	await page.waitForURL('**/weg');
	await expect.poll(left).toEqual([0, 0]);
	// Whoever just left gets the calendar at every address, and no worker.
	await page.goto(`${server.origin}/rechten`);
	await page.waitForTimeout(300);
	expect(await left()).toEqual([0, 0]);

	await page.getByRole('button', { name: 'Verder' }).click();
	await signInAs(page, 'piet-vader', server.origin);
	await page.goto(`${server.origin}/rechten`);
	await hasKept(page);
	await page.goto(`${server.origin}/ik`);
	// The front page, where signing out ends, would keep the public pages again.
	await page.context().route('**/page.js*', (route) => route.abort());
	await page.getByRole('button', { name: 'Meld mij hier af' }).click();
	await page.waitForURL(`${server.origin}/`);
	await expect.poll(left).toEqual([0, 0]);
});
