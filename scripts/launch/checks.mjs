import { Problem } from './problem.mjs';
import { run } from './run.mjs';

/** @typedef {{ readonly title: string, readonly commands: readonly string[] }} Check */

/**
 * Every guard and test that needs no browser, in order. The first writes what the others read:
 * Kit's types and the compiled messages.
 * @type {readonly Check[]}
 */
export const GUARDS = [
	{
		title: 'Generated types and messages',
		commands: [
			'svelte-kit sync',
			'paraglide-js compile --silent --project ./messages/project.inlang --outdir ./src/lib/paraglide --emit-ts-declarations --strategy baseLocale'
		]
	},
	{ title: 'Formatting (prettier)', commands: ['prettier --check --log-level warn .'] },
	{ title: 'Habits (eslint)', commands: ['eslint --max-warnings 0 .'] },
	{
		title: 'Layers (dependency-cruiser)',
		commands: ['depcruise src --config .dependency-cruiser.mjs --output-type err-long']
	},
	{ title: 'Unused code (knip)', commands: ['knip --no-progress'] },
	{
		title: 'Types (svelte-check)',
		commands: ['svelte-check --tsconfig ./tsconfig.json --fail-on-warnings --output human']
	},
	// Some tests talk to the real server, which serves the build.
	{ title: 'Production build (vite)', commands: ['vite build'] },
	{ title: 'Unit tests (vitest)', commands: ['vitest run --reporter=dot'] }
];

/** @type {readonly Check[]} */
export const BROWSER_TESTS = [
	{ title: 'Browser tests (playwright)', commands: ['playwright test --reporter=line'] }
];

/**
 * Runs checks one after the other and stops at the first that fails.
 * @param {readonly Check[]} checks
 * @param {{ root: string, env: NodeJS.ProcessEnv }} place
 * @returns {Promise<number>} seconds it took
 * @throws {Problem} with everything the failing check wrote
 */
export async function runChecks(checks, { root, env }) {
	let total = 0;
	for (const { title, commands } of checks) {
		const all = commands.join(' && ');
		const { code, output, seconds } = await run('sh', ['-c', all], { cwd: root, env, title });
		total += seconds;
		if (code !== 0) {
			console.error(`\n──── ${title} ────\n${output.trim()}\n`);
			throw new Problem(`Failed: ${title}. Again on its own: npx ${commands.at(-1)}`);
		}
	}
	return total;
}
