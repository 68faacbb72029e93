import { ROOT, checkWritable } from './clone.mjs';
import { environmentWith, findNode } from './find-node.mjs';
import { installPackages } from './install.mjs';

/**
 * What every command starts with: a writable clone, the packages of the lock file, the right Node.
 * @returns {Promise<{ root: string, node: string, env: NodeJS.ProcessEnv }>}
 */
export async function prepare() {
	checkWritable(ROOT);
	await installPackages(ROOT);
	const node = findNode(ROOT, {
		version: process.versions.node,
		path: process.execPath,
		platform: process.platform,
		arch: process.arch
	});
	return { root: ROOT, node, env: environmentWith(ROOT, node, process.env) };
}
