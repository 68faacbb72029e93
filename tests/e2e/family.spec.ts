import { expect, test, type Locator, type Page } from '@playwright/test';
import { choose, complaintsOf, signInAs, wordsOf } from '../support/browser.ts';
import type { CaseMessageText } from '#lib/imports/message.ts';
import { sample } from '../support/case-message.ts';
import { familyOf, goalsOf, stepsOf } from '../support/sample.ts';
import { startServer } from '../support/server.ts';

let complaints: string[];
test.beforeEach(({ page }) => {
	complaints = complaintsOf(page);
});
test.afterEach(() => {
	expect(complaints).toEqual([]);
});

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { name });

/** Whether the whole of it is on the first screen, with no bar over it. */
async function expectOnFirstScreen(page: Page, part: Locator, what: string): Promise<void> {
	const box = await part.boundingBox();
	const bar = await page.getByRole('navigation', { name: 'Menu' }).boundingBox();
	const top = await page.locator('header.top').boundingBox();
	if (!box || !bar || !top) throw new Error(`${what}: not shown`);
	expect(box.y, `${what} is under the top bar`).toBeGreaterThanOrEqual(top.y + top.height);
	expect(box.y + box.height, `${what} is above the bottom bar`).toBeLessThanOrEqual(bar.y);
	expect(box.x, what).toBeGreaterThanOrEqual(0);
	expect(box.x + box.width, what).toBeLessThanOrEqual(360);
}

test.describe('the father of Piet', () => {
	test('opens the plan, signs in, and comes back to the plan', async ({ page, request }) => {
		const answer = await request.get('/plan', { maxRedirects: 0 });
		expect([answer.status(), answer.headers().location]).toEqual([303, '/inloggen?naar=%2Fplan']);
		await page.goto('/plan');
		await expect(page).toHaveURL('/inloggen?naar=%2Fplan');
		await choose(page, 'piet-vader');
		await expect(page).toHaveURL('/plan');
		await expect(heading(page, 'Ons plan')).toBeVisible();
	});

	test('reads the four steps, and goals in four groups with their number', async ({ page }) => {
		await signInAs(page, 'piet-vader');
		await page.goto('/plan');
		const numbered = page.getByRole('heading', { level: 2 }).filter({ has: page.locator('.nr') });
		await expect(numbered).toHaveText([
			/1 Wat is er aan de hand\?/,
			/2 Wat willen we bereiken\?/,
			/4 Is het gelukt\?/
		]);
		await expect(heading(page, '3 Wat is daarvoor nodig?').first()).toBeVisible();
		const inGroup = (group: string) => goalsOf('piet').filter((one) => one.group === group).length;
		await expect(page.getByText(`Nu (${inGroup('nu')})`)).toBeVisible();
		const closed = page.locator('details > summary');
		await expect(closed).toHaveText([
			`Later (${inGroup('later')})`,
			`Bereikt (${inGroup('bereikt')})`,
			`Gestopt (${inGroup('gestopt')})`
		]);
		const stopped = page.getByText('Elk weekend logeren bij opa Henk en oma Annie.');
		await expect(stopped).toBeHidden();
		await closed.last().click();
		await expect(stopped).toBeVisible();
	});

	test('reads who does each step and how far it is', async ({ page }) => {
		await signInAs(page, 'piet-vader');
		await page.goto('/plan');
		const step = (title: string) => page.getByRole('listitem').filter({ hasText: title });
		await expect(step('Elke avond om zes uur samen eten')).toHaveText(
			/Riet\s*oma van vaders kant\s*Bezig\.\s*Uiterlijk zondag 20 december\./
		);
		await expect(step('Elke dinsdag naar mijn eigen gesprek gaan')).toContainText('dat bent u');
		await expect(step('De juf vertellen op welke dagen')).toContainText('Klaar.');
		await expect(step('Het bed in elkaar zetten')).toContainText('Kan nog niet.');
		await expect(step('Samen opschrijven wat we doen')).toContainText('De datum is voorbij.');
		for (const { title } of stepsOf('piet')) await expect(page.getByText(title)).toHaveCount(1);
	});

	test('reads the kader, since when, who decided, and what it means', async ({ page }) => {
		await signInAs(page, 'piet-vader');
		await page.goto('/plan');
		const kader = page.getByRole('listitem').filter({ hasText: 'Intensieve vrijwillige hulp' });
		await expect(kader).toContainText('Sinds maandag 28 september.');
		await expect(kader).toContainText('Besloten door papa, de familie en het jeugdteam samen');
		await expect(page.getByText('Vrijwillige hulp', { exact: true })).toHaveCount(0);
		await kader.getByRole('link', { name: 'Wat betekent dit?' }).click();
		await expect(page).toHaveURL(/\/rechten\/ouder\/hulp-met-druk$/);
		await expect(page.getByRole('main')).toContainText('intensieve vrijwillige hulp');
	});

	test('has the regisseur on the first screen: name, role and a number to call', async ({
		page
	}) => {
		await signInAs(page, 'piet-vader');
		await page.goto('/thuis');
		const call = page.getByRole('link', { name: 'Bel 06 0000 0011' });
		await expect(call).toHaveAttribute('href', 'tel:0600000011');
		const parts = {
			'Uw procesregisseur': heading(page, 'Uw procesregisseur'),
			name: page.getByText('Samira el Amrani', { exact: true }),
			role: page.getByText('jeugd- en gezinswerker, Jeugdteam'),
			'working days': page.getByText('Werkt op maandag, dinsdag, donderdag en vrijdag.'),
			call,
			'what this person may decide': heading(page, 'Wat mag deze persoon beslissen?'),
			'and that it is voluntary': page.getByText('Uw regisseur mag u niet dwingen')
		};
		for (const [what, part] of Object.entries(parts)) await expectOnFirstScreen(page, part, what);
	});

	test('reads what waits, soonest first, and the first date', async ({ page }) => {
		await signInAs(page, 'piet-vader');
		await page.goto('/thuis');
		const own = stepsOf('piet')
			.filter((step) => step.owner === 'piet-vader' && step.state === 'bezig')
			.toSorted((a, b) => (a.due ?? '').localeCompare(b.due ?? ''));
		await expect(page.locator('.waiting > li strong')).toHaveText(own.map(({ title }) => title));
		await expect(page.locator('.next')).toHaveText(
			/zondag 29 november\s*Foto’s van mama uitzoeken voor mijn doos/
		);
	});

	test('reads who was regisseur before, and how many there were', async ({ page }) => {
		await signInAs(page, 'piet-vader');
		await page.goto('/thuis');
		await page.getByRole('link', { name: 'Meer over uw regisseur' }).click();
		await expect(heading(page, 'Uw regisseur')).toBeVisible();
		const { length } = familyOf('piet').regisseurs ?? [];
		await expect(page.getByText(`tot nu toe ${length} regisseurs, deze meegeteld`)).toBeVisible();
		await expect(page.locator('.earlier > li')).toHaveText(
			/Karin Smit\s*Jeugdteam\.\s*Van maandag 1 juni tot maandag 24 augustus\./
		);
		await expect(page.getByText('Karin heeft ander werk gekregen.')).toBeVisible();
	});

	test('changes the language and back, and stays on the page', async ({ page }) => {
		await signInAs(page, 'piet-vader');
		for (const path of ['/thuis', '/plan', '/thuis/regisseur', '/ik', '/plan/piet-gezin']) {
			await page.goto(path);
			await page.getByRole('link', { name: 'English' }).click();
			await expect(page).toHaveURL(`/en${path}`);
			await expect(page.locator('html')).toHaveAttribute('lang', 'en');
			await page.getByRole('link', { name: 'Nederlands' }).click();
			await expect(page).toHaveURL(path);
			await expect(page.locator('html')).toHaveAttribute('lang', 'nl');
		}
	});

	test('prints goals and steps for the fridge, without bars, worries and measures', async ({
		page
	}) => {
		await signInAs(page, 'piet-vader');
		await page.goto('/plan');
		await page.emulateMedia({ media: 'print' });
		await expect(heading(page, 'Ons plan')).toBeVisible();
		await expect(page.getByText('Het is elke dag rustig en gezellig thuis')).toBeVisible();
		await expect(page.getByText('Gordijnen naaien voor de kamer van Piet')).toBeVisible();
		for (const gone of [
			page.locator('nav.bar'),
			page.getByRole('button', { name: 'Snel weg' }),
			page.getByText('In mei is mama overleden.'),
			page.getByText('Intensieve vrijwillige hulp', { exact: true }),
			page.getByText('De hulpverlener schrijft:').first()
		])
			await expect(gone).toBeHidden();
	});

	test('finds where to sign out, change the language and see devices', async ({ page }) => {
		await signInAs(page, 'piet-vader');
		await page.goto('/thuis');
		await page.getByRole('link', { name: 'Mijn instellingen' }).click();
		await expect(page).toHaveURL('/ik');
		await page.getByRole('button', { name: 'Meld mij hier af' }).click();
		await expect(page).toHaveURL('/');
		await page.goto('/plan');
		await expect(page).toHaveURL('/inloggen?naar=%2Fplan');
	});
});

test('grandmother sees the steps that name her and no word more', async ({ page }) => {
	await signInAs(page, 'piet-oma');
	await page.goto('/plan');
	await expect(
		page.getByText('Hier staan alleen de stappen waar uw naam bij staat.')
	).toBeVisible();
	const own = stepsOf('piet').filter((step) => step.owner === 'piet-oma');
	await expect(page.locator('.steps > li > p:first-of-type')).toHaveText(
		own.map(({ title }) => title),
		{ useInnerText: true }
	);
	const words = await wordsOf(page);
	for (const step of stepsOf('piet')) {
		if (step.owner !== 'piet-oma') expect(words).not.toContain(step.title);
	}
	for (const { ownWords, professionalWords, resultWords } of goalsOf('piet')) {
		for (const other of [ownWords, professionalWords, resultWords]) {
			if (other) expect(words).not.toContain(other);
		}
	}
	for (const { ownWords } of familyOf('piet').plan?.situation ?? [])
		expect(words).not.toContain(ownWords);
	expect(words).not.toMatch(/vrijwillige hulp|kijken samen terug|Piet kiest wat we eten/);
});

test('the portal says "je" to a child and "u" to her mother, on the same pages', async ({
	page,
	context
}) => {
	for (const [person, says, never] of [
		['huizen-noor', 'Je regisseur', /\b[Uu]w?\b/],
		['huizen-moeder', 'Uw regisseur', /\b[Jj]e (regisseur|plan)\b/]
	] as const) {
		await context.clearCookies();
		await signInAs(page, person);
		for (const path of ['/thuis', '/thuis/regisseur', '/plan', '/hulp', '/rechten', '/ik']) {
			await page.goto(path);
			expect(await page.locator('html').getAttribute('lang'), path).toBe('nl');
			expect(await wordsOf(page), `${person} ${path}`).not.toMatch(never);
		}
		await page.goto('/thuis/regisseur');
		await expect(heading(page, says)).toBeVisible();
		await page.goto('/en/thuis/regisseur');
		await expect(heading(page, 'Your regisseur')).toBeVisible();
	}
});

test('a parent without gezag reads what the law lets him ask, and nothing of the child', async ({
	page
}) => {
	await signInAs(page, 'zestien-vader');
	await page.goto('/thuis');
	await expect(heading(page, 'Hier kunnen wij u nu niets laten zien')).toBeVisible();
	await expect(page.getByRole('link', { name: 'BW 1:377c' })).toBeVisible();
	for (const path of ['/thuis', '/plan', '/plan/zestien-gezin', '/thuis/regisseur']) {
		const answer = await page.goto(path);
		expect(answer?.status(), path).toBe(path === '/thuis' ? 200 : 403);
		const html = await page.content();
		expect(html, path).not.toMatch(/Yara|Hanneke|Omar|Corrie|Nadia|jeugdbeschermer/);
		for (const { title } of stepsOf('zestien')) expect(html, path).not.toContain(title);
	}
});

/** The page, with what is new at every request and the address itself taken out. */
async function comparable(page: Page, address: string): Promise<string> {
	const answer = await page.request.get(address);
	expect(answer.status(), address).toBe(404);
	const kept = { ...answer.headers(), date: '', etag: '' };
	return [JSON.stringify(kept), await answer.text()]
		.join('\n')
		.replaceAll(/nonce-[^']+|nonce="[^"]+"/g, 'nonce')
		.replaceAll(address.slice(1), 'address');
}

for (const stranger of ['huizen-moeder', 'piet-oma', 'regio-marit', 'zestien-vader']) {
	test(`for ${stranger} the plan of others is as absent as one that never was`, async ({
		page
	}) => {
		await signInAs(page, stranger);
		const others = ['piet-gezin', 'huizen-gezin', 'zestien-gezin'].filter(
			(family) => !stranger.startsWith(family.replace('gezin', ''))
		);
		for (const family of others) {
			const never = family.replace(/./g, 'x');
			expect(await comparable(page, `/plan/${family}`)).toBe(
				await comparable(page, `/plan/${never}`)
			);
		}
	});
}

test('a youth of 16 shares her part with her mother, and stops', async ({ browser, page }) => {
	const server = await startServer({}, ['zestien']);
	const hers = 'Mama en ik kunnen een middag samen zijn zonder ruzie.';
	const mother = await browser.newPage();
	const seesHers = async () => {
		await mother.goto(`${server.origin}/plan`);
		return mother.getByText(hers).isVisible();
	};
	try {
		await signInAs(page, 'zestien-yara', server.origin);
		await signInAs(mother, 'zestien-moeder', server.origin);
		expect(await seesHers()).toBe(false);

		await page.goto(`${server.origin}/ik`);
		await page.getByRole('button', { name: 'Laat Nadia meekijken' }).click();
		await expect(page.getByText('Ziet jouw deel nu.')).toHaveCount(1);
		expect(await seesHers()).toBe(true);

		await page.getByRole('button', { name: 'Stop met Nadia' }).click();
		await expect(page.getByText('Ziet jouw deel nu.')).toHaveCount(0);
		await mother.reload();
		const words = await wordsOf(mother);
		for (const goal of goalsOf('zestien')) expect(words).not.toContain(goal.ownWords);
		for (const step of stepsOf('zestien')) expect(words).not.toContain(step.title);
		// What the judge decided is told to every parent with gezag.
		expect(words).toContain('Ondertoezichtstelling (OTS)');
	} finally {
		await mother.context().close();
		await server.stop();
	}
});

test.describe('a professional with 22 families', () => {
	test('comes at her desk, and opens the plan of one of them', async ({ page }) => {
		await page.goto('/inloggen');
		await choose(page, 'regio-marit');
		await expect(page).toHaveURL('/werk');
		await expect(page.getByText('U bent regisseur van 22 gezinnen')).toBeVisible();
		await expect(page.locator('tbody tr')).toHaveCount(22);
		await page.getByRole('link', { name: 'Dennenman' }).first().click();
		await expect(heading(page, 'Ons plan')).toBeVisible();
		await expect(page).toHaveURL(/\/plan\/regio-\d+-gezin$/);
		await expect(heading(page, '3 Wat is daarvoor nodig?').first()).toBeVisible();
	});

	test('does not find the plan of a colleague’s family', async ({ page }) => {
		await signInAs(page, 'regio-marit');
		const colleagues = (sample('regio') as CaseMessageText).families.filter(({ regisseurs }) =>
			regisseurs?.every(({ person }) => person !== 'regio-marit')
		);
		expect(colleagues.length).toBeGreaterThan(10);
		for (const { id } of colleagues.slice(0, 5)) {
			const answer = await page.request.get(`/plan/${id}`);
			expect(answer.status(), id).toBe(404);
			expect(await answer.text(), id).not.toMatch(/wat is er aan de hand/i);
		}
	});
});
