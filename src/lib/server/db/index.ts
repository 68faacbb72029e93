import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { createClient, type Client, type InValue } from '@libsql/client';
import type { SQL } from 'drizzle-orm';
import { NoopLogger } from 'drizzle-orm/logger';
import { drizzle } from 'drizzle-orm/libsql';
import { BetterSQLiteSession } from 'drizzle-orm/better-sqlite3/session';
import {
	createTableRelationsHelpers,
	extractTablesRelationalConfig,
	type ExtractTablesWithRelations
} from 'drizzle-orm/relations';
import { BaseSQLiteDatabase, SQLiteAsyncDialect, SQLiteSyncDialect } from 'drizzle-orm/sqlite-core';
import Embedded from 'libsql';
import type { Config } from '../config.ts';
import * as schema from './schema/index.ts';

type Schema = typeof schema;

/** What queries read from. The same drizzle calls work embedded and over the network. */
export type Reader = BaseSQLiteDatabase<'async', unknown, Schema>;

/** An open write transaction; also reads, and then sees its own writes. */
export type Tx = Reader & { readonly __write: true };

export type Database = {
	readonly read: Reader;
	/**
	 * Runs `work` in one write transaction, one at a time in this process. Never wait for the network
	 * inside: everybody else's writes wait too.
	 */
	readonly write: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;
	/**
	 * Runs statements in one write transaction, in one go, maybe with those of others: for what is decided
	 * beforehand and written often. All of them hold, or none. When others' statements fail, they are run
	 * once more alone: what they write twice must be the same as once.
	 * @returns the number of rows that each of them changed
	 */
	readonly writeAtOnce: (statements: readonly SQL[]) => Promise<number[]>;
	readonly client: Client;
	/** Takes what was deleted out of the write-ahead log too; `secure_delete` only clears the file. */
	readonly wipe: () => Promise<void>;
	readonly close: () => void;
};

/**
 * Opens the database. A `file:` is read through one synchronous connection of our own, which costs a
 * fraction of the client's, and written through the client with a single connection, so that the
 * pragmas hold for every write. Anything else goes through the client alone.
 */
export async function openDatabase(config: Config['database']): Promise<Database> {
	const embedded = config.url.startsWith('file:');
	const path = config.url.slice('file:'.length);
	if (embedded) mkdirSync(dirname(path), { recursive: true });
	const client = createClient({
		url: config.url,
		...(config.authToken && { authToken: config.authToken }),
		...(config.encryptionKey && { encryptionKey: config.encryptionKey }),
		...(embedded && { concurrency: 1, timeout: 2000 })
	});
	const writer = drizzle(client, { schema });
	const queue = oneAtATime();
	const write: Database['write'] = (work) =>
		queue(() => writer.transaction((tx) => work(tx as unknown as Tx)));
	const dialect = new SQLiteAsyncDialect();
	const writeAtOnce = together(queue, async (statements) => {
		const made = statements.map((one) => dialect.sqlToQuery(one));
		const done = await client.batch(
			made.map((one) => ({ sql: one.sql, args: one.params as InValue[] })),
			'write'
		);
		return done.map(({ rowsAffected }) => rowsAffected);
	});
	if (!embedded) {
		const read = writer as unknown as Reader;
		const wipe = () => Promise.resolve();
		return { read, write, writeAtOnce, client, wipe, close: () => client.close() };
	}
	// `secure_delete` and `synchronous` hold per connection; WAL stays with the file.
	await client.execute('PRAGMA journal_mode = WAL');
	await client.execute('PRAGMA secure_delete = ON');
	await client.execute('PRAGMA synchronous = FULL');
	await client.execute('PRAGMA foreign_keys = ON');
	const reading = new Embedded(path, {
		timeout: 2000,
		...(config.encryptionKey && { encryptionKey: config.encryptionKey })
	} as Embedded.Options);
	reading.exec('PRAGMA query_only = ON');
	const wipe = async () => void (await client.execute('PRAGMA wal_checkpoint(TRUNCATE)'));
	const close = () => {
		reading.close();
		client.close();
	};
	return { read: syncReader(reading), write, writeAtOnce, client, wipe, close };
}

/**
 * One write at a time: the driver gives SQLITE_BUSY, or stands still, when two overlap. In between, others
 * get a turn: an embedded database answers at once, and many writes in a row would hold up every reader.
 */
function oneAtATime(): <T>(run: () => Promise<T>) => Promise<T> {
	let last: Promise<unknown> = Promise.resolve();
	return (run) => {
		const result = last.then(run, run);
		last = result.then(breathe, breathe);
		return result;
	};
}

type Waiting = {
	readonly statements: readonly SQL[];
	readonly resolve: (changes: number[]) => void;
	readonly reject: (problem: unknown) => void;
};

/**
 * What comes while another write is under way shares one transaction, and so one wait for the disk; nobody
 * hears that it was kept before it was. When one of them cannot be, each is tried alone.
 */
function together(
	queue: (run: () => Promise<void>) => Promise<void>,
	write: (statements: readonly SQL[]) => Promise<number[]>
): Database['writeAtOnce'] {
	let waiting: Waiting[] = [];
	const writeAll = async () => {
		const all = waiting;
		waiting = [];
		try {
			const changes = await write(all.flatMap(({ statements }) => statements));
			for (const { statements, resolve } of all) resolve(changes.splice(0, statements.length));
		} catch (problem) {
			const [only, ...others] = all;
			if (only && others.length === 0) return only.reject(problem);
			for (const { statements, resolve, reject } of all)
				await write(statements).then(resolve, reject);
		}
	};
	return (statements) =>
		new Promise((resolve, reject) => {
			waiting.push({ statements, resolve, reject });
			if (waiting.length === 1) void queue(writeAll);
		});
}

const breathe = () => new Promise((resolve) => setImmediate(resolve));

/** Drizzle over a synchronous connection. Its builders can be awaited like the client's. */
function syncReader(connection: Embedded.Database): Reader {
	const dialect = new SQLiteSyncDialect();
	const tables = extractTablesRelationalConfig(schema, createTableRelationsHelpers);
	const relational = {
		fullSchema: schema,
		schema: tables.tables as unknown as ExtractTablesWithRelations<Schema>,
		tableNamesMap: tables.tableNamesMap
	};
	const session = new BetterSQLiteSession(connection as never, dialect, relational as never, {
		logger: new NoopLogger()
	});
	return new BaseSQLiteDatabase(
		'sync',
		dialect,
		session as never,
		relational as never
	) as unknown as Reader;
}

/**
 * A statement that is compiled once for each database and then only bound. Reads on every page are
 * written this way.
 */
export function prepared<T>(make: (read: Reader) => T): (read: Reader) => T {
	const made = new WeakMap<object, T>();
	return (read) => {
		let statement = made.get(read);
		if (!statement) {
			statement = make(read);
			made.set(read, statement);
		}
		return statement;
	};
}
