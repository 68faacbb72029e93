import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startServer, type RunningServer } from './server.ts';

export type Demo = RunningServer & { readonly signIn: (person: string) => Promise<string> };

/**
 * The built portal on a fresh database with sample families; gone when `stop` returns.
 * @param messages files with case messages
 * @param fill writes more into the database before the server starts
 */
export async function startDemo(
	messages: readonly string[] = ['samples/piet.json'],
	fill: (databaseUrl: string) => Promise<void> = () => Promise.resolve()
): Promise<Demo> {
	const folder = mkdtempSync(join(tmpdir(), 'samenspel-bench-'));
	const environment = { DEMO: '1', DATABASE_URL: `file:${folder}/bench.db`, LOG_LEVEL: 'silent' };
	execFileSync(process.execPath, ['src/cli/import.ts', ...messages], {
		env: { ...process.env, ...environment },
		stdio: ['ignore', 'ignore', 'inherit']
	});
	await fill(environment.DATABASE_URL);
	const server = await startServer([process.execPath, 'server.ts'], environment);
	return {
		...server,
		signIn: (person) => signIn(server.origin, person),
		stop: async () => {
			await server.stop();
			rmSync(folder, { recursive: true, force: true });
		}
	};
}

/** The cookie of a new session of a demo person. */
async function signIn(origin: string, person: string): Promise<string> {
	const answer = await fetch(`${origin}/demo/aanmelden`, {
		method: 'POST',
		body: new URLSearchParams({ persoon: person }),
		headers: { origin },
		redirect: 'manual'
	});
	const cookie = answer.headers.getSetCookie().find((one) => one.startsWith('__Host-sessie='));
	if (!cookie) throw new Error(`demo sign-in as ${person} gave ${answer.status} and no session`);
	return cookie.split(';')[0] ?? '';
}
