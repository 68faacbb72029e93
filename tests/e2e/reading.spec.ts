import { expect, test, type Page } from '@playwright/test';
import { complaintsOf, NARROW } from '../support/browser.ts';

test.use({ viewport: NARROW });

const ARTICLE = '/rechten/ouder/klacht';

const sizeOfText = (page: Page) =>
	page.evaluate(() => parseFloat(getComputedStyle(document.body).fontSize));

/** The parts that can be read aloud, and the buttons they have got. */
const partsOf = (page: Page) => page.locator('main [data-read]');
const buttonsOf = (page: Page) => page.locator('[data-player]');

test('letters grow where somebody asks, and stay so on every page', async ({ page, context }) => {
	await page.goto(ARTICLE);
	const before = await sizeOfText(page);
	await page.getByRole('link', { name: 'Groter lezen of luisteren' }).click();
	await page.getByRole('radio', { name: 'Het grootst' }).check();
	await page.getByRole('radio', { name: 'Rustig' }).check();
	await page.getByRole('button', { name: 'Bewaar' }).click();
	// Back where it was asked.
	await expect(page).toHaveURL(new RegExp(`${ARTICLE}$`));
	expect(await sizeOfText(page)).toBe(before * 1.5);
	for (const path of ['/', '/en/rechten', '/inloggen', '/nergens']) {
		await page.goto(path);
		expect(await sizeOfText(page), path).toBe(before * 1.5);
	}
	const [kept] = await context.cookies();
	expect(kept).toMatchObject({ name: '__Host-weergave', value: 'largest.slow', sameSite: 'Lax' });
	await page.goto('/lezen');
	await expect(page.getByRole('radio', { name: 'Het grootst' })).toBeChecked();
	await expect(page.getByRole('radio', { name: 'Rustig' })).toBeChecked();
});

test('a choice that is none changes nothing, and is said', async ({ page, context }) => {
	await page.goto('/lezen');
	await page
		.locator('[name=text]')
		.first()
		.evaluate((one: HTMLInputElement) => (one.value = 'huge'));
	await page.getByRole('radio', { name: 'Gewoon' }).first().check();
	await page.getByRole('button', { name: 'Bewaar' }).click();
	await expect(page.getByText('Kies iets uit de lijst.')).toBeVisible();
	expect(await context.cookies()).toEqual([]);
});

test('without a voice there is nothing to press, and nothing to miss', async ({ page }) => {
	const complaints = complaintsOf(page);
	await page.goto(ARTICLE);
	expect(await partsOf(page).count()).toBeGreaterThan(1);
	await expect(buttonsOf(page)).toHaveCount(0);
	expect(complaints).toEqual([]);
});
