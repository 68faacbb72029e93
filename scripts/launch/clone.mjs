import { accessSync, constants, existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Problem } from './problem.mjs';

/** The folder of this clone. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Checks that the clone, and what earlier runs left in it, can be written.
 * @param {string} root
 * @param {string[]} [inside] folders that are written when they exist
 * @throws {Problem}
 */
export function checkWritable(root, inside = ['node_modules', 'build', 'data', '.svelte-kit']) {
	for (const path of [root, ...inside.map((name) => join(root, name)).filter(existsSync)]) {
		try {
			accessSync(path, constants.W_OK);
		} catch {
			throw new Problem(`No permission to write in ${path}.`, [
				'Clone the project in a folder of your own, or become the owner of this one.'
			]);
		}
	}
}

/**
 * Checks that every file a command needs is there.
 * @param {string} root
 * @param {string[]} files
 * @throws {Problem}
 */
export function checkComplete(root, files) {
	const missing = files.filter((file) => !existsSync(join(root, file)));
	if (missing.length > 0)
		throw new Problem(`This copy of the project is not complete. Missing: ${missing.join(', ')}.`, [
			'Get a whole copy with `git clone`, or bring these files back with `git checkout .`'
		]);
}
