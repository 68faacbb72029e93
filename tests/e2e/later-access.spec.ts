import { expect, test, type APIRequestContext, type Browser } from '@playwright/test';
import { startServer, type RunningServer } from '../support/server.ts';

/**
 * Who sees what of a plan for later, over http, at the ages at which it changes. Yara was born on
 * 14 February 2010; Omar was her regisseur until 1 June 2026; Hanneke helps
 * since she came in care.
 */
const PEOPLE = [
	'zestien-moeder',
	'zestien-vader',
	'zestien-pleegmoeder',
	'zestien-pleegvader',
	'zestien-tante',
	'gi-omar',
	'gi-hanneke'
] as const;
type Name = (typeof PEOPLE)[number];

const AGES: readonly (readonly [age: string, at: string, nobody: readonly Name[]])[] = [
	// Under 16 a parent without gezag sees nothing, also when she would want it.
	['15 years and 364 days', '2026-02-13T22:30:00Z', ['zestien-vader']],
	['16', '2026-02-13T23:00:30Z', []],
	['17 years and 364 days', '2028-02-13T22:30:00Z', ['gi-omar']],
	['18', '2028-02-13T23:00:30Z', ['gi-omar']]
];

const DOMAINS = ['mensen', 'wonen', 'school', 'geld', 'gezondheid'];
/** What stands on the page of somebody who sees a part, and on no page of who does not. */
const MARKS: Readonly<Record<string, string>> = {
	...Object.fromEntries(DOMAINS.map((domain) => [domain, `geheim van ${domain}`])),
	tijdlijn: 'Wat verandert wanneer',
	basis: 'Mijn basis op orde'
};
const ANY_MARK = /geheim van|Wat verandert wanneer|Mijn basis op orde/;

const SHARED = '/later/van/zestien-yara';
const ADDRESSES = [
	SHARED,
	'/later/van/nergens',
	`${SHARED}/__data.json?x-sveltekit-invalidated=01`,
	'/later',
	'/later/wonen',
	'/later/tijdlijn',
	'/later/basis',
	'/later/delen',
	'/later/tips',
	'/later/meenemen?deel=wonen',
	'/later/meenemen/alles.json',
	'/later/meenemen/blad.html?deel=wonen',
	'/later/meenemen/blad.pdf?deel=wonen',
	'/later/tijdlijn/agenda.ics',
	'/later/toestel',
	'/thuis',
	'/ik',
	'/plan'
];

let server: RunningServer;
test.describe.configure({ timeout: 480_000 });
test.afterEach(async () => {
	await server.stop();
});

/** The requests of somebody who is signed in. */
async function requestsOf(browser: Browser, person: string): Promise<APIRequestContext> {
	const { request } = await browser.newContext({ baseURL: server.origin });
	await request.get('/inloggen');
	expect((await post(request, '/demo/aanmelden', { persoon: person })).status(), person).toBe(303);
	return request;
}

const post = (request: APIRequestContext, to: string, form: Record<string, string>) =>
	request.post(to, {
		form: { key: crypto.randomUUID(), ...form },
		// As a browser that sends a form: a script would get the answer as data.
		headers: { origin: server.origin, accept: 'text/html' },
		maxRedirects: 0,
		failOnStatusCode: false
	});

/** An answer without what differs in each: the key of a form, and the id in links to other languages. */
async function answerTo(request: APIRequestContext, address: string): Promise<string> {
	const answer = await request.get(address, { failOnStatusCode: false });
	const text = (await answer.text())
		.replaceAll(/zestien-yara|nergens/g, 'x')
		.replace(/nonce[=-]["']?[A-Za-z0-9+/=]+/g, '')
		.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '');
	return `${answer.status()} ${text}`;
}

async function everything(request: APIRequestContext): Promise<string[]> {
	const answers = [];
	for (const address of ADDRESSES) answers.push(await answerTo(request, address));
	return answers;
}

for (const [age, at, nobody] of AGES) {
	test(`at ${age}: what is not shared has the bytes of what is not there`, async ({ browser }) => {
		server = await startServer({ CLOCK_AT: at }, ['zestien']);
		const yara = await requestsOf(browser, 'zestien-yara');
		const people = new Map<Name, APIRequestContext>();
		for (const name of PEOPLE) people.set(name, await requestsOf(browser, name));
		const ofAll = async () => {
			const answers: Record<string, string[]> = {};
			for (const [name, request] of people) answers[name] = await everything(request);
			return answers;
		};

		const absent = await ofAll();
		expect((await post(yara, '/later?/start', {})).status()).toBe(303);
		for (const domain of DOMAINS) {
			const words = Object.fromEntries(
				['nu', 'wens', 'stap', 'hulp'].map((field) => [field, `geheim van ${domain}`])
			);
			expect((await post(yara, '/later/bewaar', { domain, ...words })).status()).toBe(200);
		}
		await post(yara, '/later/basis?/set', { basic: 'wonen', state: 'bezig' });

		const off = await ofAll();
		expect(off).toEqual(absent);
		for (const answers of Object.values(off)) {
			expect(answers[0], 'hidden and absent').toEqual(answers[1]);
			expect(answers.join()).not.toMatch(ANY_MARK);
		}

		for (const [name, request] of people) {
			const lets = async (act: 'share' | 'stop', part: string) => {
				for (;;) {
					const form = { part, with: name };
					const answer = await post(yara, `/later/delen/${name}?/${act}`, form);
					// So many forms in a minute are too many for one person.
					if (answer.status() !== 429) return answer;
					await new Promise((done) => setTimeout(done, 5_000));
				}
			};
			for (const [part, mark] of Object.entries(MARKS)) {
				const asked = await lets('share', part);
				const seen = await answerTo(request, SHARED);
				if (nobody.includes(name)) {
					expect([asked.status(), seen], `${name} ${part}`).toEqual([404, absent[name]?.[0]]);
					continue;
				}
				expect([asked.status(), seen.slice(0, 3)], `${name} ${part}`).toEqual([303, '200']);
				expect(seen).toContain(mark);
				for (const [other, others] of Object.entries(MARKS))
					if (other !== part) expect(seen, `${name}: ${part}, not ${other}`).not.toContain(others);
				const data = await answerTo(request, ADDRESSES[2] ?? '');
				expect(data, 'nothing travels as data').not.toMatch(ANY_MARK);
				for (const [another, theirs] of people)
					if (part === 'wonen' && another !== name)
						expect(await answerTo(theirs, SHARED)).toEqual(absent[another]?.[0]);
				await lets('stop', part);
				expect(await answerTo(request, SHARED), `${name}: ${part} ended`).toEqual(
					absent[name]?.[0]
				);
			}
		}
		expect(await ofAll(), 'everything ended').toEqual(absent);
	});
}
