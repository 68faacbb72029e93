// node tests/e2e/start.mjs PORT: the built server in demo mode, on a new database with the demo
// families. Stops, and takes the database away, when it is asked to.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onStop, start } from '../../scripts/launch/children.mjs';
import { ROOT, checkComplete } from '../../scripts/launch/clone.mjs';
import {
	ADMINISTRATORS,
	COUNCIL,
	FAMILIES,
	REGIONAL_HELP
} from '../../scripts/launch/families.mjs';
import { orExplain } from '../../scripts/launch/problem.mjs';

await orExplain(async () => {
	checkComplete(ROOT, ['build/handler.js', ...FAMILIES]);
	const folder = mkdtempSync(join(tmpdir(), 'samenspel-e2e-'));
	const env = {
		...process.env,
		DEMO: '1',
		PORT: process.argv[2] ?? '4317',
		DATABASE_URL: `file:${join(folder, 'e2e.db')}`,
		LOG_LEVEL: 'error'
	};
	/** @param {string[]} args @returns {Promise<number>} */
	const node = (args) => {
		const onTheirDay = ['--import', './tests/support/clock.ts', ...args];
		const child = start(process.execPath, onTheirDay, { cwd: ROOT, env, stdio: 'inherit' });
		onStop(() => child.kill('SIGTERM'));
		return new Promise((resolve) => child.once('close', (code) => resolve(code ?? 1)));
	};
	try {
		const steps = [
			['src/cli/import.ts', ...FAMILIES],
			['src/cli/regional-help.ts', REGIONAL_HELP],
			...ADMINISTRATORS.map((names) => ['src/cli/staff.ts', 'administer', ...names]),
			...COUNCIL.map((seat) => ['src/cli/council.ts', 'seat', ...seat]),
			['tests/support/publish-invented.ts'],
			['server.ts']
		];
		for (const step of steps) {
			process.exitCode = await node(step);
			if (process.exitCode) break;
		}
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
});
