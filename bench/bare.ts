import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import { textOf } from './round.ts';
import { startServer, type RunningServer } from './server.ts';

/** Builds the baseline: a page of Kit alone. */
export function buildBare(): void {
	execFileSync(process.execPath, [resolve('node_modules/vite/bin/vite.js'), 'build'], {
		cwd: 'bench/bare',
		stdio: ['ignore', 'ignore', 'inherit']
	});
}

/** The bare page with as many rows as bring its html nearest to this length. */
export async function bareOfLength(length: number): Promise<RunningServer> {
	const start = (rows: number) =>
		startServer([process.execPath, 'bench/bare/build/index.js'], { BENCH_ROWS: String(rows) });
	const lengthWith = async (rows: number) => {
		const server = await start(rows);
		const found = (await textOf(server.origin, '')).length;
		await server.stop();
		return found;
	};
	const [few, many] = [await lengthWith(10), await lengthWith(110)];
	return start(Math.max(1, Math.round(10 + (length - few) / ((many - few) / 100))));
}
