import { createClient } from '@libsql/client';
import { expect, test, type Page } from '@playwright/test';
import {
	complaintsOf,
	privateText,
	privateWords,
	signInAs,
	wholeBrowser
} from '../support/browser.ts';
import { mailSink, type MailSink } from '../support/mail-sink.ts';
import { freePort, startServer, type RunningServer } from '../support/server.ts';
import { slowLine, type SlowLine } from '../support/slow-line.ts';

// Back is tried as people have it.
test.use({ launchOptions: wholeBrowser });

let sink: MailSink;
let server: RunningServer;
let line: SlowLine;
test.beforeAll(async () => {
	sink = await mailSink();
	const port = await freePort();
	const settings = { SMTP_URL: sink.url, ORIGIN: `http://localhost:${port}` };
	server = await startServer(settings, ['piet', 'zestien']);
	line = await slowLine(port, () => server.port);
});
test.beforeEach(() => line.delay(0));
test.afterAll(async () => {
	await line.close();
	await server.stop();
	await sink.close();
});

async function count(rows: string): Promise<number> {
	const database = createClient({ url: `file:${server.databaseFile}` });
	const { rows: found } = await database.execute(`SELECT count(*) AS n FROM ${rows}`);
	database.close();
	return Number(found[0]?.n);
}

/** What arrives at the server from now on. */
function sentBy(page: Page): string[] {
	const sent: string[] = [];
	page.on('request', (request) => {
		if (request.method() === 'POST') sent.push(request.url());
	});
	return sent;
}

/** Taps again and again, as one does when nothing seems to happen. */
async function tapOften(page: Page, name: string): Promise<void> {
	const button = page.getByRole('button', { name });
	const box = await button.boundingBox();
	if (!box) throw new Error(`${name} is not shown`);
	const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
	for (let tap = 1; tap <= 3; tap++) {
		await page.mouse.click(x, y);
		await page.waitForTimeout(150);
	}
}

test('tapping three times asks for one mail', async ({ page }) => {
	const complaints = complaintsOf(page);
	const address = `henk@example.org`;
	// The invitation comes first; the mail for signing in would be its second.
	await expect.poll(() => sink.mails.length, { timeout: 15_000 }).toBeGreaterThan(5);
	const before = await count('sign_in_request');
	await page.goto(`${server.origin}/inloggen`);
	await page.getByLabel('Uw e-mailadres').fill(address);
	await page.getByLabel('Uw e-mailadres').blur();
	await page.getByRole('button', { name: 'Stuur mij de mail' }).scrollIntoViewIfNeeded();
	const sent = sentBy(page);
	line.delay(1_000);
	await tapOften(page, 'Stuur mij de mail');
	await expect(page.getByRole('heading', { name: 'Kijk in uw mail' })).toBeVisible();
	await page.waitForTimeout(4_000);
	expect(sent.length).toBeGreaterThan(1);
	expect(await count('sign_in_request')).toBe(before + 1);
	expect(await count(`outbox WHERE kind = 'sign-in'`)).toBe(before + 1);
	expect(complaints).toEqual([]);
});

test('tapping three times shares once', async ({ page }) => {
	await signInAs(page, 'zestien-yara', server.origin);
	const before = await count(`audit_entry WHERE ability = 'share.start'`);
	const [shown, stopped] = ['Laat Nadia meekijken', 'Stop met Nadia'];
	await page.goto(`${server.origin}/ik`);
	const button = page.getByRole('button', { name: shown });
	await button.scrollIntoViewIfNeeded();
	const sent = sentBy(page);
	line.delay(1_000);
	await tapOften(page, shown);
	await expect(page.getByRole('button', { name: stopped })).toBeVisible();
	await page.waitForTimeout(1_500);
	expect(sent.length).toBeGreaterThan(1);
	expect(await count('share WHERE ended_at IS NULL')).toBe(1);
	expect(await count(`audit_entry WHERE ability = 'share.start'`)).toBe(before + 1);
	line.delay(0);
	await page.getByRole('button', { name: stopped }).click();
	await expect(button).toBeVisible();
	expect(await count('share WHERE ended_at IS NULL')).toBe(0);
});

test('Back after signing out shows nothing of before', async ({ page }) => {
	await signInAs(page, 'piet-vader', server.origin);
	for (const path of ['/thuis', '/thuis/regisseur', '/plan', '/ik']) {
		await page.goto(server.origin + path);
	}
	await page.getByRole('button', { name: 'Meld mij hier af' }).click();
	await expect(page).toHaveURL(`${server.origin}/`);
	for (let step = 1; step <= 5; step++) {
		await page.goBack({ timeout: 5_000 }).catch(() => null);
		expect(await privateWords(page).isVisible(), `Back ${step}, at once`).toBe(false);
		await expect(page.getByRole('main')).toBeVisible();
		const html = await page.content();
		expect(html, `Back ${step}`).not.toMatch(privateText);
		expect(html, `Back ${step}`).not.toMatch(
			/Dag Rob|Intensieve vrijwillige|Waar u bent aangemeld/
		);
	}
});
