import { expect, test, type Page } from '@playwright/test';
import { NARROW, signInAs } from '../support/browser.ts';

test.use({ viewport: NARROW });

const fieldIn = (page: Page, name: string) =>
	page.getByRole('region', { name: 'Zet hulp in de lijst' }).getByLabel(name);

test('the administrator of a region writes its help, and everybody reads it', async ({ page }, {
	project
}) => {
	test.slow();
	const name = `Buurtpunt ${project.name}`;
	await signInAs(page, 'wijkteam-erik');
	await page.goto('/beheer/hulp');
	await page.getByRole('main').getByRole('link', { name: 'Rijnmond', exact: true }).click();
	await fieldIn(page, 'Soort hulp').selectOption({ label: 'Andere hulp' });
	await fieldIn(page, 'Naam').fill(name);
	await fieldIn(page, 'Wat doen zij, en voor wie?').fill('Koffie en hulp bij brieven.');
	await fieldIn(page, 'Telefoon').fill('12');
	await page.getByRole('button', { name: 'Zet in de lijst' }).click();
	await expect(page.getByRole('alert')).toContainText('Dit is geen Nederlands nummer.');
	await expect(fieldIn(page, 'Naam')).toHaveValue(name);
	await fieldIn(page, 'Telefoon').fill('010 000 0099');
	await page.getByRole('button', { name: 'Zet in de lijst' }).click();
	await expect(page.getByRole('heading', { name, level: 2 })).toBeVisible();
	await page.getByText('Wat er veranderde').click();
	await expect(page.getByText('beheerder Erik').first()).toBeVisible();

	await page.context().clearCookies();
	await page.goto('/hulp');
	await page.getByRole('main').getByRole('link', { name: 'Rijnmond', exact: true }).click();
	const entry = page.getByRole('listitem').filter({ hasText: name });
	await expect(entry).toContainText('Nagekeken op');
	await expect(entry.getByRole('link', { name: /010 000 0099/ })).toHaveAttribute(
		'href',
		'tel:0100000099'
	);
	await expect(page.getByRole('link', { name: 'Pas deze lijst aan' })).toHaveCount(0);
});

test('the administrator of another region, and a regisseur, get not found', async ({ page }) => {
	for (const [person, path] of [
		['jeugdteam-karin', '/beheer/hulp/rijnmond'],
		['wijkteam-erik', '/beheer/hulp/haaglanden'],
		['wijkteam-lotte', '/beheer/hulp/rijnmond'],
		['wijkteam-lotte', '/beheer/hulp'],
		['piet-vader', '/beheer/hulp/haaglanden']
	] as const) {
		await page.context().clearCookies();
		await signInAs(page, person);
		expect((await page.goto(path))?.status(), `${person}, ${path}`).toBe(404);
	}
});

test('a region without help says whom to call', async ({ page }) => {
	await page.goto('/hulp/voorbeeldregio');
	await expect(page.getByRole('main')).toContainText('Bel uw gemeente.');
});

test('a child finds the Kindertelefoon directly after 112', async ({ page }) => {
	const names = page.locator('ol .help-line h3');
	await page.goto('/hulp');
	await expect(names.nth(1)).toHaveText('Veilig Thuis');
	await page.getByRole('link', { name: 'Ben je jonger dan 18? Kijk hier' }).click();
	await expect(names.nth(1)).toHaveText('Kindertelefoon');
	await signInAs(page, 'zestien-yara');
	await page.goto('/hulp');
	await expect(names.nth(1)).toHaveText('Kindertelefoon');
});
