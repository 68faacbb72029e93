import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

// npm run disclosure:nightly [-- <sets> <first seed>]: the properties of the council's figures over 10,000
// random data sets. A seed that fails is printed; `-- 1 <seed>` looks at that one alone.
const ROOT = fileURLToPath(new URL('..', import.meta.url));
const TEST = 'src/lib/council/disclosure.property.test.ts';
const NIGHTLY = '10000';

const [sets = NIGHTLY, seed = '1', ...more] = process.argv.slice(2);
const areNumbers = [sets, seed].every((text) => /^[1-9]\d*$/.test(text));
if (more.length > 0 || !areNumbers) {
	console.error('Use: npm run disclosure:nightly [-- <sets> <first seed>]');
	process.exitCode = 2;
} else {
	console.log(`seeds ${seed} to ${Number(seed) + Number(sets) - 1}`);
	const { status } = spawnSync(
		process.execPath,
		['node_modules/vitest/vitest.mjs', 'run', TEST, '--reporter=verbose'],
		{
			cwd: ROOT,
			stdio: 'inherit',
			env: { ...process.env, DISCLOSURE_SETS: sets, DISCLOSURE_SEED: seed }
		}
	);
	process.exitCode = status ?? 1;
}
