import { fileURLToPath } from 'node:url';
import { now } from '#lib/server/clock.ts';
import { ConfigError, readConfig, type Config } from '#lib/server/config.ts';
import { newId } from '#lib/server/crypto.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { openDatabase } from '#lib/server/db/index.ts';
import { migrateDatabase } from '#lib/server/db/migrate.ts';
import { makeLog } from '#lib/server/log.ts';

/** How a command ended, for the shell: done, refused or found wrong, or used in a wrong way. */
export const EXIT = { done: 0, refused: 1, wrongUse: 2 } as const;

const MIGRATIONS = fileURLToPath(new URL('../../drizzle', import.meta.url));

/**
 * Opens the portal's database for one command and brings it to this build's schema.
 * Settings that are missing or unsafe are printed, one a line, and end the command.
 */
export async function withPortal(work: (ctx: Ctx) => Promise<number>): Promise<number> {
	const config = configOrNull(process.env);
	if (!config) return EXIT.wrongUse;
	const db = await openDatabase(config.database);
	try {
		await migrateDatabase(db, MIGRATIONS, now);
		const log = makeLog(config.logLevel);
		return await work({ db, config, log, now, requestId: `cli-${newId()}` });
	} finally {
		db.close();
	}
}

function configOrNull(environment: NodeJS.ProcessEnv): Config | null {
	try {
		return readConfig(environment);
	} catch (thrown) {
		if (!(thrown instanceof ConfigError)) throw thrown;
		console.error('De instellingen kloppen niet:');
		for (const line of thrown.problems) console.error(`  ${line}`);
		return null;
	}
}
