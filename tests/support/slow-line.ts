import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

export type SlowLine = {
	/** From now on every answer takes this long to arrive; what is asked arrives at once. */
	readonly delay: (milliseconds: number) => void;
	readonly close: () => Promise<void>;
};

/** A line to a server whose answers can be late, so that a person taps again meanwhile. */
export async function slowLine(from: number, to: () => number): Promise<SlowLine> {
	let late = 0;
	const open = new Set<Socket>();
	const line = createServer((browser) => {
		const server = connect(to(), '127.0.0.1');
		for (const end of [browser, server]) {
			open.add(end);
			end.on('error', () => end.destroy());
			end.once('close', () => open.delete(end));
		}
		browser.on('data', (asked) => server.write(asked));
		server.on('data', (answer) => {
			setTimeout(() => browser.writable && browser.write(answer), late);
		});
		// Somebody who taps again or goes away leaves the server to finish what was asked.
		server.once('close', () => setTimeout(() => browser.end(), late));
	});
	line.listen(from, '127.0.0.1');
	await once(line, 'listening');
	return {
		delay: (milliseconds) => (late = milliseconds),
		close: async () => {
			for (const end of open) end.destroy();
			line.close();
			await once(line, 'close');
		}
	};
}
