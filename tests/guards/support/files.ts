import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Paths of files under a folder, relative to it. Not a glob: those pass folders whose name begins
 * with a dot, such as `.well-known`, without a word.
 */
export const filesUnder = (folder: string, name: RegExp): string[] =>
	readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile() && name.test(entry.name))
		.map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
		.sort();
