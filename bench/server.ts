import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';

export type RunningServer = {
	readonly origin: string;
	/** Processor seconds this process has used so far, by the operating system's own account. */
	readonly cpuSeconds: () => number;
	readonly stop: () => Promise<void>;
};

/** Clock ticks per second in /proc: 100 on every Linux that Node runs on. */
const TICKS = 100;

/** Starts a server of ours or of the baseline on a free port and waits until it answers. */
export async function startServer(
	command: readonly string[],
	environment: Record<string, string>
): Promise<RunningServer> {
	const port = await freePort();
	const [program = '', ...words] = command;
	const child = spawn(program, words, {
		env: { ...process.env, PORT: String(port), HOST: '127.0.0.1', ...environment },
		stdio: ['ignore', 'ignore', 'inherit']
	});
	const origin = `http://localhost:${port}`;
	await answering(child, origin);
	return {
		origin,
		cpuSeconds: () => cpuOf(child.pid ?? 0),
		stop: () =>
			new Promise((resolve) => {
				child.once('exit', () => resolve());
				child.kill('SIGTERM');
			})
	};
}

function cpuOf(pid: number): number {
	const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
	return (Number(fields[11]) + Number(fields[12])) / TICKS;
}

async function answering(child: ChildProcess, origin: string): Promise<void> {
	for (let attempt = 0; attempt < 100; attempt += 1) {
		if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}`);
		const answer = await fetch(origin, { redirect: 'manual' }).catch(() => null);
		if (answer) return;
		await new Promise((resolve) => setTimeout(resolve, 100));
	}
	throw new Error('the server did not answer within ten seconds');
}

const freePort = () =>
	new Promise<number>((resolve, reject) => {
		const probe = createServer();
		probe.once('error', reject);
		probe.listen(0, '127.0.0.1', () => {
			const address = probe.address();
			probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
		});
	});
