import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { Problem } from './problem.mjs';
import { run } from './run.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome'];
/** Draws no window, so a page takes half the time. It keeps no page for Back, as people's browsers do. */
const SHELL = 'chromium-headless-shell';
const INSTALL = 'apt-get update && apt-get install -y --no-install-recommends chromium';

/**
 * A Chromium that is on this machine: `CHROMIUM_PATH`, else one of the usual names on PATH.
 * @param {NodeJS.ProcessEnv} environment
 * @param {(path: string) => boolean} [exists]
 * @returns {string | null}
 * @throws {Problem} when `CHROMIUM_PATH` names nothing
 */
export function findChromium(environment, exists = existsSync) {
	const { CHROMIUM_PATH: chosen, PATH = '' } = environment;
	if (chosen) {
		if (exists(chosen)) return chosen;
		throw new Problem(`CHROMIUM_PATH names a file that is not there: ${chosen}`);
	}
	const places = NAMES.flatMap((name) => PATH.split(delimiter).map((folder) => join(folder, name)));
	return places.find((place) => exists(place)) ?? null;
}

/**
 * The Chromium for the browser tests; installs the system's package where that is allowed.
 * @param {{ root: string, env: NodeJS.ProcessEnv }} place
 * @throws {Problem} with the one line to run
 */
export async function needChromium({ root, env }) {
	const found = findChromium(env);
	if (found) return found;
	const allowed = process.getuid?.() === 0 && onPath(env, 'apt-get');
	if (allowed) {
		const title = 'Installing Chromium for the browser tests';
		const { code, output } = await run('sh', ['-c', INSTALL], { cwd: root, env, title });
		const installed = findChromium(env);
		if (code === 0 && installed) return installed;
		throw new Problem('Chromium could not be installed.', output.trim().split('\n').slice(-8));
	}
	throw new Problem('The browser tests need Chromium, and it is not on this machine.', [
		onPath(env, 'apt-get')
			? `Run: sudo sh -c '${INSTALL}'`
			: 'Install Chromium and run: CHROMIUM_PATH=/path/to/chromium npm test',
		'`npm run verify` runs everything that needs no browser.'
	]);
}

/**
 * The quicker Chromium for tests that keep no page for Back: the headless shell, installed where that is
 * allowed, or else the whole browser.
 * @param {{ root: string, env: NodeJS.ProcessEnv }} place
 * @param {string} whole
 * @returns {Promise<string>} its path
 */
export async function quickChromium({ root, env }, whole) {
	const { PATH = '' } = env;
	const found = () =>
		PATH.split(delimiter)
			.map((folder) => join(folder, SHELL))
			.find((place) => existsSync(place));
	if (!found() && process.getuid?.() === 0 && onPath(env, 'apt-get')) {
		const title = 'Installing the headless shell for the browser tests';
		await run('sh', ['-c', `${INSTALL}-headless-shell`], { cwd: root, env, title });
	}
	return found() ?? whole;
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @param {string} program
 */
const onPath = ({ PATH = '' }, program) =>
	PATH.split(delimiter).some((folder) => existsSync(join(folder, program)));
