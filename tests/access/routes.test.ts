import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { planted } from '../guards/support/planted.ts';
import { findDoors, problemsBetween } from './doors.ts';
import { ACCESS, type Door } from './table.ts';

test('every entry point states who may call it, and goes through http.ts', () => {
	expect(problemsBetween(findDoors('src/routes'), ACCESS)).toEqual([]);
});

const GUARDED = `
import { formAction, page, privateAction, privateFile, privatePage } from '#lib/server/http.ts';
export const prerender = false;
`;

describe('seeded', () => {
	const PLAN = 'plan/[id]/+page.server.ts';
	const problems = (file: string, source: string, entry?: Record<string, Door>) => {
		const routes = join(planted({}), 'src/routes');
		mkdirSync(dirname(join(routes, file)), { recursive: true });
		writeFileSync(join(routes, file), source);
		return problemsBetween(findDoors(routes), entry ? { [file]: entry } : {});
	};

	test('a whole entry point has no problems', () => {
		const source = `${GUARDED}
			export const load = privatePage(() => 1);
			export const actions = {
				default: privateAction(s, () => 1),
				'move-step': privateAction(s, () => 1)
			} satisfies Actions;`;
		const entry = {
			load: 'family',
			'action default': 'family',
			'action move-step': 'family'
		} as const;
		expect(problems(PLAN, source, entry)).toEqual([]);
	});

	test.each([
		PLAN,
		'(gezin)/+layout.server.ts',
		'api/v1/import/+server.ts',
		'.well-known/security.txt/+server.ts',
		'plan/steps.remote.ts',
		'plan/+page@.svelte',
		'plan/+page.svelte',
		'plan/+page.server.js'
	])('%s is missing in the table', (file) => {
		const source = file.endsWith('.svelte') ? '' : `${GUARDED} export const load = page(() => 1);`;
		expect(problems(file, source)).toEqual([`${file}: not in the table`]);
	});

	test('a shared load is an entry point, shared options are not', () => {
		expect(problems('+layout.ts', 'export const csr = false;')).toEqual([]);
		expect(problems('+layout.ts', 'export const load = () => 1;')).toEqual([
			'+layout.ts: not in the table'
		]);
	});

	test('a line too many', () => {
		expect(problemsBetween({}, { [PLAN]: { load: 'open' } })).toEqual([
			`${PLAN}: in the table, but there is no such entry point`
		]);
	});

	test.each<[string, string, Record<string, Door>, string]>([
		[
			'an action that nobody listed',
			'export const actions = { add: formAction(s, r) };',
			{},
			'"action add" is not in the table'
		],
		[
			'a verb that nobody listed',
			'export async function POST() {}',
			{},
			'"POST" is not in the table'
		],
		['a load handed on', "export { load } from './other.ts';", {}, '"load" is not in the table'],
		['doors without names', "export * from './other.ts';", {}, '"*" is not in the table'],
		['actions without names', 'export const actions = all;', {}, '"action *" is not in the table'],
		['a door that is gone', '', { load: 'open' }, 'the table has "load", the file has not'],
		[
			'a load past http.ts',
			'export const load = () => 1;',
			{ load: 'family' },
			'"load" does not go through page() or privatePage() and gives no reason'
		],
		[
			'a wrapper of somebody else',
			'const page2 = (f) => f; export const load = page2(() => 1);',
			{ load: 'open' },
			'"load" does not go through page() or privatePage() and gives no reason'
		],
		[
			'an endpoint without a reason',
			'export const GET = page(() => 1);',
			{ GET: 'machine' },
			'"GET" does not go through privateFile() and gives no reason'
		],
		[
			'a file that lets visitors in by its table',
			'export const GET = privateFile(() => 1);',
			{ GET: 'open' },
			'"GET" is open, but privateFile() asks to sign in'
		],
		[
			'an empty reason',
			'export const GET = () => 1;',
			{ GET: { who: 'machine', direct: ' ' } },
			'"GET" needs a reason'
		],
		[
			'a reason that is no longer needed',
			'export const load = page(() => 1);',
			{ load: { who: 'open', direct: 'old' } },
			'"load" goes through page(): drop its reason'
		],
		[
			'a private page that lets visitors in',
			'export const load = page(() => 1);',
			{ load: 'family' },
			'"load" is for family, but page() lets visitors in'
		],
		[
			'an open action that asks to sign in',
			'export const actions = { default: privateAction(s, r) };',
			{ 'action default': 'open' },
			'"action default" is open, but privateAction() asks to sign in'
		]
	])('%s', (_, source, entry, problem) => {
		expect(problems(PLAN, `${GUARDED}${source}`, entry)).toEqual([`${PLAN}: ${problem}`]);
	});

	test('a reason opens a door past http.ts', () => {
		const entry = {
			GET: { who: 'machine', direct: 'answers JSON to a system with a key' }
		} as const;
		expect(problems('api/+server.ts', 'export const GET = () => 1;', entry)).toEqual([]);
	});

	test('a page without server code is open', () => {
		expect(problems('+page.svelte', '', { page: 'family' })).toEqual([
			'+page.svelte: "page" has no server code and is open'
		]);
	});
});
