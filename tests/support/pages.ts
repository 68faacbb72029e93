import type { Page } from '@playwright/test';

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

const openDetails = async (page: Page) => {
	for (const summary of await page.locator('details > summary').all()) await summary.click();
};

const askMail = async (page: Page) => {
	await page.getByLabel('Uw e-mailadres').fill(`${crypto.randomUUID()}@example.org`);
	await page.getByRole('button', { name: 'Stuur mij de mail' }).click();
	await page.waitForURL('**/inloggen/code');
};

const sendForm = (name: string) => (page: Page) => page.getByRole('button', { name }).click();

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
	'help now': { path: '/hulp' },
	safety: { path: '/veilig' },
	rights: { path: '/rechten' },
	'the desk': { person: 'wijkteam-lotte', path: '/werk' },
	refused: { person: 'zestien-vader', path: '/plan', status: 403 },
	'not found': { path: '/nergens', status: 404 },
	'not found, signed in': { person: 'piet-vader', path: '/plan/nergens', status: 404 },
	calendar: { path: '/weg', bare: true }
};
