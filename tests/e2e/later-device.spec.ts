import { createClient } from '@libsql/client';
import { expect, test, type Page } from '@playwright/test';
import { complaintsOf, signInAs } from '../support/browser.ts';
import { startServer, type RunningServer } from '../support/server.ts';

// Words that could not be sent: on the device only by choice, closed, and gone with the session.
let server: RunningServer;
test.describe.configure({ timeout: 120_000 });
test.beforeEach(async ({ page }) => {
	server = await startServer({}, ['zestien']);
	await signInAs(page, 'zestien-yara', server.origin);
	await page.goto(`${server.origin}/later`);
	await page.getByRole('button', { name: 'Begin mijn plan' }).click();
	await page.getByRole('link', { name: 'Wie ziet wat?' }).waitFor();
});
test.afterEach(async () => {
	await server.stop();
});

const WISH = 'Wat wil ik?';
const STEP = 'Wat is mijn eerste stap?';
const SECRET = 'Een kamer bij oma';
const HELD = 'Nog niet verstuurd. Staat op dit toestel.';
/** Words are tried again after five seconds; then the key is there as well. */
const LONG = { timeout: 15_000 };
const status = (page: Page) => page.getByRole('main').getByRole('status');
const at = (path: string) => server.origin + path;

async function inDatabase(statement: string) {
	const database = createClient({ url: `file:${server.databaseFile}` });
	const { rows } = await database.execute(statement);
	database.close();
	return rows;
}
const words = async () =>
	(await inDatabase('SELECT domain, field, words FROM toekomst_words ORDER BY domain, field')).map(
		(row) => Object.values(row).join(': ')
	);

async function choose(page: Page) {
	await page.goto(at('/later/toestel'));
	await page.getByRole('button', { name: 'Zet aan op dit toestel' }).click();
	await expect(page.getByText(/^Dit staat aan op dit toestel, tot/)).toBeVisible();
}

/** A page that has the key. */
async function open(page: Page, path = '/later/wonen') {
	const given = page.waitForResponse('**/later/toestel/sleutel');
	await page.goto(at(path));
	expect((await given).headers()['cache-control']).toBe('no-store');
}

const loseLine = (page: Page) => page.route('**/bewaar', (route) => route.abort());
const findLine = (page: Page) => page.unroute('**/bewaar');

async function type(page: Page, text: string, field = WISH) {
	await page.getByLabel(field).fill(text);
	await page.getByLabel('Wie helpt mij?').focus();
}

/** All that the browser keeps of this site, as text: bytes by their signs. */
async function stored(page: Page) {
	const kept = await page.evaluate(async () => {
		const whole = (request: IDBRequest) =>
			new Promise<unknown>((done, failed) => {
				request.onsuccess = () => done(request.result);
				request.onerror = () => failed(request.error ?? new Error('not read'));
			});
		const plain = (_: string, value: unknown) => {
			if (value instanceof CryptoKey) return 'a key';
			if (value instanceof ArrayBuffer) return String.fromCharCode(...new Uint8Array(value));
			return value instanceof Uint8Array ? String.fromCharCode(...value) : value;
		};
		const records = [];
		const databases = await indexedDB.databases();
		for (const { name = '' } of databases) {
			const database = (await whole(indexedDB.open(name))) as IDBDatabase;
			for (const store of database.objectStoreNames) {
				const all = database.transaction(store).objectStore(store).getAll();
				records.push(...((await whole(all)) as object[]));
			}
			database.close();
		}
		const texts = [];
		for (const name of await caches.keys()) {
			const cache = await caches.open(name);
			for (const request of await cache.keys())
				texts.push(await (await cache.match(request))?.text());
		}
		return {
			databases: databases.length,
			records: records.length,
			storage: localStorage.length + sessionStorage.length,
			text: JSON.stringify([records, { ...localStorage }, { ...sessionStorage }, texts], plain)
		};
	});
	return kept;
}
const held = async (page: Page) => (await stored(page)).records;

test('it is off: without a line nothing at all is kept in the browser', async ({ page }) => {
	await page.goto(at('/later/wonen'));
	await expect(page.getByRole('link', { name: 'Schrijven zonder internet' })).toBeVisible();
	await page.context().setOffline(true);
	await type(page, SECRET);
	await expect(status(page)).toHaveText('Nog niet bewaard. We proberen het zo weer.');
	const kept = await stored(page);
	expect(kept).toMatchObject({ databases: 0, storage: 0 });
	expect(kept.text).not.toContain(SECRET);
});

test('chosen: words typed without internet come through a reload, once', async ({ page }) => {
	const complaints = complaintsOf(page);
	await choose(page);
	await open(page);
	await page.context().setOffline(true);
	await type(page, SECRET);
	await expect(status(page)).toHaveText(HELD, LONG);
	await page.getByLabel(STEP).pressSequentially('Bellen');
	await expect.poll(() => held(page)).toBe(1);
	await page.reload().catch(() => null);
	expect(await words()).toEqual([]);

	await page.context().setOffline(false);
	await open(page);
	await expect(page.getByLabel(WISH)).toHaveValue(SECRET);
	await expect(page.getByLabel(STEP)).toHaveValue('Bellen');
	await expect.poll(() => held(page)).toBe(0);
	await expect.poll(words).toEqual(['wonen: stap: Bellen', `wonen: wens: ${SECRET}`]);
	await open(page);
	await expect(page.getByLabel(WISH)).toHaveValue(SECRET);
	expect(complaints.filter((line) => !/ERR_INTERNET|ERR_FAILED/.test(line))).toEqual([]);
});

test('the line comes back while the page is open: sent, and taken off the device', async ({
	page
}) => {
	await choose(page);
	await open(page);
	await loseLine(page);
	await type(page, SECRET);
	await expect(status(page)).toHaveText(HELD, LONG);
	await findLine(page);
	await expect(status(page)).toHaveText('Bewaard', LONG);
	await expect.poll(() => held(page)).toBe(0);
	expect(await words()).toEqual([`wonen: wens: ${SECRET}`]);
});

test('what lies there is no word and no key, and opens for nobody else', async ({ page }) => {
	await choose(page);
	await open(page);
	const asked = await page.request.post(at('/later/toestel/sleutel'), {
		...{ form: { x: '' }, headers: { origin: server.origin } }
	});
	const { key } = (await asked.json()) as { key: number[] };
	await loseLine(page);
	await type(page, SECRET);
	await expect(status(page)).toHaveText(HELD, LONG);
	const { text, records } = await stored(page);
	expect(records).toBe(1);
	const raw = Buffer.from(key);
	for (const never of [SECRET, 'wens', 'wonen', '/later', 'a key', raw.toString('base64')])
		expect(text).not.toContain(never);
	expect(text).not.toContain(JSON.stringify(raw.toString('latin1')).slice(1, -1));

	// The session runs out, and the mother takes the phone.
	await page.goto(at('/robots.txt'));
	await inDatabase('DELETE FROM session');
	const post = () =>
		page.request.post(at('/later/toestel/sleutel'), {
			...{ form: { x: '' }, headers: { origin: server.origin }, failOnStatusCode: false }
		});
	expect((await post()).status()).toBe(401);
	await signInAs(page, 'zestien-moeder', server.origin);
	expect((await post()).status()).toBe(404);
	await page.goto(at('/thuis'));
	expect(await page.content()).not.toContain(SECRET);

	await inDatabase('DELETE FROM session');
	await signInAs(page, 'zestien-yara', server.origin);
	await findLine(page);
	await open(page, '/later');
	await expect.poll(words).toEqual([`wonen: wens: ${SECRET}`]);
	await expect.poll(() => held(page)).toBe(0);
});

test('somebody wrote elsewhere meanwhile: both texts are shown, nothing is overwritten', async ({
	page,
	browser
}) => {
	await choose(page);
	await open(page);
	await loseLine(page);
	await type(page, SECRET);
	await expect(status(page)).toHaveText(HELD, LONG);
	const other = await browser.newPage();
	await signInAs(other, 'zestien-yara', server.origin);
	await other.goto(at('/later/wonen'));
	await other.getByLabel(WISH).fill('Een huis');
	await other.getByRole('button', { name: 'Bewaar', exact: true }).click();
	await expect.poll(words).toEqual(['wonen: wens: Een huis']);
	await other.close();

	await page.goto(at('/robots.txt'));
	await findLine(page);
	// From another page it is not sent over the newer text; the youth is led to it.
	await open(page, '/later/toestel');
	await page.getByRole('link', { name: 'Bekijk ze' }).click();
	await expect(page.getByLabel(WISH)).toHaveValue(SECRET);
	await expect(status(page)).toContainText('Druk op Bewaar');
	expect(await words()).toEqual(['wonen: wens: Een huis']);
	await page.getByRole('button', { name: 'Bewaar', exact: true }).click();
	await expect(page.getByText('Een huis', { exact: true })).toBeVisible();
	await expect(page.getByLabel(WISH)).toHaveValue(SECRET);
	await page.getByLabel(WISH).fill('Een huis of een kamer');
	await page.getByRole('button', { name: 'Bewaar', exact: true }).click();
	await expect(page.getByRole('alert')).toBeHidden();
	await expect(page.getByLabel(WISH)).toHaveValue('Een huis of een kamer');
	await expect.poll(() => held(page)).toBe(0);
	expect(await words()).toEqual(['wonen: wens: Een huis of een kamer']);
});

test('two tabs hold their own words, and neither takes those of the other', async ({ page }) => {
	await choose(page);
	const second = await page.context().newPage();
	await open(page);
	await open(second, '/later/geld');
	for (const one of [page, second]) await loseLine(one);
	await type(page, SECRET);
	await type(second, 'Sparen');
	for (const one of [page, second]) await expect(status(one)).toHaveText(HELD, LONG);
	expect(await held(page)).toBe(2);

	const third = await page.context().newPage();
	await open(third);
	await third.waitForLoadState('networkidle');
	await expect(third.getByLabel(WISH)).toHaveValue('');
	expect(await words()).toEqual([]);
	await third.close();

	await second.close();
	await page.goto(at('/robots.txt'));
	await findLine(page);
	await open(page, '/later');
	await expect.poll(words).toEqual(['geld: wens: Sparen', `wonen: wens: ${SECRET}`]);
	await expect.poll(() => held(page)).toBe(0);
});

test('a tap on a picture waits as well', async ({ page, context }) => {
	await choose(page);
	const path = '/later/plaatjes/wonen/wens';
	await open(page, path);
	await context.setOffline(true);
	await page.locator('label.tap').first().click();
	await page.getByLabel('Of schrijf het zelf').fill(SECRET);
	await expect(status(page)).toHaveText(HELD, LONG);
	await expect.poll(() => held(page)).toBe(1);
	await page.close();
	await context.setOffline(false);
	expect(await words()).toEqual([]);
	const later = await context.newPage();
	await open(later, path);
	await expect(later.locator('label.tap input').first()).toBeChecked();
	await expect(later.getByLabel('Of schrijf het zelf')).toHaveValue(SECRET);
	await expect(status(later)).toHaveText('Bewaard', LONG);
	expect((await words()).join()).toContain(SECRET);
	await expect.poll(() => held(later)).toBe(0);
});

for (const [way, go] of [
	['signing out', (page: Page) => page.getByRole('button', { name: 'Meld mij hier af' }).click()],
	['the exit', (page: Page) => page.getByRole('button', { name: 'Snel weg' }).click()],
	[
		'Shift three times',
		async (page: Page) => {
			for (let press = 1; press <= 3; press++) await page.keyboard.press('Shift');
		}
	]
] as const) {
	test(`${way} leaves nothing, also what another tab still holds`, async ({ page, context }) => {
		await choose(page);
		const other = await context.newPage();
		await open(page);
		await open(other, '/later/geld');
		for (const one of [page, other]) await loseLine(one);
		await type(page, SECRET);
		await type(other, 'Kwartjes sparen');
		for (const one of [page, other]) await expect(status(one)).toHaveText(HELD, LONG);
		expect(await held(page)).toBe(2);
		await page.bringToFront();
		if (way === 'signing out') {
			await page.goto(at('/ik'));
			expect(await held(page)).toBe(2);
		}
		await go(page);
		await page.waitForURL((url) => ['/', '/weg'].includes(url.pathname));
		if (way === 'signing out') await type(other, 'Meer kwartjes').catch(() => null);
		await other.goto(at('/robots.txt'));
		await page.goto(at('/robots.txt'));
		const kept = await stored(page);
		expect(kept).toMatchObject({ databases: 0, storage: 0 });
		expect(kept.text).not.toMatch(/kamer bij oma|kwartjes/i);
		expect(await inDatabase('SELECT * FROM toekomst_device')).toEqual([]);
		expect((await context.cookies()).map(({ name }) => name)).not.toContain('__Host-hier');
	});
}

test('switched off, it is gone from the device', async ({ page }) => {
	await choose(page);
	await open(page);
	await loseLine(page);
	await type(page, SECRET);
	await expect(status(page)).toHaveText(HELD, LONG);
	await page.goto(at('/robots.txt'));
	// Still no line for words: on the page of the choice they wait.
	await open(page, '/later/toestel');
	await expect(page.getByText(/^Op dit toestel staan nog woorden van jou/)).toBeVisible();
	await page.getByRole('button', { name: 'Zet uit op dit toestel' }).click();
	await expect(page.getByRole('button', { name: 'Zet aan op dit toestel' })).toBeVisible();
	expect(await held(page)).toBe(0);
	expect(await inDatabase('SELECT * FROM toekomst_device')).toEqual([]);
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('the page says that it cannot be done here, and offers no button', async ({ page }) => {
		await page.goto(at('/later/wonen'));
		await page.getByRole('link', { name: 'Schrijven zonder internet' }).click();
		await expect(page.getByText('Dit kan niet in deze browser.')).toBeVisible();
		await expect(page.getByRole('button', { name: /^Zet aan/ })).toBeHidden();
	});
});
