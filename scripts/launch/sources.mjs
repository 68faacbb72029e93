import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** What the build is made from. Generated folders inside are made again by the build itself. */
const SOURCES = [
	'src',
	'static',
	'messages',
	'vite.config.ts',
	'package.json',
	'package-lock.json'
];
const GENERATED = ['src/lib/paraglide', 'messages/project.inlang/cache'];

const STAMP = 'build/sources.sha256';

/**
 * One hash over names and content of everything the build is made from; tests do not count.
 * @param {string} root
 */
export function hashSources(root) {
	const hash = createHash('sha256');
	for (const file of SOURCES.flatMap((path) => filesUnder(root, path))) {
		hash
			.update(`${file}\n`)
			.update(readFileSync(join(root, file)))
			.update('\n');
	}
	return hash.digest('hex');
}

/**
 * Whether `build/` was made from the sources as they are now.
 * @param {string} root
 */
export function isBuilt(root) {
	const stamp = join(root, STAMP);
	return existsSync(stamp) && readFileSync(stamp, 'utf8') === hashSources(root);
}

/**
 * Notes from which sources `build/` was made.
 * @param {string} root
 */
export function noteBuilt(root) {
	mkdirSync(dirname(join(root, STAMP)), { recursive: true });
	writeFileSync(join(root, STAMP), hashSources(root));
}

/**
 * @param {string} root
 * @param {string} path
 * @returns {string[]}
 */
function filesUnder(root, path) {
	if (GENERATED.includes(path) || /\.test\.ts$/.test(path)) return [];
	const full = join(root, path);
	if (!existsSync(full)) return [];
	const entries = readdirOrNull(full);
	if (!entries) return [path];
	return entries.sort().flatMap((name) => filesUnder(root, `${path}/${name}`));
}

/** @param {string} path */
function readdirOrNull(path) {
	try {
		return readdirSync(path);
	} catch {
		return null;
	}
}
