import { expect, test, type Page } from '@playwright/test';
import { complaintsOf, signInAs, wordsOf } from '../support/browser.ts';
import { familyOf, goalsOf } from '../support/sample.ts';
import { startServer, type RunningServer } from '../support/server.ts';

let server: RunningServer;
test.beforeEach(async () => {
	// Each journey has a server of its own, and signs four people in.
	test.slow();
	server = await startServer({}, ['piet', 'twee-huizen']);
});
test.afterEach(async () => {
	await server.stop();
});

const GOAL = '/plan/huizen-gezin/doel/huizen-doel-wissel/stem';

/** Somebody else on the same page, in a browser of their own. */
async function look(page: Page, person: string, path: string): Promise<string[]> {
	await page.context().clearCookies();
	await signInAs(page, person, server.origin);
	const complaints = complaintsOf(page);
	await page.goto(server.origin + path);
	return complaints;
}

const say = (page: Page, name: string) => page.getByRole('button', { name }).click();
const personIn = (page: Page, name: string) =>
	page.getByRole('listitem').filter({ hasText: name }).first();

test('father and mother answer apart, she disagrees in own words, and both read the answer', async ({
	page
}) => {
	const HERS = 'Woensdag wisselen werkt niet.\n\nNoor slaapt dan slecht.';
	await look(page, 'huizen-vader', '/plan/huizen-gezin');
	await page.getByRole('article').first().getByRole('link').first().click();
	await page
		.getByRole('link', { name: /Wat vinden wij hiervan/ })
		.first()
		.click();
	await expect(page).toHaveURL(server.origin + GOAL);
	await page.getByLabel('Ik ben het eens').check();
	await say(page, 'Bewaar mijn antwoord');
	await expect(page).toHaveURL(server.origin + GOAL);
	await expect(personIn(page, 'Mark')).toContainText('Eens.');
	await expect(personIn(page, 'Esra')).toContainText('Nog geen antwoord.');

	const complaints = await look(page, 'huizen-moeder', GOAL);
	await expect(personIn(page, 'Mark')).toContainText('Eens.');
	await page.getByLabel('Waarom vindt u dat?').fill('Het is te onrustig.');
	await say(page, 'Bewaar mijn antwoord');
	await expect(page.getByRole('alert')).toContainText('Kies eerst wat u vindt.');
	await expect(page.getByLabel('Waarom vindt u dat?')).toHaveValue('Het is te onrustig.');
	await page.getByLabel('Ik ben het oneens').check();
	await say(page, 'Bewaar mijn antwoord');
	await expect(personIn(page, 'Esra')).toContainText('Oneens.');
	await expect(personIn(page, 'Esra')).toContainText('Het is te onrustig.');
	const words = page.locator('textarea[name="words"]').first();
	await page.locator('summary', { hasText: 'Schrijf uw eigen woorden' }).first().click();
	await words.fill(HERS);
	await say(page, 'Zet mijn woorden erbij');
	await expect(page.locator('.words', { hasText: 'Woensdag' })).toHaveText(HERS, {
		useInnerText: true
	});
	expect(complaints).toEqual([]);

	await look(page, 'wijkteam-lotte', GOAL);
	await expect(page.getByText('Woensdag wisselen werkt niet.')).toBeVisible();
	await expect(page.getByText('Haal mijn woorden weg')).toHaveCount(0);
	await page.locator('summary', { hasText: 'Schrijf een antwoord' }).click();
	await page.getByLabel('Uw antwoord').fill('Ik bespreek dit dinsdag met u beiden.');
	await say(page, 'Zet mijn antwoord eronder');

	for (const person of ['huizen-vader', 'huizen-moeder']) {
		await look(page, person, GOAL);
		const read = await wordsOf(page);
		expect(read, person).toContain('Woensdag wisselen werkt niet.');
		expect(read, person).toMatch(/Antwoord van Lotte Vermeer op .*Ik bespreek dit dinsdag/);
		expect(read, person).toContain('Het is te onrustig.');
	}
	await page.locator('summary', { hasText: 'Haal mijn woorden weg' }).click();
	await say(page, 'Haal ze weg');
	await expect(page.getByText('Alleen u leest ze nog.')).toBeVisible();
	await look(page, 'huizen-vader', GOAL);
	await expect(page.getByText(/Esra haalde eigen woorden weg op/)).toBeVisible();
	expect(await wordsOf(page)).not.toMatch(/Woensdag wisselen|Ik bespreek dit/);
});

test('a child of 13 agrees to her own goals, and does not find her brother’s', async ({ page }) => {
	await look(page, 'huizen-noor', '/plan/huizen-gezin/stem');
	const list = await wordsOf(page);
	expect(list).toContain('Ik wissel van huis zonder ruzie aan de deur.');
	for (const hidden of [
		...goalsOf('twee-huizen'),
		...(familyOf('twee-huizen').plan?.situation ?? [])
	]) {
		if (!hidden.children.includes('huizen-noor')) expect(list).not.toContain(hidden.ownWords);
	}
	expect(list).not.toContain('Jeroen');
	await page.goto(`${server.origin}${GOAL}`);
	await page.getByLabel('Ik kan hier nu niets over zeggen').check();
	await say(page, 'Bewaar mijn antwoord');
	await expect(personIn(page, 'Noor')).toContainText('Kan hier nu niets over zeggen.');
	await page.getByText('Verander je antwoord').click();
	await page.getByLabel('Ik ben het eens').check();
	await say(page, 'Bewaar mijn antwoord');
	await expect(personIn(page, 'Noor')).toContainText('Eens.');
	await expect(personIn(page, 'Esra')).toContainText('Nog geen antwoord.');
	const brothers = await page.request.get(
		`${server.origin}/plan/huizen-gezin/doel/huizen-doel-rust/stem`
	);
	expect(brothers.status()).toBe(404);
	// A form for it that she makes herself finds nothing either.
	const forged = await page.request.post(`${server.origin}${GOAL}?/agree`, {
		headers: { origin: server.origin, accept: 'text/html' },
		form: {
			key: crypto.randomUUID(),
			subject: 'goal:huizen-doel-rust',
			answer: 'eens',
			reason: ''
		},
		maxRedirects: 0
	});
	expect(forged.status()).toBe(404);
});

test('a fact is corrected, and the old text, the request and the answer stay', async ({ page }) => {
	const FACTS = '/plan/piet-gezin/feiten';
	await look(page, 'jeugdteam-samira', FACTS);
	await page.locator('summary', { hasText: 'Schrijf een feit of een mening op' }).click();
	await page.getByLabel('De tekst').fill('Piet miste 3 dagen school.');
	await say(page, 'Zet dit in de lijst');
	const problems = page.getByRole('alert');
	await expect(problems).toContainText('Kies of het een feit of een mening is.');
	await expect(problems).toContainText('Kies over welk kind het gaat.');
	await expect(page.getByLabel('De tekst')).toHaveValue('Piet miste 3 dagen school.');
	await page.getByLabel('Een feit').check();
	await page.getByLabel('Wie zei dit?').fill('de juf');
	await page.getByLabel('Op welke dag?').fill('2026-11-10');
	await page.getByRole('checkbox', { name: 'Piet' }).check();
	await say(page, 'Zet dit in de lijst');
	await expect(page.getByText('Gezegd door de juf op')).toBeVisible();

	await look(page, 'piet-vader', FACTS);
	await page.locator('summary', { hasText: 'Klopt dit niet?' }).click();
	await page.getByLabel('Wat klopt er niet?').fill('Het waren 2 dagen.');
	await page.getByLabel('Wat moet er staan?').fill('Piet miste 2 dagen school.');
	await say(page, 'Stuur mijn vraag');
	await expect(page.getByText('Gevraagd. Er is nog geen antwoord.')).toBeVisible();

	await look(page, 'jeugdteam-samira', FACTS);
	await page.locator('summary', { hasText: 'Antwoord op deze vraag' }).click();
	await page.getByLabel('Ik pas de tekst aan').check();
	await page.getByLabel('De nieuwe tekst').fill('Piet miste 2 dagen school.');
	await page.getByLabel('Uw antwoord').fill('Ik vroeg het na op school. U heeft gelijk.');
	await say(page, 'Bewaar mijn antwoord');

	await look(page, 'piet-vader', FACTS);
	await expect(page.locator('.own')).toHaveText('Piet miste 2 dagen school.');
	const read = await wordsOf(page);
	for (const part of [
		'Dit stond er eerst: Piet miste 3 dagen school.',
		'Het waren 2 dagen.',
		'Aangepast op',
		'U heeft gelijk.'
	]) {
		expect(read).toContain(part);
	}
	await look(page, 'piet-oma', FACTS);
	expect(await wordsOf(page)).not.toContain('miste');
});
