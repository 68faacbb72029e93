import { expect, test, type BrowserContext, type Page } from '@playwright/test';
import { faultsOn } from '../support/axe.ts';
import { complaintsOf, signInAs } from '../support/browser.ts';
import { ask, crawl, oneArticle, secretsIn, sessionOf } from '../support/crawl.ts';
import { mailSink, type MailSink } from '../support/mail-sink.ts';
import { startServer, withRegionalHelp, type RunningServer } from '../support/server.ts';

// One youth for all: what one journey writes, the next one reads.
test.describe.configure({ mode: 'serial', timeout: 240_000 });

let sink: MailSink;
let server: RunningServer;
let complaints: string[];
let coach: Page;

test.beforeAll(async () => {
	// The importer, three commands and a server, one after another.
	test.setTimeout(240_000);
	sink = await mailSink();
	server = await startServer({ TRUST_PROXY: '1', SMTP_URL: sink.url }, ['drang', 'piet']);
	await withRegionalHelp(server);
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

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click();
const linkIn = (text: string) => /http:\/\/localhost:\d+\/\S+/.exec(text)?.[0] ?? 'no link';
const go = (page: Page, path: string) => page.goto(server.origin + path);

/** Somebody else's phone. */
async function another(context: BrowserContext, javaScriptEnabled: boolean): Promise<Page> {
	const browser = context.browser();
	if (!browser) throw new Error('no browser');
	const other = await browser.newContext({
		...{ viewport: { width: 360, height: 740 }, locale: 'nl-NL', javaScriptEnabled },
		extraHTTPHeaders: { 'x-forwarded-for': '192.0.2.78' }
	});
	return other.newPage();
}

const fits = async (page: Page, { project }: { project: { name: string } }) => {
	if (project.name !== 'phone') return;
	expect(await faultsOn(page)).toEqual([]);
};

test('a youth of 14 maps five people, thinks, and asks the coach with a link and a code', async ({
	page,
	context
}, info) => {
	await signInAs(page, 'drang-amira', server.origin);
	await go(page, '/thuis');
	await page.getByRole('link', { name: 'Wie staat er naast jou?' }).click();
	await fits(page, info);
	expect(await page.title()).toBe('Samenspel');
	await page.getByRole('link', { name: 'Wie zijn er om mij heen?' }).click();
	await expect(page.getByText('Er staat nog niemand.')).toBeVisible();
	await press(page, 'Zet erbij');
	await expect(page.getByLabel('Naam')).toHaveAccessibleDescription(/Vul een naam in/);
	for (const name of ['Bas', 'oma Fatma', 'Joke', 'Sem']) {
		const form = page.getByRole('region', { name: 'Zet iemand erbij' });
		await form.getByLabel('Naam').fill(name);
		await form.getByLabel('Ver weg').check();
		await press(page, 'Zet erbij');
		await expect(page.getByText(name, { exact: true }).last()).toBeVisible();
	}
	await page.getByRole('link', { name: /Kijk naar de vragen/ }).click();
	await fits(page, info);
	await page.getByRole('link', { name: 'Ik weet niemand' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toContainText('school');
	await page.getByLabel('Wie is dat?').fill('juf Ellen');
	await press(page, 'Zet erbij en ga verder');
	await page.getByRole('link', { name: 'Stop voor nu' }).click();
	await fits(page, info);
	await page.getByRole('link', { name: 'Kijk naar mijn kringen' }).click();
	await expect(page.getByRole('heading', { name: 'Gewoon' })).toBeVisible();
	await fits(page, info);
	if (info.project.name === 'phone') {
		const person = page.getByRole('button', { name: 'Bas, kring Ver weg' });
		await person.focus();
		await page.keyboard.press('ArrowUp');
		await page.keyboard.press('ArrowUp');
		await page.keyboard.press('Enter');
		await expect(page.getByRole('button', { name: 'Bas, kring Dichtbij' })).toBeVisible();
	}

	await go(page, '/naast-mij/vragen');
	await fits(page, info);
	await expect(page.getByText('Zegt iemand ja? Dan horen je ouders wie het is.')).toBeVisible();
	await page.getByLabel('Hoe noem jij deze persoon?').fill('coach Bas');
	await press(page, 'Maak een link');
	await fits(page, info);
	const handed = linkIn(await page.getByText(/uitnodiging\/naast/).innerText());
	const code = await page.locator('.code').innerText();

	// Somebody else's link scanner opens it five times: nothing is used up.
	coach = await another(context, info.project.name === 'phone');
	for (let look = 0; look < 5; look++) await coach.goto(handed);
	await expect(coach.getByText('Amira')).toHaveCount(0);
	await fits(coach, info);
	await coach.getByLabel('Ja, ik wil dit').check();
	await coach.getByLabel('De code die u hoorde').fill('XXXXXX');
	await coach.getByLabel('Uw voornaam').fill('Bas');
	await coach.getByLabel('Uw e-mailadres').fill('bas@example.org');
	await coach.getByLabel('Ik heb gelezen wat een JIM doet').check();
	await press(coach, 'Geef uw antwoord');
	await expect(coach.getByLabel('De code die u hoorde')).toHaveAccessibleDescription(/klopt niet/);
	await expect(coach.getByLabel('Uw voornaam')).toHaveValue('Bas');
	await coach.getByLabel('De code die u hoorde').fill(code);
	await press(coach, 'Geef uw antwoord');
	await expect(coach.getByRole('heading', { name: 'Kijk nu in uw mail' })).toBeVisible();
	const mail = await sink.mailTo('bas@example.org', 1);
	expect(mail.source).not.toMatch(/Amira|JIM|Bas\b/);
	await coach.goto(linkIn(mail.text));
	await coach.getByLabel('Uw persoonlijke code').fill(code);
	await press(coach, 'Ik wil verder');
	await coach.getByRole('link', { name: 'Naast Amira' }).click();
	await expect(coach.getByText('Amira laat nu niets zien.')).toBeVisible();
});

test('her mother says "with difficulty" and lets the coach read; he sees one part and adds a view', async ({
	page
}, info) => {
	await signInAs(page, 'drang-moeder', server.origin);
	await go(page, '/thuis');
	await page.getByRole('link', { name: 'Over de JIM van Amira' }).click();
	await press(page, 'Bewaar wat u vindt');
	await expect(page.getByText('Kies wat u vindt.').first()).toBeVisible();
	await page.getByLabel('Ik vind het goed, maar met moeite').check();
	await page.getByLabel('Ja', { exact: true }).check();
	await press(page, 'Bewaar wat u vindt');
	await expect(page.getByText(/Dit zei u op/)).toBeVisible();
	await fits(page, info);
	for (const closed of ['/naast-mij/mensen', '/naast-mij/vragen', '/naast-mij/denken/1'])
		expect((await go(page, closed))?.status()).toBe(404);

	await signInAs(page, 'drang-amira', server.origin);
	await go(page, '/naast-mij');
	await page.getByRole('link', { name: 'Kies wat coach Bas ziet' }).click();
	await expect(page.getByText(/maar met moeite/)).toBeVisible();
	await press(page, 'Laat zien: Mijn eigen doelen');
	await page.getByText('Zo ziet coach Bas het').click();
	await expect(page.getByText('Ik ben gewoon kind, geen tolk.')).toBeVisible();
	await fits(page, info);

	await coach.reload();
	await expect(coach.getByRole('heading', { level: 2 })).toHaveText([
		'De doelen van Amira',
		'Is er gevaar?'
	]);
	await expect(coach.getByText('Thuis praten we')).toHaveCount(0);
	await coach.getByLabel('Hoe ziet u dit doel?').fill('Zij lacht weer op de training.');
	await press(coach, 'Bewaar');
	await expect(coach.getByText('Zij lacht weer op de training.')).toBeVisible();
	await fits(coach, info);
	await page.reload();
	await page.getByText('Zo ziet coach Bas het').click();
	await press(page, 'Zet dit bij mijn doel');
	await go(page, '/plan/drang-gezin/doel/drang-doel-tolk');
	await expect(page.getByText('Zij lacht weer op de training.')).toBeVisible();
});

test('they write a note that the regisseur finds nowhere', async ({ page }, info) => {
	await signInAs(page, 'drang-amira', server.origin);
	await go(page, '/naast-mij');
	await page.getByRole('link', { name: 'Briefjes met coach Bas' }).click();
	await fits(page, info);
	await press(page, 'Ik heb dit gelezen');
	await page.getByLabel('Schrijf een briefje').fill('Vrijdag was het weer mis.');
	await press(page, 'Zet neer');
	await expect(page.getByText('Vrijdag was het weer mis.')).toBeVisible();
	await fits(page, info);
	const notes = page.url();

	await signInAs(page, 'wijkteam-erik', server.origin);
	for (const path of ['/werk', '/werk/drang-gezin', '/plan/drang-gezin', '/thuis', notes]) {
		const answer = await page.goto(new URL(path, server.origin).href);
		expect(await answer?.text()).not.toMatch(/Vrijdag was|coach Bas|oma Fatma|juf Ellen/);
	}
	expect((await page.goto(notes))?.status()).toBe(404);
	await go(page, '/werk/drang-gezin');
	await press(page, 'Vraag Amira hoe het gaat');
	await expect(page.getByText(/Gevraagd op .* hoe het gaat/)).toBeVisible();
	await coach.reload();
	await expect(coach.getByText('Er is gevraagd hoe het gaat')).toBeVisible();
});

/** Every act in the corner of a youth, with what a form sends. The youth, the JIM and her mother did these. */
const ACTS: readonly [path: string, form: Record<string, string>][] = [
	['/naast-mij?/stop', {}],
	['/naast-mij?/withdraw', {}],
	['/naast-mij/mensen?/add', { name: 'Mo' }],
	['/naast-mij/vragen', { name: 'Mo' }],
	['/naast-mij/denken/1', { name: 'Mo' }],
	['/naast-mij/denken/klaar?/wish', { wish: 'wil_niet' }],
	['/naast-mij/denken/klaar?/remind', { on: '2027-01-12' }],
	['/naast-mij/delen/[jim]?/share', { part: 'woorden', share: 'ja' }],
	['/naast-mij/delen/[jim]?/words', { words: 'Dag' }],
	['/naast-mij/delen/[jim]?/tell', { parents: 'ja' }],
	['/naast-mij/briefjes/[jim]?/danger', {}],
	['/naast-mij/briefjes/[jim]?/write', { words: 'Dag' }],
	['/naast-mij/gesprek/[jim]?/add', { topic: 'wie', words: 'Dag' }],
	['/naast-mij/voor/[jim]?/view', { goal: 'drang-doel-tolk', words: 'Dag' }],
	['/naast-mij/voor/[jim]?/stop', {}],
	['/naast-mij/bij/[jim]', { says: 'niet_eens', mayRead: 'nee' }]
];

test('nobody else finds or does a thing: page, data, form', async ({ page: _ }, info) => {
	test.skip(info.project.name !== 'phone', 'asks the server itself: once is enough');
	const { origin } = server;
	const jim = coach.url().split('/').at(-1) ?? '';
	// By profession, as family, of another family, and who keeps the region and is the regisseur.
	for (const person of ['wijkteam-erik', 'aanbieder-sanne', 'drang-buurvrouw', 'piet-vader']) {
		const cookie = await sessionOf(origin, person);
		for (const [act, form] of ACTS) {
			const path = act.replace('[jim]', jim);
			const [address = ''] = path.split('?');
			const said = `${person} ${path}`;
			expect((await ask(origin, address, cookie)).status, said).toBe(404);
			const data = await ask(origin, `${address}/__data.json`, cookie);
			expect(secretsIn(data.body, ['coach Bas', 'Zij lacht weer', 'Vrijdag was']), said).toEqual(
				[]
			);
			const sent = await ask(origin, path, cookie, {
				method: 'POST',
				body: new URLSearchParams({ key: crypto.randomUUID(), jim, ...form }),
				headers: { origin, accept: 'text/html' }
			});
			expect([403, 404], said).toContain(sent.status);
		}
		expect((await ask(origin, `/naast-mij/voor/${jim}/agenda.ics`, cookie)).status).toBe(404);
	}
});

test('who keeps the region, and is the regisseur, walks everywhere and finds 0 bytes', async ({
	page: _
}, info) => {
	test.skip(info.project.name !== 'phone', 'asks the server itself: once is enough');
	const { origin } = server;
	const jim = coach.url().split('/').at(-1) ?? '';
	const cookie = await sessionOf(origin, 'wijkteam-erik');
	const own = ['bij', 'briefjes', 'delen', 'gesprek', 'voor'].map(
		(one) => `/naast-mij/${one}/${jim}`
	);
	const from = [
		...['/', '/thuis', '/ik', '/werk', '/werk/drang-gezin', '/plan/drang-gezin', '/beheer/hulp'],
		...['/beheer/hulp/rijnmond', '/naast-mij', '/naast-mij/mensen', '/later', ...own]
	];
	// Pages for everybody are the same for everybody: one of each stands for all.
	const alike = (path: string) =>
		oneArticle(path).replace(/(\/(?:rechten|woorden|hulp))\/(?!rijnmond)[^?]+/, '$1/*');
	const answers = await crawl(origin, cookie, from, alike);
	expect(answers.map(({ path }) => path)).toContain('/beheer/hulp/rijnmond');
	expect(answers.length).toBeGreaterThan(100);
	const secrets = [
		'Vrijdag was het weer mis',
		'coach Bas',
		'oma Fatma',
		'juf Ellen',
		'bas@example.org'
	];
	const found = answers.flatMap(({ path, headers, body }) =>
		secretsIn(`${headers}\n${body}`, secrets).map((secret) => `${path}: ${secret}`)
	);
	expect(found).toEqual([]);
});

test('she stops: the open tab of the coach and the file are dead at once', async ({
	page
}, info) => {
	const tab = coach.url();
	const feed = async () => (await coach.request.get(`${tab}/agenda.ics`)).status();
	await signInAs(page, 'drang-amira', server.origin);
	await go(page, '/naast-mij');
	await page.getByRole('link', { name: 'Kies wat coach Bas ziet' }).click();
	await press(page, 'Laat zien: Wanneer ik een gesprek heb');
	expect(await feed()).toBe(200);
	await go(page, '/naast-mij');
	await page.getByText('Stop met coach Bas als JIM').click();
	await press(page, 'Stop nu');
	await expect(page.getByRole('heading', { name: 'Wil je nog dag zeggen?' })).toBeVisible();
	await fits(page, info);
	expect(await feed()).toBe(404);
	expect((await coach.goto(tab))?.status()).toBe(404);
	await go(page, '/plan/drang-gezin/doel/drang-doel-tolk');
	await expect(page.getByText('Zij lacht weer op de training.')).toHaveCount(0);
});
