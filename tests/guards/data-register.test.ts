import { readFileSync } from 'node:fs';
import { is } from 'drizzle-orm';
import { SQLiteTable, getTableConfig } from 'drizzle-orm/sqlite-core';
import { expect, test } from 'vitest';
import * as schema from '#lib/server/db/schema/index.ts';
import { readRegister, registerProblems, type RegisterLine } from './support/register.ts';

const columns = Object.values(schema)
	.filter((table) => is(table, SQLiteTable))
	.map(getTableConfig)
	.flatMap(({ name, columns }) => columns.map((column) => `${name}.${column.name}`));

const register = readRegister(readFileSync('docs/data-register.md', 'utf8'));

test('every column says what it is for, who reads it and how long it is kept', () => {
	expect(columns).toContain('session.token_hash');
	expect(registerProblems(columns, register)).toEqual([]);
});

test('a hash of a token or code is a secret', () => {
	const hashes = register.filter(({ column }) => /(token|code|browser)_hash$/.test(column));
	expect(hashes.map((line) => line.class)).toEqual(hashes.map(() => 'secret'));
	expect(hashes).not.toEqual([]);
});

const LINE = '| `email` | sign in | ordinary | the person | until it ends | yes |';

test.each<[string, string[], string, string[]]>([
	['nothing wrong', ['account.email'], LINE, []],
	['a new column', ['account.email', 'account.x'], LINE, ['account.x: no line in the register']],
	['a column that is gone', [], LINE, ['account.email: no such column']],
	['two lines', ['account.email'], `${LINE}\n${LINE}`, ['account.email: two lines']],
	[
		'an empty cell',
		['account.email'],
		LINE.replace('the person', ''),
		['account.email: an empty cell']
	],
	[
		'another class',
		['account.email'],
		LINE.replace('ordinary', 'low'),
		['account.email: no class "low"']
	],
	[
		'an export in doubt',
		['account.email'],
		LINE.replace('yes', 'maybe'),
		['account.email: in the own export, yes or no?']
	],
	[
		'a secret in the export',
		['account.email'],
		LINE.replace('ordinary', 'secret'),
		['account.email: a secret is never exported']
	]
])('seeded: %s', (_, known, lines, problems) => {
	const read: RegisterLine[] = readRegister(`## account\n\n${lines}`);
	expect(registerProblems(known, read)).toEqual(problems);
});
