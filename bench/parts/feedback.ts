import { execFile } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import Embedded from 'libsql';
import { MEASURES } from '#lib/council/catalogue.ts';
import { SPLITS } from '#lib/council/page.model.ts';
import { before, newestToPublish } from '#lib/council/quarter.rules.ts';
import { publishQuarter } from '#lib/council/server/publish.commands.ts';
import { getTable } from '#lib/council/server/queries.ts';
import type { OrganisationId } from '#lib/family/model.ts';
import type { Quarter } from '#lib/feedback/model.ts';
import type { Actor } from '#lib/kernel/actor.ts';
import type { PersonId } from '#lib/kernel/id.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { openPortal } from '#lib/server/running.ts';
import { median, report, type Row } from '../report.ts';
import { fillAnswers, fillFamilies, fillHistory } from './feedback-fill.ts';

const HISTORIES = [10_000, 1_000_000, 5_000_000];
const EARLIER = 11;
const PUBLICATIONS = 3;
const SUBMISSIONS = 1500;
const AT_ONCE_EACH = 8;
const AT_ONCE = 50;
const MEMBER: Actor = { kind: 'person', id: 'raadslid' as PersonId, assurance: 'second-factor' };
const TEAM = 'team' as OrganisationId;

const QUARTER = newestToPublish(new Date());

/** The quarters before the one that is published, newest first. */
const HISTORY: readonly Quarter[] = Array.from({ length: EARLIER }).reduce<Quarter[]>(
	(all) => [...all, before(all.at(-1) ?? QUARTER)],
	[]
);

/**
 * Saying how it went, publishing a quarter and reading its tables, after eleven quarters in which so many
 * answers were given and published. Beside it, in the same run and on the same database: a scan of all
 * answers as they lay there before, and the same rows written without a portal. Goals S11–S13.
 */
export async function feedback(): Promise<void> {
	const folder = mkdtempSync(join(tmpdir(), 'samenspel-feedback-'));
	try {
		const base = join(folder, 'base.db');
		const given = await withPortal(base, async (ctx) => {
			await fillFamilies(ctx.db.client);
			await seatFor(ctx);
			return fillAnswers(ctx, QUARTER);
		});
		const rows: Row[] = [];
		for (const answers of HISTORIES) rows.push(await measured(folder, base, answers));
		const first = rows[0] ?? {};
		report(
			'feedback',
			[
				`Published: ${QUARTER}, ${given} answers, 4,000 families; median of ${PUBLICATIONS}, CPU seconds of the process. Goal S13: at most 1.3 × that after the shortest history.`,
				`Read: a table with its policy, every table in turn, median; goal S12: at most 5 ms and 1.2 × that after the shortest history.`,
				`Sent: three answers each, by two processes of ${SUBMISSIONS} with ${AT_ONCE_EACH} at once each, synchronous=FULL. Goal S11: 1,500 a second, no SQLITE_BUSY, p99 at most 25 ms. There is no audit row and no receipt: both would tell who answered when.`,
				`Bare: the same three rows in one transaction over the synchronous driver, nothing else, one process.`,
				`At once: ${AT_ONCE} in one process; blocked: the longest that its event loop stood still; goal 50 ms.`
			],
			rows.map((row) => ({
				...row,
				'publish ×': ratio(row['publish s'], first['publish s']),
				'read ×': ratio(row['read ms'], first['read ms'])
			}))
		);
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

const ratio = (one: unknown, other: unknown) => (Number(one) / Number(other)).toFixed(2);

async function measured(folder: string, base: string, answers: number): Promise<Row> {
	const file = join(folder, `history-${answers}.db`);
	copyFileSync(base, file);
	const scan = await withPortal(file, (ctx) => history(ctx, answers));
	const publish: number[] = [];
	const copy = join(folder, `copy-${answers}.db`);
	for (let index = 0; index < PUBLICATIONS; index += 1) {
		for (const part of ['', '-wal', '-shm']) rmSync(copy + part, { force: true });
		copyFileSync(file, copy);
		publish.push(await withPortal(copy, published));
	}
	const read = await withPortal(copy, reading);
	const bare = bareWrites(copy);
	// Both have opened the database by then.
	const soon = Date.now() + 3000;
	const two = await Promise.all([
		send(copy, 0, SUBMISSIONS, AT_ONCE_EACH, soon),
		send(copy, SUBMISSIONS, SUBMISSIONS, AT_ONCE_EACH, soon)
	]);
	const many = await send(copy, 2 * SUBMISSIONS, 10 * AT_ONCE, AT_ONCE);
	const took = two.flatMap((one) => one.took);
	return {
		history: answers,
		'full scan ms': Math.round(scan),
		'publish s': median(publish).toFixed(2),
		'read ms': read.toFixed(3),
		'sent/s': Math.round(two.reduce((sum, one) => sum + SUBMISSIONS / one.seconds, 0)),
		'bare/s': Math.round(bare),
		'p99 ms': percentile(took, 0.99).toFixed(1),
		failed: two.reduce((sum, one) => sum + one.failed, many.failed),
		'at once/s': Math.round((10 * AT_ONCE) / many.seconds),
		'blocked ms': Math.round(many.blockedMs)
	};
}

const percentile = (values: readonly number[], part: number): number =>
	values.toSorted((a, b) => a - b)[Math.floor(values.length * part)] ?? Number.NaN;

async function withPortal<T>(file: string, work: (ctx: Ctx) => Promise<T>): Promise<T> {
	const ctx = await openPortal({
		NODE_ENV: 'test',
		DATABASE_URL: `file:${file}`,
		LOG_LEVEL: 'silent'
	});
	try {
		const done = await work(ctx);
		await ctx.db.wipe();
		return done;
	} finally {
		ctx.db.close();
	}
}

/** Answers of earlier quarters come, are scanned, and go as a publication lets them go. @returns ms of the scan */
async function history({ db }: Ctx, answers: number): Promise<number> {
	await fillHistory(db.client, HISTORY, answers);
	const start = performance.now();
	await db.client.execute(
		'SELECT quarter, criterion, informant, avg(value), count(*) FROM feedback_answer GROUP BY 1, 2, 3'
	);
	const scan = performance.now() - start;
	for (const quarter of HISTORY)
		await db.client.execute({
			sql: 'DELETE FROM feedback_answer WHERE quarter = ?',
			args: [quarter]
		});
	return scan;
}

/** Publishes the quarter; afterwards the tables of earlier quarters are there too. @returns CPU seconds */
async function published(ctx: Ctx): Promise<number> {
	const start = process.cpuUsage();
	const { outcome } = await publishQuarter(ctx, QUARTER);
	const { user, system } = process.cpuUsage(start);
	if (outcome !== 'published') throw new Error(`${QUARTER}: ${outcome}`);
	for (const quarter of HISTORY) {
		await ctx.db.client.execute({
			sql: `INSERT INTO published_quarter SELECT ?, "on", digest FROM published_quarter WHERE quarter = ?`,
			args: [quarter, QUARTER]
		});
		await ctx.db.client.execute({
			sql: `INSERT INTO published_cell SELECT ?, population, criterion, informant, dimension, aspect, category,
				place, families, value, bound FROM published_cell WHERE quarter = ?`,
			args: [quarter, QUARTER]
		});
	}
	return (user + system) / 1e6;
}

async function seatFor({ db }: Ctx): Promise<void> {
	await db.client.execute(`INSERT INTO person (id, source, given_name, family_name, language)
		VALUES ('raadslid', 'team', 'Raad', 'Lid', 'nl')`);
	await db.client.execute(`INSERT INTO council_seat (id, organisation_id, person_id, seat, "from")
		VALUES ('zetel', 'team', 'raadslid', 'lid', '2020-01-01')`);
}

/** @returns the median of reading a table, ms */
async function reading(ctx: Ctx): Promise<number> {
	const tables = MEASURES.flatMap(({ criterion, informant }) =>
		SPLITS.map((split) => `${criterion}.${informant}.${split}`)
	);
	const took: number[] = [];
	for (let time = 0; time < 10; time += 1)
		for (const table of tables) {
			const start = performance.now();
			await getTable(ctx, MEMBER, TEAM, { quarter: QUARTER, table, language: 'nl' });
			// The first times compile statements.
			if (time > 1) took.push(performance.now() - start);
		}
	return median(took);
}

/** @returns transactions of three rows a second */
function bareWrites(file: string): number {
	const connection = new Embedded(file);
	connection.exec('PRAGMA synchronous = FULL');
	connection.exec(
		'CREATE TABLE bare (id TEXT PRIMARY KEY, words TEXT, value INTEGER) WITHOUT ROWID'
	);
	const insert = connection.prepare('INSERT INTO bare VALUES (?, ?, ?)');
	const start = performance.now();
	for (let at = 0; at < SUBMISSIONS; at += 1) {
		connection.exec('BEGIN IMMEDIATE');
		for (const part of ['a', 'b', 'c']) insert.run(`${part}-${at * 7919}`, 'x'.repeat(150), at);
		connection.exec('COMMIT');
	}
	const seconds = (performance.now() - start) / 1000;
	connection.close();
	return SUBMISSIONS / seconds;
}

type Sent = {
	readonly seconds: number;
	readonly took: readonly number[];
	readonly failed: number;
	readonly blockedMs: number;
};

async function send(
	file: string,
	first: number,
	count: number,
	atOnce: number,
	when = 0
): Promise<Sent> {
	const { stdout } = await promisify(execFile)(
		process.execPath,
		['bench/parts/feedback-sender.ts', String(first), String(count), String(atOnce), String(when)],
		{
			env: {
				...process.env,
				NODE_ENV: 'test',
				DATABASE_URL: `file:${file}`,
				LOG_LEVEL: 'silent'
			},
			maxBuffer: 64 * 1024 * 1024
		}
	);
	return JSON.parse(stdout) as Sent;
}
