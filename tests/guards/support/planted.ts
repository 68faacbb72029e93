import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { onTestFinished } from 'vitest';

/**
 * A small project of its own with the house's configuration, in which a test can break a rule.
 * @param files path → content
 * @returns its folder, gone when the test ends
 */
export function planted(files: Record<string, string>): string {
	const folder = mkdtempSync(join(tmpdir(), 'planted-'));
	onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
	for (const name of ['package.json', 'tsconfig.json']) cpSync(name, join(folder, name));
	symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
	for (const [path, content] of Object.entries(files)) {
		mkdirSync(dirname(join(folder, path)), { recursive: true });
		writeFileSync(join(folder, path), content);
	}
	return folder;
}

/** What a program writes when it runs in a folder, whatever its exit code. */
export const outputOf = (program: string, args: string[], cwd: string) =>
	new Promise<{ stdout: string; stderr: string }>((done) => {
		execFile(program, args, { cwd, maxBuffer: 1e8 }, (_, stdout, stderr) =>
			done({ stdout, stderr })
		);
	});
