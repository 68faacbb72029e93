import { expect, test, type Page } from '@playwright/test';
import { complaintsOf, signInAs } from '../support/browser.ts';
import { startServer, type RunningServer } from '../support/server.ts';

// These journeys write: a server of their own, and each in another part of the plan.
let server: RunningServer;
let complaints: string[];
test.describe.configure({ timeout: 90_000 });
test.beforeAll(async () => {
	test.setTimeout(90_000);
	server = await startServer({}, ['twee-huizen']);
});
test.afterAll(async () => {
	await server.stop();
});
test.beforeEach(({ page }) => {
	complaints = complaintsOf(page);
});
test.afterEach(() => {
	expect(complaints).toEqual([]);
});

const PLAN = '/plan/huizen-gezin';
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const link = (page: Page, name: string | RegExp) => page.getByRole('link', { name });
const become = (page: Page, person: string) => signInAs(page, person, server.origin);
const open = (page: Page, path: string) => page.goto(server.origin + path);
const card = (page: Page, words: string) =>
	page.locator('section.card').filter({ hasText: words }).first();
const inCard = (page: Page, words: string, name: string) =>
	card(page, words).getByRole('button', { name, exact: true });

/** Nothing on the page is wider than the phone. */
const expectNarrow = async (page: Page) =>
	expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);

test('mother proposes a step of grandmother; with every yes it stands in the plan', async ({
	page
}) => {
	const step = 'Oma bakt een taart met Noor';
	await become(page, 'huizen-moeder');
	await open(page, `${PLAN}/doel/huizen-doel-wissel`);
	await link(page, 'Stel een nieuwe stap voor').click();
	await expect(page.getByLabel('Wat de hulpverlener erbij schrijft')).toHaveCount(0);
	await page.getByLabel('Wat gaat er gebeuren?').fill(step);
	await page.getByLabel('Waarom?').fill('Noor vindt het wisselen dan leuker.');
	await button(page, 'Stel dit voor').click();
	await expect(page.getByRole('alert')).toContainText('Kies wie dit doet.');
	await expect(page.getByLabel('Waarom?')).toHaveValue('Noor vindt het wisselen dan leuker.');
	await page.getByLabel('Wie doet dit?').selectOption('huizen-oma');
	await button(page, 'Stel dit voor').click();
	await expect(page).toHaveURL(`${server.origin}${PLAN}/voorstellen`);
	await expect(card(page, step)).toContainText('Wacht op antwoord');
	await expect(card(page, step)).toContainText('Noor vindt het wisselen dan leuker.');
	await expect(inCard(page, step, 'Ja, dat is goed')).toHaveCount(0);
	await expectNarrow(page);
	await open(page, PLAN);
	await expect(page.getByText(step)).toHaveCount(0);

	await become(page, 'huizen-oma');
	await open(page, '/thuis');
	await link(page, 'Een voorstel wacht op uw ja of nee.').click();
	await expect(card(page, step)).not.toContainText('Noor vindt het wisselen dan leuker.');
	await expectNarrow(page);
	await inCard(page, step, 'Ja, dat is goed').click();
	await expect(card(page, step)).toContainText('U zei ja');

	await become(page, 'wijkteam-lotte');
	await open(page, `${PLAN}/voorstellen`);
	await inCard(page, step, 'Nee, liever niet').click();
	await expect(page.getByRole('alert')).toContainText('Schrijf op waarom.');
	await inCard(page, step, 'Ja, dat is goed').click();
	await expect(card(page, step)).toContainText('Staat nu in het plan');

	for (const person of ['huizen-moeder', 'huizen-oma', 'wijkteam-lotte']) {
		await become(page, person);
		await open(page, `${PLAN}/doel/huizen-doel-wissel`);
		await expect(page.getByRole('listitem').filter({ hasText: step })).toContainText(
			'Nog niet begonnen'
		);
	}
	await become(page, 'huizen-moeder');
	await open(page, `${PLAN}/versies`);
	await expect(page.getByText('Dit was een voorstel.').first()).toBeVisible();
});

test('the regisseur proposes a step for Noor, who says no in her own words', async ({ page }) => {
	const step = 'Noor schrijft elke dag op hoe het gaat';
	await become(page, 'wijkteam-lotte');
	await open(page, `${PLAN}/doel/huizen-doel-wissel/stap/nieuw`);
	await page.getByLabel('Wat gaat er gebeuren?').fill(step);
	await page.getByLabel('Wie doet dit?').selectOption('huizen-noor');
	await button(page, 'Stel dit voor').click();
	await expect(card(page, step)).toContainText('Noor: nog geen antwoord');

	await become(page, 'huizen-noor');
	await open(page, `${PLAN}/voorstellen`);
	await card(page, step).getByLabel('Wil je er iets bij zeggen?').fill('Dat is van mij alleen.');
	await inCard(page, step, 'Nee, liever niet').click();
	await expect(card(page, step)).toContainText('Gaat niet door');
	await expectNarrow(page);

	await become(page, 'wijkteam-lotte');
	await open(page, `${PLAN}/voorstellen`);
	await expect(card(page, step)).toContainText('Dat is van mij alleen.');
	await open(page, `${PLAN}/doel/huizen-doel-wissel`);
	await expect(page.getByText(step)).toHaveCount(0);
});

test('two people write in the same goal: the later one reads both', async ({ page, browser }) => {
	const goal = `${PLAN}/doel/huizen-doel-samen/wijzig`;
	await become(page, 'wijkteam-lotte');
	await open(page, goal);
	const other = await browser.newPage();
	await become(other, 'wijkteam-lotte');
	await open(other, goal);
	await other.getByLabel('In eigen woorden').fill('Woorden van de ander');
	await button(other, 'Bewaar').click();
	await other.waitForURL('**/huizen-doel-samen');
	await other.close();

	await page.getByLabel('In eigen woorden').fill('Mijn woorden');
	await button(page, 'Bewaar').click();
	await expect(page.getByRole('alert')).toContainText('Iemand veranderde dit net.');
	await expect(page.locator('#seen')).toContainText('Woorden van de ander');
	await expect(page.getByLabel('In eigen woorden')).toHaveValue('Mijn woorden');
	await button(page, 'Bewaar').click();
	await expect(page.getByRole('heading', { name: 'Mijn woorden' })).toBeVisible();
});
