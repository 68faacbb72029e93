import { createClient } from '@libsql/client';
import { expect, test, type Page } from '@playwright/test';
import { signInAs } from '../support/browser.ts';
import { startServer, type RunningServer } from '../support/server.ts';

// A bad line, a double tap and a server that dies: what was said to be kept is kept, and once.
let server: RunningServer;
test.describe.configure({ timeout: 180_000 });
test.beforeEach(async ({ page }) => {
	server = await startServer({}, ['zestien']);
	await signInAs(page, 'zestien-yara', server.origin);
	await page.goto(`${server.origin}/later`);
	await page.getByRole('button', { name: 'Begin mijn plan' }).click();
	await page.getByRole('link', { name: 'Wie ziet wat?' }).waitFor();
	await page.goto(`${server.origin}/later/wonen`);
});
test.afterEach(async () => {
	await server.stop();
});

const WISH = 'Wat wil ik?';
const STEP = 'Wat is mijn eerste stap?';
const status = (page: Page) => page.getByRole('main').getByRole('status');

type Kept = { readonly field: string; readonly words: string; readonly revision: number };

/** What the database has, read beside the server. */
async function kept(): Promise<Kept[]> {
	const database = createClient({ url: `file:${server.databaseFile}` });
	const { rows } = await database.execute(
		'SELECT field, words, revision FROM toekomst_words ORDER BY field'
	);
	database.close();
	return rows.map((row) => ({
		field: String(row.field),
		words: String(row.words),
		revision: Number(row.revision)
	}));
}

test('a line of 400 milliseconds that loses one in five: everything is kept, and once', async ({
	page
}) => {
	test.skip(test.info().project.name === 'phone-no-js', 'a script does this');
	let asked = 0;
	await page.route('**/later/bewaar', async (route) => {
		asked += 1;
		await new Promise((done) => setTimeout(done, 400));
		if (asked % 5 !== 1) return route.continue();
		// What is lost is lost on the way there, or on the way back when it was written already.
		if (asked % 2 === 0) await route.fetch();
		return route.abort();
	});
	const words = ['Een kamer', 'Een kamer bij oma', 'Een kamer bij oma in de stad'];
	for (const [at, text] of words.entries()) {
		await page.getByLabel(WISH).fill(text);
		await page.getByLabel(STEP).fill(`Stap ${at + 1}`);
		await page.getByLabel('Wie helpt mij?').focus();
		await expect(status(page)).toHaveText('Bewaard', { timeout: 30_000 });
	}
	expect(asked).toBeGreaterThanOrEqual(words.length);
	const found = await kept();
	expect(found.map(({ field, words: said }) => [field, said])).toEqual([
		['stap', 'Stap 3'],
		['wens', 'Een kamer bij oma in de stad']
	]);
	for (const { revision } of found) expect(revision).toBeLessThanOrEqual(words.length);
});

test('a double tap keeps words once', async ({ page }) => {
	await page.getByLabel(WISH).fill('Een kamer');
	await page.getByRole('button', { name: 'Bewaar', exact: true }).dblclick({ delay: 20 });
	await expect(page.getByLabel(WISH)).toHaveValue('Een kamer');
	await expect.poll(kept).toEqual([{ field: 'wens', words: 'Een kamer', revision: 1 }]);
	await expect(page.getByRole('alert')).toBeHidden();
});

test('a server that dies loses nothing that it said was kept, and doubles nothing', async ({
	page
}) => {
	const save = (words: string, base: number) =>
		page.request.post(`${server.origin}/later/bewaar`, {
			form: { domain: 'wonen', wens: words, 'wens-base': String(base) },
			headers: { origin: server.origin }
		});
	let acknowledged = 0;
	let sent = 0;
	const writing = (async () => {
		for (;;) {
			sent += 1;
			const answer = await save(`tekst ${sent}`, sent - 1).catch(() => null);
			if (!answer?.ok()) return;
			acknowledged = sent;
		}
	})();
	await expect.poll(() => acknowledged, { timeout: 30_000 }).toBeGreaterThan(10);
	await server.crash();
	await writing;
	await server.restart();

	const [found] = await kept();
	const number = Number(found?.words.replace('tekst ', ''));
	expect(number).toBeGreaterThanOrEqual(acknowledged);
	expect(number).toBeLessThanOrEqual(sent);
	expect(found?.revision).toBe(number);

	// The phone that got no answer tries once more: it stands there once.
	await save(`tekst ${sent}`, sent - 1);
	expect(await kept()).toEqual([{ field: 'wens', words: `tekst ${sent}`, revision: sent }]);
	await page.reload();
	await expect(page.getByLabel(WISH)).toHaveValue(`tekst ${sent}`);
});

test('while the server is away words wait on the page, and are kept when it is back', async ({
	page
}) => {
	test.skip(test.info().project.name === 'phone-no-js', 'a script does this');
	await page.getByLabel(WISH).fill('Een kamer');
	await page.getByLabel(STEP).focus();
	await expect(status(page)).toHaveText('Bewaard', { timeout: 30_000 });
	await server.crash();
	await page.getByLabel(WISH).fill('Een kamer met een tuin');
	await page.getByLabel(STEP).focus();
	await expect(status(page)).toContainText('Nog niet bewaard', { timeout: 30_000 });
	await server.restart();
	await expect(status(page)).toHaveText('Bewaard', { timeout: 30_000 });
	expect(await kept()).toEqual([{ field: 'wens', words: 'Een kamer met een tuin', revision: 2 }]);
});
