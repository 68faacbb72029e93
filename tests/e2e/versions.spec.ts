import { expect, test } from '@playwright/test';
import { complaintsOf, signInAs, wordsOf } from '../support/browser.ts';
import { writeGoal } from '../support/regisseur.ts';
import { startServer, type RunningServer } from '../support/server.ts';

let server: RunningServer;
test.beforeEach(async () => {
	server = await startServer({}, ['twee-huizen']);
	await writeGoal(server.databaseFile, 'wijkteam-lotte', 'huizen-gezin', {
		goal: 'huizen-doel-wissel',
		ownWords: 'Ik wissel van huis zonder ruzie op straat.',
		children: 'huizen-noor'
	});
});
test.afterEach(async () => {
	await server.stop();
});

const OLD = 'Ik wissel van huis zonder ruzie aan de deur.';
const NEW = 'Ik wissel van huis zonder ruzie op straat.';

test('a mother reads what changed; the regisseur puts it back; she sees that', async ({
	browser,
	page
}) => {
	const complaints = complaintsOf(page);
	await signInAs(page, 'huizen-moeder', server.origin);
	await page.goto(`${server.origin}/plan`);
	await expect(page.getByText(NEW)).toBeVisible();
	await page.getByRole('link', { name: 'Wat is er veranderd?' }).click();
	const cards = page.getByRole('main').locator('section');
	await expect(cards).toHaveCount(2);
	await expect(cards.first()).toContainText('zondag 22 november, 14.30 uur');
	await expect(cards.first()).toContainText('Door Lotte Vermeer.');
	await expect(cards.first()).toContainText(`Doel gewijzigd: ${NEW}`);
	await expect(cards.last()).toContainText('Door het systeem van uw hulpverlener.');

	await cards.last().getByRole('link').click();
	await expect(page.getByRole('heading', { name: 'Het plan van toen' })).toBeVisible();
	const said = page.locator('dd');
	await expect(page.locator('dt').filter({ hasText: 'Was' }).first()).toBeVisible();
	await expect(said.first()).toHaveText(OLD);
	await expect(said.first().locator('del')).toHaveText(['aan de deur']);
	await expect(page.locator('dt').filter({ hasText: 'Is nu' }).first()).toBeVisible();
	await expect(said.nth(1)).toHaveText(NEW);
	await expect(said.nth(1).locator('ins')).toHaveText(['op straat']);
	await expect(page.getByRole('heading', { level: 3, name: OLD })).toBeVisible();
	await expect(page.getByRole('link', { name: 'Zet dit plan terug' })).toHaveCount(0);

	const desk = await browser.newPage();
	await signInAs(desk, 'wijkteam-lotte', server.origin);
	await desk.goto(`${server.origin}/plan/huizen-gezin/versies/1`);
	await desk.getByRole('link', { name: 'Zet dit plan terug' }).click();
	await expect(desk.getByText('Er gaat niets verloren.')).toBeVisible();
	await desk.getByRole('button', { name: 'Ja, zet terug' }).click();
	await expect(desk).toHaveURL(`${server.origin}/plan/huizen-gezin`);
	await expect(desk.getByText(OLD)).toBeVisible();
	await desk.close();

	await page.goto(`${server.origin}/plan`);
	await expect(page.getByText(OLD)).toBeVisible();
	await page.getByRole('link', { name: 'Wat is er veranderd?' }).click();
	await expect(cards).toHaveCount(3);
	await expect(cards.first()).toContainText(/Door Lotte Vermeer. Het plan van .* is teruggezet./);
	expect(complaints).toEqual([]);
});

test('a stepfather of the other half-sibling reads of none of it', async ({ page }) => {
	await signInAs(page, 'huizen-stiefvader', server.origin);
	await page.goto(`${server.origin}/plan/huizen-gezin/versies`);
	await expect(page.getByRole('main').locator('section')).toHaveCount(1);
	expect(await wordsOf(page)).not.toMatch(/wissel|twee huizen/);
	await page.getByRole('main').locator('section').getByRole('link').click();
	expect(await wordsOf(page)).not.toMatch(/wissel|twee huizen|schema|Tineke/);
	await expect(page.getByText('Het plan is nu hetzelfde als toen.')).toBeVisible();
	for (const path of ['versies/2', 'versies/0', 'versies/x', 'versies/1/terugzetten']) {
		const answer = await page.goto(`${server.origin}/plan/huizen-gezin/${path}`);
		expect(answer?.status(), path).toBe(404);
	}
});

test('a page too old to put back says so and changes nothing', async ({ page }) => {
	await signInAs(page, 'wijkteam-lotte', server.origin);
	await page.goto(`${server.origin}/plan/huizen-gezin/versies/1/terugzetten`);
	await writeGoal(server.databaseFile, 'wijkteam-erik', 'huizen-gezin', {
		goal: 'huizen-doel-wissel',
		ownWords: 'Woorden van Erik.',
		children: 'huizen-noor'
	});
	await page.getByRole('button', { name: 'Ja, zet terug' }).click();
	await expect(page.getByRole('alert')).toContainText('Het plan is net veranderd.');
	await page.goto(`${server.origin}/plan/huizen-gezin`);
	await expect(page.getByText('Woorden van Erik.')).toBeVisible();
});
