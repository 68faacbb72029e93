import { expect, test, type Page } from '@playwright/test';
import { complaintsOf, signInAs, wordsOf } from '../support/browser.ts';
import { startServer } from '../support/server.ts';

let complaints: string[];
test.beforeEach(({ page }) => {
	complaints = complaintsOf(page);
});
test.afterEach(() => {
	expect(complaints).toEqual([]);
});

const TERMS = '/plan/zestien-gezin/termijnen';
const FIRST_CONTACT = 'Eerste contact met de GI (OTS)';

// The servers of the journeys stand at Sunday 22 November 2026.
const LONG_AGO = '2026-10-23';
const THIS_WEEK = '2026-11-20';
const TODAY = '2026-11-22';

const card = (page: Page, name = FIRST_CONTACT) => page.getByRole('region', { name });

/** Opens the form of a term's start, and fills a day in. */
async function say(page: Page, term: string, question: string, day: string): Promise<void> {
	const form = page.locator('main > details').filter({ hasText: term });
	await form.locator('summary').click();
	await form.getByLabel(question).fill(day);
	await form.getByRole('button', { name: 'Bewaar deze dag' }).click();
}

test('mother and daughter say on which day the GI had notice, and read what the law says', async ({
	browser,
	page
}) => {
	const server = await startServer({}, ['zestien']);
	const daughter = await browser.newPage();
	const question = 'Op welke dag kreeg de GI bericht van de OTS?';
	try {
		await signInAs(page, 'zestien-moeder', server.origin);
		await page.goto(`${server.origin}/plan`);
		await page.getByRole('link', { name: 'Wat moet wanneer volgens de wet?' }).click();
		await expect(page).toHaveURL(server.origin + TERMS);
		await expect(page.getByText('Er is nog geen dag opgeschreven.')).toBeVisible();

		await say(page, FIRST_CONTACT, question, LONG_AGO);
		await expect(page).toHaveURL(server.origin + TERMS);
		await expect(card(page)).toContainText('Deze dag is voorbij.');
		await expect(card(page)).toContainText('De wet zegt: eerste contact binnen 5 werkdagen');
		await expect(card(page)).toContainText('Soms lukt dat niet.');
		await expect(card(page).getByRole('link', { name: 'Besluit Jeugdwet 4.2.2' })).toBeVisible();
		await expect(card(page)).toContainText('U schreef dit op');
		await expect(card(page).locator('ol > li')).toHaveText([
			/Vraag de GI/,
			/teamleider/,
			/Jeugdstem: 088-555 1000/,
			/Een klacht stopt de maatregel niet/,
			/kinderrechter.*advocaat/s,
			/Bel 112.*Veilig Thuis: 0800-2000/s
		]);

		await signInAs(daughter, 'zestien-yara', server.origin);
		await daughter.goto(server.origin + TERMS);
		await expect(card(daughter)).toContainText('Nadia schreef dit op');
		await say(daughter, FIRST_CONTACT, question, THIS_WEEK);
		await expect(card(daughter)).toContainText('Er staan verschillende dagen.');
		await expect(card(daughter)).toContainText('Deze dag is nog niet voorbij.');

		await page.goto(server.origin + TERMS);
		await expect(card(page)).toContainText('Yara schreef dit op');
		await card(page).getByText('Klopt deze dag niet?').click();
		await card(page).getByLabel('Wat is de goede dag?').fill(THIS_WEEK);
		await card(page).getByRole('button', { name: 'Verander de dag' }).click();
		await expect(card(page)).not.toContainText('Er staan verschillende dagen.');
		await expect(card(page)).not.toContainText('Deze dag is voorbij.');
		await expect(card(page)).toContainText('Nadia schreef eerst');

		await card(page).getByLabel('Is het eerste contact er geweest? Op welke dag?').fill(TODAY);
		await card(page).getByRole('button', { name: 'Bewaar deze dag' }).click();
		await expect(card(page)).toContainText('Dit is gebeurd.');
		await card(page).getByText('Is het niet zo gegaan?').click();
		await expect(card(page).locator('ol > li')).toHaveCount(6);
	} finally {
		await daughter.context().close();
		await server.stop();
	}
});

test('a day that has not been is said beside the field, and stays there', async ({ page }) => {
	await signInAs(page, 'huizen-moeder');
	await page.goto('/plan/huizen-gezin/termijnen');
	const answer = await page.request.post('/plan/huizen-gezin/termijnen?/record', {
		form: {
			key: crypto.randomUUID(),
			child: 'huizen-noor',
			term: 'plan',
			moment: 'start',
			on: '2099-01-01'
		},
		headers: { origin: new URL(page.url()).origin, accept: 'text/html' }
	});
	expect(answer.status()).toBe(400);
	const html = await answer.text();
	expect(html).toContain('Deze dag is nog niet geweest.');
	expect(html).toContain('value="2099-01-01"');
	expect(html.match(/aria-invalid="true"/g)).toHaveLength(1);
	await page.reload();
	expect(await wordsOf(page)).not.toContain('Volgens de wet: uiterlijk');
});

for (const [who, status] of [
	['zestien-vader', 403],
	['piet-vader', 404],
	['piet-oma', 404]
] as const) {
	test(`${who} finds no terms of Yara`, async ({ page }) => {
		await signInAs(page, who);
		const answer = await page.request.get(TERMS);
		expect(answer.status()).toBe(status);
		expect(await answer.text()).not.toMatch(/Yara|eerste contact/i);
	});
}

test('grandmother, who is named in steps, finds no terms of Piet', async ({ page }) => {
	await signInAs(page, 'piet-oma');
	await page.goto('/plan');
	expect(await wordsOf(page)).not.toContain('Wat moet wanneer');
	expect((await page.request.get('/plan/piet-gezin/termijnen')).status()).toBe(404);
});

test('the plan and the page of the regisseur say who has the regie in this region', async ({
	page
}) => {
	await signInAs(page, 'zestien-yara');
	for (const path of ['/plan', '/thuis/regisseur']) {
		await page.goto(path);
		const words = await wordsOf(page);
		expect(words, path).toContain('Iemand van de GI zorgt dat alle hulp bij elkaar past.');
		expect(words, path).toContain('Ook het lokale team blijft meedoen.');
		expect(words, path).toContain('Dit is hoe deze regio het zegt te doen');
		expect(words, path).toContain('Het is geen wet.');
	}
	await signInAs(page, 'piet-vader');
	await page.goto('/plan');
	expect(await wordsOf(page)).toContain('Dan wijst de gemeente iemand aan.');
});
