import { expect, test } from '@playwright/test';
import { ask, crawl, oneArticle, secretsIn, sessionOf, type Answer } from '../support/crawl.ts';
import { familyOf, goalsOf } from '../support/sample.ts';
import { startServer, type RunningServer } from '../support/server.ts';

const NAMES = ['twee-huizen', 'zestien', 'piet'] as const;

let server: RunningServer;
/** Addresses of a meeting at the mother's and of one at the father's. */
let atHome: readonly string[];
test.beforeAll(async () => {
	server = await startServer({ LOG_LEVEL: 'info' }, NAMES);
	atHome = [
		await planAt('huizen-huis-moeder', 'Kanariestraat 9'),
		await planAt('huizen-huis-vader', 'Voorbeeldkade 40')
	];
});

/** The regisseur plans a meeting at somebody's home. @returns its address */
async function planAt(household: string, place: string): Promise<string> {
	const { origin } = server;
	const cookie = await sessionOf(origin, 'wijkteam-lotte');
	const form = [
		...Object.entries({ key: crypto.randomUUID(), day: '2027-03-02', time: '14:30' }),
		...Object.entries({ minutes: '60', place, household, children: 'huizen-noor' }),
		...['huizen-noor', 'huizen-moeder', 'huizen-vader'].map((who) => ['invited', who])
	];
	const answer = await ask(origin, '/plan/huizen-gezin/overleg?/plan', cookie, {
		method: 'POST',
		body: new URLSearchParams(form),
		headers: { origin, accept: 'text/html' }
	});
	const [, path] = /^location: (.+)$/m.exec(answer.headers) ?? [];
	if (answer.status !== 303 || !path) throw new Error('No meeting was planned');
	return path;
}
test.afterAll(async () => {
	await server.stop();
});

const households = NAMES.flatMap((name) => familyOf(name).households ?? []);
type Household = (typeof households)[number];

/** Everything by which one household can be found. */
const cardOf = ({ street, postcode, town, members }: Household): string[] =>
	[street, postcode, town, ...members.flatMap(({ email, phone }) => [email, phone])].filter(
		(line) => line !== undefined
	);

/** What this person may not know: the cards of every household where the person does not live. */
function secretFor(person: string | null): string[] {
	const lives = (household: Household) =>
		household.members.some((member) => member.person === person);
	const own = new Set(households.filter(lives).flatMap(cardOf));
	const others = households.filter((household) => !lives(household)).flatMap(cardOf);
	return [...new Set(others)].filter((line) => !own.has(line));
}

/** What stands beside the plan of one family. */
const BESIDE = [
	...['overleg', 'vragen', 'besproken', 'netwerk', 'steun', 'eigen-plan', 'versies', 'versies/1'],
	...['stem', 'feiten', 'termijnen', 'overdracht', 'einde', 'koelkast', 'koelkast/blad.pdf'],
	'koelkast/blad.pdf?namen=nee'
];

const EVERYWHERE = [
	...BESIDE.map((page) => `/plan/huizen-gezin/${page}`),
	'/',
	'/thuis',
	'/thuis/regisseur',
	'/plan',
	'/plan/huizen-gezin',
	'/plan/zestien-gezin',
	'/plan/nergens',
	'/nergens',
	'/ik',
	'/ik?/share',
	'/werk',
	'/inloggen',
	'/inloggen?naar=/plan/huizen-gezin',
	'/inloggen/code',
	'/inloggen/wie',
	'/inloggen/link/nergens',
	'/uitnodiging/nergens',
	'/api/v1/case-message.schema.json',
	'/.well-known/security.txt',
	'/healthz',
	'/readyz',
	'/sessie/verlengen',
	'/favicon.ico',
	'/robots.txt',
	'/plan/huizen-gezin/%2e%2e/%2e%2e/samples/twee-huizen.json',
	'/samples/twee-huizen.json',
	'/data/samenspel.db'
];

function leaksIn(answers: readonly Answer[], secrets: readonly string[]): string[] {
	return answers.flatMap(({ path, headers, body }) => [
		...secretsIn(headers, secrets).map((secret) => `${path}: ${secret} in a header`),
		...secretsIn(body, secrets).map((secret) => `${path}: ${secret}`)
	]);
}

const people = (name: (typeof NAMES)[number]) => familyOf(name).people.map(({ id }) => id);
const mayKnow = ['wijkteam-lotte', 'gi-hanneke'];
const all = [...people('twee-huizen'), ...people('zestien')].filter((id) => !mayKnow.includes(id));

test('the search finds a secret in every shape it can take', () => {
	for (const text of [
		'Kanariestraat 9',
		'KANARIESTRAAT&nbsp;9',
		'kanarie<b>straat</b> 9',
		'x=Kanariestraat%209',
		Buffer.from('Kanariestraat 9').toString('base64'),
		'&#75;anariestraat 9',
		'\\u004banariestraat 9'
	])
		expect(secretsIn(text, ['Kanariestraat 9']), text).toEqual(['Kanariestraat 9']);
	expect(secretsIn('tel:0600000091', ['06 0000 0091'])).toHaveLength(1);
	expect(secretsIn('Kanariestraat 10', ['Kanariestraat 9'])).toEqual([]);
	expect(secretFor('huizen-vader')).toContain('Kanariestraat 9');
	expect(secretFor('huizen-vader')).toContain('esra-en-noor@example.org');
	expect(secretFor('huizen-vader')).not.toContain('mark@example.org');
	expect(secretFor('huizen-moeder')).toContain('06 0000 0034');
	expect(secretFor(null)).toContain('Kanariestraat 9');
});

for (const person of all) {
	test(`${person} finds no address, phone or e-mail of another household`, async () => {
		const cookie = await sessionOf(server.origin, person);
		const answers = await crawl(server.origin, cookie, [...EVERYWHERE, ...atHome], oneArticle);
		// Otherwise this proves nothing: the session held until the end, and pages were really read.
		const end = await ask(server.origin, '/ik', cookie);
		expect(end.status).toBe(200);
		expect(answers.length).toBeGreaterThan(150);
		expect(leaksIn(answers, secretFor(person))).toEqual([]);
	});
}

test('both parents read every page beside the plan, and of a meeting only the own home', async () => {
	const [atMothers = '', atFathers = ''] = atHome;
	for (const [person, own, other, place] of [
		['huizen-moeder', atMothers, atFathers, 'Kanariestraat 9'],
		['huizen-vader', atFathers, atMothers, 'Voorbeeldkade 40']
	] as const) {
		const cookie = await sessionOf(server.origin, person);
		const files = atHome.map((path) => `${path}/agenda.ics`);
		const pages = [...BESIDE.map((page) => `/plan/huizen-gezin/${page}`), ...atHome, ...files];
		const read = new Map<string, Answer>();
		for (const path of pages) read.set(path, await ask(server.origin, path, cookie));
		expect([...read].filter(([, { status }]) => status !== 200).map(([path]) => path)).toEqual([]);
		expect(leaksIn([...read.values()], secretFor(person))).toEqual([]);
		expect(read.get(own)?.body).toContain(place);
		expect(read.get(other)?.body).toContain('De plek hoort u van uw regisseur.');
		for (const file of files) expect(read.get(file)?.body).toContain('SUMMARY:Afspraak');
		// The PDF was really read: names stand in it, unless they were left out.
		expect(read.get('/plan/huizen-gezin/koelkast/blad.pdf')?.body).toContain('Noor');
		expect(read.get('/plan/huizen-gezin/koelkast/blad.pdf?namen=nee')?.body).not.toContain('Noor');
	}
});

test('a visitor finds where nobody lives, in any article', async () => {
	// Every article in both languages, and as data: some 800 answers.
	test.setTimeout(120_000);
	const answers = await crawl(server.origin, '', EVERYWHERE);
	expect(answers.length).toBeGreaterThan(700);
	expect(leaksIn(answers, secretFor(null))).toEqual([]);
});

test('who writes a form wrong gets nothing back but the own words', async () => {
	const cookie = await sessionOf(server.origin, 'huizen-vader');
	const post = (path: string, form: Record<string, string>) =>
		ask(server.origin, path, cookie, {
			method: 'POST',
			body: new URLSearchParams(form),
			headers: { origin: server.origin }
		});
	const key = crypto.randomUUID();
	const answers = await Promise.all([
		post('/ik?/share', { key, family: 'huizen-gezin', with: 'huizen-moeder' }),
		post('/ik?/unshare', { key, family: 'huizen-gezin', with: 'huizen-moeder' }),
		post('/ik?/share', { key, family: 'huizen-huis-moeder', with: 'huizen-huis-moeder' }),
		post('/ik?/end', { key, session: 'huizen-huis-moeder' }),
		post('/ik?/language', { key, language: 'huizen-moeder' }),
		post('/inloggen', { key, email: 'wrong', naar: '/plan/huizen-gezin' }),
		post('/inloggen/wie', { key, personalCode: 'ABCDEF' }),
		post('/plan', { key }),
		post('/demo/aanmelden', { persoon: 'nobody' })
	]);
	expect(leaksIn(answers, secretFor('huizen-vader'))).toEqual([]);
});

test('the father reads nothing of the half-brother who is not his, and the stepfather nothing of her', async () => {
	const reading = async (person: string) => {
		const cookie = await sessionOf(server.origin, person);
		const answers = await crawl(server.origin, cookie, EVERYWHERE, oneArticle);
		return answers.map(({ body }) => body).join('\n');
	};
	const about = <Item extends { children: readonly string[] }>(
		items: readonly Item[],
		child: string
	) => items.filter(({ children }) => children.length === 1 && children[0] === child);
	const wordsOf = (child: string) => [
		...about(goalsOf('twee-huizen'), child).flatMap(({ ownWords, steps }) => [
			ownWords,
			...(steps ?? []).map(({ title }) => title)
		]),
		...about(familyOf('twee-huizen').plan?.situation ?? [], child).map(({ ownWords }) => ownWords)
	];
	for (const [person, own, other] of [
		['huizen-vader', 'huizen-noor', 'huizen-milan'],
		['huizen-stiefvader', 'huizen-milan', 'huizen-noor']
	] as const) {
		const read = await reading(person);
		for (const line of wordsOf(own)) expect(read, person).toContain(line);
		for (const line of wordsOf(other)) expect(read, person).not.toContain(line);
	}
});

test('neither the log nor the words of a mail say where somebody is', async () => {
	// Mails of the invitations have left by now: without a mail server they are on the terminal.
	await expect.poll(() => server.output(), { timeout: 10_000 }).toContain('/uitnodiging/');
	const written = server.output();
	const log = written.split('\n').filter((line) => line.startsWith('{'));
	expect(log.length).toBeGreaterThan(0);
	expect(secretsIn(log.join('\n'), secretFor(null))).toEqual([]);
	const mails = [...written.matchAll(/^--- (\S+@\S+)\n--- ([^]*?)\n---$/gm)];
	expect(mails.length).toBeGreaterThan(5);
	for (const [, , words = ''] of mails) expect(secretsIn(words, secretFor(null))).toEqual([]);
});
