import { start } from './children.mjs';

/**
 * Runs one step and keeps what it writes; shows a title, the time, and a sign of life in between.
 * @param {string} program
 * @param {string[]} args
 * @param {{ cwd: string, env: NodeJS.ProcessEnv, title: string }} options
 * @returns {Promise<{ code: number, output: string, seconds: number }>}
 */
export async function run(program, args, { cwd, env, title }) {
	const began = performance.now();
	const seconds = () => (performance.now() - began) / 1000;
	const sign = signOfLife(title, seconds);
	/** @type {Buffer[]} */
	const parts = [];
	const child = start(program, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
	child.stdout?.on('data', (part) => parts.push(part));
	child.stderr?.on('data', (part) => parts.push(part));
	/** @type {number} */
	const code = await new Promise((resolve) => {
		child.once('error', (error) => {
			parts.push(Buffer.from(`${error.message}\n`));
			resolve(127);
		});
		child.once('close', (code) => resolve(code ?? 1));
	});
	sign.end(code === 0);
	return { code, output: Buffer.concat(parts).toString(), seconds: seconds() };
}

/**
 * @param {string} title
 * @param {() => number} seconds
 */
function signOfLife(title, seconds) {
	const terminal = process.stdout.isTTY && !process.env.CI;
	const show = () => {
		const line = `  ${title} … ${seconds().toFixed(0)} s`;
		if (terminal) process.stdout.write(`\r${line}`);
		else console.log(line);
	};
	if (terminal) show();
	const timer = setInterval(show, terminal ? 1000 : 30_000);
	return {
		/** @param {boolean} good */
		end(good) {
			clearInterval(timer);
			if (terminal) process.stdout.write('\r\u001b[2K');
			console.log(`${good ? '✓' : '✗'} ${title} (${seconds().toFixed(1)} s)`);
		}
	};
}
