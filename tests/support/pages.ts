import type { Page } from '@playwright/test';
import { become, withJim, withNobody, withQuestion } from './beside.ts';

export type PageState = {
	/** Who looks; without it, a visitor. */
	readonly person?: string;
	readonly path: string;
	readonly status?: number;
	/** What is done on the page before it is looked at. */
	readonly then?: (page: Page) => Promise<void>;
	/** A server's answer without the portal's frame around it. */
	readonly bare?: true;
};

const openDetails = (page: Page) =>
	page
		.locator('details')
		.evaluateAll((all: HTMLDetailsElement[]) => all.forEach((one) => (one.open = true)));

const askMail = async (page: Page) => {
	await page.getByLabel('Uw e-mailadres').fill(`${crypto.randomUUID()}@example.org`);
	await page.getByRole('button', { name: 'Stuur mij de mail' }).click();
	await page.waitForURL('**/inloggen/code');
};

const sendForm = (name: string) => (page: Page) => page.getByRole('button', { name }).click();

/** The youth's own plan is there: begun now, or by a page before this one. */
const beginLater = async (page: Page) => {
	const start = page.getByRole('button', { name: 'Begin mijn plan' });
	if (await start.isVisible()) await start.click();
	await page.getByRole('link', { name: 'Wie ziet wat?' }).waitFor();
};

const beginAsGuest = async (page: Page) => {
	await page.getByRole('button', { name: 'Begin', exact: true }).click();
	await page.getByRole('link', { name: /^Wonen/ }).waitFor();
	await openDetails(page);
};

const shareLater = async (page: Page, part: string) => {
	const show = page.getByRole('button', { name: `Laat zien: ${part}` });
	if (await show.isVisible()) await show.click();
	await page.getByRole('button', { name: `Stop met: ${part}` }).waitFor();
};

/** Somebody else sends a form, in a browser of their own. What is there already may be refused. */
const sendAs = async (page: Page, person: string, forms: Readonly<Record<string, object>>) => {
	const { origin } = new URL(page.url());
	const other = await page.context().browser()?.newContext({ baseURL: origin });
	if (!other) throw new Error('There is no browser.');
	const headers = { origin, accept: 'text/html' };
	await other.request.get('/inloggen');
	for (const [to, fields] of Object.entries({ '/demo/aanmelden': { persoon: person }, ...forms })) {
		const form = { key: crypto.randomUUID(), ...fields };
		await other.request.post(to, { form, headers, maxRedirects: 0 });
	}
	await other.close();
};

const giveTip = (page: Page) =>
	sendAs(page, 'zestien-tante', {
		'/later/van/zestien-yara?/tip': { form: 'wonen', field: 'stap', words: 'Vraag het aan oma' }
	});

const shareWithAunt = (page: Page) =>
	sendAs(page, 'zestien-yara', {
		'/later?/start': {},
		'/later/delen/zestien-tante?/share': { part: 'wonen', with: 'zestien-tante' }
	});

/** Every state in which somebody can find a page, by its name. */
export const PAGE_STATES: Readonly<Record<string, PageState>> = {
	start: { path: '/' },
	'start, in English': { path: '/en' },
	'signing in': { path: '/inloggen' },
	'signing in, before a private page': { path: '/inloggen?naar=%2Fplan' },
	'signing in, with a wrong address': {
		path: '/inloggen',
		then: async (page) => {
			await page.getByLabel('Uw e-mailadres').fill('piet@piet');
			await page.getByRole('button', { name: 'Stuur mij de mail' }).click();
			await page.getByRole('alert').waitFor();
		}
	},
	'waiting for the code': { path: '/inloggen', then: askMail },
	'waiting for the code, with a wrong one': {
		path: '/inloggen',
		then: async (page) => {
			await askMail(page);
			await page.getByLabel('De code uit de mail').fill('ABC DEF');
			await page.getByRole('button', { name: 'Meld mij aan' }).click();
			await page.getByRole('alert').waitFor();
		}
	},
	'code over': { path: '/inloggen/code' },
	'link over': { path: '/inloggen/link/nergens' },
	'invitation unknown': { path: '/uitnodiging/nergens' },
	'signing in with a passkey': { path: '/inloggen/sleutel' },
	'signing in with a passkey that nobody has': {
		path: '/inloggen/sleutel',
		then: async (page) => {
			await page
				.locator('form[data-passkey]')
				.evaluate((form: HTMLFormElement) => HTMLFormElement.prototype.submit.call(form));
			await page.getByText('Er klopt iets nog niet').waitFor();
		}
	},
	'invitation of a professional unknown': { path: '/inloggen/sleutel/nieuw/nergens' },
	'home of a parent': { person: 'piet-vader', path: '/thuis' },
	'home, with a stand-in': { person: 'huizen-vader', path: '/thuis' },
	'home, in English': { person: 'piet-vader', path: '/en/thuis' },
	'home of grandmother': { person: 'piet-oma', path: '/thuis' },
	'home without gezag': { person: 'zestien-vader', path: '/thuis' },
	'home of a child under 12': { person: 'huizen-milan', path: '/thuis' },
	'the whole plan': { person: 'piet-vader', path: '/plan' },
	'the whole plan, opened': { person: 'piet-vader', path: '/plan', then: openDetails },
	'the plan, only own steps': { person: 'piet-oma', path: '/plan' },
	'the plan, only a measure': { person: 'zestien-moeder', path: '/plan' },
	'the plan of two children': { person: 'huizen-moeder', path: '/plan', then: openDetails },
	'the plan of a youth': { person: 'zestien-yara', path: '/plan' },
	'the own plan, not begun': {
		person: 'piet-vader',
		path: '/plan/piet-gezin/eigen-plan',
		then: openDetails
	},
	'the own plan, to offer': {
		person: 'wijkteam-lotte',
		path: '/plan/huizen-gezin/eigen-plan',
		then: openDetails
	},
	'the own plan, to offer, without a reason': {
		person: 'wijkteam-lotte',
		path: '/plan/huizen-gezin/eigen-plan',
		then: async (page) => {
			await openDetails(page);
			await page.getByLabel('Leg het uit').fill('Nu niet.');
			await sendForm('Leg vast dat het nu niet kan')(page);
			await page.getByRole('alert').waitFor();
		}
	},
	'the own plan, being written': {
		person: 'zestien-moeder',
		path: '/plan/zestien-gezin/eigen-plan',
		then: async (page) => {
			const begin = page.getByRole('button', { name: /^Begin/ });
			if (await begin.count()) await begin.click();
			await openDetails(page);
		}
	},
	'what the regisseur will read of the own plan': {
		person: 'zestien-moeder',
		path: '/plan/zestien-gezin/eigen-plan',
		then: async (page) => {
			const begin = page.getByRole('button', { name: /^Begin/ });
			if (await begin.count()) await begin.click();
			await openDetails(page);
			await page.getByLabel('Wat willen jullie').fill('Elke dag samen eten.');
			await page
				.locator('details', { hasText: 'Schrijf een doel op' })
				.getByRole('button', { name: 'Zet erbij' })
				.click();
			await page.getByRole('link', { name: 'Kijk wat de regisseur gaat lezen' }).click();
			await page.getByRole('button', { name: 'Geef dit plan' }).waitFor();
		}
	},
	'the sheet for the fridge': { person: 'piet-vader', path: '/plan/piet-gezin/koelkast' },
	'the sheet without names': {
		person: 'huizen-moeder',
		path: '/plan/huizen-gezin/koelkast?namen=nee'
	},
	'the sheet of grandmother': { person: 'piet-oma', path: '/plan/piet-gezin/koelkast' },
	'handovers, for the regisseur': {
		person: 'jeugdteam-samira',
		path: '/plan/piet-gezin/overdracht'
	},
	'a handover, made just now': {
		person: 'jeugdteam-samira',
		path: '/plan/piet-gezin/overdracht',
		then: async (page) => {
			await page.getByLabel('Piet').check();
			await page.getByLabel('Wanneer was het gesprek?').fill('2026-11-20');
			for (const label of ['Wat is er bereikt?', 'Hoe houden jullie het veilig?'])
				await page.getByLabel(label).fill('Piet slaapt weer bij papa.');
			await page.getByLabel('Wat doen jullie als het weer misgaat?').fill('Dan bellen wij oma.');
			await page.getByLabel('Wie bellen jullie vanaf nu?').fill('Het wijkteam');
			await sendForm('Bewaar de overdracht')(page);
			await page.waitForURL(/overdracht\/./);
			await openDetails(page);
		}
	},
	'a handover, with nothing in it': {
		person: 'jeugdteam-samira',
		path: '/plan/piet-gezin/overdracht',
		then: async (page) => {
			await sendForm('Bewaar de overdracht')(page);
			await page.getByRole('alert').waitFor();
		}
	},
	handovers: { person: 'piet-vader', path: '/plan/piet-gezin/overdracht' },
	'terms, nothing written yet': { person: 'piet-vader', path: '/plan/piet-gezin/termijnen' },
	'terms, passed': {
		person: 'zestien-yara',
		path: '/plan/zestien-gezin/termijnen',
		then: async (page) => {
			await openDetails(page);
			const form = page.locator('form', { has: page.locator('[value="contact_ots"]') }).first();
			if ((await form.locator('[value="start"]').count()) === 0) return;
			await form.locator('input[type="date"]').fill('2026-10-05');
			await form.getByRole('button').click();
			await page.getByRole('heading', { name: 'Wat kun je nu doen?' }).waitFor();
			await openDetails(page);
		}
	},
	'terms, with a day that has not been': {
		person: 'huizen-moeder',
		path: '/plan/huizen-gezin/termijnen',
		then: async (page) => {
			await page.locator('details > summary').first().click();
			const day = page.locator('input[type="date"]').first();
			await day.evaluate((field: HTMLInputElement) => field.removeAttribute('max'));
			await day.fill('2099-01-01');
			await page.getByRole('button', { name: 'Bewaar deze dag' }).first().click();
			await page.getByRole('alert').waitFor();
		}
	},
	'what one thinks of the plan': {
		person: 'huizen-moeder',
		path: '/plan/huizen-gezin/stem',
		then: openDetails
	},
	'what one thinks of the plan, by a youth': {
		person: 'huizen-noor',
		path: '/plan/huizen-gezin/stem',
		then: openDetails
	},
	'what one thinks, of own steps only': {
		person: 'piet-oma',
		path: '/plan/piet-gezin/stem',
		then: openDetails
	},
	'what one thinks of a goal': {
		person: 'huizen-vader',
		path: '/plan/huizen-gezin/doel/huizen-doel-wissel/stem',
		then: openDetails
	},
	'what one thinks of a goal, without a choice': {
		person: 'huizen-vader',
		path: '/plan/huizen-gezin/doel/huizen-doel-wissel/stem',
		then: async (page) => {
			await sendForm('Bewaar mijn antwoord')(page);
			await page.getByRole('alert').waitFor();
		}
	},
	'what one thinks of a part': {
		person: 'piet-vader',
		path: '/plan/piet-gezin/stem/piet-situatie-thuis',
		then: openDetails
	},
	'facts and opinions': {
		person: 'piet-vader',
		path: '/plan/piet-gezin/feiten',
		then: openDetails
	},
	'a fact, with a request to change it': {
		person: 'jeugdteam-samira',
		path: '/plan/piet-gezin/feiten',
		then: async (page) => {
			await openDetails(page);
			await page.getByLabel('De tekst').fill('Piet miste 3 dagen school.');
			await page.getByLabel('Een feit').check();
			await page.getByLabel('Wie zei dit?').fill('de juf');
			await page.getByLabel('Op welke dag?').fill('2026-11-10');
			await page.getByRole('checkbox', { name: 'Piet' }).check();
			await sendForm('Zet dit in de lijst')(page);
			await page.getByText('Gezegd door de juf').first().waitFor();
			await openDetails(page);
		}
	},
	'facts and opinions, by the regisseur': {
		person: 'jeugdteam-samira',
		path: '/plan/piet-gezin/feiten',
		then: openDetails
	},
	'who helps': { person: 'piet-vader', path: '/plan/piet-gezin/netwerk' },
	'who helps, with a wrong line': {
		person: 'piet-vader',
		path: '/plan/piet-gezin/netwerk',
		then: async (page) => {
			await sendForm('Zet erbij')(page);
			await page.getByRole('alert').waitFor();
		}
	},
	'who helps, with a line': {
		person: 'huizen-moeder',
		path: '/plan/huizen-gezin/netwerk',
		then: async (page) => {
			await page.getByLabel('Naam van iemand anders').fill('buurvrouw Ria');
			await page.getByLabel('Waarmee helpt deze persoon?').fill('Haalt op uit school');
			await sendForm('Zet erbij')(page);
			await page.getByText('Haalt op uit school').first().waitFor();
			await openDetails(page);
		}
	},
	'who reads along': { person: 'huizen-moeder', path: '/plan/huizen-gezin/steun' },
	'who reads along, with a wrong form': {
		person: 'huizen-moeder',
		path: '/plan/huizen-gezin/steun',
		then: async (page) => {
			await sendForm('Laat meekijken')(page);
			await page.getByRole('alert').waitFor();
		}
	},
	'own settings, with what is shared': {
		person: 'zestien-yara',
		path: '/ik',
		then: async (page) => {
			const share = page.getByRole('button', { name: 'Laat Samantha meekijken' });
			if ((await share.count()) > 0) await share.click();
			await page.getByText('Ziet je deel van het plan.').first().waitFor();
			await openDetails(page);
		}
	},
	'what changed in the plan': { person: 'huizen-moeder', path: '/plan/huizen-gezin/versies' },
	'what changed, for grandmother': { person: 'piet-oma', path: '/plan/piet-gezin/versies' },
	'the plan of then': { person: 'huizen-moeder', path: '/plan/huizen-gezin/versies/1' },
	'the plan of then, only own steps': { person: 'piet-oma', path: '/plan/piet-gezin/versies/1' },
	'the plan of then, to put back': {
		person: 'wijkteam-lotte',
		path: '/plan/huizen-gezin/doel/huizen-doel-feest/wijzig',
		then: async (page) => {
			await page.getByLabel('Is het gelukt?').fill(crypto.randomUUID());
			await sendForm('Bewaar')(page);
			await page.waitForURL(/doel-feest$/);
			await page.goto(page.url().replace(/doel\/.*/, 'versies/1/terugzetten'));
			await page.getByRole('button', { name: 'Ja, zet terug' }).waitFor();
		}
	},
	'a goal of a parent': { person: 'piet-vader', path: '/plan/piet-gezin/doel/piet-doel-thuis' },
	'a goal, with marks': {
		person: 'huizen-moeder',
		path: '/plan/huizen-gezin/doel/huizen-doel-wissel',
		then: async (page) => {
			await page.getByRole('radio', { name: '7', exact: true }).check();
			await page.getByLabel('Waarom dit cijfer?').fill('Het gaat beter.');
			await sendForm('Bewaar mijn cijfer')(page);
			await page.getByRole('img').waitFor();
			await openDetails(page);
		}
	},
	'a goal, without a mark chosen': {
		person: 'huizen-moeder',
		path: '/plan/huizen-gezin/doel/huizen-doel-samen',
		then: async (page) => {
			await sendForm('Bewaar mijn cijfer')(page);
			await page.getByRole('alert').waitFor();
		}
	},
	'a goal, only own steps': { person: 'piet-oma', path: '/plan/piet-gezin/doel/piet-doel-thuis' },
	'a goal, for its regisseur': {
		person: 'wijkteam-lotte',
		path: '/plan/huizen-gezin/doel/huizen-doel-feest'
	},
	'the whole plan, for its regisseur': {
		person: 'wijkteam-lotte',
		path: '/plan/huizen-gezin',
		then: openDetails
	},
	'a new goal': { person: 'wijkteam-lotte', path: '/plan/huizen-gezin/doel/nieuw' },
	'a new goal, of an example': {
		person: 'wijkteam-lotte',
		path: '/plan/huizen-gezin/doel/nieuw?voorbeeld=10',
		then: async (page) => {
			await sendForm('Bewaar')(page);
			await page.getByRole('alert').waitFor();
			await openDetails(page);
		}
	},
	'a goal to change': {
		person: 'wijkteam-lotte',
		path: '/plan/huizen-gezin/doel/huizen-doel-samen/wijzig'
	},
	'a new step, with nothing in it': {
		person: 'wijkteam-lotte',
		path: '/plan/huizen-gezin/doel/huizen-doel-samen/stap/nieuw',
		then: async (page) => {
			await sendForm('Bewaar')(page);
			await page.getByRole('alert').waitFor();
		}
	},
	'a step to change': {
		person: 'wijkteam-lotte',
		path: '/plan/huizen-gezin/doel/huizen-doel-samen/stap/huizen-stap-zwemmen'
	},
	'a new part of the situation': {
		person: 'wijkteam-lotte',
		path: '/plan/huizen-gezin/situatie/nieuw'
	},
	'proposals, none yet': { person: 'piet-vader', path: '/plan/piet-gezin/voorstellen' },
	'a step to propose, with nothing in it': {
		person: 'huizen-moeder',
		path: '/plan/huizen-gezin/doel/huizen-doel-rust/stap/nieuw',
		then: async (page) => {
			await sendForm('Stel dit voor')(page);
			await page.getByRole('alert').waitFor();
		}
	},
	'a part of the situation to propose': {
		person: 'piet-vader',
		path: '/plan/piet-gezin/situatie/nieuw'
	},
	'proposals, with an own one': {
		person: 'huizen-moeder',
		path: '/plan/huizen-gezin/doel/huizen-doel-samen/wijzig',
		then: async (page) => {
			await page
				.getByLabel('In eigen woorden')
				.fill(`We gaan vaker zwemmen. ${crypto.randomUUID()}`);
			await sendForm('Stel dit voor')(page);
			await page.waitForURL('**/voorstellen');
			await openDetails(page);
		}
	},
	'proposals, for the regisseur': {
		person: 'wijkteam-lotte',
		path: '/plan/huizen-gezin/voorstellen'
	},
	'how help ends, for a parent': { person: 'piet-vader', path: '/plan/piet-gezin/einde' },
	'how help ends, not agreed yet': {
		person: 'wijkteam-lotte',
		path: '/plan/huizen-gezin/einde',
		then: async (page) => {
			await sendForm('Zet het plan op afgesproken')(page);
			await page.getByRole('alert').waitFor();
		}
	},
	'how help ends, to change': {
		person: 'wijkteam-lotte',
		path: '/plan/huizen-gezin/einde/wijzig'
	},
	'beside me, nobody yet': {
		person: 'zestien-yara',
		path: '/naast-mij',
		then: (page) => withNobody(page, '/naast-mij')
	},
	'beside me, somebody was asked': {
		person: 'zestien-yara',
		path: '/naast-mij',
		then: async (page) => {
			await withQuestion(page);
			await page.reload();
			await page.getByRole('button', { name: 'Neem de vraag terug' }).waitFor();
		}
	},
	'beside me, with a JIM': {
		person: 'zestien-yara',
		path: '/naast-mij',
		then: async (page) => {
			await withJim(page, 'zestien-yara', '/naast-mij');
			await openDetails(page);
		}
	},
	'beside me, just stopped': {
		person: 'zestien-yara',
		path: '/naast-mij',
		then: async (page) => {
			await withJim(page, 'zestien-yara', '/naast-mij');
			await openDetails(page);
			await sendForm('Stop nu')(page);
			await page.getByRole('heading', { name: 'Wil je nog dag zeggen?' }).waitFor();
		}
	},
	'people around me, with a mistake': {
		person: 'zestien-yara',
		path: '/naast-mij/mensen',
		then: async (page) => {
			await sendForm('Zet erbij')(page);
			await page.getByRole('alert').waitFor();
		}
	},
	'people around me, as a picture and a list': {
		person: 'zestien-yara',
		path: '/naast-mij/mensen',
		then: async (page) => {
			for (const [name, circle] of [
				['Bas van het zwemmen', 'Ver weg'],
				['oma Fatma', 'Gewoon'],
				['tante', 'Dichtbij']
			] as const) {
				const form = page.getByRole('region', { name: 'Zet iemand erbij' });
				await form.getByLabel('Naam').fill(name);
				await form.getByLabel(circle).check();
				await sendForm('Zet erbij')(page);
				await page.getByText(name, { exact: true }).last().waitFor();
			}
			await openDetails(page);
		}
	},
	'people around me, a question': { person: 'zestien-yara', path: '/naast-mij/denken/2' },
	'people around me, a pause': { person: 'zestien-yara', path: '/naast-mij/denken/klaar' },
	'asking for a JIM': {
		person: 'zestien-yara',
		path: '/naast-mij',
		then: (page) => withNobody(page, '/naast-mij/vragen')
	},
	'asking for a JIM, without a name': {
		person: 'zestien-yara',
		path: '/naast-mij',
		then: async (page) => {
			await withNobody(page, '/naast-mij/vragen');
			await sendForm('Maak een link')(page);
			await page.getByRole('alert').waitFor();
		}
	},
	'asking for a JIM, the link and the code': {
		person: 'zestien-yara',
		path: '/naast-mij',
		then: async (page) => {
			await withNobody(page, '/naast-mij/vragen');
			await page.getByLabel('Hoe noem jij deze persoon?').fill('mijn tante');
			await sendForm('Maak een link')(page);
			await page.locator('.code').waitFor();
		}
	},
	'asked as a JIM': {
		person: 'zestien-yara',
		path: '/naast-mij',
		then: async (page) => {
			const { path } = await withQuestion(page);
			await page.context().clearCookies();
			await page.goto(new URL(path, page.url()).href);
			await page.getByRole('heading', { name: 'Een jongere vraagt u iets' }).waitFor();
		}
	},
	'asked as a JIM, with mistakes': {
		person: 'zestien-yara',
		path: '/naast-mij',
		then: async (page) => {
			const { path } = await withQuestion(page);
			await page.context().clearCookies();
			await page.goto(new URL(path, page.url()).href);
			await page.getByLabel('Ja, ik wil dit').check();
			await sendForm('Geef uw antwoord')(page);
			await page.getByRole('alert').waitFor();
		}
	},
	'asked as a JIM, signed in': {
		person: 'zestien-yara',
		path: '/naast-mij',
		then: async (page) => {
			const { path } = await withQuestion(page);
			await become(page, 'zestien-tante');
			await page.goto(new URL(path, page.url()).href);
			await page.getByText('U bent aangemeld.').waitFor();
		}
	},
	'asked as a JIM, and said no': {
		person: 'zestien-yara',
		path: '/naast-mij',
		then: async (page) => {
			const { path } = await withQuestion(page);
			await page.context().clearCookies();
			await page.goto(new URL(path, page.url()).href);
			await page.getByLabel('Nee', { exact: true }).check();
			await sendForm('Geef uw antwoord')(page);
			await page.getByRole('heading', { name: 'U zei nee' }).waitFor();
		}
	},
	'asked as a JIM, a link that is over': { path: '/uitnodiging/naast/nergens' },
	'beside me, what the JIM sees': {
		person: 'zestien-yara',
		path: '/naast-mij',
		then: async (page) => {
			await withJim(page, 'zestien-yara', '/naast-mij/delen/[jim]');
			await openDetails(page);
		}
	},
	'beside somebody, all of them': {
		person: 'zestien-yara',
		path: '/naast-mij',
		then: (page) => withJim(page, 'zestien-tante', '/naast-mij')
	},
	'beside somebody': {
		person: 'zestien-yara',
		path: '/naast-mij',
		then: async (page) => {
			await withJim(page, 'zestien-tante', '/naast-mij/voor/[jim]');
			await openDetails(page);
		}
	},
	'beside somebody, a view without words': {
		person: 'zestien-yara',
		path: '/naast-mij',
		then: async (page) => {
			await withJim(page, 'zestien-tante', '/naast-mij/voor/[jim]');
			await page.getByRole('button', { name: 'Bewaar' }).first().click();
			await page.getByRole('alert').waitFor();
		}
	},
	'beside somebody, on the first page': {
		person: 'zestien-yara',
		path: '/naast-mij',
		then: (page) => withJim(page, 'zestien-tante', '/thuis')
	},
	'notes with the JIM': {
		person: 'zestien-yara',
		path: '/naast-mij',
		then: async (page) => {
			await withJim(page, 'zestien-yara', '/naast-mij/briefjes/[jim]');
			await page.getByText('Het ging goed vandaag.').waitFor();
			await sendForm('Zet neer')(page);
			await page.getByRole('alert').waitFor();
		}
	},
	'notes with the youth, before the first': {
		person: 'zestien-yara',
		path: '/naast-mij',
		then: (page) => withJim(page, 'zestien-tante', '/naast-mij/briefjes/[jim]')
	},
	'the JIM of a child, for a parent': {
		person: 'zestien-yara',
		path: '/naast-mij',
		then: async (page) => {
			await withJim(page, 'zestien-moeder', '/naast-mij/bij/[jim]');
			await sendForm('Bewaar wat u vindt')(page);
			await page.getByRole('alert').waitFor();
		}
	},
	'the first talk with a JIM': {
		person: 'zestien-yara',
		path: '/naast-mij',
		then: (page) => withJim(page, 'zestien-yara', '/naast-mij/gesprek/[jim]')
	},
	'the first talk with a JIM, for the regisseur': {
		person: 'zestien-yara',
		path: '/naast-mij',
		then: async (page) => {
			await withJim(page, 'gi-hanneke', '/naast-mij/gesprek/[jim]');
			await page.getByRole('button', { name: 'Zet erbij' }).first().click();
			await page.getByRole('alert').waitFor();
		}
	},
	'JIM and how it goes, for the regisseur': {
		person: 'zestien-yara',
		path: '/naast-mij',
		then: (page) => withJim(page, 'gi-hanneke', '/werk/zestien-gezin')
	},
	'what help is worth': { person: 'piet-vader', path: '/mening' },
	'what help is worth, all questions': { person: 'piet-vader', path: '/mening/piet-gezin/end' },
	'what help is worth, a youth': { person: 'zestien-yara', path: '/mening' },
	'what help is worth, a grade with pictures': {
		person: 'zestien-yara',
		path: '/mening/zestien-gezin/halfway/use'
	},
	'what help is worth, a step with pictures': {
		person: 'zestien-yara',
		path: '/mening/zestien-gezin/halfway/goals'
	},
	'what help is worth, a JIM': {
		person: 'zestien-yara',
		path: '/naast-mij',
		then: (page) => withJim(page, 'zestien-tante', '/mening')
	},
	'what help is worth, all questions to a JIM': {
		person: 'zestien-yara',
		path: '/naast-mij',
		then: (page) => withJim(page, 'zestien-tante', '/mening/naast/[jim]/end')
	},
	'what help is worth, to a JIM with pictures': {
		person: 'zestien-yara',
		path: '/naast-mij',
		then: (page) => withJim(page, 'zestien-tante', '/mening/naast/[jim]/end/goals')
	},
	'what help is worth, answered': { person: 'piet-vader', path: '/mening/klaar' },
	'a grade for the provider': { person: 'piet-vader', path: '/mening/piet-gezin/cijfer' },
	'a grade for the provider, without a yes': {
		person: 'piet-vader',
		path: '/mening/piet-gezin/cijfer',
		then: async (page) => {
			await page.getByRole('button', { name: 'Geef dit door' }).click();
			await page.getByText('Zet hier een vinkje').first().waitFor();
		}
	},
	'a grade for the provider, to a youth': {
		person: 'zestien-yara',
		path: '/mening/zestien-gezin/cijfer'
	},
	'a story about help': { person: 'piet-vader', path: '/mening/piet-gezin/verhaal' },
	'a story about help, with danger in it': {
		person: 'piet-vader',
		path: '/mening/piet-gezin/verhaal',
		then: async (page) => {
			await page.getByLabel('Het verhaal').fill('Ik ben bang thuis.');
			await sendForm('Verstuur het verhaal')(page);
			await page.getByRole('heading', { name: 'Is er nu gevaar?' }).waitFor();
		}
	},
	'the open form of a region': { path: '/mening/regio/haaglanden' },
	'the open form of a region, questions': { path: '/mening/regio/haaglanden/parent/open' },
	'later, not begun': { person: 'zestien-yara', path: '/later' },
	'later, own plan': { person: 'zestien-yara', path: '/later', then: beginLater },
	'later, a domain': {
		person: 'zestien-yara',
		path: '/later',
		then: async (page) => {
			await beginLater(page);
			await page.goto(new URL('/later/wonen', page.url()).href);
			await openDetails(page);
		}
	},
	'later, the timeline': {
		person: 'zestien-yara',
		path: '/later',
		then: async (page) => {
			await beginLater(page);
			await page.goto(new URL('/later/tijdlijn', page.url()).href);
			await page.locator('main details').first().locator('summary').click();
		}
	},
	'later, the timeline, further on': {
		person: 'zestien-yara',
		path: '/later',
		then: async (page) => {
			await beginLater(page);
			await page.goto(new URL('/later/tijdlijn', page.url()).href);
			await page.getByRole('link', { name: 'Rond je 18e' }).click();
			await page.locator('#lijst details').first().locator('summary').click();
			// What lies half under a bar is no smaller for it.
			await page.evaluate(() => scrollTo(0, 0));
		}
	},
	'later, the basics': {
		person: 'zestien-yara',
		path: '/later',
		then: async (page) => {
			await beginLater(page);
			await page.goto(new URL('/later/basis', page.url()).href);
			await page.getByRole('button', { name: 'Maak een link' }).first().click();
			await page.getByRole('alert').waitFor();
			await openDetails(page);
		}
	},
	'later, who sees what': {
		person: 'zestien-yara',
		path: '/later',
		then: async (page) => {
			await beginLater(page);
			await page.goto(new URL('/later/delen', page.url()).href);
		}
	},
	'later, what the aunt sees': {
		person: 'zestien-yara',
		path: '/later',
		then: async (page) => {
			await beginLater(page);
			await page.goto(new URL('/later/delen/zestien-tante', page.url()).href);
			await shareLater(page, 'Wonen');
		}
	},
	'later, a tip for the youth': {
		person: 'zestien-yara',
		path: '/later',
		then: async (page) => {
			await beginLater(page);
			await page.goto(new URL('/later/delen/zestien-tante', page.url()).href);
			await shareLater(page, 'Wonen');
			await giveTip(page);
			await page.goto(new URL('/later/tips', page.url()).href);
			await openDetails(page);
		}
	},
	'later, no tip': {
		person: 'zestien-yara',
		path: '/later',
		then: async (page) => {
			await beginLater(page);
			await page.goto(new URL('/later/tips', page.url()).href);
			const aside = page.getByRole('button', { name: 'Leg weg' });
			while ((await aside.count()) > 0) await aside.first().click();
			await page.getByText('Er ligt nu geen tip voor je.').waitFor();
		}
	},
	'later, to give a tip': {
		person: 'zestien-tante',
		path: '/thuis',
		then: async (page) => {
			await shareWithAunt(page);
			await page.goto(new URL('/later/van/zestien-yara', page.url()).href);
			await openDetails(page);
		}
	},
	'later, a tip without words': {
		person: 'zestien-tante',
		path: '/thuis',
		then: async (page) => {
			await shareWithAunt(page);
			await page.goto(new URL('/later/van/zestien-yara', page.url()).href);
			await openDetails(page);
			await page.getByRole('button', { name: 'Stuur de tip' }).click();
			await page.getByRole('alert').waitFor();
		}
	},
	'plans for later, for the regisseur': { person: 'gi-hanneke', path: '/werk/zestien-gezin/later' },
	'plans for later, a day to come': {
		person: 'gi-hanneke',
		path: '/werk/zestien-gezin/later',
		then: async (page) => {
			await page.getByLabel('Op welke dag?').fill('2027-01-01');
			await page.getByRole('button', { name: 'Zet erbij' }).click();
			await page.getByRole('alert').waitFor();
		}
	},
	'plans for later, nobody of that age': {
		person: 'jeugdteam-samira',
		path: '/werk/piet-gezin/later'
	},
	'later, to take along': {
		person: 'zestien-yara',
		path: '/later',
		then: async (page) => {
			await beginLater(page);
			await page.goto(new URL('/later/meenemen?deel=wonen&deel=basis', page.url()).href);
		}
	},
	'later, writing without internet': {
		person: 'zestien-yara',
		path: '/later',
		then: async (page) => {
			await beginLater(page);
			await page.goto(new URL('/later/toestel', page.url()).href);
		}
	},
	'later, writing without internet is on': {
		person: 'zestien-yara',
		path: '/later',
		then: async (page) => {
			await beginLater(page);
			await page.goto(new URL('/later/toestel', page.url()).href);
			await page.getByRole('button', { name: 'Zet aan op dit toestel' }).click();
			await page.getByRole('button', { name: 'Zet uit op dit toestel' }).waitFor();
		}
	},
	'later, with pictures': {
		person: 'zestien-yara',
		path: '/later',
		then: async (page) => {
			await beginLater(page);
			await page.goto(new URL('/later/plaatjes', page.url()).href);
		}
	},
	'later, one question with pictures': {
		person: 'zestien-yara',
		path: '/later',
		then: async (page) => {
			await beginLater(page);
			await page.goto(new URL('/later/plaatjes/wonen/wens', page.url()).href);
		}
	},
	'without an account, not begun': { path: '/begin' },
	'without an account': { path: '/begin', then: beginAsGuest },
	'without an account, a domain': {
		path: '/begin',
		then: async (page) => {
			await beginAsGuest(page);
			await page.getByRole('link', { name: /^Wonen/ }).click();
			await openDetails(page);
		}
	},
	'asked to stay, a link that is over': { path: '/gevraagd/nergens' },
	'how a measure ends': { person: 'zestien-moeder', path: '/plan/zestien-gezin/einde' },
	'a new exit condition': { person: 'gi-hanneke', path: '/plan/zestien-gezin/voorwaarde/nieuw' },
	regisseur: { person: 'piet-vader', path: '/thuis/regisseur' },
	'own settings': { person: 'piet-vader', path: '/ik' },
	'own settings, with sharing': { person: 'zestien-yara', path: '/ik' },
	'own settings, with a form too old': {
		person: 'piet-vader',
		path: '/ik',
		then: async (page) => {
			await page
				.locator('form[action="?/language"] input[name="key"]')
				.evaluate((field: HTMLInputElement) => (field.value = 'old'));
			await sendForm('Bewaar mijn taal')(page);
			await page.getByRole('alert').waitFor();
		}
	},
	'meetings of a parent': { person: 'piet-vader', path: '/plan/piet-gezin/overleg' },
	'meetings, to be planned': {
		person: 'jeugdteam-samira',
		path: '/plan/piet-gezin/overleg',
		then: openDetails
	},
	'planning a meeting, with mistakes': {
		person: 'jeugdteam-samira',
		path: '/plan/piet-gezin/overleg',
		then: async (page) => {
			await openDetails(page);
			await page.getByLabel('Welke dag?').fill('2020-01-01');
			await page.getByLabel('Hoe laat?').fill('10:00');
			await sendForm('Plan dit overleg')(page);
			await page.getByRole('alert').waitFor();
		}
	},
	'a meeting, as the regisseur': {
		person: 'jeugdteam-samira',
		path: '/plan/piet-gezin/overleg',
		then: async (page) => {
			await openDetails(page);
			await page.getByLabel('Welke dag?').fill('2027-11-02');
			await page.getByLabel('Hoe laat?').fill('10:00');
			await page.locator('[name=children]').first().check();
			for (const box of await page.locator('[name=invited]').all()) await box.check();
			await sendForm('Plan dit overleg')(page);
			await page.waitForURL(/overleg\/./);
			await openDetails(page);
		}
	},
	'questions to the regisseur': { person: 'piet-vader', path: '/plan/piet-gezin/vragen' },
	'a question': {
		person: 'piet-oma',
		path: '/plan/piet-gezin/vragen',
		then: async (page) => {
			await page.getByLabel('Wat wilt u vragen?').fill('Wanneer belt u?');
			await sendForm('Stuur mijn vraag')(page);
			await page.waitForURL(/vragen\/./);
		}
	},
	'talked about without the family': {
		person: 'piet-vader',
		path: '/plan/piet-gezin/besproken'
	},
	'writing down what was said': {
		person: 'jeugdteam-samira',
		path: '/plan/piet-gezin/besproken'
	},
	'help now': { path: '/hulp' },
	'help now, for a youth': { path: '/hulp/jongere' },
	'help in a region': { path: '/hulp/rijnmond' },
	'help in a region, in English': { path: '/en/hulp/haaglanden' },
	'the help of a region, for its administrator': {
		person: 'wijkteam-erik',
		path: '/beheer/hulp/rijnmond',
		then: openDetails
	},
	'the help of a region, with a wrong form': {
		person: 'wijkteam-erik',
		path: '/beheer/hulp/rijnmond',
		then: async (page) => {
			await sendForm('Zet in de lijst')(page);
			await page.getByRole('alert').waitFor();
		}
	},
	'stories to check': { person: 'jeugdteam-karin', path: '/beheer/verhalen/haaglanden' },
	'own regions': { person: 'wijkteam-erik', path: '/beheer/hulp' },
	words: { path: '/woorden' },
	'words that look alike': { path: '/woorden/op-elkaar' },
	'words, in English': { path: '/en/woorden' },
	'an article with its words opened': {
		path: '/rechten/ouder/ergens-anders-wonen',
		then: openDetails
	},
	'looking for something': { path: '/rechten/zoeken' },
	'looking for nothing': {
		path: '/rechten/zoeken',
		then: async (page) => {
			await sendForm('Zoek')(page);
			await page.getByRole('alert').waitFor();
		}
	},
	'something found': {
		path: '/rechten/jongere',
		then: async (page) => {
			await page.locator('#words').fill('voogd');
			await sendForm('Zoek')(page);
			await page.getByRole('heading', { name: 'Woorden' }).waitFor();
		}
	},
	'nothing found': {
		path: '/rechten/zoeken',
		then: async (page) => {
			await page.locator('#words').fill('xqzvw');
			await sendForm('Zoek')(page);
			await page.getByText('Wij vonden niets').waitFor();
		}
	},
	safety: { path: '/veilig' },
	'larger text': { path: '/lezen' },
	'larger text, with a wrong choice': {
		path: '/lezen',
		then: async (page) => {
			const first = page.locator('[name=text]').first();
			await first.evaluate((one: HTMLInputElement) => (one.value = 'huge'));
			await first.check();
			await sendForm('Bewaar')(page);
			await page.getByText('Kies iets uit de lijst.').waitFor();
		}
	},
	'without internet': { path: '/zonder-internet' },
	rights: { path: '/rechten' },
	'subjects for parents': { path: '/rechten/ouder' },
	'subjects for youths': { path: '/rechten/jongere' },
	'an article for parents': { path: '/rechten/ouder/hulp-met-druk' },
	'an article for youths': { path: '/rechten/jongere/meekijken' },
	'an article in English': { path: '/en/rechten/ouder/meekijken' },
	'moet dit?': { path: '/rechten/moet-dit' },
	'moet dit?, answered by a parent': {
		path: '/rechten/moet-dit',
		then: async (page) => {
			await page.locator('[name="who"][value="ouder"]').check();
			for (const value of ['druk', 'tafel']) await page.locator(`[value="${value}"]`).check();
			await page.locator('[name="region"][value="haaglanden"]').check();
			await sendForm('Laat zien wat moet')(page);
			await page.getByText('Wij hebben niets bewaard.').waitFor();
		}
	},
	'moet dit?, answered by a child, with a measure': {
		path: '/en/rechten/moet-dit',
		then: async (page) => {
			await page.locator('[name="who"][value="jongere"]').check();
			await page.locator('[name="age"][value="under12"]').check();
			for (const value of ['ots', 'vrijwillig']) await page.locator(`[value="${value}"]`).check();
			await sendForm('Show what has to be done')(page);
			await page.getByText('We kept nothing.').waitFor();
		}
	},
	'the rights that hold now, of a parent': { person: 'zestien-moeder', path: '/rechten/nu' },
	'the rights that hold now, of a youth': { person: 'zestien-yara', path: '/rechten/nu' },
	'the desk': { person: 'wijkteam-lotte', path: '/werk' },
	'the desk, nothing found': {
		person: 'wijkteam-lotte',
		path: '/werk',
		then: async (page) => {
			await page.getByLabel('Zoek een gezin op naam').fill('niemand');
			await sendForm('Zoek')(page);
			await page.getByText('Geen van uw gezinnen gevonden.').waitFor();
		}
	},
	'who looks after a family': { person: 'jeugdteam-samira', path: '/werk/piet-gezin' },
	'who looks after a family, with a form that is not filled in': {
		person: 'wijkteam-lotte',
		path: '/werk/huizen-gezin',
		then: async (page) => {
			await sendForm('Vraag mijn collega')(page);
			await page.getByRole('alert').waitFor();
		}
	},
	refused: { person: 'zestien-vader', path: '/plan', status: 403 },
	'not found': { path: '/nergens', status: 404 },
	'not found, signed in': { person: 'piet-vader', path: '/plan/nergens', status: 404 },
	calendar: { path: '/weg', bare: true },
	'the council': { person: 'raad-amina', path: '/raad/wijkteam-rijnmond' },
	'the council, an advice without words': {
		person: 'raad-amina',
		path: '/raad/wijkteam-rijnmond',
		then: async (page) => {
			await sendForm('Stuur het advies')(page);
			await page.getByRole('alert').waitFor();
		}
	},
	'a table of the council': {
		person: 'raad-amina',
		path: '/raad/wijkteam-rijnmond/2026-Q3/use.parent.ageBand'
	},
	'a table of the council, most of it hidden': {
		person: 'raad-joost',
		path: '/raad/wijkteam-rijnmond/2026-Q3/dropout.registration.kader'
	},
	'a table of what the portal keeps': {
		person: 'raad-amina',
		path: '/raad/wijkteam-rijnmond/2026-Q3/later-at-17.system.total'
	},
	'a table of the council, in English': {
		person: 'raad-amina',
		path: '/en/raad/wijkteam-rijnmond/2026-Q3/use.parent.region'
	},
	'a table that is not there': {
		person: 'raad-amina',
		path: '/raad/wijkteam-rijnmond/2026-Q4/use.parent.total',
		status: 404
	},
	'the council, an advice with a name in it': {
		person: 'raad-amina',
		path: '/raad/wijkteam-rijnmond',
		then: async (page) => {
			await page.getByLabel('Waar gaat het over?').selectOption({ index: 1 });
			await page.getByLabel('Wat zien jullie?').fill('Samira komt laat.');
			await page.getByLabel('Wat adviseren jullie?').fill('Kom op maandag.');
			await page.getByLabel('Wanneer willen jullie een antwoord?').fill('2027-01-31');
			await page.getByRole('button', { name: 'Stuur het advies' }).click();
			await page.getByLabel('Dit gaat niet over één gezin').waitFor();
		}
	},
	'what was done with it': { path: '/gedaan/wijkteam-rijnmond' }
};
