import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

/** Slow 3G: what a round trip takes, and how many bytes a millisecond brings. */
const ROUND_TRIP = 400;
const BYTES_PER_MS = 50;

export type Line = { readonly origin: string; readonly close: () => Promise<void> };

/**
 * A slow line to a server here. Opening a connection takes a round trip, as it does on a real one (a browser's
 * own throttling leaves that out), every way takes half of one, and all connections share the bytes.
 */
export async function slowLineTo(origin: string): Promise<Line> {
	const port = Number(new URL(origin).port);
	const open = new Set<Socket>();
	let free = 0;
	const line = createServer((browser) => {
		const server = connect(port, '127.0.0.1');
		const opened = Date.now() + ROUND_TRIP;
		for (const end of [browser, server]) {
			open.add(end);
			end.on('error', () => end.destroy());
			end.once('close', () => open.delete(end));
		}
		const there = inOrder();
		const back = inOrder();
		browser.on('data', (asked) =>
			there(Math.max(Date.now(), opened) + ROUND_TRIP / 2, () => server.write(asked))
		);
		server.on('data', (answer: Buffer) => {
			free = Math.max(Date.now(), free) + answer.byteLength / BYTES_PER_MS;
			back(free + ROUND_TRIP / 2, () => browser.writable && browser.write(answer));
		});
		server.once('close', () => back(free + ROUND_TRIP / 2, () => browser.end()));
	});
	line.listen(0, '127.0.0.1');
	await once(line, 'listening');
	const address = line.address();
	return {
		origin: `http://localhost:${typeof address === 'object' && address ? address.port : 0}`,
		close: async () => {
			for (const end of open) end.destroy();
			line.close();
			await once(line, 'close');
		}
	};
}

/** Things that happen at a moment, and never before the one that was asked earlier. */
function inOrder(): (moment: number, act: () => void) => void {
	let last: Promise<void> = Promise.resolve();
	return (moment, act) => {
		last = last
			.then(() => new Promise<void>((done) => setTimeout(done, Math.max(0, moment - Date.now()))))
			.then(act);
	};
}
