import { expect, test } from '@playwright/test';
import { createClient } from '@libsql/client';
import { PEOPLE, READING, WRITING, type Kind } from '../access/answers.ts';
import { ACCESS } from '../access/table.ts';
import { ask, sessionOf, type Answer } from '../support/crawl.ts';
import { familyOf, goalsOf, stepsOf } from '../support/sample.ts';
import { startServer, type RunningServer } from '../support/server.ts';

const FAMILIES = ['piet', 'twee-huizen', 'zestien'] as const;
const KINDS = Object.keys(PEOPLE) as Kind[];

let server: RunningServer;
const cookies = new Map<Kind, string>();
test.beforeAll(async () => {
	const settings = { SECURITY_CONTACT: 'mailto:security@example.org', TRUST_PROXY: '1' };
	server = await startServer(settings, FAMILIES);
	for (const kind of KINDS) {
		const person = PEOPLE[kind];
		cookies.set(kind, person === null ? '' : await sessionOf(server.origin, person));
	}
});
test.afterAll(async () => {
	await server.stop();
});

let asked = 0;
/** Each time from another network: looking at invitations is limited per network. */
const fromElsewhere = () => ({
	'x-forwarded-for': `198.51.${Math.floor(++asked / 256)}.${asked % 256}`
});

const get = (kind: Kind, path: string) =>
	ask(server.origin, path, cookies.get(kind), { headers: fromElsewhere() });

const post = (
	path: string,
	form: Readonly<Record<string, string>>,
	{ cookie = '', ...more }: Record<string, string>
) =>
	ask(server.origin, path, cookie, {
		method: 'POST',
		body: new URLSearchParams(form),
		headers: { ...more, ...fromElsewhere() }
	});

const FORM = { accept: 'text/html' };
const locationOf = ({ headers }: Answer) => /^location: (.*)$/m.exec(headers)?.[1];

/** Everything that stands in the plans: none of it may leave as data. */
const CONTENT = FAMILIES.flatMap((name) => [
	...stepsOf(name).map(({ title }) => title),
	...[...goalsOf(name), ...(familyOf(name).plan?.situation ?? [])].flatMap((one) => [
		one.ownWords,
		one.professionalWords ?? one.ownWords
	]),
	...familyOf(name).people.flatMap((one) => ('givenName' in one ? [one.givenName] : []))
]);

const contentIn = (body: string) =>
	CONTENT.filter((line) => new RegExp(`\\b${escaped(line)}`).test(body));
const escaped = (line: string) => line.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

test('every door of the table has its answers here', () => {
	const doors = Object.entries(ACCESS).flatMap(([file, entry]) =>
		Object.keys(entry).map((door) => ({ file, door }))
	);
	const read = doors.filter(({ door }) => ['load', 'page', 'GET', 'fallback'].includes(door));
	expect(read.filter(({ file }) => !READING[file])).toEqual([]);
	const written = doors.filter(({ door }) => door === 'POST' || door.startsWith('action '));
	expect(written.filter(({ file, door }) => !WRITING[`${file} ${door}`])).toEqual([]);
	const others = doors.filter((one) => !read.includes(one) && !written.includes(one));
	expect(others, 'a door of another kind needs answers as well').toEqual([]);
});

/** Where a page's data is, which stands before the question of its address. */
function dataOf(path: string, query = ''): string {
	const [page = '', own] = path.split('?', 2);
	const asked = [own, query].filter(Boolean).join('&');
	return `${page === '/' ? '' : page}/__data.json${asked && `?${asked}`}`;
}

/** Whether only professionals may come through this door of {@link WRITING}. */
function isOfStaff(written: string): boolean {
	const [file = '', action] = written.split(/ (?=action |POST)/);
	return ACCESS[file]?.[action ?? ''] === 'professional';
}

const readings = Object.entries(READING).flatMap(([file, rows]) =>
	rows.map(([path, answers]) => ({ file, path, answers }))
);

for (const { path, answers } of readings) {
	if (path === '/weg') continue;
	test(`${path} answers each person as the table says`, async () => {
		const given: Record<string, number> = {};
		for (const kind of KINDS) {
			const answer = await get(kind, path);
			given[kind] = answer.status;
			if (answer.status !== 200) expect(contentIn(answer.body), `${kind}, ${path}`).toEqual([]);
		}
		expect(given).toEqual(answers);
	});
}

test('a visitor comes to sign in with the way back, in the language of the page', async () => {
	for (const { path, answers } of readings) {
		if (answers.visitor !== 303 || /^\/(inloggen\/wie|begin\/)/.test(path)) continue;
		const naar = encodeURIComponent(path);
		expect(locationOf(await get('visitor', path))).toBe(`/inloggen?naar=${naar}`);
		expect(locationOf(await get('visitor', `/en${path}`))).toBe(`/en/inloggen?naar=${naar}`);
	}
});

test('no content leaves as data, also when parts of a page are skipped', async () => {
	// Some five thousand questions.
	test.setTimeout(240_000);
	const pages = readings.filter(({ file }) => /\+(page|layout)/.test(file));
	for (const { path } of pages) {
		for (const kind of KINDS) {
			for (const query of ['', '00', '01', '10', '11', '001', '0001', '1111', 'x', '%00']) {
				const asked = dataOf(path, query && `x-sveltekit-invalidated=${query}`);
				const answer = await get(kind, asked);
				expect(contentIn(answer.body), `${kind}, ${asked}`).toEqual([]);
				expect(answer.headers, asked).toMatch(/^cache-control: .*no-store/m);
			}
		}
	}
});

test('skipping the layout opens no page: the data says the same refusal as the page', async () => {
	test.setTimeout(120_000);
	for (const { path, answers, file } of readings) {
		if (!/[(](gezin|regie|beheer)[)].*[+](page|layout)/.test(file)) continue;
		for (const kind of KINDS) {
			for (const parts of ['01', '001', '11']) {
				const { body } = await get(kind, dataOf(path, `x-sveltekit-invalidated=${parts}`));
				const data = JSON.parse(body) as {
					type: string;
					status?: number;
					nodes?: ({ type: string; error?: { status?: number } } | null)[];
				};
				const error = data.nodes?.find((node) => node?.type === 'error')?.error;
				const said = data.type === 'redirect' ? data.status : (error?.status ?? 200);
				const loaded = data.nodes?.at(-1)?.type !== 'skip';
				if (loaded) expect(said, `${kind}, ${path}, ${parts}`).toBe(answers[kind]);
			}
		}
	}
});

async function stored(): Promise<Record<string, unknown>> {
	const database = createClient({ url: `file:${server.databaseFile}` });
	const count = async (table: string) =>
		(await database.execute(`SELECT count(*) AS n FROM ${table}`)).rows[0]?.n;
	const rows = {
		shares: await count('share'),
		sessions: await count('session'),
		accounts: await count('account'),
		versions: await count('plan_version'),
		marks: await count('goal_score'),
		agreed: await count('plan WHERE agreed_on IS NOT NULL'),
		passkeys: await count('passkey'),
		help: await count('network_help'),
		support: await count('support'),
		meetings: await count('meeting'),
		questions: await count('question'),
		statements: await count('statement'),
		claims: await count('claim'),
		handovers: await count('handover'),
		futures: await count('toekomstplan'),
		tips: await count('toekomst_tip'),
		offers: await count('toekomst_offer'),
		mentors: await count('jim'),
		circle: await count('circle_entry'),
		answers: await count('feedback_answer'),
		waiting: await count('feedback_waiting'),
		stories: await count('story'),
		advice: await count('advice'),
		regionalHelp: await count('regional_help_change')
	};
	database.close();
	return rows;
}

for (const [door, { to, form, visitor }] of Object.entries(WRITING)) {
	test(`${door}: without a session nothing is done`, async () => {
		const before = await stored();
		const answer = await post(to, form, { ...FORM, origin: server.origin });
		expect(answer.status).toBe(visitor);
		if (to.startsWith('/ik')) expect(locationOf(answer)).toBe('/inloggen?naar=%2Fik');
		expect(contentIn(answer.body)).toEqual([]);
		expect(await stored()).toEqual(before);
	});

	test(`${door}: a form on another site is refused, also with a session`, async () => {
		const before = await stored();
		for (const origin of ['https://elders.example', 'null', 'http://localhost:1']) {
			const cookie = cookies.get('member') ?? '';
			const answer = await post(to, form, { ...FORM, origin, cookie });
			expect(answer.status, origin).toBe(403);
			expect(contentIn(answer.body), origin).toEqual([]);
		}
		expect(await stored()).toEqual(before);
		expect((await get('member', '/ik')).status, 'the session is still there').toBe(200);
	});
}

test('nobody shares for the youth, and nobody ends the session of another', async () => {
	const share = WRITING['(gezin)/ik/+page.server.ts action share'];
	const end = WRITING['(gezin)/ik/+page.server.ts action end'];
	if (!share || !end) throw new Error('the table has no such action');
	const before = await stored();
	const others = KINDS.filter((kind) => kind !== 'visitor');
	for (const kind of others) {
		const sent = { ...FORM, origin: server.origin, cookie: cookies.get(kind) ?? '' };
		const form = { ...share.form, key: crypto.randomUUID() };
		expect((await post(share.to, form, sent)).status, kind).toBe(404);
		await post(end.to, { ...end.form, key: crypto.randomUUID() }, sent);
	}
	expect(await stored()).toEqual(before);
});

test('nobody of elsewhere writes in a plan, and of the family nobody where staff writes', async () => {
	// One session may send only so many forms in a minute.
	const SHARE = 20;
	const doors = Object.entries(WRITING).filter(([door]) => door.includes('/plan/[family]/'));
	expect(doors.length).toBeGreaterThan(40);
	expect(doors.filter(([door]) => isOfStaff(door)).length).toBeGreaterThan(7);
	const kinds = ['member', 'stranger', 'noGezag', 'colleague'] as const;
	const sessions: string[][] = [];
	for (let first = 0; first < doors.length; first += SHARE)
		sessions.push(
			await Promise.all(kinds.map((kind) => sessionOf(server.origin, PEOPLE[kind] ?? '')))
		);
	const before = await stored();
	for (const [at, [door, { to, form }]] of doors.entries()) {
		for (const [which, kind] of kinds.entries()) {
			// What the family itself may write is tested with its commands.
			if (kind === 'member' && !isOfStaff(door)) continue;
			const cookie = sessions[Math.floor(at / SHARE)]?.[which] ?? '';
			const sent = { ...FORM, origin: server.origin, cookie };
			const answer = await post(to, { ...form, key: crypto.randomUUID() }, sent);
			expect(answer.status, `${kind}, ${door}`).toBe(404);
			expect(contentIn(answer.body), `${kind}, ${door}`).toEqual([]);
		}
	}
	expect(await stored()).toEqual(before);
});

test('nobody but a youth has doors to an own plan: for everyone else they are not there', async () => {
	const doors = Object.entries(WRITING).filter(([door]) => door.includes('/later/'));
	expect(doors.length).toBeGreaterThan(6);
	const kinds = KINDS.filter((one) => one !== 'visitor');
	const cookies = new Map<string, string>();
	for (const kind of kinds) cookies.set(kind, await sessionOf(server.origin, PEOPLE[kind] ?? ''));
	const before = await stored();
	for (const kind of kinds) {
		const cookie = cookies.get(kind) ?? '';
		for (const [door, { to, form }] of doors) {
			const sent = { ...FORM, origin: server.origin, cookie };
			const answer = await post(to, { ...form, key: crypto.randomUUID() }, sent);
			expect(answer.status, `${kind}, ${door}`).toBe(404);
			expect(contentIn(answer.body), `${kind}, ${door}`).toEqual([]);
		}
	}
	expect(await stored()).toEqual(before);
});

test('the calendar is for everyone, and ends the session', async () => {
	for (const kind of KINDS) {
		expect((await get(kind, '/weg')).status).toBe(200);
		expect((await get(kind, '/ik')).status).toBe(303);
	}
});
