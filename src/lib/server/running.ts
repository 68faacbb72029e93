import { newId } from './crypto.ts';
import { now } from './clock.ts';
import { readConfig } from './config.ts';
import type { Ctx } from './ctx.ts';
import { openDatabase } from './db/index.ts';
import { migrateDatabase } from './db/migrate.ts';
import { makeLog } from './log.ts';

/** Generated migrations, from where the portal is started. */
export const MIGRATIONS = 'drizzle';

/**
 * Reads the configuration and opens the database, at this build's schema.
 * @throws {ConfigError} with one readable line for each thing that is missing or unsafe
 */
export async function openPortal(environment: Record<string, string | undefined>): Promise<Ctx> {
	const config = readConfig(environment);
	const db = await openDatabase(config.database);
	await migrateDatabase(db, MIGRATIONS, now);
	return { db, config, now, log: makeLog(config.logLevel), requestId: newId() };
}

/** Work that comes back as long as the portal runs. */
export type Repeated = { readonly stop: () => Promise<void> };

/**
 * Runs `work` again and again with a pause in between; never two at once. A failure is logged, by
 * its kind only, and does not end it.
 */
export function repeat(
	ctx: Ctx,
	name: string,
	seconds: number,
	work: () => Promise<void>
): Repeated {
	let timer: NodeJS.Timeout | undefined;
	let busy: Promise<void> = Promise.resolve();
	let stopped = false;
	const next = () => {
		if (!stopped) timer = setTimeout(() => (busy = run()), seconds * 1000);
		timer?.unref();
	};
	const run = async () => {
		try {
			await work();
		} catch (thrown) {
			ctx.log.error({ event: 'repeated-work-failed', name, kind: kindOf(thrown) });
		}
		next();
	};
	next();
	const stop = () => {
		stopped = true;
		clearTimeout(timer);
		return busy;
	};
	return { stop };
}

/** What went wrong, without the words of it: a database error quotes what was being written. */
export function kindOf(thrown: unknown): string {
	if (!(thrown instanceof Error)) return typeof thrown;
	const { code } = thrown as { code?: unknown };
	const inner = thrown.cause instanceof Error ? ` < ${kindOf(thrown.cause)}` : '';
	return `${thrown.name}${typeof code === 'string' ? ` ${code}` : ''}${inner}`;
}
