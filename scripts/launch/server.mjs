import { closeSync, openSync, readFileSync } from 'node:fs';
import { onStop, start } from './children.mjs';
import { Problem } from './problem.mjs';

const SECONDS_TO_START = 60;
const SECONDS_TO_STOP = 15;

/**
 * Starts the server in a process group of its own, so that Ctrl-C reaches it once, through us.
 * What it writes, mail included, goes to a file: the terminal keeps what a person needs to know.
 * @param {string} node
 * @param {{ cwd: string, env: NodeJS.ProcessEnv, log: string }} options
 */
export function startServer(node, { cwd, env, log }) {
	const file = openSync(log, 'w', 0o600);
	const stdio = /** @type {const} */ (['ignore', file, file]);
	const child = start(node, ['server.ts'], { cwd, env, stdio: [...stdio], detached: true });
	closeSync(file);
	/** @type {Promise<number>} */
	const ended = new Promise((resolve) => {
		child.once('error', () => resolve(127));
		child.once('close', (code) => resolve(code ?? 1));
	});
	onStop(() => {
		child.kill('SIGTERM');
		setTimeout(() => child.kill('SIGKILL'), SECONDS_TO_STOP * 1000).unref();
	});
	return { ended };
}

/**
 * Waits until the server answers.
 * @param {string} address
 * @param {{ ended: Promise<number>, log: string }} server
 * @throws {Problem} when it ends first, or says nothing for a minute
 */
export async function waitUntilHealthy(address, { ended, log }) {
	let gone = /** @type {number | null} */ (null);
	void ended.then((code) => (gone = code));
	const until = Date.now() + SECONDS_TO_START * 1000;
	while (Date.now() < until) {
		if (gone !== null)
			throw new Problem(
				`The server stopped while starting (code ${gone}).`,
				readFileSync(log, 'utf8').trim().split('\n').slice(-20)
			);
		if (await answers(`${address}/healthz`)) return;
		await new Promise((resolve) => setTimeout(resolve, 100));
	}
	throw new Problem(`The server did not answer on ${address}/healthz within a minute.`);
}

/** @param {string} url */
async function answers(url) {
	try {
		return (await fetch(url, { signal: AbortSignal.timeout(2000) })).ok;
	} catch {
		return false;
	}
}
