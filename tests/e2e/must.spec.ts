import { readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { complaintsOf, NARROW, signInAs, wholeBrowser, wordsOf } from '../support/browser.ts';
import { startServer } from '../support/server.ts';

test.use({ viewport: NARROW, launchOptions: wholeBrowser });
test.describe.configure({ timeout: 120_000 });

let complaints: string[];
test.beforeEach(({ page }) => {
	complaints = complaintsOf(page);
});
test.afterEach(() => {
	expect(complaints).toEqual([]);
});

const MUST = '/rechten/moet-dit';
const DRUK = 'Hulp die voelt alsof het moet (drang, preventieve jeugdbescherming)';

type Answered = {
	readonly who: string;
	readonly age: string;
	readonly gezag?: string;
	readonly heard: readonly string[];
	readonly region?: string;
};

/** Answers the questions, as somebody taps them on a phone. */
async function answer(page: Page, { who, age, gezag, heard, region }: Answered): Promise<void> {
	await page.getByLabel(who).check();
	// Only a parent is asked about gezag.
	await expect(page.getByText('Hebt u gezag over het kind?')).toBeVisible({ visible: !!gezag });
	if (gezag) {
		await page
			.getByRole('group', { name: 'Hebt u gezag over het kind?' })
			.getByLabel(gezag, { exact: true })
			.check();
	}
	await page.getByLabel(age, { exact: true }).check();
	for (const one of heard) await page.getByLabel(one).check();
	if (region) await page.getByLabel(region).check();
	await page.getByRole('button', { name: 'Laat zien wat moet' }).click();
}

const card = (page: Page, name: string) => page.getByRole('region', { name });

test('a mother with a GI worker at the door reads that she may refuse, and what happens then', async ({
	page
}) => {
	await page.goto('/rechten');
	await page.getByRole('link', { name: 'Doe de vragen: moet dit?' }).click();
	await answer(page, {
		who: 'Ik ben vader of moeder',
		gezag: 'Ja',
		age: '12 tot en met 15',
		heard: [DRUK],
		region: 'Rotterdam en omgeving'
	});
	await expect(page).toHaveURL(MUST);
	await expect(page.getByText('Wij hebben niets bewaard.')).toBeVisible();
	const druk = card(page, DRUK);
	await expect(druk.getByRole('heading', { name: 'Dit mag u weigeren' })).toBeVisible();
	await expect(druk).toContainText('Staat er iemand van een GI aan de deur?');
	await expect(druk).toContainText('De rechter beslist pas daarna, en alleen als dat nodig is.');
	await expect(druk).toContainText('BW 1:255');
	await expect(page.getByRole('main')).toContainText('Die persoon heet hier casusregisseur.');
	await expect(page.getByRole('link', { name: /088-555 1000/ })).toBeVisible();

	await page.getByRole('button', { name: 'Antwoorden veranderen' }).click();
	await expect(page.getByLabel(DRUK)).toBeChecked();
	await expect(page.getByLabel('Ik ben vader of moeder')).toBeChecked();
	await page.getByLabel('Begeleiding na een strafbaar feit').check();
	await page.getByRole('button', { name: 'Laat zien wat moet' }).click();
	await expect(page.getByText('Het strengste staat bovenaan.')).toBeVisible();

	await druk.getByRole('link', { name: 'Hulp die voelt alsof het moet' }).click();
	await expect(page).toHaveURL('/rechten/ouder/hulp-met-druk');
});

test('a supervision order and a letter: the page about the letter stands first, with its two weeks', async ({
	page
}) => {
	await page.goto(MUST);
	await answer(page, {
		who: 'Ik ben vader of moeder',
		gezag: 'Ja',
		age: 'Jonger dan 12',
		heard: ['Van de rechter kijkt er iemand mee', 'Een brief van de GI met iets wat moet', DRUK]
	});
	await expect(page.getByText('Lees dit eerst:')).toBeVisible();
	await expect(page.getByRole('heading', { level: 2 }).first()).toHaveText('Dit moet');
	const letter = card(page, 'Een brief van de GI met iets wat moet (schriftelijke aanwijzing)');
	await expect(letter).toContainText('vanaf de dag nadat de brief is verstuurd of gegeven');
	await expect(letter).toContainText('tenzij de rechter anders zegt');
	expect(await wordsOf(page)).not.toMatch(/Dit mag u weigeren|U mag stoppen/);
	await page.getByRole('main').getByRole('link').first().click();
	await expect(page).toHaveURL('/rechten/ouder/brief-met-opdracht');
});

test('somebody of 14 who has to sign reads it in words for youths', async ({ page }) => {
	await page.goto(MUST);
	await answer(page, {
		who: 'Ik ben zelf het kind of de jongere',
		age: '12 tot en met 15',
		heard: ['ik moet iets tekenen']
	});
	const help = card(page, 'Er is hulp voor ons, of ik moet iets tekenen (vrijwillige hulp)');
	await expect(help.getByRole('heading', { name: 'Dit mag je weigeren' })).toBeVisible();
	await expect(help).toContainText('jij en je ouders met gezag allebei ja zeggen');
	await expect(help).toContainText('Je hoeft niet te tekenen voor iets wat je niet wilt.');
	await expect(page.getByRole('link', { name: /0800-0432/ })).toBeVisible();
	await help.getByRole('link').first().click();
	await expect(page).toHaveURL('/rechten/jongere/vrijwillige-hulp');
});

test('a child under 12 gets help first', async ({ page }) => {
	await page.goto(MUST);
	await answer(page, {
		who: 'Ik ben zelf het kind of de jongere',
		age: 'Jonger dan 12',
		heard: ['Een heel snel besluit van de rechter']
	});
	await expect(page.getByRole('heading', { level: 3 }).first()).toHaveText('Kindertelefoon');
});

test('who fills in nothing gets a page that helps on', async ({ page }) => {
	await page.goto(MUST);
	await page.getByRole('button', { name: 'Laat zien wat moet' }).click();
	await expect(page.getByRole('heading', { name: 'Vraag dit eerst na' })).toBeVisible();
	await expect(page.getByRole('link', { name: 'Hulp waar u zelf ja tegen zegt' })).toBeVisible();
	await page.getByRole('link', { name: 'Opnieuw beginnen' }).click();
	await expect(page.getByRole('heading', { name: 'Moet dit?' })).toBeVisible();
});

test('nothing of it is kept: not in an address, cookie, log or row, and Back gives the empty form', async ({
	page,
	javaScriptEnabled
}) => {
	const server = await startServer({ LOG_LEVEL: 'info' }, ['zestien']);
	const addresses: string[] = [];
	page.on('request', (request) => addresses.push(request.url()));
	try {
		await page.goto(server.origin + MUST);
		await answer(page, {
			who: 'Ik ben pleegouder',
			age: '16 of 17',
			heard: ['Een plek waar je niet zomaar weg mag', DRUK],
			region: 'Den Haag en omgeving'
		});
		await expect(page.getByText('Wij hebben niets bewaard.')).toBeVisible();
		expect(page.url()).toBe(server.origin + MUST);
		expect(await page.context().cookies()).toEqual([]);
		const answers = /pleegouder|from16|gesloten|druk|haaglanden/;
		expect(addresses.filter((address) => answers.test(address))).toEqual([]);
		expect(server.output()).not.toMatch(answers);
		// Words of the sample family are in the file; what no sample names may not be.
		const rows = ['', '-wal'].map((end) => {
			try {
				return readFileSync(server.databaseFile + end, 'latin1');
			} catch {
				return '';
			}
		});
		expect(rows.join('')).not.toMatch(/from16|haaglanden|"druk"/);

		await page.getByRole('main').getByRole('link').first().click();
		await expect(page).toHaveURL(/\/rechten\/ouder\//);
		if (javaScriptEnabled === false) return;
		await page.goBack();
		await expect(page.getByRole('heading', { name: 'Moet dit?' })).toBeVisible();
		expect(await page.locator(':checked').count()).toBe(0);
	} finally {
		await server.stop();
	}
});

test('signed in, mother and daughter read what holds now; the regisseur reads nothing of a family there', async ({
	browser,
	page
}) => {
	await signInAs(page, 'zestien-moeder');
	await page.goto('/rechten');
	await page.getByRole('link', { name: /Uw rechten nu/ }).click();
	await expect(page).toHaveURL('/rechten/nu');
	await expect(page.getByRole('heading', { name: 'Dit moet' }).first()).toBeVisible();
	await expect(page.getByRole('link', { name: 'Alle termijnen van dit gezin' })).toBeVisible();

	const daughter = await browser.newPage();
	await signInAs(daughter, 'zestien-yara');
	await daughter.goto('/rechten/nu');
	await expect(daughter.getByRole('heading', { name: 'Jouw rechten nu' })).toBeVisible();
	await daughter.close();

	const worker = await browser.newPage();
	await signInAs(worker, 'gi-hanneke');
	await worker.goto('/rechten/nu');
	await expect(worker).toHaveURL('/rechten');
	await expect(worker.getByRole('link', { name: /Uw rechten nu/ })).toHaveCount(0);
	await worker.close();
});
