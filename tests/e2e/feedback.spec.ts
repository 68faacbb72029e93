import { createClient } from '@libsql/client';
import { expect, test, type Browser } from '@playwright/test';
import { become, withJim, withNobody } from '../support/beside.ts';
import { complaintsOf, signInAs } from '../support/browser.ts';
import { startServer, withRegionalHelp, type RunningServer } from '../support/server.ts';

let server: RunningServer;
test.describe.configure({ timeout: 90_000 });
test.beforeAll(async () => {
	test.setTimeout(90_000);
	server = await startServer({}, ['piet', 'twee-huizen', 'zestien']);
	await withRegionalHelp(server);
});
test.afterAll(async () => {
	await server.stop();
});

/** A page of somebody in a browser of their own. */
async function pageOf(browser: Browser, person: string | null) {
	const context = await browser.newContext({
		...test.info().project.use,
		baseURL: server.origin
	});
	const page = await context.newPage();
	if (person) await signInAs(page, person, server.origin);
	return { page, complaints: complaintsOf(page) };
}

/** What is kept, as text: who answered cannot be read in it. */
async function kept() {
	const client = createClient({ url: `file:${server.databaseFile}` });
	const { rows } = await client.execute(
		'SELECT informant, question, value, open FROM feedback_waiting UNION ALL SELECT informant, question, value, open FROM feedback_answer'
	);
	client.close();
	return rows.map((row) => `${row.informant} ${row.question} ${row.value} ${row.open}`);
}

test('a youth answers in pictures, and the phone shows nothing of it afterwards', async ({
	browser
}) => {
	const { page, complaints } = await pageOf(browser, 'zestien-yara');
	await page.goto('/thuis');
	await page.getByRole('link', { name: 'Zeg wat je van de hulp vindt' }).click();
	await page.getByRole('link', { name: /Met plaatjes.*We zijn een tijd bezig/ }).click();
	await expect(page.getByText('Vraag 1 van 3')).toBeVisible();
	await page.getByRole('button', { name: '8', exact: true }).click();
	await page.getByRole('link', { name: 'Sla deze vraag over' }).click();
	await page.getByRole('button', { name: 'Ja, ik denk het wel' }).click();
	await expect(page.getByRole('heading', { name: 'Bedankt' })).toBeVisible();
	expect(await kept()).toEqual(expect.arrayContaining(['youth use 8 0', 'youth independent 4 0']));
	await page.goto('/mening/zestien-gezin/halfway');
	await expect(page.locator('input:checked')).toHaveCount(3);
	for (const one of await page.locator('input:checked').all()) await expect(one).toHaveValue('');
	expect(complaints).toEqual([]);
});

test('a mother answers separately, and help stands beside the form', async ({ browser }) => {
	const { page, complaints } = await pageOf(browser, 'zestien-moeder');
	await page.goto('/mening');
	await page.getByRole('link', { name: 'De hulp is klaar', exact: true }).click();
	await expect(page.getByText('Dit is geen klacht')).toBeVisible();
	await expect(page.getByRole('main').getByRole('link', { name: '112' })).toBeVisible();
	await page.getByRole('group', { name: 'Heeft u iets aan de hulp?' }).getByLabel('6').check();
	await page.getByRole('button', { name: 'Verstuur' }).click();
	await expect(page.getByRole('heading', { name: 'Bedankt' })).toBeVisible();
	expect(await kept()).toContain('parent use 6 0');
	expect(complaints).toEqual([]);
});

test('a youth lets the provider have a grade with a yes of its own, and takes it back', async ({
	browser
}) => {
	const { page, complaints } = await pageOf(browser, 'zestien-yara');
	await page.goto('/mening/zestien-gezin/end');
	await page.getByRole('button', { name: 'Verstuur' }).click();
	await expect(page.getByRole('heading', { level: 1, name: /cijfer ook krijgen/ })).toBeVisible();
	const card = page.getByRole('main').locator('section.card').first();
	await card.getByLabel('9', { exact: true }).check();
	await card.getByRole('button', { name: 'Geef dit door' }).click();
	await expect(page.getByText('Zet hier een vinkje als het mag').first()).toBeVisible();
	await expect(card.getByLabel('9', { exact: true })).toBeChecked();
	await card.getByLabel(/mag dit weten/).check();
	await card.getByRole('button', { name: 'Geef dit door' }).click();
	await expect(card.getByText('Er wacht een cijfer op versturen.')).toBeVisible();
	await card.getByRole('button', { name: 'Neem het terug' }).click();
	await expect(card.getByRole('button', { name: 'Geef dit door' })).toBeVisible();
	expect(await kept()).not.toContain('youth use 9 0');
	await page.getByRole('link', { name: 'Nee, ga verder' }).click();
	await expect(page.getByRole('heading', { name: 'Bedankt' })).toBeVisible();
	expect(complaints).toEqual([]);
});

test('a father who stops says so in three taps', async ({ browser }) => {
	const { page, complaints } = await pageOf(browser, 'piet-vader');
	await page.goto('/mening');
	await page.getByRole('link', { name: /Met plaatjes.*Ik stop met de hulp/ }).click();
	await page.getByRole('button', { name: '3', exact: true }).click();
	await page.getByRole('button', { name: 'Een klein stukje' }).click();
	await page.getByRole('button', { name: 'Nee, zeker niet' }).click();
	await expect(page.getByRole('heading', { name: 'Bedankt' })).toBeVisible();
	expect(await kept()).toEqual(
		expect.arrayContaining(['parent use 3 0', 'parent goals 2 0', 'parent independent 1 0'])
	);
	expect(complaints).toEqual([]);
});

test('a story is told, edited by who keeps the region, and agreed to by its author', async ({
	browser
}) => {
	const { page, complaints } = await pageOf(browser, 'piet-vader');
	await page.goto('/mening');
	await page.getByRole('link', { name: 'Vertel hoe het ging' }).click();
	const { project } = test.info();
	const story = `In ${project.name} kwam Fatima elke week.`;
	await page.getByLabel('Het verhaal').fill(story);
	await page.getByRole('button', { name: 'Verstuur het verhaal' }).click();
	await expect(page.getByText('Dit wacht op iemand die het naleest.')).toBeVisible();

	const desk = (await pageOf(browser, 'jeugdteam-karin')).page;
	await desk.goto('/beheer/hulp');
	await desk.getByRole('link', { name: /Lees verhalen uit .* na/ }).click();
	const told = desk.getByRole('article').filter({ hasText: story });
	await expect(told.locator('mark')).toHaveText(['Fatima']);
	await told.getByLabel('Zo gaat het naar de schrijver').fill('Iemand kwam elke week.');
	await told.getByRole('button', { name: 'Stuur naar de schrijver' }).click();
	await expect(desk.getByText('Er is niets om na te lezen.')).toBeVisible();

	await page.goto('/thuis');
	await page.getByRole('link', { name: 'Er staat iets om na te lezen.' }).click();
	await page.getByRole('button', { name: 'Ja, dit mag' }).click();
	await expect(page.getByText('Iemand kwam elke week.')).toHaveCount(0);
	await page.goto('/thuis');
	await expect(page.getByText('Er staat iets om na te lezen.')).toHaveCount(0);
	expect(complaints).toEqual([]);
});

test('somebody without an account answers in the form of the region', async ({ browser }) => {
	const { page, complaints } = await pageOf(browser, null);
	await page.goto('/hulp/haaglanden');
	await page.getByRole('link', { name: /Zeg wat je vindt van hulp in/ }).click();
	await page.getByRole('link', { name: 'Ik ben ouder en heb geen hulp' }).click();
	await page.getByLabel('Soms wel, soms niet').first().check();
	await page.getByRole('button', { name: 'Verstuur' }).click();
	await expect(page.getByRole('heading', { name: 'Bedankt' })).toBeVisible();
	expect(await kept()).toContain('parent without 3 1');
	expect(complaints).toEqual([]);
});

test('a regisseur and a grandmother find no such page', async ({ browser }) => {
	for (const person of ['jeugdteam-samira', 'piet-oma']) {
		const { page } = await pageOf(browser, person);
		for (const path of ['/mening', '/mening/piet-gezin/end', '/mening/piet-gezin/end/use'])
			expect((await page.goto(path))?.status(), `${person} ${path}`).toBe(404);
	}
});

test('who stands beside a youth answers as a JIM, until the youth ends it', async ({ browser }) => {
	const { page, complaints } = await pageOf(browser, 'zestien-yara');
	await page.goto('/naast-mij');
	await withJim(page, 'zestien-tante', '/naast-mij/voor/[jim]');
	await page.getByRole('link', { name: 'Zeg wat u van de hulp vindt' }).click();
	await expect(page.getByRole('heading', { name: 'Als JIM van Yara' })).toBeVisible();
	await page.getByRole('link', { name: 'De hulp is klaar', exact: true }).click();
	const address = page.url();
	await expect(page.getByText('De raad ziet ze nog niet.')).toBeVisible();
	await page.getByRole('group', { name: 'Heeft de jongere iets' }).getByLabel('7').check();
	await page.getByRole('button', { name: 'Verstuur' }).click();
	await expect(page.getByRole('heading', { name: 'Bedankt' })).toBeVisible();
	expect(await kept()).toContain('jim use 7 0');
	await withNobody(page, '/naast-mij');
	await become(page, 'zestien-tante');
	expect((await page.goto(address))?.status()).toBe(404);
	expect(complaints).toEqual([]);
});
