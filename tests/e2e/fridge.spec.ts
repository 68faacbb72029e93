import { expect, test } from '@playwright/test';
import { signInAs } from '../support/browser.ts';

test('a father makes a sheet for the fridge, with and without names, on paper and as a file', async ({
	page
}) => {
	await signInAs(page, 'piet-vader');
	await page.goto('/plan');
	await page.getByRole('link', { name: 'Maak een blad voor de koelkast' }).click();
	await expect(page.getByRole('heading', { name: 'Ons plan' })).toBeVisible();
	const sheet = page.getByRole('region', { name: 'Ons plan' });
	await expect(sheet).toContainText('Riet');
	await expect(sheet).toContainText('Bel 112');

	await page.getByRole('link', { name: 'Zonder namen' }).click();
	await expect(sheet).not.toContainText(/Riet|Rob|Samira|Piet/);

	await page.emulateMedia({ media: 'print' });
	await expect(page.getByRole('heading', { name: 'Op de koelkast' })).toBeHidden();
	await expect(page.getByRole('button', { name: 'Snel weg' })).toBeHidden();
	await expect(sheet).toBeVisible();
	await page.emulateMedia({ media: 'screen' });

	const waiting = page.waitForEvent('download');
	await page.getByRole('link', { name: 'Bewaar als PDF' }).click();
	const file = await waiting;
	expect(file.suggestedFilename()).toBe('blad.pdf');
});

test('grandmother prints her own steps and nothing else', async ({ page }) => {
	await signInAs(page, 'piet-oma');
	await page.goto('/plan/piet-gezin/koelkast');
	const sheet = page.getByRole('region', { name: 'Ons plan' });
	await expect(sheet).toContainText('Gordijnen naaien');
	await expect(sheet).not.toContainText('De papieren voor het huis inleveren');
});
