import { expect, test } from '@playwright/test';
import { phone, signInAs, wordsOf } from '../support/browser.ts';

test.use({ viewport: phone.viewport });

const COUNCIL = '/raad/wijkteam-rijnmond';
const TABLE = `${COUNCIL}/2026-Q3/use.parent.ageBand`;

test('a council of four reads a quarter, advises, the organisation answers, and a mother reads it', async ({
	page
}, { project }) => {
	test.slow();
	const finding = `Ouders wachten lang (${project.name}).`;
	const answersRead = new Set<string>();
	for (const member of ['raad-kees', 'raad-lien', 'raad-sofie', 'raad-amina']) {
		await page.context().clearCookies();
		await signInAs(page, member);
		await page.goto(TABLE);
		answersRead.add((await page.getByRole('table').first().textContent()) ?? member);
	}
	expect(answersRead.size, 'all four read the same').toBe(1);
	await page.goto('/werk');
	await expect(page, 'a key leads to the council').toHaveURL(/\/raad\/wijkteam-rijnmond$/);
	await page.getByRole('link', { name: 'Heb je iets aan de hulp? · Ouders' }).click();
	await expect(page.getByText('Niet voor inkoop').first()).toBeVisible();
	await page.getByRole('link', { name: 'Naar leeftijd' }).click();
	const lines = page.getByRole('table').first().getByRole('row');
	await expect(lines).toHaveCount(4);
	const drawn = await page.getByRole('img').first().textContent();
	for (const line of await lines.getByRole('rowheader').allTextContents())
		expect(drawn).toContain(line);
	const values = await lines.locator('td:nth-of-type(1)').allTextContents();
	for (const value of values) expect(drawn).toContain(value);
	const shown = values.filter((value) => value.includes('van 10'));
	expect(shown.length).toBeGreaterThan(0);
	const bars = page.getByRole('img').first().locator('.length');
	await expect(bars).toHaveCount(shown.length);
	for (const [at, value] of shown.entries()) {
		const [bar, all] = [bars.nth(at), page.locator('.track').first()];
		const part = Number(await bar.getAttribute('width')) / Number(await all.getAttribute('width'));
		expect(part * 10, value).toBeCloseTo(Number(/[\d,]+/.exec(value)?.[0].replace(',', '.')), 1);
	}

	await page.goto(COUNCIL);
	await page.getByRole('button', { name: 'Stuur het advies' }).click();
	await expect(page.getByRole('alert')).toBeVisible();
	await page.getByLabel('Waar gaat het over?').selectOption({ index: 1 });
	await page.getByLabel('Wat zien jullie?').fill(`Samira: ${finding}`);
	await page.getByLabel('Wat adviseren jullie?').fill('Bel binnen een week.');
	await page.getByLabel('Wanneer willen jullie een antwoord?').fill('2027-01-31');
	await page.getByRole('button', { name: 'Stuur het advies' }).click();
	await expect(page.getByRole('listitem').filter({ hasText: 'Samira' })).toBeVisible();
	await expect(page.getByLabel('Dit gaat niet over één gezin')).not.toBeChecked();
	await page.getByLabel('Wat zien jullie?').fill(finding);
	await page.getByRole('button', { name: 'Stuur het advies' }).click();
	await expect(page.getByText(finding)).toBeVisible();

	await page.context().clearCookies();
	await signInAs(page, 'raad-joost');
	await page.goto(COUNCIL);
	const card = page.getByRole('article').filter({ hasText: finding });
	await card.getByText('Geef antwoord').click();
	await card.getByLabel('Wat doen jullie ermee, en waarom?').fill('Wij bellen, want dat helpt.');
	await card.getByLabel('Wat gaan jullie proberen?').fill('Bellen binnen vijf dagen.');
	await card.getByLabel('Met wie is dit gekozen?').fill('Drie ouders en een jongere.');
	await card.getByRole('button', { name: 'Stuur het antwoord' }).click();
	await expect(card.getByText('Wij bellen, want dat helpt.')).toBeVisible();

	await page.context().clearCookies();
	await signInAs(page, 'huizen-moeder');
	await page.goto('/thuis');
	await page.getByRole('link', { name: 'Zeg wat u van de hulp vindt' }).click();
	await page.getByRole('link', { name: /deed met wat gezinnen zeggen/ }).click();
	await expect(page).toHaveURL(/\/gedaan\/wijkteam-rijnmond$/);
	expect(await wordsOf(page)).toContain('Wij bellen, want dat helpt.');
	expect(await wordsOf(page)).toContain('Wij kijken opnieuw in kwartaal 2027-Q1.');
	expect(await wordsOf(page)).not.toContain('Amina');
});

test('files say on every line that they are not for purchasing', async ({ page }) => {
	await signInAs(page, 'raad-amina');
	const csv = await (await page.request.get(`${TABLE}/tabel.csv`)).text();
	const rows = csv.trim().split('\r\n');
	expect(rows).toHaveLength(4);
	for (const row of rows) expect(row).toContain('Niet voor inkoop');
	const pdf = await page.request.get(`${TABLE}/tabel.pdf`);
	expect(pdf.headers()['content-type']).toBe('application/pdf');
});

test('anything but a table and a quarter is not found, and so is all of it for others', async ({
	page
}) => {
	await signInAs(page, 'raad-amina');
	for (const path of [`${TABLE}?van=2026-01-01`, `${TABLE}/`.replace('ageBand', 'postcode')])
		expect((await page.goto(path))?.status(), path).toBe(404);
	for (const person of ['wijkteam-lotte', 'huizen-moeder']) {
		await page.context().clearCookies();
		await signInAs(page, person);
		for (const path of ['/raad', COUNCIL, TABLE, `${TABLE}/tabel.csv`])
			expect((await page.request.get(path)).status(), `${person}, ${path}`).toBe(404);
	}
});
