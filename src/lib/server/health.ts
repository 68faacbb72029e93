import { readFile, statfs } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { sql } from 'drizzle-orm';
import type { Ctx } from './ctx.ts';
import { withinLimit } from './rate-limit.ts';

const LEAST_FREE_BYTES = 50 * 1024 * 1024;
const LONGEST_MS = 3000;
const PROBE = { name: 'ready', most: Infinity, seconds: 60 };

/** Whether the portal can take work: it can write, has this build's schema, and has room left. */
export async function isReady(ctx: Ctx, migrations: string): Promise<boolean> {
	let timer: NodeJS.Timeout | undefined;
	const tooLong = new Promise<boolean>((resolve) => {
		timer = setTimeout(() => resolve(false), LONGEST_MS);
	});
	const checks = Promise.all([canWrite(ctx), isMigrated(ctx, migrations), hasRoom(ctx)]);
	try {
		return await Promise.race([checks.then((all) => all.every(Boolean)), tooLong]);
	} catch {
		return false;
	} finally {
		clearTimeout(timer);
	}
}

const canWrite = (ctx: Ctx) =>
	ctx.db.write((tx) => withinLimit(tx, PROBE, 'write probe', ctx.now()));

async function isMigrated({ db }: Ctx, folder: string): Promise<boolean> {
	const journal: unknown = JSON.parse(await readFile(join(folder, 'meta/_journal.json'), 'utf8'));
	const wanted = (journal as { entries: unknown[] }).entries.length;
	const [row] = await db.read.all<{ done: number }>(
		sql`SELECT count(*) AS done FROM __drizzle_migrations`
	);
	return (row?.done ?? 0) >= wanted;
}

async function hasRoom({ config }: Ctx): Promise<boolean> {
	const { url } = config.database;
	if (!url.startsWith('file:')) return true;
	const { bavail, bsize } = await statfs(dirname(url.slice('file:'.length)));
	return bavail * bsize >= LEAST_FREE_BYTES;
}
