import { createClient } from '@libsql/client';
import { expect, test, type Page } from '@playwright/test';
import { complaintsOf, signInAs } from '../support/browser.ts';
import { startServer, type RunningServer } from '../support/server.ts';

// These journeys write: a server of their own, and each in another part of the plan.
let server: RunningServer;
let complaints: string[];
test.describe.configure({ timeout: 90_000 });
test.beforeAll(async () => {
	// Taking the families in is slow where others work as well.
	test.setTimeout(90_000);
	server = await startServer({}, ['twee-huizen', 'zestien']);
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
const GOAL = `${PLAN}/doel/huizen-doel-wissel`;

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { name });
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const link = (page: Page, name: string | RegExp) => page.getByRole('link', { name });
const become = (page: Page, person: string) => signInAs(page, person, server.origin);
const open = (page: Page, path: string) => page.goto(server.origin + path);

/** Nothing on the page is wider than the phone. */
const expectNarrow = async (page: Page) =>
	expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);

async function inDatabase(sql: string): Promise<unknown> {
	const database = createClient({ url: `file:${server.databaseFile}` });
	const { rows } = await database.execute(sql);
	database.close();
	return rows[0]?.n;
}

test('the regisseur makes a goal of an example, and a step that somebody does', async ({
	page
}) => {
	await become(page, 'wijkteam-lotte');
	await open(page, PLAN);
	await link(page, 'Nieuw doel').click();
	await page.getByText('Kies een voorbeeld en maak er uw eigen woorden van').click();
	await link(page, 'Iedereen slaapt op tijd.').click();
	await expect(page.getByText('Verander de woorden')).toBeVisible();
	const words = page.getByLabel('In eigen woorden');
	await expect(words).toHaveValue('Iedereen slaapt op tijd.');

	await words.fill('Milan ligt om acht uur in bed, bij papa en bij mama.');
	await page.getByLabel('Wat de hulpverlener erbij schrijft').fill('Regelmaat helpt.');
	await button(page, 'Bewaar').click();
	await expect(page.getByRole('alert')).toContainText('Kies over welk kind dit gaat.');
	await expect(words).toHaveValue('Milan ligt om acht uur in bed, bij papa en bij mama.');
	await expect(page.getByLabel('Wat de hulpverlener erbij schrijft')).toHaveValue(
		'Regelmaat helpt.'
	);
	await expectNarrow(page);

	await page.getByLabel('Milan').check();
	await button(page, 'Bewaar').click();
	await expect(heading(page, /Milan ligt om acht uur in bed/)).toBeVisible();
	await expect(page.getByText('Dit doel staat bij: Nu')).toBeVisible();

	await link(page, 'Nieuwe stap').click();
	await page.getByLabel('Wat gaat er gebeuren?').fill('Samen een verhaal kiezen');
	await page.getByLabel('Uiterlijk wanneer?').fill('2026-12-11');
	await button(page, 'Bewaar').click();
	const owner = page.getByLabel('Wie doet dit?');
	await expect(owner).toHaveAttribute('aria-invalid', 'true');
	await expect(owner).toHaveAccessibleDescription(/Een stap hoort bij iemand/);
	await expect(page.getByLabel('Wat gaat er gebeuren?')).toHaveValue('Samen een verhaal kiezen');
	await expect(page.getByLabel('Uiterlijk wanneer?')).toHaveValue('2026-12-11');
	await owner.selectOption({ label: 'Jeroen, papa van Milan, stiefvader van Noor' });
	await button(page, 'Bewaar').click();
	const step = page.getByRole('listitem').filter({ hasText: 'Samen een verhaal kiezen' });
	await expect(step).toContainText('Jeroen');
	await expect(step).toContainText('Uiterlijk vrijdag 11 december.');
	await expectNarrow(page);
});

test('grandmother sets her own step, and reads when the regisseur did', async ({ page }) => {
	await become(page, 'huizen-oma');
	await open(page, PLAN);
	await expect(link(page, /Zeg hoe ver deze stap is/)).not.toHaveCount(0);
	await link(page, /Zeg hoe ver deze stap is/)
		.first()
		.click();
	await expect(page).toHaveURL(server.origin + GOAL);
	await expect(heading(page, 'Uw stappen')).toBeVisible();
	await expect(page.getByText('Hoe ver zijn we?')).toHaveCount(0);
	await button(page, 'Klaar').click();
	await expect(page.getByRole('listitem').filter({ hasText: 'dat bent u' })).toContainText(
		'Klaar.'
	);
	await expect(page.getByText(/Gezet door/)).toHaveCount(0);

	await become(page, 'wijkteam-lotte');
	await open(page, `${GOAL}/stap/huizen-stap-oma`);
	await page.getByLabel('Hoe ver is deze stap?').selectOption('Bezig');
	await button(page, 'Bewaar').click();
	await expect(page.getByText('Gezet door u op zondag 22 november.')).toBeVisible();
	await become(page, 'huizen-oma');
	await open(page, GOAL);
	await expect(page.getByText('Gezet door uw regisseur op zondag 22 november.')).toBeVisible();
});

test('her mother gives a 4 and later a 6, and sees the line', async ({ page }) => {
	await become(page, 'huizen-moeder');
	await open(page, GOAL);
	await page.getByLabel('Waarom dit cijfer?').fill('Het wisselen is nog druk.');
	await button(page, 'Bewaar mijn cijfer').click();
	await expect(page.getByRole('alert')).toContainText('Kies een cijfer van 0 tot en met 10.');
	await expect(page.getByLabel('Waarom dit cijfer?')).toHaveValue('Het wisselen is nog druk.');
	await page.getByRole('radio', { name: '4', exact: true }).check();
	await button(page, 'Bewaar mijn cijfer').click();
	const picture = page.getByRole('img', { name: /^Lijn van de cijfers van/ });
	await expect(picture).toBeVisible();
	await expect(picture.locator('polyline')).toHaveCount(0);

	// Time goes by: only who takes the guard away can move a mark.
	await inDatabase('DROP TRIGGER goal_score_no_update');
	await inDatabase(`UPDATE goal_score SET at = at - ${14 * 86_400_000}`);
	await open(page, GOAL);
	await page.getByRole('radio', { name: '6', exact: true }).check();
	await button(page, 'Bewaar mijn cijfer').click();
	await expect(picture.locator('polyline')).toHaveCount(1);
	await page.getByText('Alle cijfers in een lijst').click();
	await expect(page.locator('tbody tr')).toHaveText([
		/zondag 22 november\s*\S+\s*6/,
		/zondag 8 november\s*\S+\s*4/,
		'Het wisselen is nog druk.'
	]);
	await expectNarrow(page);
});

test('a plan is agreed on when it says when to look back and how help ends', async ({ page }) => {
	await inDatabase(`UPDATE plan SET review_on = NULL WHERE id = 'huizen-plan'`);
	await become(page, 'wijkteam-lotte');
	await open(page, PLAN);
	await link(page, 'Hoe de hulp ophoudt').click();
	await button(page, 'Zet het plan op afgesproken').click();
	await expect(page.getByRole('region', { name: 'Wanneer kijken we terug?' })).toContainText(
		'Kies eerst een dag om terug te kijken.'
	);
	await expect(page.getByText('Het plan is nog niet afgesproken.')).toBeVisible();
	await link(page, 'Wijzig').click();
	await page.getByLabel('Dag om samen terug te kijken').fill('2027-02-01');
	await page.getByLabel('Hoe houdt de hulp op').fill('Lotte komt elke maand minder vaak.');
	await page.getByLabel('Wat doen jullie als het weer misgaat?').fill('Mama belt Lotte.');
	await button(page, 'Bewaar').click();
	await button(page, 'Zet het plan op afgesproken').click();
	await expect(page.getByText('Afgesproken op zondag 22 november.')).toBeVisible();
	await expect(button(page, 'Zet het plan op afgesproken')).toHaveCount(0);

	await open(page, `${PLAN}/doel/huizen-doel-rust`);
	await button(page, 'Zet bij Later').click();
	await expect(page.getByText('Dit doel staat bij: Later')).toBeVisible();
	await open(page, PLAN);
	await expect(page.getByText('Daarna is er iets veranderd.')).toBeVisible();
});

test('a stopped goal comes back with one button', async ({ page }) => {
	await become(page, 'wijkteam-lotte');
	await open(page, `${PLAN}/doel/huizen-doel-feest`);
	await expect(page.getByText('Dit doel staat bij: Gestopt')).toBeVisible();
	await button(page, 'Haal dit doel terug').click();
	await expect(page.getByText('Dit doel staat bij: Nu')).toBeVisible();
});

test('what a measure asks stands with who judges it', async ({ page }) => {
	await become(page, 'gi-hanneke');
	await open(page, '/plan/zestien-gezin/einde');
	await link(page, 'Nog iets wat moet lukken').click();
	await page.getByLabel('Wat moet er gelukt zijn?').fill('Yara gaat elke dag naar school.');
	await button(page, 'Bewaar').click();
	await expect(page.getByRole('alert')).toContainText('Schrijf hier iets op.');
	await page.getByLabel('Wie kijkt of het gelukt is?').fill('de mentor van Yara');
	await page.getByLabel('Hoe ver is het nu?').selectOption('Op weg');
	await button(page, 'Bewaar').click();
	await become(page, 'zestien-moeder');
	await open(page, '/plan/zestien-gezin/einde');
	const condition = page.getByRole('listitem').filter({ hasText: 'elke dag naar school' });
	await expect(condition).toContainText('Op weg.');
	await expect(condition).toContainText('Wie kijkt of het gelukt is: de mentor van Yara');
	await expect(link(page, 'Wijzig')).toHaveCount(0);
});

test('tapping twice makes one goal', async ({ page }) => {
	await become(page, 'wijkteam-lotte');
	await open(page, `${PLAN}/doel/nieuw`);
	await page.getByLabel('In eigen woorden').fill('Samen naar het strand');
	await page.getByLabel('Noor').check();
	await button(page, 'Bewaar').dblclick();
	await expect(heading(page, 'Samen naar het strand')).toBeVisible();
	const made = `SELECT count(*) AS n FROM goal WHERE own_words = 'Samen naar het strand'`;
	expect(await inDatabase(made)).toBe(1);
});
