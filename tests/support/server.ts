import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ADMINISTRATORS, COUNCIL, REGIONAL_HELP } from '../../scripts/launch/families.mjs';
import type { SampleName } from './case-message.ts';

export type RunningServer = {
	readonly origin: string;
	readonly port: number;
	/** The libSQL file that it works on. */
	readonly databaseFile: string;
	readonly process: ChildProcess;
	/** What the importer said about the families. */
	readonly imported: string;
	/** What it wrote so far, both streams. */
	readonly output: () => string;
	/** Ends it in the middle of whatever it does, as when a machine loses its power. */
	readonly crash: () => Promise<void>;
	/** Starts it again, on the same database and port. */
	readonly restart: () => Promise<void>;
	/** Stops it as an operator would. @returns its exit code */
	readonly stop: () => Promise<number | null>;
};

/** A port that nobody listens on. */
export async function freePort(): Promise<number> {
	const listener = createServer().listen(0, '127.0.0.1');
	await once(listener, 'listening');
	const { port } = listener.address() as AddressInfo;
	listener.close();
	await once(listener, 'close');
	return port;
}

/** Starts `server.ts` over the build, as in production, with nothing of this process's environment. */
export function startProcess(environment: Record<string, string>, args = ['server.ts']) {
	return spawn(process.execPath, args, {
		env: { PATH: process.env.PATH, ...environment },
		stdio: ['ignore', 'pipe', 'pipe']
	});
}

/** On the day of the sample families. */
const ON_THEIR_DAY = ['--import', './tests/support/clock.ts'];

/** Runs a command on a database, on the day of the samples. @returns what it said */
async function command(databaseFile: string, ...args: string[]): Promise<string> {
	const environment = { DATABASE_URL: `file:${databaseFile}`, LOG_LEVEL: 'error', DEMO: '1' };
	const running = startProcess(environment, [...ON_THEIR_DAY, ...args]);
	let said = '';
	for (const stream of [running.stdout, running.stderr]) {
		stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
	}
	const [code] = (await once(running, 'close')) as [number | null];
	if (code !== 0) throw new Error(`${args.join(' ')} failed: ${said}`);
	return said;
}

/** Names who sits in a council, and freezes invented tables for it to read. The families are there already. */
export async function withCouncil({ databaseFile }: RunningServer): Promise<void> {
	for (const seat of COUNCIL) await command(databaseFile, 'src/cli/council.ts', 'seat', ...seat);
	await command(databaseFile, 'tests/support/publish-invented.ts');
}

type Imported = { readonly databaseFile: string; readonly said: string };
const imported = new Map<string, Promise<Imported>>();

/** Takes sample families in, once for all servers of this process: the importer runs for seconds. */
async function takeIn(families: readonly SampleName[]): Promise<Imported> {
	const folder = mkdtempSync(join(tmpdir(), 'samenspel-imported-'));
	process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
	const databaseFile = join(folder, 'test.db');
	const files = families.map((name) => `samples/${name}.json`);
	const said = await command(databaseFile, 'src/cli/import.ts', ...files);
	return { databaseFile, said };
}

/** Puts sample families in a new database. @returns what the importer said: personal codes among it */
async function copyOf(families: readonly SampleName[], databaseFile: string): Promise<string> {
	const names = families.join();
	const original = imported.get(names) ?? takeIn(families);
	imported.set(names, original);
	const { databaseFile: from, said } = await original;
	for (const part of ['', '-wal']) {
		if (existsSync(from + part)) copyFileSync(from + part, databaseFile + part);
	}
	return said;
}

/** Puts the invented help of the regions in, and names who keeps it. The families are there already. */
export async function withRegionalHelp({ databaseFile }: RunningServer): Promise<void> {
	await command(databaseFile, 'src/cli/regional-help.ts', REGIONAL_HELP);
	for (const names of ADMINISTRATORS)
		await command(databaseFile, 'src/cli/staff.ts', 'administer', ...names);
}

/**
 * The real, built server on a database of its own, in demo mode.
 * @param families sample families in it; with any, the server's clock starts on their day
 * @throws when there is no build, or when it does not start within thirty seconds
 */
export async function startServer(
	environment: Record<string, string> = {},
	families: readonly SampleName[] = []
): Promise<RunningServer> {
	if (!existsSync('build/handler.js')) throw new Error('No build yet: run `npm run build` first.');
	const folder = mkdtempSync(join(tmpdir(), 'samenspel-server-'));
	const databaseFile = join(folder, 'test.db');
	const port = await freePort();
	const said = families.length > 0 ? await copyOf(families, databaseFile) : '';
	let written = '';
	const settings = {
		DEMO: '1',
		PORT: String(port),
		DATABASE_URL: `file:${databaseFile}`,
		LOG_LEVEL: 'error',
		...environment
	};
	const start = async () => {
		const args = [...(families.length > 0 ? ON_THEIR_DAY : []), 'server.ts'];
		const child = startProcess(settings, args);
		const from = written.length;
		const ready = Promise.withResolvers<void>();
		for (const stream of [child.stdout, child.stderr]) {
			stream?.on('data', (chunk: Buffer) => {
				written += chunk.toString();
				if (written.slice(from).includes('luistert op')) ready.resolve();
			});
		}
		const exited = once(child, 'exit') as Promise<[number | null]>;
		void exited.then(() => ready.reject(new Error(`The server stopped: ${written}`)));
		const late = setTimeout(
			() => ready.reject(new Error(`The server is late: ${written}`)),
			30_000
		);
		try {
			await ready.promise;
		} catch (problem) {
			child.kill('SIGKILL');
			throw problem;
		} finally {
			clearTimeout(late);
		}
		return { child, exited };
	};
	let running = await start();
	return {
		origin: environment.ORIGIN ?? `http://localhost:${port}`,
		port,
		databaseFile,
		imported: said,
		get process() {
			return running.child;
		},
		output: () => written,
		crash: async () => {
			running.child.kill('SIGKILL');
			await running.exited;
		},
		restart: async () => {
			running = await start();
		},
		stop: async () => {
			running.child.kill('SIGTERM');
			const [code] = await running.exited;
			rmSync(folder, { recursive: true, force: true });
			return code;
		}
	};
}
