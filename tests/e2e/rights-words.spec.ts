import { expect, test, type Page } from '@playwright/test';
import { NARROW } from '../support/browser.ts';
import { READING } from '../access/answers.ts';

test.use({ viewport: NARROW });

/** By post, and the answer is the page itself. */
async function look(page: Page, asked: string): Promise<void> {
	await page.getByRole('search').getByRole('textbox').fill(asked);
	await page.getByRole('button', { name: 'Zoek' }).click();
	await expect(page.getByRole('heading', { name: 'Zoeken', level: 1 })).toBeVisible();
}

test('a hard word opens its explanation in its sentence, by hand and by keyboard', async ({
	page
}) => {
	await page.goto('/rechten/ouder/meekijken');
	const word = page.locator('details.word', {
		has: page.locator('summary', { hasText: /^gezag$/ })
	});
	const explained = word.getByText('om voor een kind te zorgen');
	await expect(explained).toBeHidden();
	const paragraph = page.getByRole('paragraph').filter({ has: word });
	const before = await paragraph.boundingBox();
	await word.locator('summary').click();
	await expect(explained).toBeVisible();
	expect((await paragraph.boundingBox())?.width).toBe(before?.width);
	await word.locator('summary').focus();
	await page.keyboard.press('Enter');
	await expect(explained).toBeHidden();
	await page.keyboard.press('Space');
	await expect(explained).toBeVisible();
	const wide = await page.evaluate(() => document.documentElement.scrollWidth);
	expect(wide).toBeLessThanOrEqual(360);
});

test('a closed word breaks no line, and stays a word on paper', async ({ page }) => {
	await page.goto('/rechten/ouder/ergens-anders-wonen');
	const summary = page.locator('details.word > summary').first();
	const lines = await summary.evaluate((word) => {
		const range = document.createRange();
		const after = word.parentElement?.nextSibling;
		if (!after) return null;
		range.setStart(after, 0);
		range.setEnd(after, 1);
		return [word.getClientRects(), range.getClientRects()].map(
			(all) => all[all.length - 1]?.bottom
		);
	});
	expect(lines?.[1]).toBeCloseTo(lines?.[0] ?? 0, -1);
	await page.emulateMedia({ media: 'print' });
	await expect(summary).toBeVisible();
});

test('what people say finds what it is about, for the chosen audience first', async ({ page }) => {
	const asked: string[] = [];
	page.on('request', (request) => asked.push(request.url()));
	await page.goto('/rechten/jongere');
	await look(page, 'voogd');
	await expect(page.getByRole('term').filter({ hasText: 'jeugdbescherming' })).toBeVisible();
	const groups = page.getByRole('heading', { level: 2 });
	await expect(groups).toHaveText(['Woorden', 'Voor jongeren', 'Voor ouders']);
	await look(page, 'jeugdbeschreming');
	await expect(page.getByRole('term').first()).toHaveText('jeugdbescherming');
	expect(asked.filter((url) => /voogd|jeugdbeschr/.test(url))).toEqual([]);
	expect(page.url()).toMatch(/\/rechten\/zoeken$/);
});

test('nothing found leads to help and to the questions; nothing asked says so beside the field', async ({
	page
}) => {
	await page.goto('/woorden');
	await look(page, 'xqzvw');
	const main = page.getByRole('main');
	await expect(main.getByRole('link', { name: 'Nummers om te bellen' })).toHaveAttribute(
		'href',
		'/hulp'
	);
	await expect(main.getByRole('link', { name: /^Moet dit/ })).toHaveAttribute(
		'href',
		'/rechten/moet-dit'
	);
	await look(page, '   ');
	await expect(page.getByRole('alert')).toBeVisible();
	await expect(page.getByRole('search')).toContainText('Schrijf op wat u zoekt.');
});

test('a letter and a pair lead to their words', async ({ page }) => {
	await page.goto('/woorden');
	await page
		.getByRole('navigation', { name: 'Ga naar een letter' })
		.getByRole('link', { name: 'V' })
		.click();
	await expect(page.getByRole('heading', { name: 'V', exact: true })).toBeInViewport();
	await page.getByRole('link', { name: 'Woorden die op elkaar lijken' }).click();
	await page
		.getByRole('heading', { level: 2 })
		.getByRole('link', { name: 'voogd' })
		.first()
		.click();
	expect(page.url()).toMatch(/#w\d+$/);
	await expect(page.getByRole('term').filter({ hasText: /^voogd$/ })).toBeInViewport();
});

test('from every page, also one that is refused, help is one tap away', async ({ request }) => {
	test.setTimeout(120_000);
	const paths = Object.values(READING).flatMap((rows) => rows.map(([path]) => path));
	let pages = 0;
	for (const path of [...paths, '/nergens', '/en/nergens', '/%', '/rechten/ouder/%00']) {
		// The calendar that stands there after leaving says nothing of the portal.
		if (path.startsWith('/weg')) continue;
		const answer = await request.get(path);
		if (!answer.headers()['content-type']?.includes('text/html')) continue;
		pages += 1;
		expect(await answer.text(), path).toMatch(/href="(\/en)?\/hulp"/);
	}
	expect(pages).toBeGreaterThan(40);
	const body = 'x'.repeat(70 * 1024);
	const refused = await request.post('/rechten/zoeken', { data: body });
	expect(refused.status()).toBe(413);
	expect(await refused.text()).toContain('href="/hulp"');
});
