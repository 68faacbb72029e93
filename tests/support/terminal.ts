import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { onTestFinished } from 'vitest';

/** Runs a command in a folder of its own, as a person at a terminal would. */
export function aTerminal() {
	const folder = mkdtempSync(join(tmpdir(), 'samenspel-cli-'));
	onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
	const database = `file:${folder}/portal.db`;
	const file = (name: string, content: unknown) => {
		const path = join(folder, name);
		writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
		return path;
	};
	const run = (
		command: string,
		files: readonly string[] = [],
		more: NodeJS.ProcessEnv = {},
		cwd = process.cwd()
	) => {
		const env = { PATH: process.env['PATH'], DATABASE_URL: database, ...more };
		const done = spawnSync(process.execPath, [resolve(`src/cli/${command}.ts`), ...files], {
			env,
			cwd,
			encoding: 'utf8'
		});
		return { code: done.status, out: done.stdout, errors: done.stderr };
	};
	return { database, folder, file, run };
}
