import { spawn } from 'node:child_process';

/**
 * Runs one of the portal's commands in a process of its own, so that long work takes no turn from anybody who
 * is reading. What it writes comes where the portal writes. It is left to finish when the portal stops: nobody
 * waits for it then.
 * @param file from where the portal is started
 * @returns how it ended; null when it was left, or ended by a signal
 */
export function runCommand(
	file: string,
	given: readonly string[],
	leave: AbortSignal
): Promise<number | null> {
	return new Promise((resolve, reject) => {
		const child = spawn(process.execPath, [...process.execArgv, file, ...given], {
			stdio: ['ignore', 'inherit', 'inherit']
		});
		child.unref();
		child.once('error', reject);
		child.once('exit', (code) => resolve(code));
		leave.addEventListener('abort', () => resolve(null), { once: true });
	});
}
