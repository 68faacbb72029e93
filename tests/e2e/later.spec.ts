import { expect, test, type Browser, type Page } from '@playwright/test';
import { complaintsOf, signInAs } from '../support/browser.ts';
import { startServer, type RunningServer } from '../support/server.ts';

// Everything here is about the one youth of the samples: a server of their own for these journeys.
let server: RunningServer;
test.describe.configure({ timeout: 90_000 });
test.beforeAll(async () => {
	test.setTimeout(90_000);
	server = await startServer({}, ['zestien']);
});
test.afterAll(async () => {
	await server.stop();
});
test.beforeEach(async ({ browser }) => {
	const { page } = await pageOf(browser, 'zestien-yara');
	await page.goto('/later');
	const wipe = page.getByText('Alles wissen', { exact: true });
	if (await wipe.isVisible()) {
		await wipe.click();
		await page.getByLabel('Ja, wis mijn hele plan').check();
		await page.getByRole('button', { name: 'Wis alles' }).click();
	}
	await page.context().close();
});

/** A page of somebody in a browser of their own. */
async function pageOf(browser: Browser, person: string | null) {
	const context = await browser.newContext({
		...test.info().project.use,
		baseURL: server.origin
	});
	const page = await context.newPage();
	if (person) await signInAs(page, person, server.origin);
	return { page, complaints: complaintsOf(page) };
}

const begin = async (page: Page) => {
	await page.goto('/thuis');
	await page.getByRole('link', { name: 'Jouw plan voor later' }).click();
	await page.getByRole('button', { name: 'Begin mijn plan' }).click();
	await expect(page.getByRole('heading', { name: 'Waar gaat het over?' })).toBeVisible();
};

const write = async (page: Page, domain: string, field: string, words: string) => {
	await page.goto(`/later/${domain}`);
	await page.getByLabel(field).fill(words);
	await page.getByRole('button', { name: 'Bewaar' }).click();
	await expect(page.getByLabel(field)).toHaveValue(words);
};

test('a youth writes, shares one part with the aunt and none with the mother, and stops', async ({
	browser
}) => {
	const yara = await pageOf(browser, 'zestien-yara');
	await begin(yara.page);
	await write(yara.page, 'wonen', 'Wat wil ik?', 'Ik wil bij Corrie en Wim blijven.');
	await write(yara.page, 'geld', 'Hoe is het nu?', 'Ik heb niets gespaard.');
	await yara.page.getByText('Waar denken anderen aan?').click();
	await yara.page.getByLabel('Sparen voor iets').check();
	await yara.page.getByRole('button', { name: 'Bewaar' }).click();
	await expect(yara.page.getByLabel('Wat wil ik?')).toHaveValue('Sparen voor iets');

	await yara.page.goto('/later');
	await yara.page.getByRole('link', { name: 'Wie ziet wat?' }).click();
	await yara.page.getByRole('link', { name: /Samantha/ }).click();
	await expect(yara.page.getByText('Samantha ziet niets, ook niet dat')).toBeVisible();
	await yara.page.getByRole('button', { name: 'Laat zien: Wonen' }).click();
	await expect(yara.page.getByText('Ik wil bij Corrie en Wim blijven.')).toBeVisible();
	await expect(yara.page.getByText('Ik heb niets gespaard.')).toBeHidden();

	const aunt = await pageOf(browser, 'zestien-tante');
	await aunt.page.goto('/thuis');
	await aunt.page.getByRole('link', { name: 'Iets van Yara voor later' }).click();
	await expect(aunt.page.getByText('Ik wil bij Corrie en Wim blijven.')).toBeVisible();
	await expect(aunt.page.getByRole('main')).not.toContainText(/Geld|gespaard/);

	await yara.page.getByRole('button', { name: 'Laat Samantha niets meer zien' }).click();
	expect((await aunt.page.reload())?.status()).toBe(404);
	await aunt.page.goto('/thuis');
	await expect(aunt.page.getByText('Iets van Yara')).toBeHidden();
	for (const { complaints } of [yara, aunt]) expect(complaints).toEqual([]);
});

test('two tabs: both texts are shown, and nothing is overwritten', async ({ browser }) => {
	const { page: first } = await pageOf(browser, 'zestien-yara');
	await begin(first);
	await first.goto('/later/geld');
	const second = await first.context().newPage();
	await second.goto('/later/geld');
	await first.getByLabel('Wat wil ik?').fill('Sparen');
	await first.getByRole('button', { name: 'Bewaar' }).click();
	await second.getByLabel('Wat wil ik?').fill('Een bijbaan');
	await second.getByRole('button', { name: 'Bewaar' }).click();
	await expect(second.getByRole('alert')).toContainText('Op een ander scherm');
	await expect(second.getByText('Sparen', { exact: true })).toBeVisible();
	await expect(second.getByLabel('Wat wil ik?')).toHaveValue('Een bijbaan');
	await second.getByLabel('Wat wil ik?').fill('Sparen met een bijbaan');
	await second.getByRole('button', { name: 'Bewaar' }).click();
	await expect(second.getByLabel('Wat wil ik?')).toHaveValue('Sparen met een bijbaan');
	await expect(second.getByRole('alert')).toBeHidden();
});

test('the timeline: tick, not for me, remind, questions and the calendar', async ({ browser }) => {
	const { page, complaints } = await pageOf(browser, 'zestien-yara');
	await begin(page);
	await page.goto('/later/tijdlijn');
	await page.getByText('Schrijf je in voor een huis').click();
	await page.getByRole('button', { name: 'Herinner mij' }).click();
	await page.getByText('Schrijf je in voor een huis').click();
	await expect(page.getByText('Wij herinneren je op zondag 6 december.')).toBeVisible();
	// What comes later is a tap away, and is still open after a tick.
	await page.getByRole('link', { name: 'Rond je 18e' }).click();
	await page.locator('#lijst details summary').first().click();
	await page.locator('#lijst').getByRole('button', { name: 'Dit is klaar' }).first().click();
	await expect(page).toHaveURL(/toon=18$/);
	await expect(page.locator('#lijst')).toHaveAttribute('open');
	await page.getByText('Wat past bij jou?').click();
	await page
		.getByRole('group', { name: /veel zorg/ })
		.getByLabel('Nee')
		.check();
	await page.getByRole('button', { name: 'Bewaar', exact: true }).click();
	await expect(page.getByText('Is werken moeilijk voor jou?')).toBeHidden();
	const file = await page.request.get(`${server.origin}/later/tijdlijn/agenda.ics`);
	expect(file.status()).toBe(200);
	// Days and ids are numbers of their own; what is read in a calendar is one word.
	const lines = (await file.text()).split('\r\n').filter((line) => !/^(UID|DT)/.test(line));
	expect(new Set(lines.filter((line) => line.startsWith('SUMMARY')))).toEqual(
		new Set(['SUMMARY:Herinnering'])
	);
	expect(lines.join()).not.toMatch(/Yara|huis|18|DESCRIPTION|LOCATION/);
	expect(complaints).toEqual([]);
});

test('the aunt is asked by a link and says yes; then the basics can be in order', async ({
	browser
}) => {
	const yara = await pageOf(browser, 'zestien-yara');
	await begin(yara.page);
	await yara.page.goto('/later/basis');
	await yara.page.getByRole('button', { name: 'Maak een link' }).first().click();
	await expect(yara.page.getByRole('alert')).toContainText('Schrijf op wie je wilt vragen.');
	await yara.page.getByLabel('Wie wil je vragen?').fill('tante Sam');
	await yara.page.getByRole('button', { name: 'Maak een link' }).first().click();
	const made = new URL(await yara.page.getByLabel('De link').inputValue());

	const aunt = await pageOf(browser, null);
	await aunt.page.goto(made.pathname);
	await expect(aunt.page.getByRole('heading', { name: 'Yara vraagt u iets' })).toBeVisible();
	await aunt.page.getByRole('button', { name: 'Ja, ik blijf' }).click();
	await expect(aunt.page.getByText('U zei ja. Yara ziet dat.')).toBeVisible();

	await yara.page.goto('/later/basis');
	await expect(yara.page.getByText('tante Sam zei ja.')).toBeVisible();
	await yara.page.getByText('Kies: Iemand die blijft').click();
	await yara.page.locator('#mensen').getByRole('button', { name: 'Op orde' }).click();
	await expect(
		yara.page.getByRole('listitem').filter({ hasText: 'Iemand die blijft' })
	).toContainText('Op orde');
	await yara.page.getByRole('button', { name: 'Haal tante Sam weg' }).click();
	expect((await aunt.page.reload())?.status()).toBe(200);
	await expect(aunt.page.getByText('Deze link werkt niet meer')).toBeVisible();
	for (const { complaints } of [yara, aunt]) expect(complaints).toEqual([]);
});

test('the aunt gives a tip; the youth changes and takes it, and the aunt hears nothing', async ({
	browser
}) => {
	const yara = await pageOf(browser, 'zestien-yara');
	await begin(yara.page);
	await write(yara.page, 'wonen', 'Wat is mijn eerste stap?', 'Sparen');
	await yara.page.goto('/later/delen/zestien-tante');
	await yara.page.getByRole('button', { name: 'Laat zien: Wonen' }).click();

	const aunt = await pageOf(browser, 'zestien-tante');
	await aunt.page.goto('/later/van/zestien-yara');
	const give = async (words: string) => {
		await aunt.page.getByText('Geef Yara een tip').click();
		await aunt.page.getByLabel('Bij welke vraag?').selectOption('Wat is mijn eerste stap?');
		await aunt.page.getByLabel('Uw tip').fill(words);
		await aunt.page.getByRole('button', { name: 'Stuur de tip' }).click();
	};
	await give(' ');
	await expect(aunt.page.getByRole('alert')).toContainText('Schrijf eerst uw tip op.');
	await aunt.page.goto('/later/van/zestien-yara');
	await give('Bel oma');
	await expect(aunt.page.getByText('Uw tip is er.')).toBeVisible();
	await aunt.page.goto('/later/van/zestien-yara');
	await give('Kom bij mij');
	await expect(aunt.page.getByRole('main')).not.toContainText(/Bel oma|Kom bij mij/);

	await yara.page.goto('/thuis');
	await yara.page.getByRole('link', { name: 'Er ligt een tip voor je.' }).click();
	const tip = yara.page.getByRole('region').filter({ hasText: 'Bel oma' });
	await tip.getByText('Eerst anders maken').click();
	await tip.getByLabel('Zo komt het in mijn plan').fill('Ik bel oma zondag');
	await tip.getByRole('button', { name: 'Zet in mijn plan' }).click();
	await expect(tip).toBeHidden();
	await yara.page.getByRole('button', { name: 'Leg weg' }).click();
	await expect(yara.page.getByText('Er ligt nu geen tip voor je.')).toBeVisible();
	await yara.page.goto('/later/wonen');
	await expect(yara.page.getByLabel('Wat is mijn eerste stap?')).toHaveValue(
		'Sparen\nIk bel oma zondag'
	);
	await aunt.page.goto('/later/van/zestien-yara');
	await expect(aunt.page.getByRole('main')).not.toContainText(/Kom bij mij|weggelegd/);
	for (const { complaints } of [yara, aunt]) expect(complaints).toEqual([]);
});

test('the regisseur writes down that it was asked; the youth reads it, and has Later in the bar', async ({
	browser
}) => {
	const hanneke = await pageOf(browser, 'gi-hanneke');
	await hanneke.page.goto('/werk');
	await hanneke.page.getByRole('link', { name: /^Plan voor later/ }).click();
	await expect(hanneke.page.getByText('Laat de jongere zelf schrijven.')).toBeVisible();
	await hanneke.page.getByLabel('Op welke dag?').fill('2026-11-30');
	await hanneke.page.getByRole('button', { name: 'Zet erbij' }).click();
	await expect(hanneke.page.getByRole('alert')).toContainText('Kies vandaag');
	await hanneke.page.getByLabel('Op welke dag?').fill('2026-11-20');
	await hanneke.page.getByRole('button', { name: 'Zet erbij' }).click();
	await expect(hanneke.page.getByText('plan te maken: vrijdag 20 november')).toBeVisible();

	const yara = await pageOf(browser, 'zestien-yara');
	await yara.page.goto('/thuis');
	await yara.page.getByRole('navigation').getByRole('link', { name: 'Later' }).click();
	await expect(yara.page.getByText('plan te maken: vrijdag 20 november')).toBeVisible();
	for (const person of ['zestien-moeder', 'zestien-tante', 'gi-hanneke']) {
		const { page } = await pageOf(browser, person);
		await page.goto('/thuis');
		await expect(page.getByRole('navigation').getByRole('link', { name: 'Later' })).toBeHidden();
	}

	await hanneke.page.getByRole('button', { name: /^Haal weg/ }).click();
	await expect(hanneke.page.getByText('Hier staat nog niets.')).toBeVisible();
	for (const { complaints } of [yara, hanneke]) expect(complaints).toEqual([]);
});

test('what is hidden has the bytes of what is not there, in pages, data and files', async ({
	browser
}) => {
	const { page } = await pageOf(browser, 'zestien-yara');
	const hers = [];
	for (const person of ['zestien-moeder', 'zestien-pleegmoeder', 'gi-hanneke', 'zestien-tante'])
		hers.push({ person, page: (await pageOf(browser, person)).page });
	const answers = async (who: Page, person: string) => {
		const asked = [
			'/later',
			'/later/wonen',
			'/later/tijdlijn',
			'/later/basis',
			'/later/delen',
			'/later/van/zestien-yara',
			'/later/van/nergens',
			'/later/van/zestien-yara/__data.json?x-sveltekit-invalidated=01',
			'/later/tijdlijn/agenda.ics',
			'/thuis',
			'/ik',
			'/plan'
		];
		const given = [];
		for (const path of asked) {
			const answer = await who.request.get(server.origin + path, { failOnStatusCode: false });
			const text = await answer.text();
			// The address of the page stands in the links to other languages, and each form has its key.
			const own = text
				.replaceAll(/zestien-yara|nergens/g, 'x')
				.replace(/nonce[=-]["']?[A-Za-z0-9+/=]+/g, '')
				.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '');
			expect(text, `${person} ${path}`).not.toContain('geheim');
			given.push([path.replace(/zestien-yara|nergens/, 'x'), answer.status(), own]);
		}
		return given;
	};
	const before = await Promise.all(hers.map((one) => answers(one.page, one.person)));
	await begin(page);
	for (const domain of ['mensen', 'wonen', 'geld'])
		await write(page, domain, 'Wat wil ik?', `Dit is geheim: ${domain}`);
	const after = await Promise.all(hers.map((one) => answers(one.page, one.person)));
	expect(after).toEqual(before);
	for (const one of after) expect(one[5]).toEqual(one[6]);
});

test('words save themselves while they are typed', async ({ browser }) => {
	test.skip(test.info().project.name === 'phone-no-js', 'a script does this');
	const { page, complaints } = await pageOf(browser, 'zestien-yara');
	await begin(page);
	await page.goto('/later/wonen');
	// Not the one beside it, which warns before the session ends.
	const status = page.getByRole('main').getByRole('status');
	await page.getByLabel('Wat wil ik?').fill('Een kamer');
	await page.getByLabel('Wat is mijn eerste stap?').focus();
	await expect(status).toHaveText('Bewaard');
	await page.getByLabel('Wat is mijn eerste stap?').fill('Oma bellen');
	// Nobody leaves the field: within ten seconds it is kept all the same.
	await expect(async () => {
		const other = await page.context().newPage();
		await other.goto('/later/wonen');
		await expect(other.getByLabel('Wat is mijn eerste stap?')).toHaveValue('Oma bellen', {
			timeout: 500
		});
		await other.close();
	}).toPass({ timeout: 10_000 });

	// A line that comes and goes: tried again until it is there, and there once.
	let failing = true;
	await page.route('**/later/bewaar', (route) => (failing ? route.abort() : route.continue()));
	await page.getByLabel('Wie helpt mij?').fill('Tante Sam');
	await page.getByLabel('Wat wil ik?').focus();
	await expect(status).toContainText('Nog niet bewaard');
	failing = false;
	await expect(status).toHaveText('Bewaard', { timeout: 10_000 });

	// Another tab writes meanwhile: the script stops, and the button shows both.
	const other = await page.context().newPage();
	await other.goto('/later/wonen');
	await other.getByLabel('Wat wil ik?').fill('Een huis');
	await other.getByRole('button', { name: 'Bewaar' }).click();
	await page.getByLabel('Wat wil ik?').fill('Een kamer met een tuin');
	await page.getByLabel('Wie helpt mij?').focus();
	await expect(status).toContainText('Druk op Bewaar');
	await page.getByRole('button', { name: 'Bewaar' }).click();
	await expect(page.getByText('Een huis', { exact: true })).toBeVisible();
	await expect(page.getByLabel('Wat wil ik?')).toHaveValue('Een kamer met een tuin');

	const kept = await page.evaluate(() => [localStorage.length, sessionStorage.length]);
	expect(kept, 'no draft in the browser').toEqual([0, 0]);
	expect(complaints.filter((line) => !/bewaar|ERR_FAILED/.test(line))).toEqual([]);
});
