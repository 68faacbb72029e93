import { expect, test, type Page } from '@playwright/test';
import { complaintsOf, cookieNames } from '../support/browser.ts';
import { mailSink, type MailSink, type SunkMail } from '../support/mail-sink.ts';
import { startServer, type RunningServer } from '../support/server.ts';

// One person signs in after the other, and mail waits for nobody: these follow each other.
test.describe.configure({ mode: 'serial' });

let sink: MailSink;
let server: RunningServer;
let complaints: string[];

test.beforeAll(async () => {
	sink = await mailSink();
	const asInUse = { DEMO: '0', NODE_ENV: 'development', TRUST_PROXY: '1', SMTP_URL: sink.url };
	server = await startServer(asInUse, ['piet', 'twee-huizen']);
});
test.afterAll(async () => {
	await server.stop();
	await sink.close();
});
test.beforeEach(async ({ page }, { line }) => {
	complaints = complaintsOf(page);
	// Everyone signs in from a house of their own: looking at invitations is limited per network.
	await page.setExtraHTTPHeaders({ 'x-forwarded-for': `192.0.2.${line % 256}` });
});
test.afterEach(() => {
	expect(complaints).toEqual([]);
});

const linkIn = ({ text }: SunkMail) => {
	const [link] = /http:\/\/localhost:\d+\/\S+/.exec(text) ?? [];
	if (!link) throw new Error(`No link in: ${text}`);
	return link;
};
const codeIn = ({ text }: SunkMail) => /code: (\w{3} \w{3})/.exec(text)?.[1] ?? 'no code';
const sentTo = (address: string) => sink.mails.filter(({ to }) => to === address).length;

const press = (page: Page, name: string) => page.getByRole('button', { name }).click();

/** Types an address on the sign-in page. @returns the mail that comes of it */
async function askMail(page: Page, address: string, from = '/inloggen'): Promise<SunkMail> {
	const before = sentTo(address);
	await page.goto(server.origin + from);
	await page.getByLabel('Uw e-mailadres').fill(address);
	await press(page, 'Stuur mij de mail');
	await expect(page.getByRole('heading', { name: 'Kijk in uw mail' })).toBeVisible();
	return sink.mailTo(address, before + 1);
}

/** Accepts the invitation that the import sent. */
async function accept(page: Page, address: string): Promise<void> {
	await page.goto(linkIn(await sink.mailTo(address)));
	await press(page, 'Ik wil verder');
	await expect(page).toHaveURL(`${server.origin}/thuis`);
}

async function signIn(page: Page, address: string): Promise<void> {
	await page.goto(linkIn(await askMail(page, address)));
	await press(page, 'Meld mij aan');
	await expect(page).toHaveURL(`${server.origin}/thuis`);
}

test('an invitation opens by a button, and only once', async ({ page, request }) => {
	const mail = await sink.mailTo('rob@example.org');
	expect(mail.source).toMatch(/^Subject: Er staat iets voor u klaar\r?$/m);
	expect(mail.source).not.toMatch(/Piet|Samira|jeugd|regisseur|plan\b/i);
	const link = linkIn(mail);
	// A mail scanner looks first: nothing is used up.
	for (let look = 1; look <= 3; look++) expect((await request.get(link)).status()).toBe(200);
	await page.goto(link);
	await expect(page.getByRole('heading', { name: 'U bent uitgenodigd' })).toBeVisible();
	await expect(
		page.getByText('Op elke pagina staat een knop om meteen weg te gaan.')
	).toBeVisible();
	await press(page, 'Ik wil verder');
	await expect(page).toHaveURL(`${server.origin}/thuis`);
	await expect(page.getByRole('heading', { name: 'Dag Rob' })).toBeVisible();
	expect(await cookieNames(page.context())).toEqual(['__Host-sessie']);
	await page.context().clearCookies();
	await page.goto(link);
	await expect(
		page.getByRole('heading', { name: 'Deze uitnodiging is al gebruikt' })
	).toBeVisible();
});

test('without the demo nobody can choose who to be', async ({ page }) => {
	await page.goto(`${server.origin}/inloggen`);
	await expect(page.locator('button[name="persoon"]')).toHaveCount(0);
	const answer = await page.request.post(`${server.origin}/demo/aanmelden`, {
		form: { persoon: 'piet-vader' },
		headers: { origin: server.origin }
	});
	expect(answer.status()).toBe(404);
	expect(await cookieNames(page.context())).not.toContain('__Host-sessie');
});

test('the link from the mail signs in, and leads to the page that was asked', async ({ page }) => {
	await page.goto(`${server.origin}/plan`);
	await expect(page).toHaveURL(/\/inloggen\?naar=%2Fplan$/);
	const mail = await askMail(page, 'rob@example.org', '/inloggen?naar=%2Fplan');
	expect(mail.text).toContain('De link en de code werken tien minuten.');
	await page.goto(linkIn(mail));
	await expect(page.getByRole('heading', { name: 'Bijna klaar' })).toBeVisible();
	await press(page, 'Meld mij aan');
	await expect(page).toHaveURL(`${server.origin}/plan`);
	await expect(page.getByRole('heading', { name: 'Ons plan' })).toBeVisible();
});

test('a wrong address is told beside the field, and what was typed stays', async ({ page }) => {
	await page.goto(`${server.origin}/inloggen`);
	const field = page.getByLabel('Uw e-mailadres');
	await field.fill('rob@example');
	await press(page, 'Stuur mij de mail');
	await expect(page.getByRole('alert')).toContainText('Er klopt iets nog niet');
	await expect(field).toHaveValue('rob@example');
	await expect(field).toHaveAttribute('aria-invalid', 'true');
	await expect(field).toHaveAccessibleDescription(
		/Vul een e-mailadres in, zoals naam@voorbeeld\.nl/
	);
	await page.getByRole('alert').getByRole('link').click();
	await expect(field).toBeInViewport();
});

test('an address that nobody has gets the same page, and no mail', async ({ page }) => {
	await page.goto(`${server.origin}/inloggen`);
	await page.getByLabel('Uw e-mailadres').fill('niemand@example.org');
	await press(page, 'Stuur mij de mail');
	await expect(page.getByRole('heading', { name: 'Kijk in uw mail' })).toBeVisible();
	await page.waitForTimeout(3_000);
	expect(sentTo('niemand@example.org')).toBe(0);
});

test('a link in another browser says what to do, and the code then works in the first', async ({
	page,
	browser
}) => {
	await page.context().clearCookies();
	const riet = 'riet@example.org';
	await accept(page, riet);
	await page.context().clearCookies();
	const mail = await askMail(page, riet);
	const elsewhere = await browser.newPage();
	await elsewhere.goto(linkIn(mail));
	await expect(elsewhere.getByRole('heading', { name: 'Dit is een andere browser' })).toBeVisible();
	await expect(elsewhere.getByRole('button', { name: 'Meld mij aan' })).toHaveCount(0);
	await elsewhere.context().close();

	const field = page.getByLabel('De code uit de mail');
	await field.fill('222 222');
	await press(page, 'Meld mij aan');
	await expect(field).toHaveAccessibleDescription(/Deze code klopt niet/);
	await field.fill(codeIn(mail).toLowerCase());
	await press(page, 'Meld mij aan');
	await expect(page.getByRole('heading', { name: 'Dag Riet' })).toBeVisible();
	await page.goto(linkIn(mail));
	await expect(
		page.getByRole('heading', { name: 'Deze link of code werkt niet meer' })
	).toBeVisible();
});

test('two people with one e-mail address are told apart by their own code', async ({ page }) => {
	const address = 'esra-en-noor@example.org';
	const codeOf = (name: string) =>
		new RegExp(`${name}: (\\w{6})`).exec(server.imported)?.[1] ?? 'no code';
	const { text } = await sink.mailTo(address, 2);
	expect(text).not.toMatch(/Noor|Esra/);
	for (const [nth, name] of [
		[1, 'Noor Jansen'],
		[2, 'Esra Kaya']
	] as const) {
		await page.context().clearCookies();
		await page.goto(linkIn(await sink.mailTo(address, nth)));
		const field = page.getByLabel('Uw persoonlijke code');
		await field.fill('222222');
		await press(page, 'Ik wil verder');
		await expect(field).toHaveAccessibleDescription(/Deze code klopt niet/);
		await expect(field).toHaveValue('');
		await field.fill(codeOf(name));
		await press(page, 'Ik wil verder');
		await expect(page.getByRole('heading', { name: `Dag ${name.split(' ')[0]}` })).toBeVisible();
	}
	await page.context().clearCookies();
	await page.goto(linkIn(await askMail(page, address)));
	await press(page, 'Meld mij aan');
	await expect(page.getByRole('heading', { name: 'Wie bent u?' })).toBeVisible();
	await page.getByLabel('Uw persoonlijke code').fill(codeOf('Esra Kaya'));
	await press(page, 'Verder');
	await expect(page.getByRole('heading', { name: 'Dag Esra' })).toBeVisible();
});

test('one sees where one is signed in, ends another device, and then all of them', async ({
	page,
	browser
}) => {
	const henk = 'henk@example.org';
	await accept(page, henk);
	const computer = await browser.newPage({ userAgent: 'Mozilla/5.0 (X11; Linux x86_64)' });
	await signIn(computer, henk);

	await page.goto(`${server.origin}/ik`);
	const list = page.getByRole('region', { name: 'Waar u bent aangemeld' });
	await expect(list.locator('strong')).toHaveText(['Computer', 'Telefoon of tablet']);
	await expect(list.getByText('(dit apparaat)')).toHaveCount(1);
	await list.getByRole('button', { name: 'Meld dit apparaat af' }).click();
	await expect(list.locator('strong')).toHaveText(['Telefoon of tablet']);
	await computer.reload();
	await expect(computer).toHaveURL(/\/inloggen\?naar=%2Fthuis$/);

	await signIn(computer, henk);
	await page.goto(`${server.origin}/ik`);
	await press(page, 'Meld mij overal af');
	await expect(page).toHaveURL(`${server.origin}/`);
	for (const one of [page, computer]) {
		await one.goto(`${server.origin}/thuis`);
		await expect(one).toHaveURL(/\/inloggen\?naar=%2Fthuis$/);
	}
	await computer.context().close();
});

test('signing out leaves nothing in the browser', async ({ page }) => {
	await accept(page, 'annie@example.org');
	await page.goto(`${server.origin}/ik`);
	const left = page.waitForResponse('**/afmelden');
	await press(page, 'Meld mij hier af');
	expect(await (await left).headerValue('clear-site-data')).toBe('"cache","cookies","storage"');
	await expect(page).toHaveURL(`${server.origin}/`);
	expect(await cookieNames(page.context())).toEqual([]);
});

test('signing in never leads to another site', async ({ page }) => {
	const mark = 'mark@example.org';
	await accept(page, mark);
	for (const [naar, ends] of [
		['https://elders.example/', '/thuis'],
		['//elders.example', '/thuis']
	] as const) {
		await page.context().clearCookies();
		const mail = await askMail(page, mark, `/inloggen?naar=${encodeURIComponent(naar)}`);
		await page.goto(linkIn(mail));
		await press(page, 'Meld mij aan');
		await expect(page).toHaveURL(server.origin + ends);
	}
});

test('a poisoned Host header never ends up in a mail', async ({ request }) => {
	const address = 'jeroen@example.org';
	await sink.mailTo(address);
	const answer = await request.post(`${server.origin}/inloggen`, {
		form: { key: crypto.randomUUID(), email: address },
		headers: {
			origin: server.origin,
			host: 'elders.example',
			'x-forwarded-host': 'elders.example',
			accept: 'text/html'
		},
		maxRedirects: 0
	});
	expect(answer.status()).toBe(303);
	expect(linkIn(await sink.mailTo(address, 2))).toContain(`${server.origin}/`);
	for (const { text } of sink.mails) expect(text).not.toContain('elders.example');
});
