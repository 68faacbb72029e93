import { migrate } from 'drizzle-orm/libsql/migrator';
import { drizzle } from 'drizzle-orm/libsql';
import type { Database } from './index.ts';

const LOCK_MINUTES = 5;

/**
 * Brings the database to this build's schema. Two processes that start together take turns: the
 * second waits until the first is done and then finds nothing left to do.
 * @param folder where the generated migrations are
 * @throws when another process has held the lock for longer than {@link LOCK_MINUTES} minutes
 */
export async function migrateDatabase(
	database: Database,
	folder: string,
	now: () => Date
): Promise<void> {
	const { client } = database;
	await client.execute(
		'CREATE TABLE IF NOT EXISTS migration_running (id INTEGER PRIMARY KEY CHECK (id = 1), taken_at INTEGER NOT NULL)'
	);
	await takeLock(database, now);
	try {
		await migrate(drizzle(client), { migrationsFolder: folder });
	} finally {
		await client.execute('DELETE FROM migration_running');
	}
}

async function takeLock({ client }: Database, now: () => Date): Promise<void> {
	const until = now().getTime() + LOCK_MINUTES * 60_000;
	for (;;) {
		const at = now().getTime();
		const taken = await client.execute({
			sql: `INSERT INTO migration_running (id, taken_at) VALUES (1, ?)
				ON CONFLICT (id) DO UPDATE SET taken_at = excluded.taken_at WHERE taken_at < ?`,
			args: [at, at - LOCK_MINUTES * 60_000]
		});
		if (taken.rowsAffected === 1) return;
		if (at > until) throw new Error('Another process is still changing the database.');
		await new Promise((resolve) => setTimeout(resolve, 250));
	}
}
