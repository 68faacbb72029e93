import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathOutsideModules } from './find-node.mjs';
import { Problem } from './problem.mjs';
import { run } from './run.mjs';

/** @typedef {Record<string, { version?: string, integrity?: string, optional?: boolean }>} Packages */

const NO_NETWORK = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|network/i;

/**
 * Installs what the lock file says, unless exactly that is installed already.
 * @param {string} root
 */
export async function installPackages(root) {
	const wanted = packagesIn(join(root, 'package-lock.json'));
	if (!wanted)
		throw new Problem('package-lock.json is missing or cannot be read.', [
			'Bring it back with `git checkout package-lock.json`.'
		]);
	const present = packagesIn(join(root, 'node_modules', '.package-lock.json'));
	if (present && isInstalled(wanted, present)) return;
	const { code, output } = await run('npm', ['ci', '--no-progress', '--loglevel=error'], {
		cwd: root,
		env: { ...process.env, PATH: pathOutsideModules(process.env.PATH ?? '') },
		title: 'Installing packages (a minute, only the first time)'
	});
	if (code === 0) return;
	throw new Problem(...reasonOf(output));
}

/**
 * npm's own record of what it installed, against the lock file. Optional packages are for other
 * machines and may be absent.
 * @param {Packages} wanted
 * @param {Packages} present
 */
export function isInstalled(wanted, present) {
	return Object.entries(wanted).every(([path, { version, integrity, optional }]) => {
		if (path === '') return true;
		const found = present[path];
		if (!found) return optional === true;
		return found.version === version && found.integrity === integrity;
	});
}

/**
 * What went wrong in words, from what npm wrote.
 * @param {string} output
 * @returns {[string, string[]]}
 */
export function reasonOf(output) {
	if (/ENOSPC/.test(output)) return ['The disk is full: packages could not be installed.', []];
	if (/EACCES|EPERM|EROFS/.test(output))
		return ['No permission to write: packages could not be installed.', lastLines(output)];
	if (NO_NETWORK.test(output))
		return [
			'Packages could not be fetched: there is no network, or npm cannot reach its registry.',
			['Check the connection (or proxy) and run the same command again.', ...lastLines(output)]
		];
	return ['Packages could not be installed. npm said:', lastLines(output)];
}

/** @param {string} output */
const lastLines = (output) => output.trim().split('\n').slice(-8);

/** @param {string} file @returns {Packages | null} */
function packagesIn(file) {
	try {
		return JSON.parse(readFileSync(file, 'utf8')).packages;
	} catch {
		return null;
	}
}
