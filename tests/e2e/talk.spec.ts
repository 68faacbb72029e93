import { createClient } from '@libsql/client';
import { expect, test, type Page } from '@playwright/test';
import { complaintsOf, signInAs, wordsOf } from '../support/browser.ts';
import { startServer } from '../support/server.ts';

let complaints: string[];
// Four people sign in, one after another, also where other journeys are walked at the same time.
test.describe.configure({ timeout: 90_000 });
test.beforeEach(({ page }) => {
	complaints = complaintsOf(page);
});
test.afterEach(() => {
	expect(complaints).toEqual([]);
});

const LIST = '/plan/huizen-gezin/overleg';
/** Far enough that it is never the first date of another journey. */
const DAY = '2027-09-14';

/** Lotte plans a meeting at the mother's. Gives its address. */
async function plan(page: Page): Promise<string> {
	await signInAs(page, 'wijkteam-lotte');
	await page.goto(LIST);
	await page.locator('summary', { hasText: 'Plan een overleg' }).click();
	await page.getByLabel('Welke dag?').fill(DAY);
	await page.getByLabel('Hoe laat?').fill('14:30');
	await page.getByLabel('Waar is het?').fill('Kanariestraat 9');
	await page.getByLabel('Van wie is deze plek?').selectOption('huizen-huis-moeder');
	await page.getByRole('button', { name: 'Plan dit overleg' }).click();
	await expect(page.getByText('Kies voor wie dit is')).toHaveCount(2);
	await expect(page.getByLabel('Waar is het?')).toHaveValue('Kanariestraat 9');
	await page.locator('[name=children][value=huizen-noor]').check();
	for (const who of ['huizen-noor', 'huizen-moeder', 'huizen-vader'])
		await page.locator(`[name=invited][value=${who}]`).check();
	await page.getByRole('button', { name: 'Plan dit overleg' }).click();
	await expect(page).toHaveURL(/\/overleg\/[a-z2-7]+$/);
	return new URL(page.url()).pathname;
}

test('a meeting: planned at one home, prepared by both sides, moved and cancelled', async ({
	page
}) => {
	const path = await plan(page);
	await expect(page.getByText('Kanariestraat 9')).toBeVisible();

	await signInAs(page, 'huizen-moeder');
	await page.goto(path);
	await expect(page.getByText('Kanariestraat 9')).toBeVisible();
	await page.getByLabel('Waar wilt u het over hebben?').fill('De vrijdag van Noor');
	await page.getByRole('button', { name: 'Zet op de agenda' }).click();
	await page.getByLabel('Wie neemt u mee?').fill('mijn zus Els');
	await page.getByRole('button', { name: 'Deze persoon komt mee' }).click();
	await expect(page.getByText('U neemt mee: mijn zus Els.')).toBeVisible();
	await page.getByRole('button', { name: 'Deze persoon komt mee' }).click();
	await expect(page.getByText('Schrijf op wie u meeneemt')).toHaveCount(2);

	await signInAs(page, 'huizen-vader');
	await page.goto(path);
	await expect(page.getByText('De plek hoort u van uw regisseur.')).toBeVisible();
	await expect(page.getByText('De vrijdag van Noor')).toBeVisible();
	expect(await page.content()).not.toMatch(/Kanarie|Els/);
	await expect(page.getByRole('button', { name: 'Haal mijn punt weg' })).toHaveCount(0);
	const file = await page.request.get(`${path}/agenda.ics`);
	expect(file.headers()).toMatchObject({
		'content-type': 'text/calendar; charset=utf-8',
		'content-disposition': 'attachment; filename="agenda.ics"',
		'cache-control': 'no-store'
	});
	expect(await file.text()).toContain('SUMMARY:Afspraak');
	expect(await file.text()).not.toMatch(/Kanarie|Noor|LOCATION|VALARM|ATTENDEE/);

	await signInAs(page, 'huizen-stiefvader');
	expect((await page.goto(path))?.status()).toBe(404);
	expect((await page.request.get(`${path}/agenda.ics`)).status()).toBe(404);

	await signInAs(page, 'wijkteam-lotte');
	await page.goto(path);
	await page.locator('summary', { hasText: 'Zeg dit overleg af' }).click();
	await page.getByLabel('Waarom gaat het niet door?').fill('Lotte is ziek');
	await page.getByRole('button', { name: 'Zeg het overleg af' }).click();
	await signInAs(page, 'huizen-vader');
	await page.goto(path);
	expect(await wordsOf(page)).toContain('Dit overleg gaat niet door. Reden: Lotte is ziek');
	await expect(page.getByRole('button', { name: 'Zet op de agenda' })).toHaveCount(0);
});

test('a question: asked, moved once, answered, closed', async ({ page }) => {
	await signInAs(page, 'huizen-vader');
	await page.goto('/plan');
	await page.getByRole('link', { name: 'Vragen aan uw regisseur' }).click();
	await page.getByLabel('Wat wilt u vragen?').fill('Wanneer belt de school?');
	await page.getByRole('button', { name: 'Stuur mijn vraag' }).click();
	await expect(page.getByText('Wij proberen uiterlijk')).toBeVisible();
	const path = new URL(page.url()).pathname;

	await signInAs(page, 'wijkteam-lotte');
	await page.goto(path);
	await page.locator('summary', { hasText: 'Ik antwoord later' }).click();
	await page.getByLabel('Welke dag wordt het?').fill('2020-01-01');
	await page.getByLabel('Waarom later?').fill('De school is dicht');
	await page.getByRole('button', { name: 'Zet op deze dag' }).click();
	await expect(page.getByText('Kies een dag die later is dan de eerste.')).toHaveCount(2);
	await expect(page.getByLabel('Waarom later?')).toHaveValue('De school is dicht');
	await page.getByLabel('Welke dag wordt het?').fill(DAY);
	await page.getByRole('button', { name: 'Zet op deze dag' }).click();
	await expect(page.getByText('Reden: De school is dicht')).toBeVisible();
	await page.getByLabel('Wat wilt u schrijven?').fill('Morgen om tien uur');
	await page.getByRole('button', { name: 'Stuur', exact: true }).click();

	await signInAs(page, 'huizen-vader');
	await page.goto('/thuis');
	await page.getByRole('link', { name: /^U hebt antwoord op/ }).click();
	await page.getByRole('link', { name: 'Wanneer belt de school?' }).first().click();
	await expect(page.getByText('Morgen om tien uur')).toBeVisible();
	await page.getByRole('button', { name: 'Mijn vraag is klaar' }).click();
	await expect(page.getByText('Deze vraag is klaar.')).toBeVisible();

	await signInAs(page, 'huizen-moeder');
	expect((await page.goto(path))?.status()).toBe(404);
});

test('"I want a meeting" becomes a question to the regisseur', async ({ page }) => {
	await signInAs(page, 'huizen-moeder');
	await page.goto(LIST);
	await page.getByLabel('Waarom, en met wie?').fill('Over de vakantie, met oma erbij');
	await page.getByRole('button', { name: 'Vraag om een overleg' }).click();
	await expect(page.getByRole('heading', { name: 'Vraag om een overleg' })).toBeVisible();
});

test('talked about without you: written, corrected, and not for the other home', async ({
	page
}) => {
	const path = '/plan/huizen-gezin/besproken';
	const mark = crypto.randomUUID();
	await signInAs(page, 'wijkteam-lotte');
	await page.goto(path);
	await page.getByLabel('Wie waren erbij?').fill('Lotte en de juf');
	await page.getByLabel('Waarom sprak u zonder het gezin?').fill('De juf belde');
	await page.getByLabel('Wat kwam eruit?').fill(`Lotte belt ${mark}`);
	await page.getByRole('button', { name: 'Bewaar dit gesprek' }).click();
	await expect(page.getByText('Kies ten minste één kind.')).toHaveCount(2);
	await page.locator('[name=children][value=huizen-milan]').check();
	await page.getByRole('button', { name: 'Bewaar dit gesprek' }).click();
	await page.getByRole('link', { name: 'Verbeter dit' }).first().click();
	await page.getByLabel('Wat kwam eruit?').fill(`Lotte schrijft ${mark}`);
	await page.getByRole('button', { name: 'Bewaar dit gesprek' }).click();

	await signInAs(page, 'huizen-moeder');
	await page.goto(path);
	await expect(page.getByText(`Lotte schrijft ${mark}`)).toBeVisible();
	await expect(page.getByText(`Lotte belt ${mark}`)).toBeVisible();
	await expect(page.getByText('Dit is later verbeterd.').first()).toBeVisible();
	await signInAs(page, 'huizen-vader');
	await page.goto(path);
	expect(await page.content()).not.toContain(mark);
});

test('time goes by: what was agreed becomes a step, and a late answer is late for both', async ({
	page
}) => {
	const server = await startServer({}, ['piet']);
	const PLAN = `${server.origin}/plan/piet-gezin`;
	const become = async (person: string, path: string) => {
		await signInAs(page, person, server.origin);
		await page.goto(path.startsWith('/') ? PLAN + path : path);
	};
	/** As if the portal had been open longer. */
	const earlier = async (sql: string) => {
		const database = createClient({ url: `file:${server.databaseFile}` });
		await database.execute(sql);
		database.close();
	};
	try {
		await become('piet-vader', '/vragen');
		await page.getByLabel('Wat wilt u vragen?').fill('Wanneer belt de school?');
		await page.getByRole('button', { name: 'Stuur mijn vraag' }).click();
		const question = page.url();
		await expect(page.getByText('Deze dag is voorbij')).toHaveCount(0);
		await earlier(`UPDATE question SET expected_on = '2026-11-20'`);
		await page.reload();
		await expect(page.getByText('Deze dag is voorbij en er is nog geen antwoord.')).toBeVisible();
		await expect(page.getByText('Bel uw regisseur als het niet kan wachten.')).toBeVisible();
		await become('jeugdteam-samira', question);
		await expect(page.getByText('Deze dag is voorbij en er is nog geen antwoord.')).toBeVisible();

		await page.goto(`${PLAN}/overleg`);
		await page.locator('summary', { hasText: 'Plan een overleg' }).click();
		await page.getByLabel('Welke dag?').fill(DAY);
		await page.getByLabel('Hoe laat?').fill('14:30');
		await page.locator('[name=children][value=piet]').check();
		await page.locator('[name=invited][value=piet-vader]').check();
		await page.getByRole('button', { name: 'Plan dit overleg' }).click();
		await expect(page).toHaveURL(/\/overleg\/[a-z2-7]+$/);
		const meeting = page.url();
		await expect(page.getByLabel('Wat is afgesproken?')).toHaveCount(0);
		await earlier(`UPDATE meeting SET starts_at = ${Date.parse('2026-11-20T13:30:00Z')}`);
		await page.reload();
		await page.getByLabel('Wat is afgesproken?').fill('Rob leest elke avond voor');
		await page.getByRole('button', { name: 'Schrijf deze afspraak op' }).click();
		await page.locator('summary', { hasText: 'Maak er een stap van' }).click();
		await page.getByLabel('Wie doet dit?').selectOption('piet-vader');
		await page.getByRole('button', { name: 'Zet in het plan' }).click();
		await expect(page.getByText('Dit is nu een stap in het plan.')).toBeVisible();

		await become('piet-vader', meeting);
		await expect(page.getByRole('button', { name: 'Zet op de agenda' })).toHaveCount(0);
		await page.getByRole('link', { name: 'Dit is nu een stap in het plan.' }).click();
		const step = page.getByRole('listitem').filter({ hasText: 'Rob leest elke avond voor' });
		await expect(step).toContainText('Rob');
	} finally {
		await server.stop();
	}
});
