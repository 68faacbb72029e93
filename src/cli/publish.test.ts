import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'samenspel-publish-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (...given: string[]) =>
	spawnSync(
		process.execPath,
		['--import', './tests/support/clock.ts', 'src/cli/publish.ts', ...given],
		{
			env: { PATH: process.env.PATH, DATABASE_URL: `file:${folder}/publish.db`, LOG_LEVEL: 'info' },
			encoding: 'utf8'
		}
	);

test('for the schedule: once, in the log, in counts only; and nothing when nothing is due', () => {
	const first = run('--due');
	expect([first.status, first.stderr]).toEqual([0, '']);
	expect(JSON.parse(first.stdout)).toMatchObject({
		event: 'tables',
		outcome: 'published',
		shown: 0,
		problems: []
	});
	const again = run('--due');
	expect([again.status, again.stdout, again.stderr]).toEqual([0, '', '']);
});

test.each([[['--due', '2026-Q3']], [['2026-K3']]])('%j is refused', (given) => {
	expect(run(...given)).toMatchObject({ status: 2, stdout: '' });
});
