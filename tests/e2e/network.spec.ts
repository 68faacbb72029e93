import { expect, test, type BrowserContext, type Page } from '@playwright/test';
import { faultsOn } from '../support/axe.ts';
import { complaintsOf, signInAs } from '../support/browser.ts';
import { mailSink, type MailSink } from '../support/mail-sink.ts';
import { goalsOf } from '../support/sample.ts';
import { startServer, type RunningServer } from '../support/server.ts';

// One family for all: what one journey writes, the next one reads.
test.describe.configure({ mode: 'serial' });

let sink: MailSink;
let server: RunningServer;
let complaints: string[];

test.beforeAll(async () => {
	sink = await mailSink();
	const asInUse = { TRUST_PROXY: '1', SMTP_URL: sink.url };
	server = await startServer(asInUse, ['piet', 'twee-huizen', 'zestien']);
});
test.afterAll(async () => {
	await server.stop();
	await sink.close();
});
test.beforeEach(({ page }) => {
	complaints = complaintsOf(page);
});
test.afterEach(() => {
	expect(complaints).toEqual([]);
});

const press = (page: Page, name: string) => page.getByRole('button', { name }).click();
const linkIn = (text: string) => /http:\/\/localhost:\d+\/\S+/.exec(text)?.[0] ?? 'no link';
const go = (page: Page, path: string) => page.goto(server.origin + path);

/** Somebody else's phone. */
async function another(context: BrowserContext, javaScriptEnabled: boolean): Promise<Page> {
	const browser = context.browser();
	if (!browser) throw new Error('no browser');
	const other = await browser.newContext({
		...{ viewport: { width: 360, height: 740 }, locale: 'nl-NL', javaScriptEnabled },
		extraHTTPHeaders: { 'x-forwarded-for': '192.0.2.77' }
	});
	return other.newPage();
}

const fits = async (page: Page) => expect(await faultsOn(page)).toEqual([]);

test('a mother writes down what grandmother does, changes it, and it is over', async ({ page }) => {
	await signInAs(page, 'huizen-moeder', server.origin);
	await go(page, '/plan');
	await page.getByRole('link', { name: 'Wie helpt mee van familie en bekenden?' }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Wie helpt mee?' })).toBeVisible();

	await page.getByLabel('Naam van iemand anders').fill('buurvrouw Ria');
	await press(page, 'Zet erbij');
	const what = page.getByRole('region', { name: 'Schrijf op wie helpt' }).getByLabel('Waarmee');
	await expect(page.getByRole('alert')).toContainText('Er klopt iets nog niet');
	await expect(what).toHaveAccessibleDescription(/Schrijf op waarmee deze persoon helpt/);
	await expect(page.getByLabel('Naam van iemand anders')).toHaveValue('buurvrouw Ria');

	await page.getByLabel('Naam van iemand anders').fill('');
	await page.getByLabel('Wie helpt?').selectOption('huizen-oma');
	await what.fill('Haalt Noor op dinsdag op van school');
	await page.getByRole('checkbox', { name: 'Noor' }).check();
	await page.getByLabel('Sinds wanneer?').fill('2026-09-01');
	await press(page, 'Zet erbij');
	const line = page.getByRole('listitem').filter({ hasText: 'Haalt Noor op dinsdag' });
	await expect(line).toContainText('Tineke');
	await expect(line).toContainText('Vanaf dinsdag 1 september.');
	await expect(line).toContainText('Gaat over Noor.');

	await line.getByText('Pas de hulp van Tineke aan').click();
	await line.getByLabel('Waarmee').fill('');
	await line.getByRole('button', { name: 'Bewaar' }).click();
	await expect(line.getByLabel('Waarmee')).toHaveAccessibleDescription(/Schrijf op waarmee/);
	await expect(page.getByRole('alert').getByRole('link')).toHaveCount(1);
	await line.getByLabel('Waarmee').fill('Haalt Noor op dinsdag op en kookt');
	await line.getByRole('button', { name: 'Bewaar' }).click();
	await expect(page.getByText('Haalt Noor op dinsdag op en kookt').first()).toBeVisible();
});

test('grandmother sees her own line only, and stops it herself', async ({ page }) => {
	await signInAs(page, 'huizen-oma', server.origin);
	await go(page, '/plan/huizen-gezin/netwerk');
	await expect(page.getByText('Haalt Noor op dinsdag op en kookt')).toBeVisible();
	await expect(page.getByText('Gaat over')).toHaveCount(0);
	await expect(page.getByRole('heading', { name: 'Schrijf op wie helpt' })).toHaveCount(0);
	await press(page, 'Tineke helpt niet meer');
	await expect(page.getByRole('heading', { name: 'Wie hielp eerder?' })).toBeVisible();
});

test('a stepfather does not see what is about a child that is not his to see', async ({ page }) => {
	await signInAs(page, 'huizen-stiefvader', server.origin);
	expect((await go(page, '/plan/huizen-gezin/netwerk'))?.status()).toBe(200);
	await expect(page.getByText('Haalt Noor')).toHaveCount(0);
});

test('a father brings somebody along by mail, stops it, and the open tab gets nothing', async ({
	page,
	context
}, { project }) => {
	await signInAs(page, 'piet-vader', server.origin);
	await go(page, '/plan');
	await page.getByRole('link', { name: 'Laat iemand met u meekijken' }).click();
	await expect(page.getByText('Nooit wat uw kind zelf schrijft.')).toBeVisible();
	await press(page, 'Laat meekijken');
	await expect(page.getByText('Kies wie dit voor u is.').first()).toBeVisible();

	await page.getByLabel('Voornaam').fill('Ria');
	await page.getByLabel('Achternaam').fill('Visser');
	await page.getByLabel('E-mailadres').fill('ria@example');
	await page.getByLabel('Iemand die dicht bij u staat').check();
	await page.getByLabel('Waarom?').fill('Leest met mij mee');
	await press(page, 'Laat meekijken');
	await expect(page.getByLabel('E-mailadres')).toHaveAccessibleDescription(/naam@voorbeeld\.nl/);
	await expect(page.getByLabel('Achternaam')).toHaveValue('Visser');

	// Her mailbox is the one of Piet's father: the code told in person says who she is.
	await page.getByLabel('E-mailadres').fill('rob@example.org');
	await press(page, 'Laat meekijken');
	const shown = page.getByRole('status', { name: 'Ria mag nu meekijken' });
	await expect(shown).toContainText('Vertel Ria deze code zelf.');
	const code = await shown.locator('strong').innerText();
	expect(code).toMatch(/^\w{6}$/);
	if (project.name === 'phone') await fits(page);
	await go(page, '/plan/piet-gezin/steun');
	await expect(page.getByText(code)).toHaveCount(0);

	const mail = await sink.mailTo('rob@example.org', 2);
	expect(mail.source).not.toMatch(/Piet|Rob|Ria|plan\b/);
	const other = await another(context, project.name === 'phone');
	await other.goto(linkIn(mail.text));
	await other.getByLabel('Uw persoonlijke code').fill(code);
	await press(other, 'Ik wil verder');
	await expect(other.getByRole('heading', { name: 'Dag Ria' })).toBeVisible();
	await expect(other.getByText('Wij weten niet wie uw regisseur is')).toHaveCount(0);
	await go(other, '/plan');
	const [goal] = goalsOf('piet').filter(({ group }) => group === 'nu');
	await expect(other.getByText(goal?.ownWords ?? 'no goal').first()).toBeVisible();
	for (const closed of ['/plan/piet-gezin/netwerk', '/plan/piet-gezin/steun', '/thuis/regisseur'])
		expect((await go(other, closed))?.status()).toBe(404);
	expect((await go(other, '/plan'))?.status()).toBe(200);

	await go(page, '/ik');
	const list = page.getByRole('region', { name: 'Wie ziet wat van mij?' });
	await expect(list).toContainText('Leest met mij mee');
	await expect(list).toContainText('Tot u stopt.');
	if (project.name === 'phone') await fits(page);
	await list.getByRole('button', { name: 'Laat Ria niet meer meekijken' }).click();
	await expect(list).toContainText('Er kijkt nu niemand met u mee.');
	await list.getByText('Wie keek eerder mee?').click();
	await expect(list).toContainText('Gestopt op zondag 22 november.');

	const [answer] = await Promise.all([
		other.waitForResponse('**/thuis'),
		other.getByRole('navigation').getByRole('link', { name: 'Thuis' }).click()
	]);
	expect(await answer.text()).not.toMatch(/Piet/);
	expect((await go(other, '/plan'))?.status()).toBe(404);
	expect((await go(other, '/plan/piet-gezin'))?.status()).toBe(404);
	await other.context().close();
});

test('who reads along with a mother sees nothing of her child of 16', async ({ page, context }) => {
	// Of Yara, who is 16 and shares nothing, her mother has nothing to show but the measure.
	await signInAs(page, 'zestien-moeder', server.origin);
	expect((await go(page, '/plan/zestien-gezin'))?.status()).toBe(200);
	expect((await go(page, '/plan/zestien-gezin/steun'))?.status()).toBe(404);
	await expect(page.getByRole('link', { name: 'Laat iemand met u meekijken' })).toHaveCount(0);

	// Yara lets her mother look. Now her mother may bring the aunt along, and still Yara decides.
	const yara = await another(context, false);
	await signInAs(yara, 'zestien-yara', server.origin);
	await go(yara, '/ik');
	await press(yara, 'Laat Nadia meekijken');
	await go(page, '/plan/zestien-gezin/steun');
	await page.getByLabel('Wie?').selectOption('zestien-tante');
	await page.getByRole('radio', { name: 'Cliëntondersteuner' }).check();
	await press(page, 'Laat meekijken');
	await expect(page.getByRole('status', { name: 'Samantha mag nu meekijken' })).toBeVisible();
	const tante = await another(context, false);
	await signInAs(tante, 'zestien-tante', server.origin);
	const words = goalsOf('zestien').map(({ ownWords }) => ownWords);
	const told = async () => {
		const answer = await go(tante, '/plan/zestien-gezin');
		const text = (await answer?.text()) ?? '';
		return words.filter((one) => text.includes(one));
	};
	expect(await told()).toEqual([]);

	// What Yara shares she stops with one tap, and her mother's next click finds nothing.
	const [goal] = goalsOf('zestien').filter(({ group }) => group === 'nu');
	await go(page, '/plan/zestien-gezin');
	await expect(page.getByText(goal?.ownWords ?? 'no goal').first()).toBeVisible();
	await go(yara, '/ik');
	const list = yara.getByRole('region', { name: 'Wie ziet wat van mij?' });
	await list.getByRole('button', { name: 'Laat Nadia niet meer meekijken' }).click();
	await page.reload();
	await expect(page.getByText(goal?.ownWords ?? 'no goal')).toHaveCount(0);
	await go(page, '/ik');
	await press(page, 'Laat Samantha niet meer meekijken');
	await tante.context().close();
	await yara.context().close();
});
