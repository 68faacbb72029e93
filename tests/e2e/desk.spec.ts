import { expect, test } from '@playwright/test';
import { complaintsOf, signInAs, wordsOf } from '../support/browser.ts';
import { startServer, type RunningServer } from '../support/server.ts';

let server: RunningServer;
test.describe.configure({ timeout: 120_000 });
test.beforeEach(async () => {
	server = await startServer({}, ['twee-huizen', 'zestien', 'drang']);
});
test.afterEach(async () => {
	await server.stop();
});

const WORDS = 'Kan de wissel op vrijdag?';

test('a question waits; the regisseur names a stand-in, asks a colleague; the family reads who comes', async ({
	browser,
	page
}) => {
	const complaints = complaintsOf(page);
	const family = await browser.newPage();
	await signInAs(family, 'huizen-moeder', server.origin);
	await family.goto(`${server.origin}/plan/huizen-gezin/vragen`);
	await family.locator('textarea').first().fill(WORDS);
	await family
		.locator('form', { has: family.locator('textarea') })
		.getByRole('button')
		.first()
		.click();
	await expect(family.getByText(WORDS)).toBeVisible();

	await signInAs(page, 'wijkteam-lotte', server.origin);
	await page.goto(`${server.origin}/werk`);
	const row = page.locator('tbody tr').filter({ hasText: 'Een vraag' });
	await expect(row).toHaveCount(1);
	expect(await wordsOf(page)).not.toContain(WORDS);
	await page.getByRole('link', { name: /^Vragen \(1\)/ }).click();
	await expect(page).toHaveURL(`${server.origin}/werk?wacht=vraag`);
	await expect(page.locator('tbody tr')).toHaveCount(1);
	await row.getByRole('link', { name: 'Een vraag' }).click();
	await expect(page).toHaveURL(`${server.origin}/plan/huizen-gezin/vragen`);
	await expect(page.getByText(WORDS)).toBeVisible();

	await page.goto(`${server.origin}/werk`);
	const name = page.getByLabel('Zoek een gezin op naam');
	await name.fill('MILAN');
	await page.getByRole('button', { name: 'Zoek' }).click();
	await expect(page.locator('tbody tr')).toHaveCount(1);
	await expect(name).toHaveValue('MILAN');
	expect(page.url()).not.toContain('MILAN');
	expect(server.output()).not.toMatch(/milan/i);
	await name.fill('niemand');
	await page.getByRole('button', { name: 'Zoek' }).click();
	await expect(page.getByText('Geen van uw gezinnen gevonden.')).toBeVisible();

	await page.goto(`${server.origin}/werk/huizen-gezin`);
	const back = page.getByRole('button', { name: 'Ik ben er weer' });
	if (await back.count()) await back.click();
	await page.getByRole('button', { name: 'Bewaar de vervanging' }).click();
	await expect(page.getByRole('alert')).toContainText('Kies een collega uit de lijst.');
	const chosen = page.getByLabel('Wie vervangt u?').locator('option').nth(1);
	const colleague = (await chosen.getAttribute('value')) ?? '';
	const fullName = (await chosen.innerText()).split(',')[0] ?? '';
	await page.getByLabel('Wie vervangt u?').selectOption(colleague);
	await page.getByLabel('Eerste dag').fill('2026-11-22');
	await page.getByLabel('Laatste dag').fill('2026-11-24');
	await page.getByRole('button', { name: 'Bewaar de vervanging' }).click();
	await expect(page.getByText(`${fullName} vervangt u van`)).toBeVisible();
	await family.goto(`${server.origin}/thuis`);
	await expect(family.getByText(fullName).first()).toBeVisible();

	await page.getByLabel('Wie vraagt u?').selectOption(colleague);
	await page.getByLabel('Vanaf welke dag?').fill('2026-11-23');
	await page.getByLabel('Waarom?').fill('Lotte heeft ander werk gekregen.');
	await page.getByRole('button', { name: 'Vraag mijn collega' }).click();
	await expect(page.getByText(`U vroeg ${fullName} om dit gezin over te nemen`)).toBeVisible();
	await family.goto(`${server.origin}/thuis/regisseur`);
	expect(await wordsOf(family)).not.toContain('Lotte heeft ander werk gekregen.');

	const other = await browser.newPage();
	await signInAs(other, colleague, server.origin);
	await other.goto(`${server.origin}/werk`);
	await expect(other.getByText('U valt hier in')).toBeVisible();
	await other.getByRole('button', { name: 'Ja, ik neem het over' }).click();
	await expect(other).toHaveURL(`${server.origin}/werk`);
	await expect(other.getByRole('button', { name: 'Ja, ik neem het over' })).toHaveCount(0);
	await other.close();

	await family.goto(`${server.origin}/thuis/regisseur`);
	await expect(family.getByText('Lotte heeft ander werk gekregen.')).toBeVisible();
	expect(await wordsOf(family)).toContain(fullName);
	await page.reload();
	await expect(page.getByText(`${fullName} is regisseur vanaf`)).toBeVisible();
	expect(complaints).toEqual([]);
	await family.close();
});
