import { expect, test, type Browser, type Page } from '@playwright/test';
import { complaintsOf, cookieNames, signInAs } from '../support/browser.ts';
import { startServer, type RunningServer } from '../support/server.ts';

// Everything here is about one youth: each test has a server of its own.
let server: RunningServer;
test.describe.configure({ timeout: 120_000 });
test.beforeEach(async () => {
	test.setTimeout(120_000);
	server = await startServer({}, ['zestien', 'piet']);
});
test.afterEach(async () => {
	await server.stop();
});

async function pageOf(browser: Browser, person: string | null) {
	const context = await browser.newContext({
		...test.info().project.use,
		baseURL: server.origin
	});
	const page = await context.newPage();
	if (person) await signInAs(page, person, server.origin);
	return { page, complaints: complaintsOf(page) };
}

const link = (page: Page, name: string | RegExp) => page.getByRole('link', { name });
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** Nothing on the page is wider than the phone. */
const expectNarrow = async (page: Page) =>
	expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);

async function beginAsGuest(page: Page, wish: string) {
	await page.goto('/');
	await link(page, 'Denk je na over later? Begin zonder account.').click();
	await expect(page.getByText('Wij bewaren je woorden 14 dagen.')).toBeVisible();
	await button(page, 'Begin').click();
	await link(page, /^Wonen/).click();
	await page.getByLabel('Wat wil ik?').fill(wish);
	await expectNarrow(page);
	await button(page, 'Bewaar').click();
	await expect(link(page, /^Wonen/)).toContainText('Hier staat al iets.');
	await expectNarrow(page);
}

/** What a browser keeps, apart from cookies and the pages that everybody can read without internet. */
const storage = (page: Page) =>
	page.evaluate(async () => {
		const kept = [
			...Object.keys(localStorage),
			...Object.keys(sessionStorage),
			...(await indexedDB.databases()).map(({ name }) => name)
		];
		for (const name of await caches.keys()) {
			const cache = await caches.open(name);
			for (const request of await cache.keys()) {
				const text = (await (await cache.match(request))?.text()) ?? '';
				if (name !== 'pages-1' || text.includes('kanarie')) kept.push(request.url);
			}
		}
		return kept;
	});

test('a youth begins without an account, signs in, goes on with pictures, and takes it along', async ({
	browser
}) => {
	const { page, complaints } = await pageOf(browser, null);
	await beginAsGuest(page, 'Bij Corrie en Wim blijven.');
	await link(page, 'Log in en bewaar').click();
	await expect(page).toHaveURL(/inloggen\?naar=%2Fbegin/);
	await page.locator('button[name="persoon"][value="zestien-yara"]').click();
	await expect(page).toHaveURL(/\/begin$/);
	await button(page, 'Zet in mijn plan').click();
	await expect(page).toHaveURL(/\/later$/);
	expect(await cookieNames(page.context())).not.toContain('__Host-begin');

	await link(page, 'Liever met plaatjes?').click();
	await expectNarrow(page);
	await link(page, /^Geld/).click();
	await expect(page.getByRole('heading', { name: 'Hoe is het nu?' })).toBeVisible();
	await expect(page.getByText('Vraag 1 van 4')).toBeVisible();
	await expectNarrow(page);
	await page.getByLabel('Het gaat wel').check();
	await button(page, 'Bewaar en ga verder').click();
	await page.getByLabel('Sparen voor iets').check();
	await page.getByLabel('Of schrijf het zelf').fill('Een brommer');
	await button(page, 'Bewaar en ga verder').click();
	await link(page, 'Sla deze vraag over').click();
	await page.getByLabel('Iemand van school').check();
	await button(page, 'Bewaar').click();
	await link(page, /^Wonen/).click();
	await link(page, 'Sla deze vraag over').click();
	await expect(page.getByLabel('Of schrijf het zelf')).toHaveValue('Bij Corrie en Wim blijven.');
	await page.getByLabel('Een eigen kamer').check();
	await button(page, 'Bewaar en ga verder').click();
	await link(page, 'Liever met woorden?').click();
	await expect(page.getByLabel('Wat wil ik?')).toHaveValue(
		'Bij Corrie en Wim blijven.\nEen eigen kamer'
	);

	await page.goto('/later');
	await link(page, 'Neem je plan mee').click();
	await page.getByLabel('Geld').check();
	await button(page, 'Laat zien').click();
	const sheet = page.getByRole('region', { name: 'Mijn blad' });
	await expect(sheet).toContainText('Een brommer');
	await expect(sheet).not.toContainText('Corrie');
	await expectNarrow(page);
	await page.emulateMedia({ media: 'print' });
	await expect(page.getByRole('heading', { name: 'Neem je plan mee' })).toBeHidden();
	await expect(sheet).toBeVisible();
	await page.emulateMedia({ media: 'screen' });
	for (const [name, file] of [
		['Bewaar als PDF', 'blad.pdf'],
		['Bewaar als webpagina', 'blad.html'],
		['Bewaar alles', 'alles.json']
	] as const) {
		const waiting = page.waitForEvent('download');
		await link(page, name).click();
		expect((await waiting).suggestedFilename()).toBe(file);
	}
	expect(complaints).toEqual([]);
});

test('the whole way: from a guest to a plan that one person sees, with somebody who stays', async ({
	browser
}) => {
	const yara = await pageOf(browser, null);
	const { page } = yara;
	await beginAsGuest(page, 'Bij Corrie en Wim blijven.');
	await link(page, 'Log in en bewaar').click();
	await page.locator('button[name="persoon"][value="zestien-yara"]').click();
	await button(page, 'Zet in mijn plan').click();

	// Two domains with pictures.
	for (const [domain, tap] of [
		['Geld', 'Het gaat wel'],
		['School en werk', 'Het gaat goed']
	] as const) {
		await page.goto('/later/plaatjes');
		await link(page, new RegExp(`^${domain}`)).click();
		await page.getByLabel(tap).check();
		await button(page, 'Bewaar en ga verder').click();
		await expect(page.getByText('Vraag 2 van 4')).toBeVisible();
	}

	// Piet's grandmother becomes the JIM: nobody of the family.
	await page.goto('/naast-mij/vragen');
	await page.getByLabel('Hoe noem jij deze persoon?').fill('coach');
	await button(page, 'Maak een link').click();
	await expect(page.locator('.code')).toBeVisible();
	const handed = await page.locator('.handed').innerText();
	const way = new URL(handed).pathname;
	const code = await page.locator('.code').innerText();
	const coach = await pageOf(browser, 'piet-oma');
	const answered = await coach.page.request.post(way, {
		form: { key: crypto.randomUUID(), says: 'ja', role: 'ja', code },
		headers: { origin: server.origin, accept: 'text/html' },
		maxRedirects: 0
	});
	expect(answered.status()).toBe(303);

	// One part for the JIM, none for the mother.
	await page.goto('/later/delen/piet-oma');
	await button(page, 'Laat zien: Geld').click();
	await expect(button(page, 'Stop met: Geld')).toBeVisible();
	await coach.page.goto('/later/van/zestien-yara');
	await expect(coach.page.getByRole('main')).toContainText('Het gaat wel');
	await expect(coach.page.getByRole('main')).not.toContainText(/Corrie|Wonen|School/);
	await expectNarrow(coach.page);
	const mother = await pageOf(browser, 'zestien-moeder');
	expect((await mother.page.goto('/later/van/zestien-yara'))?.status()).toBe(404);
	await mother.page.goto('/thuis');
	await expect(mother.page.locator('[href*="/later"]')).toHaveCount(0);

	// The aunt stays.
	await page.goto('/later/basis');
	await page.getByLabel('Wie wil je vragen?').fill('tante Sam');
	await button(page, 'Maak een link').first().click();
	const asked = new URL(await page.getByLabel('De link').inputValue());
	const aunt = await pageOf(browser, null);
	await aunt.page.goto(asked.pathname);
	await button(aunt.page, 'Ja, ik blijf').click();
	await expect(aunt.page.getByText('U zei ja. Yara ziet dat.')).toBeVisible();
	await page.goto('/later/basis');
	await expect(page.getByText('tante Sam zei ja.')).toBeVisible();
	await expectNarrow(page);

	// The timeline to a calendar, and a sheet to take along.
	await page.goto('/later/tijdlijn');
	await expectNarrow(page);
	for (const [at, name, file] of [
		['/later/tijdlijn', /agenda/i, 'agenda.ics'],
		['/later/meenemen?deel=geld&deel=basis', 'Bewaar als PDF', 'blad.pdf']
	] as const) {
		await page.goto(at);
		const waiting = page.waitForEvent('download');
		await link(page, name).click();
		expect((await waiting).suggestedFilename()).toBe(file);
	}
	for (const { complaints } of [yara, coach, aunt, mother]) expect(complaints).toEqual([]);
});

test('after leaving quickly, or wiping, nothing on the phone tells that there was anything', async ({
	browser
}) => {
	const { page, complaints } = await pageOf(browser, null);
	await beginAsGuest(page, 'kanarie');
	await button(page, 'Snel weg').click();
	await expect(page).toHaveURL(/\/weg$/);
	await expect.poll(() => cookieNames(page.context())).toEqual(['__Host-weg']);
	await button(page, 'Verder').click();
	await page.goto('/begin');
	await expect(button(page, 'Begin')).toBeVisible();
	await expect(page.getByRole('main')).not.toContainText('Hier staat al iets');

	await beginAsGuest(page, 'kanarie');
	await page.getByText('Alles wissen').click();
	await button(page, 'Wis alles').click();
	await expect(
		page.getByText('Zet eerst het vinkje. Er is nog niets gewist.').first()
	).toBeVisible();
	await page.getByLabel('Ja, wis mijn hele plan').check();
	await button(page, 'Wis alles').click();
	await expect(page).toHaveURL(`${server.origin}/`);
	expect(await cookieNames(page.context())).toEqual([]);
	expect(await storage(page)).toEqual([]);
	await page.goto('/begin/wonen');
	await expect(page).toHaveURL(/\/begin$/);
	expect(complaints).toEqual([]);
});

test('a mother who signs in on that phone keeps nothing of it, and hears of nothing', async ({
	browser
}) => {
	const { page } = await pageOf(browser, null);
	await beginAsGuest(page, 'kanarie');
	await signInAs(page, 'zestien-moeder', server.origin);
	await page.goto('/thuis');
	await expect(page.getByRole('main')).not.toContainText(/later/i);
	expect((await page.goto('/later'))?.status()).toBe(404);
	await page.goto('/begin');
	await expect(page.getByText('Met dit account kun je dit niet bewaren.')).toBeVisible();
	await expect(button(page, 'Zet in mijn plan')).toBeHidden();
});

test('two screens with pictures: both texts are shown, and nothing is overwritten', async ({
	browser
}) => {
	const { page } = await pageOf(browser, 'zestien-yara');
	await page.goto('/later');
	await button(page, 'Begin mijn plan').click();
	await page.goto('/later/plaatjes/geld/wens');
	const second = await page.context().newPage();
	await second.goto('/later/plaatjes/geld/wens');
	await page.getByLabel('Of schrijf het zelf').fill('Sparen');
	await button(page, 'Bewaar en ga verder').click();
	await second.getByLabel('Of schrijf het zelf').fill('Een bijbaan');
	await button(second, 'Bewaar en ga verder').click();
	await expect(second.getByRole('alert')).toContainText('Op een ander scherm');
	await expect(second.getByText('Sparen', { exact: true })).toBeVisible();
	await expect(second.getByLabel('Of schrijf het zelf')).toHaveValue('Een bijbaan');
	await second.getByLabel('Of schrijf het zelf').fill('Sparen met een bijbaan');
	await button(second, 'Bewaar en ga verder').click();
	await expect(second.getByText('Vraag 3 van 4')).toBeVisible();
});
