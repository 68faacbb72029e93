import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { readConfig } from '#lib/server/config.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { openDatabase } from '#lib/server/db/index.ts';
import { migrateDatabase } from '#lib/server/db/migrate.ts';
import { makeLog } from '#lib/server/log.ts';

/**
 * A context on a real libSQL file with the real migrations, gone when the test ends.
 * @param at the moment at which the test's clock stands; `moveTo` sets it
 */
export async function aContext(at = '2026-11-22T12:00:00Z') {
	const folder = mkdtempSync(join(tmpdir(), 'samenspel-'));
	const config = readConfig({
		NODE_ENV: 'test',
		DATABASE_URL: `file:${folder}/test.db`,
		LOG_LEVEL: 'silent'
	});
	const db = await openDatabase(config.database);
	let moment = new Date(at);
	const now = () => moment;
	await migrateDatabase(db, 'drizzle', now);
	onTestFinished(() => {
		db.close();
		rmSync(folder, { recursive: true, force: true });
	});
	const ctx: Ctx = { db, config, now, log: makeLog('silent'), requestId: 'test' };
	return { ctx, folder, moveTo: (to: string) => (moment = new Date(to)) };
}
