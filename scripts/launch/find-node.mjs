import { existsSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { Problem } from './problem.mjs';

/** From this version on Node runs TypeScript files as they are. */
const OLDEST = [22, 18];

/**
 * The Node that runs the project: the one that `npm ci` brought, else the running one.
 * @param {string} root
 * @param {{ version: string, path: string, platform: string, arch: string }} running
 * @param {(path: string) => boolean} [exists]
 * @returns {string} path of the program
 * @throws {Problem} when neither is there or new enough
 */
export function findNode(root, running, exists = existsSync) {
	const own = join(root, 'node_modules', `node-${running.platform}-${running.arch}`, 'bin', 'node');
	if (exists(own)) return own;
	if (isNewEnough(running.version)) return running.path;
	throw new Problem(
		`Node ${running.version} is too old, and the project's own Node was not installed.`,
		[
			`Install Node ${OLDEST.join('.')} or newer and run the same command again.`,
			'On Linux (x64, arm64) the project brings its own Node, unless npm is told to leave',
			'optional packages out: `npm config get omit` must not say `optional`.'
		]
	);
}

/** @param {string} version such as `22.18.0` */
export function isNewEnough(version) {
	const [major = 0, minor = 0] = version.split('.').map(Number);
	const [oldestMajor = 0, oldestMinor = 0] = OLDEST;
	return major > oldestMajor || (major === oldestMajor && minor >= oldestMinor);
}

/**
 * The environment of every step: that Node first on PATH, then the project's own programs.
 * @param {string} root
 * @param {string} node
 * @param {NodeJS.ProcessEnv} environment
 */
export function environmentWith(root, node, environment) {
	const programs = join(root, 'node_modules', '.bin');
	return {
		...environment,
		PATH: [dirname(node), programs, environment.PATH ?? ''].join(delimiter)
	};
}

/**
 * PATH without programs of a `node_modules`: `npm ci` removes those while it runs.
 * @param {string} path
 */
export const pathOutsideModules = (path) =>
	path
		.split(delimiter)
		.filter((folder) => !/[\\/]node_modules[\\/]/.test(`${folder}/`))
		.join(delimiter);
