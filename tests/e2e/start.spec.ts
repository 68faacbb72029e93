import { expect, test } from '@playwright/test';

test('the first page opens in Dutch, and in English @everywhere', async ({ page }) => {
	await page.goto('/');
	await expect(page.locator('html')).toHaveAttribute('lang', 'nl');
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	await page.goto('/en');
	await expect(page.locator('html')).toHaveAttribute('lang', 'en');
});

test('the demo lets one choose a person and arrive at home', async ({ page }) => {
	await page.goto('/inloggen');
	await page.getByRole('main').getByRole('button').first().click();
	await expect(page).toHaveTitle('Samenspel');
	await expect(page).not.toHaveURL(/inloggen/);
});
