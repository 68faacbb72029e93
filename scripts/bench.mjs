import { start } from './launch/children.mjs';
import { needChromium } from './launch/find-chromium.mjs';
import { prepare } from './launch/prepare.mjs';
import { Problem, orExplain } from './launch/problem.mjs';
import { run } from './launch/run.mjs';
import { isBuilt, noteBuilt } from './launch/sources.mjs';

/** Measures the build of the sources as they are now, with the Node of the project. */
await orExplain(async () => {
	const place = await prepare();
	const { root, node } = place;
	const env = { ...place.env, CHROMIUM_PATH: await needChromium(place) };
	if (!isBuilt(root)) {
		const build = ['node_modules/vite/bin/vite.js', 'build'];
		const { code, output } = await run(node, build, {
			cwd: root,
			env,
			title: 'Building the pages'
		});
		if (code !== 0) throw new Problem('Building the pages: failed.', output.trim().split('\n'));
		noteBuilt(root);
	}
	const bench = start(node, ['bench/run.ts', ...process.argv.slice(2)], {
		cwd: root,
		env,
		stdio: 'inherit'
	});
	process.exitCode = await new Promise((resolve) =>
		bench.once('exit', (code) => resolve(code ?? 1))
	);
});
