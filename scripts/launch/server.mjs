import { onStop, start } from './children.mjs';
import { Problem } from './problem.mjs';

const SECONDS_TO_START = 60;
const SECONDS_TO_STOP = 15;

/**
 * Starts the server in a process group of its own, so that Ctrl-C reaches it once, through us.
 * @param {string} node
 * @param {{ cwd: string, env: NodeJS.ProcessEnv }} options
 */
export function startServer(node, options) {
	const child = start(node, ['server.ts'], { ...options, stdio: 'inherit', detached: true });
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
 * @param {Promise<number>} ended
 * @throws {Problem} when it ends first, or says nothing for a minute
 */
export async function waitUntilHealthy(address, ended) {
	let gone = /** @type {number | null} */ (null);
	void ended.then((code) => (gone = code));
	const until = Date.now() + SECONDS_TO_START * 1000;
	while (Date.now() < until) {
		if (gone !== null)
			throw new Problem(`The server stopped while starting (code ${gone}); see the lines above.`);
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
