import { once } from 'node:events';
import { expect, test, type CDPSession, type Page } from '@playwright/test';
import { faultsOn } from '../support/axe.ts';
import { complaintsOf, cookieNames, phone } from '../support/browser.ts';
import { mailSink, type MailSink } from '../support/mail-sink.ts';
import { startProcess, startServer, type RunningServer } from '../support/server.ts';

// One journey of one professional, whose device stays the same.
test.describe.configure({ mode: 'serial', timeout: 90_000 });

const SAMIRA = 'samira@example.org';

let sink: MailSink;
let server: RunningServer;
let page: Page;
let devices: CDPSession;
let authenticatorId: string;
let complaints: string[];

/** A device with a lock that its owner opens, in the browser itself. */
async function newDevice(transport: 'internal' | 'usb'): Promise<void> {
	const options = {
		protocol: 'ctap2',
		transport,
		hasResidentKey: true,
		hasUserVerification: true,
		isUserVerified: true,
		automaticPresenceSimulation: true
	} as const;
	if (authenticatorId)
		await devices.send('WebAuthn.removeVirtualAuthenticator', { authenticatorId });
	({ authenticatorId } = await devices.send('WebAuthn.addVirtualAuthenticator', { options }));
}

test.beforeAll(async ({ browser }) => {
	sink = await mailSink();
	const asInUse = { DEMO: '0', NODE_ENV: 'development', SMTP_URL: sink.url };
	server = await startServer(asInUse, ['piet']);
	const context = await browser.newContext({ ...phone, baseURL: server.origin });
	page = await context.newPage();
	complaints = complaintsOf(page);
	devices = await page.context().newCDPSession(page);
	await devices.send('WebAuthn.enable');
	await newDevice('internal');
});
test.afterAll(async () => {
	await page.context().close();
	await server.stop();
	await sink.close();
	expect(complaints).toEqual([]);
});

/** What the one who manages the portal types. @returns the code that was printed */
async function invite(person: string, address: string): Promise<string> {
	const onTheirDay = ['--import', './tests/support/clock.ts'];
	const environment = { DATABASE_URL: `file:${server.databaseFile}`, LOG_LEVEL: 'error' };
	const args = [...onTheirDay, 'src/cli/staff.ts', 'invite', person, address];
	const command = startProcess(environment, args);
	let said = '';
	for (const stream of [command.stdout, command.stderr]) {
		stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
	}
	await once(command, 'close');
	const [, code] = /nooit per e-mail: (\w{6})/.exec(said) ?? [];
	if (!code) throw new Error(said);
	return code;
}

const linkTo = async (address: string, nth = 1) =>
	/http:\/\/localhost:\d+\/\S+/.exec((await sink.mailTo(address, nth)).text)?.[0] ?? 'no link';

const press = (name: string) => page.getByRole('button', { name }).click();

async function expectToBeAccessible(): Promise<void> {
	for (const colorScheme of ['light', 'dark'] as const) {
		await page.emulateMedia({ colorScheme });
		expect(await faultsOn(page)).toEqual([]);
	}
	await page.emulateMedia({ colorScheme: 'light' });
}

async function expectToFit(): Promise<void> {
	const sideways = await page.evaluate(
		() => document.documentElement.scrollWidth - document.documentElement.clientWidth
	);
	expect(sideways).toBeLessThanOrEqual(0);
}

test('an invitation asks the spoken code, then a key, and opens the desk', async () => {
	const code = await invite('jeugdteam-samira', SAMIRA);
	await page.goto(await linkTo(SAMIRA));
	await expect(page.getByRole('heading', { name: 'Maak uw sleutel' })).toBeVisible();
	await expectToBeAccessible();
	const field = page.getByLabel('Uw persoonlijke code');
	await field.fill('222222');
	await press('Verder');
	await expect(field).toHaveAccessibleDescription(/Deze code klopt niet/);
	await field.fill(code.toLowerCase());
	await press('Verder');
	await expect(page.getByText('Uw code klopt.')).toBeVisible();
	await expectToBeAccessible();
	await expectToFit();
	await press('Maak mijn sleutel');
	await expect(page).toHaveURL('/werk');
	await expect(page.getByRole('main')).toContainText('van Dalen');
	expect(await cookieNames(page.context())).toEqual(['__Host-sessie']);
});

test('signing out and in again takes the key and nothing else', async () => {
	await page.goto('/ik');
	await press('Meld mij hier af');
	await page.goto('/werk');
	await expect(page).toHaveURL('/inloggen?naar=%2Fwerk');
	await page.getByRole('link', { name: 'Meld u aan met uw sleutel' }).click();
	await expect(page).toHaveURL('/inloggen/sleutel?naar=%2Fwerk');
	await expectToBeAccessible();
	await expectToFit();
	await press('Meld mij aan met mijn sleutel');
	await expect(page).toHaveURL('/werk');
});

test('one sees the own keys, adds one on another device, and keeps at least one', async () => {
	await page.goto('/ik');
	const keys = page.getByRole('region', { name: 'Mijn sleutels' });
	await expect(keys.getByRole('listitem')).toHaveCount(1);
	await expect(keys.getByRole('button', { name: 'Verwijder' })).toHaveCount(0);
	await keys.getByRole('button', { name: 'Maak nog een sleutel' }).click();
	await expect(keys.getByRole('alert')).toHaveText('Op dit apparaat staat al een sleutel van u.', {
		useInnerText: true
	});
	await expectToBeAccessible();
	await newDevice('usb');
	await keys.getByRole('button', { name: 'Maak nog een sleutel' }).click();
	await expect(keys.getByRole('listitem')).toHaveCount(2);
	await expect(keys.getByText('Losse sleutel of ander apparaat')).toBeVisible();
	await expectToBeAccessible();
	await expectToFit();
	await keys.getByRole('button', { name: 'Verwijder deze sleutel' }).first().click();
	await expect(keys.getByRole('listitem')).toHaveCount(1);
	await press('Meld mij hier af');
	await page.goto('/inloggen/sleutel');
	await press('Meld mij aan met mijn sleutel');
	await expect(page).toHaveURL('/werk');
});

test('what goes wrong is told in words, and can be tried again', async () => {
	await page.goto('/ik');
	await press('Meld mij hier af');
	await page.goto('/inloggen/sleutel');
	const later = await page.context().newPage();
	await later.goto('/inloggen/sleutel');
	await later.close();
	await press('Meld mij aan met mijn sleutel');
	await expect(page.getByRole('alert').first()).toContainText('Dit duurde te lang.');
	await expectToBeAccessible();
	await devices.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false });
	await press('Meld mij aan met mijn sleutel');
	await expect(page.getByText('Het lukte niet. U stopte')).toBeVisible();
	await devices.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: true });
	await press('Meld mij aan met mijn sleutel');
	await expect(page).toHaveURL('/werk');
});

test('a mail gives a professional nothing, and says so to nobody', async () => {
	const before = sink.mails.length;
	await page.goto('/ik');
	await press('Meld mij hier af');
	await page.goto('/inloggen');
	await page.getByLabel('Uw e-mailadres').fill(SAMIRA);
	await press('Stuur mij de mail');
	await expect(page.getByRole('heading', { name: 'Kijk in uw mail' })).toBeVisible();
	await page.waitForTimeout(3_000);
	expect(sink.mails.slice(before).filter(({ to }) => to === SAMIRA)).toEqual([]);
});

test('after a loss the session ends, and the old key when the new one is there', async () => {
	await page.goto('/inloggen/sleutel');
	await press('Meld mij aan met mijn sleutel');
	await expect(page).toHaveURL('/werk');
	const code = await invite('jeugdteam-samira', SAMIRA);
	await page.reload();
	await expect(page).toHaveURL('/inloggen?naar=%2Fwerk');
	const old = authenticatorId;
	const { credentials } = await devices.send('WebAuthn.getCredentials', { authenticatorId: old });
	await newDevice('internal');
	await page.goto(await linkTo(SAMIRA, 2));
	await page.getByLabel('Uw persoonlijke code').fill(code);
	await press('Verder');
	await press('Maak mijn sleutel');
	await expect(page).toHaveURL('/werk');
	await page.goto('/ik');
	await press('Meld mij hier af');
	await newDevice('usb');
	for (const credential of credentials) {
		await devices.send('WebAuthn.addCredential', { authenticatorId, credential });
	}
	await page.goto('/inloggen/sleutel');
	await press('Meld mij aan met mijn sleutel');
	await expect(page.getByRole('alert').first()).toContainText('Met deze sleutel kunt u niet');
});

test('without JavaScript the page says what to do, and has no button that does nothing', async ({
	browser
}) => {
	const context = await browser.newContext({ javaScriptEnabled: false, baseURL: server.origin });
	const plain = await context.newPage();
	await plain.goto('/inloggen/sleutel');
	await expect(plain.getByText('Dit werkt alleen met JavaScript.')).toBeVisible();
	await expect(plain.getByRole('button', { name: 'Meld mij aan' })).toHaveCount(0);
	await expect(plain.getByRole('link', { name: 'Meld u aan met uw e-mailadres' })).toBeVisible();
	await context.close();
});

test('no other page gets the script for keys', async ({ request }) => {
	for (const [path, times] of [
		['/', 0],
		['/inloggen', 0],
		['/inloggen/sleutel', 1]
	] as const) {
		const html = await (await request.get(server.origin + path)).text();
		expect(html.match(/sleutel\.js/g) ?? [], path).toHaveLength(times);
	}
});
