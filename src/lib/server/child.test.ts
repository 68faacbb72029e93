import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { runCommand } from './child.ts';

const folder = mkdtempSync(join(tmpdir(), 'samenspel-child-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function aCommand(name: string, code: string): string {
	const file = join(folder, `${name}.ts`);
	writeFileSync(file, code);
	return file;
}

const stay = () => new AbortController().signal;

describe('a command beside the portal', () => {
	test('says how it ended, with what it was given', async () => {
		const file = aCommand('ends', 'process.exitCode = Number(process.argv[2]);');
		expect(await runCommand(file, ['3'], stay())).toBe(3);
		expect(await runCommand(file, ['0'], stay())).toBe(0);
	});

	test('takes no turn from who is reading, however busy it is', async () => {
		const file = aCommand('busy', 'const until = Date.now() + 800; while (Date.now() < until);');
		let turns = 0;
		const timer = setInterval(() => turns++, 20);
		await runCommand(file, [], stay());
		clearInterval(timer);
		expect(turns).toBeGreaterThan(10);
	});

	test('is left when the portal stops', async () => {
		const leaving = new AbortController();
		const ended = runCommand('--eval', ['setTimeout(() => undefined, 2000)'], leaving.signal);
		leaving.abort();
		expect(await ended).toBeNull();
	});
});
