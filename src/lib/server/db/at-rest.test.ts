import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { expect, onTestFinished, test } from 'vitest';
import { openDatabase, type Database } from './index.ts';

const WORDS = 'kersenboom-in-de-tuin';

/** Whether the words are anywhere in the files, after `work` on a database of its own. */
async function foundAfter(
	work: (db: Database) => Promise<unknown>,
	more: { encryptionKey?: string } = {}
): Promise<boolean> {
	const folder = mkdtempSync(join(tmpdir(), 'samenspel-rest-'));
	onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
	const db = await openDatabase({ url: `file:${folder}/rest.db`, ...more });
	await db.write((tx) => tx.run(sql`CREATE TABLE note (words TEXT)`));
	await db.write((tx) => tx.run(sql`INSERT INTO note VALUES (${WORDS})`));
	await work(db);
	db.close();
	return readdirSync(folder).some((file) => readFileSync(join(folder, file)).includes(WORDS));
}

const nothing = () => Promise.resolve();

test('what is deleted is gone from the file and its log once they were wiped', async () => {
	expect(await foundAfter(nothing)).toBe(true);
	const remove = (db: Database) => db.write((tx) => tx.run(sql`DELETE FROM note`));
	expect(await foundAfter((db) => remove(db).then(db.wipe))).toBe(false);
});

test('wiping keeps what was not deleted', async () => {
	expect(await foundAfter((db) => db.wipe())).toBe(true);
});

test('with a key nothing in the file can be read', async () => {
	expect(await foundAfter(nothing, { encryptionKey: 'a key of 24 characters..' })).toBe(false);
});
