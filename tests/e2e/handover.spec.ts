import { expect, test, type Browser } from '@playwright/test';
import { complaintsOf, signInAs } from '../support/browser.ts';

// Four people sign in, each in a browser of their own, also where the machine is busy.
test.describe.configure({ timeout: 90_000 });

/** A page of somebody in a browser of their own. */
async function pageOf(browser: Browser, person: string) {
	const page = await (await browser.newContext(test.info().project.use)).newPage();
	await signInAs(page, person);
	return { page, complaints: complaintsOf(page) };
}

test('a handover is made in a talk, and everybody says yes for themselves', async ({ browser }) => {
	const samira = await pageOf(browser, 'jeugdteam-samira');
	await samira.page.goto('/plan/piet-gezin/overdracht');
	await samira.page.getByLabel('Piet').check();
	await samira.page.getByLabel('Wanneer was het gesprek?').fill('2026-11-20');
	await samira.page.getByLabel('Wat is er bereikt?').fill('Piet slaapt weer bij papa.');
	await samira.page.getByLabel('Hoe houden jullie het veilig?').fill('Oma belt elke week.');
	await samira.page.getByRole('button', { name: 'Bewaar de overdracht' }).click();

	await expect(samira.page.getByRole('alert')).toContainText(
		'Schrijf op wat jullie doen als het weer misgaat.'
	);
	await expect(samira.page.getByLabel('Wat is er bereikt?')).toHaveValue(
		'Piet slaapt weer bij papa.'
	);
	await expect(samira.page.getByLabel('Piet')).toBeChecked();
	await samira.page.getByLabel('Wat doen jullie als het weer misgaat?').fill('Dan bellen wij.');
	await samira.page.getByLabel('Wie bellen jullie vanaf nu?').fill('Het wijkteam, 010 123');
	await samira.page.getByRole('button', { name: 'Bewaar de overdracht' }).click();
	await expect(samira.page.getByText('Nog niet iedereen gaf antwoord.')).toBeVisible();
	const address = samira.page.url();

	const father = await pageOf(browser, 'piet-vader');
	await father.page.goto('/plan');
	await father.page.getByRole('link', { name: 'Overdracht' }).click();
	await father.page.getByRole('link', { name: 'Over Piet' }).first().click();
	await expect(father.page.getByText('Oma belt elke week.')).toBeVisible();
	await father.page.locator('summary', { hasText: 'Hoe staan de doelen nu?' }).click();
	await expect(father.page.getByText('Dit doel staat bij: Bereikt').first()).toBeVisible();
	await father.page.getByRole('button', { name: 'Geef mijn antwoord' }).click();
	await expect(father.page.getByRole('alert')).toContainText('Kies iets uit de lijst.');
	await father.page.getByLabel('Nee, dit klopt voor mij niet').check();
	await father.page.getByLabel(/Wilt u er iets bij zeggen/).fill('Ik wil ook bellen.');
	await father.page.getByRole('button', { name: 'Geef mijn antwoord' }).click();
	await expect(father.page.getByText('Niet iedereen is het hiermee eens.')).toBeVisible();

	await samira.page.goto(address);
	await expect(samira.page.getByText('Ik wil ook bellen.')).toBeVisible();
	await samira.page.getByText('Wijzig de overdracht').click();
	await samira.page.getByLabel('Hoe houden jullie het veilig?').fill('Oma en papa bellen.');
	await samira.page.getByRole('button', { name: 'Bewaar de overdracht' }).click();
	const piet = await pageOf(browser, 'piet');
	for (const { page } of [samira, father, piet]) {
		await page.goto(address);
		await page.getByLabel('Ja, zo is het afgesproken').check();
		await page.getByRole('button', { name: 'Geef mijn antwoord' }).click();
	}
	await expect(piet.page.getByText('Iedereen zei ja.')).toBeVisible();
	await expect(piet.page.getByText(/Eerdere tekst/)).toBeVisible();
	for (const { complaints } of [samira, father, piet]) expect(complaints).toEqual([]);

	const grandmother = await pageOf(browser, 'piet-oma');
	expect((await grandmother.page.goto(address))?.status()).toBe(404);
});
