import { expect, test, type Page } from '@playwright/test';
import { complaintsOf, signInAs } from '../support/browser.ts';
import { ask, sessionOf } from '../support/crawl.ts';
import { startServer, type RunningServer } from '../support/server.ts';

// One journey, in which each step needs the one before it.
test.describe.configure({ mode: 'serial' });

const FATHER = 'piet-vader';
const REGISSEUR = 'jeugdteam-samira';
const PAGE = '/plan/piet-gezin/eigen-plan';
const READ = `${PAGE}/lezen`;
const CANARY = 'kanarievogel';

let server: RunningServer;
test.beforeAll(async () => {
	server = await startServer({}, ['piet']);
});
test.afterAll(async () => {
	await server.stop();
});

let complaints: string[];
test.beforeEach(({ page }) => {
	complaints = complaintsOf(page);
});
test.afterEach(() => {
	expect(complaints).toEqual([]);
});

async function as(page: Page, person: string, path = PAGE): Promise<number | undefined> {
	await signInAs(page, person, server.origin);
	return (await page.goto(server.origin + path))?.status();
}

const tap = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const unfold = (page: Page, words: string) =>
	page.locator('summary').filter({ hasText: words }).click();

/** Opens one of the forms and fills in its words. */
async function write(page: Page, opens: string, label: string, words: string) {
	await unfold(page, opens);
	await form(page, opens).getByLabel(label).fill(words);
}
const form = (page: Page, opens: string) => page.locator('details').filter({ hasText: opens });

test('the regisseur offers it, in own words', async ({ page }) => {
	expect(await as(page, REGISSEUR, '/plan/piet-gezin')).toBe(200);
	await page.getByRole('link', { name: 'Ons eigen plan' }).click();
	await page.getByLabel('Wat wilt u de ouders zeggen?').fill('Jullie mogen eerst zelf.');
	await tap(page, 'Bied een eigen plan aan');
	await expect(page.getByText('bood een eigen plan aan op zondag 22 november')).toBeVisible();
});

test('the father begins, asks two people along, and writes a goal', async ({ page }) => {
	await as(page, FATHER, '/plan');
	await page.getByRole('link', { name: 'Ons eigen plan' }).click();
	await expect(page.getByText('Jullie mogen eerst zelf.')).toBeVisible();
	await tap(page, 'Begin met ons eigen plan');
	for (const name of ['Riet', 'Trees']) {
		await unfold(page, 'Vraag iemand om mee te doen');
		await tap(page, `Vraag ${name}`);
		await expect(page.getByRole('button', { name: `Stop met ${name}` })).toBeVisible();
	}
	await write(page, 'Schrijf een doel op', 'Wat willen jullie', `${CANARY}: samen eten`);
	await tap(page, 'Zet erbij');
	await expect(page.getByText(`${CANARY}: samen eten`).first()).toBeVisible();
	expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
});

test('grandmother finds it at home, forgets who does it, and keeps what she typed', async ({
	page
}) => {
	await as(page, 'piet-oma', '/thuis');
	await page.getByRole('link', { name: 'Ons eigen plan' }).click();
	await write(page, 'Schrijf een stap op', 'Wat gaat iemand doen?', `${CANARY}: ik kook`);
	await tap(page, 'Zet erbij');
	await expect(page.getByRole('alert')).toContainText('Kies wie dit doet.');
	const step = form(page, 'Schrijf een stap op');
	await expect(step.getByLabel('Wat gaat iemand doen?')).toHaveValue(`${CANARY}: ik kook`);
	await expect(step.getByLabel('Wie doet dit?')).toHaveAttribute('aria-invalid', 'true');
	await step.getByLabel('Wie doet dit?').selectOption('piet-oma');
	await step.getByLabel('Voor welke dag?').fill('2026-12-01');
	await step.getByRole('button', { name: 'Zet erbij' }).click();
	await expect(page.getByText('Uiterlijk dinsdag 1 december.')).toBeVisible();
});

test('the neighbour helps to write, and sees no release', async ({ page }) => {
	expect(await as(page, 'piet-buurvrouw')).toBe(200);
	await write(page, 'Schrijf op wie waarmee helpt', 'Waarmee helpt iemand?', `${CANARY}: oppas`);
	await form(page, 'Schrijf op wie waarmee helpt')
		.getByLabel('Wie doet dit?')
		.selectOption('piet-buurvrouw');
	await form(page, 'Schrijf op wie waarmee helpt').getByRole('button').click();
	await expect(page.getByText(`${CANARY}: oppas`).first()).toBeVisible();
	await page.goto(server.origin + READ);
	await expect(page.getByText(`${CANARY}: oppas`)).toBeVisible();
	await expect(page.getByRole('button', { name: 'Geef dit plan' })).toHaveCount(0);
});

test('until the release nobody else gets a word of it', async () => {
	const key = '0b9f3f3e-3b0a-4c53-9d0e-0d3b6e7c1a11';
	const forms = {
		offer: { key, words: 'Nog eens.' },
		exclude: { key, words: 'Nee.', reason: 'belang' },
		begin: { key },
		decline: { key },
		invite: { key, person: 'piet-opa-moeder' },
		add: { key, kind: 'situatie', words: 'Ik ook.' },
		answer: { key, words: 'Dank u.' },
		takeOver: { key },
		bad: { key: 'oud' }
	};
	for (const person of [REGISSEUR, 'careyn-fleur', 'jeugdteam-joost', 'piet-oma-moeder']) {
		const cookie = await sessionOf(server.origin, person);
		for (const path of [PAGE, READ]) {
			const { status, body } = await ask(server.origin, path, cookie);
			expect([person, path, status]).toEqual([person, path, 404]);
			// Kit answers a request for data with 200, and says the status in it.
			const data = await ask(server.origin, `${path}/__data.json`, cookie);
			expect(data.body).toContain('"status":404');
			expect(body + data.body).not.toContain(CANARY);
		}
		for (const [name, fields] of Object.entries(forms)) {
			const { status, body, headers } = await ask(server.origin, `${PAGE}?/${name}`, cookie, {
				method: 'POST',
				body: new URLSearchParams(fields),
				headers: { origin: server.origin, accept: 'text/html' }
			});
			expect([person, name, status]).toEqual([person, name, 404]);
			expect(headers + body).not.toContain(CANARY);
		}
		for (const path of ['/werk', '/thuis', '/plan', '/plan/piet-gezin', '/ik']) {
			const { body } = await ask(server.origin, path, cookie);
			expect(body).not.toContain(CANARY);
			expect(body).not.toContain('eigen-plan');
		}
	}
	expect(server.output()).not.toContain(CANARY);
});

test('the father reads what the regisseur will read, and gives it', async ({ page }) => {
	await as(page, FATHER);
	await page.getByRole('link', { name: 'Kijk wat de regisseur gaat lezen' }).click();
	for (const words of ['samen eten', 'ik kook', 'oppas']) {
		await expect(page.getByText(`${CANARY}: ${words}`).first()).toBeVisible();
	}
	await tap(page, 'Geef dit plan aan de regisseur');
	await expect(page).toHaveURL(server.origin + PAGE);
	await expect(page.getByRole('button', { name: 'Haal dit weg' })).toHaveCount(0);
});

test('grandmother is told who gave it and when', async ({ page }) => {
	await as(page, 'piet-oma');
	await expect(
		page.getByText('Rob gaf het plan aan de regisseur op zondag 22 november')
	).toBeVisible();
});

test('the regisseur reads, answers, and takes it over in the words of the family', async ({
	page
}) => {
	expect(await as(page, REGISSEUR)).toBe(200);
	await expect(page.getByText(`${CANARY}: ik kook`)).toBeVisible();
	await page.getByLabel('Wat vindt u van het plan').fill('Wat een goed plan.');
	await tap(page, 'Geef dit antwoord');
	await tap(page, 'Neem over in het plan');
	await expect(page.getByText('nam het over in het plan op zondag 22 november')).toBeVisible();
	await as(page, FATHER);
	await expect(page.getByText('Wat een goed plan.')).toBeVisible();
	await page.goto(`${server.origin}/plan`);
	await expect(page.getByRole('heading', { name: `${CANARY}: samen eten` })).toBeVisible();
	await expect(page.getByText(`${CANARY}: ik kook`)).toHaveCount(1);
});
