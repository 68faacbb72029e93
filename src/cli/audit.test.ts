import { expect, test } from 'vitest';
import { openDatabase } from '#lib/server/db/index.ts';
import { aMessage, changed } from '../../tests/support/case-message.ts';
import { aTerminal } from '../../tests/support/terminal.ts';

/** A portal with rows in its access log, of which somebody with the database in hand changes some. */
function aLog() {
	const { database, file, run } = aTerminal();
	const message = changed(aMessage(), 'sentAt', '2026-01-05T12:00:00+01:00');
	expect(run('import', [file('message.json', message)]).code).toBe(0);
	const tamper = async (statement: string) => {
		const db = await openDatabase({ url: database });
		await db.client.execute('DROP TRIGGER audit_entry_no_update');
		await db.client.execute('DROP TRIGGER audit_entry_no_delete');
		const { rowsAffected } = await db.client.execute(statement);
		db.close();
		return rowsAffected;
	};
	return { run, tamper };
}

test('a whole log is said to be whole, with how many rows it has', () => {
	const { run } = aLog();
	expect(run('audit')).toMatchObject({
		code: 0,
		out: expect.stringMatching(/is heel.*\nAantal regels: [1-9]/)
	});
}, 60_000);

test('an edited row is named, and the command ends with 1', async () => {
	const { run, tamper } = aLog();
	expect(await tamper("UPDATE audit_entry SET actor_kind = 'ander' WHERE sequence = 1")).toBe(1);
	expect(run('audit')).toMatchObject({
		code: 1,
		out: '',
		errors: expect.stringContaining('Regel 1 is veranderd')
	});
}, 60_000);
