import { spawn } from 'node:child_process';

/** The processes that this command started and that still run. No other process is ever ended. */
const running = new Set();

/** @type {() => void} */
let whenStopped = () => process.exit(130);

process.on('exit', () => {
	for (const child of running) child.kill('SIGTERM');
});
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
	process.on(signal, () => whenStopped());
}

/**
 * Starts a process that goes when this command goes.
 * @param {string} program
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} options
 */
export function start(program, args, options) {
	const child = spawn(program, args, options);
	running.add(child);
	child.once('close', () => running.delete(child));
	child.once('error', () => running.delete(child));
	return child;
}

/**
 * What Ctrl-C and a request to stop do from now on, instead of ending this command at once.
 * @param {() => void} handler
 */
export function onStop(handler) {
	whenStopped = handler;
}
