/**
 * Serves the build. What Kit leaves to its surroundings is decided here: the public address comes from
 * the configuration and never from the request, and every response carries the same headers.
 */
import { existsSync, readdirSync } from 'node:fs';
import { createServer, STATUS_CODES, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { join } from 'node:path';
import type { Duplex } from 'node:stream';
import { fileURLToPath, pathToFileURL } from 'node:url';
import compression from '@polka/compression';
import { ConfigError, readConfig, type Config } from './src/lib/server/config.ts';
import {
	cacheControlFor,
	EVERY_RESPONSE,
	plainPage,
	policyFor,
	varyOn,
	withCharset
} from './src/lib/server/headers.ts';
import { OWN, ownHeaders } from './src/lib/server/request.ts';

type Handler = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

const BODY_LIMIT = 64 * 1024;
/** A body that is too large is still read this far, so that the browser gets to see the answer. */
const BODY_DISCARD = 1024 * 1024;
const STOP_WITHIN = 10_000;

process.env.NODE_ENV ||= 'production';
const config = configOrStop();
const handle = await handlerOrStop();
const files = namesUnder(fileURLToPath(new URL('build/client/', import.meta.url)));
// Brotli above 5 costs more time than it saves on a line; the files of the build are done beforehand.
const compress = compression({ brotli: true, level: 5 });

let stopping = false;
const server = createServer({ headersTimeout: 20_000, requestTimeout: 60_000 }, answer);
server.on('clientError', answerBroken);
/** Browsers open connections ahead of time; nothing that is still silent holds up a stop. */
const connections = new Set<Socket>();
server.on('connection', (socket: Socket) => {
	connections.add(socket);
	socket.once('close', () => connections.delete(socket));
});
server.on('error', (problem: NodeJS.ErrnoException) =>
	stop(
		problem.code === 'EADDRINUSE'
			? `PORT: poort ${config.port} op ${config.host} is al in gebruik.`
			: `De server kan niet starten: ${problem.message}`
	)
);
server.listen(config.port, config.host, () =>
	process.stdout.write(`Samenspel luistert op ${config.host}:${config.port} (${config.origin})\n`)
);
process.once('SIGTERM', finish);
process.once('SIGINT', finish);

function answer(request: IncomingMessage, response: ServerResponse): void {
	const target = request.url ?? '';
	prepareHeaders(
		response,
		target,
		cacheControlFor(target, files.has(target.split('?', 1)[0] ?? ''))
	);
	if (stopping) response.shouldKeepAlive = false;
	// An absolute address as target would end up in the middle of our own.
	if (!target.startsWith('/')) return refuse(response, 400);
	if (Number(request.headers['content-length']) > BODY_LIMIT) return refuseBody(request, response);
	ownHeaders(request.headers, {
		origin: config.origin,
		connected: request.socket.remoteAddress ?? '',
		trustProxy: config.trustProxy
	});
	compress(request, response, () => handle(request, response, () => refuse(response, 404)));
}

/**
 * Sets the headers of every response, and looks at what the application made of it when it is about to
 * be sent: after that, neither a file nor a page can be without.
 */
function prepareHeaders(response: ServerResponse, target: string, cacheControl: string): void {
	for (const [name, value] of Object.entries(EVERY_RESPONSE)) response.setHeader(name, value);
	response.setHeader('Content-Security-Policy', policyFor(target));
	response.setHeader('Cache-Control', cacheControl);
	const { writeHead } = response;
	response.writeHead = (status: number, ...rest: unknown[]) => {
		const own = rest.at(-1);
		if (typeof own === 'object') {
			for (const [name, value] of Object.entries(own ?? {})) response.setHeader(name, value);
		}
		completeHeaders(response);
		return writeHead.call(response, status);
	};
}

function completeHeaders(response: ServerResponse): void {
	const type = response.getHeader('Content-Type');
	if (typeof type === 'string') {
		response.setHeader('Content-Type', withCharset(type));
		if (/text|javascript|json|xml/.test(type)) {
			response.setHeader('Vary', varyOn(response.getHeader('Vary')?.toString(), 'Accept-Encoding'));
		}
	}
	if (String(response.getHeader('Cache-Control')).includes('no-store')) {
		response.setHeader('X-Robots-Tag', 'noindex');
	}
}

function refuseBody(request: IncomingMessage, response: ServerResponse): void {
	let seen = 0;
	request.on('data', (chunk: Buffer) => {
		seen += chunk.length;
		if (seen > BODY_DISCARD) request.destroy();
	});
	refuse(response, 413);
}

const REFUSALS: Readonly<Record<number, readonly [string, string]>> = {
	400: ['Dit adres klopt niet', 'Ga terug en probeer het opnieuw.'],
	404: ['Deze pagina is er niet', 'Ga terug en probeer het opnieuw.'],
	413: ['Dit is te veel tekst', 'Ga terug en maak de tekst korter.']
};

function refuse(response: ServerResponse, status: number): void {
	const [title, sentence] = REFUSALS[status] ?? REFUSALS[400] ?? ['', ''];
	const body = plainPage(title, sentence);
	response.writeHead(status, {
		'Content-Type': 'text/html; charset=utf-8',
		'Content-Length': Buffer.byteLength(body)
	});
	response.end(body);
}

/** A request that is not http at all gets its answer on the bare connection, with the same headers. */
function answerBroken(problem: NodeJS.ErrnoException, socket: Duplex): void {
	if (problem.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
	const status =
		{ HPE_HEADER_OVERFLOW: 431, ERR_HTTP_REQUEST_TIMEOUT: 408 }[problem.code ?? ''] ?? 400;
	const headers = { ...EVERY_RESPONSE, 'Cache-Control': 'no-store', 'Content-Length': '0' };
	const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
	socket.end(
		`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nConnection: close\r\n${lines.join('')}\r\n`
	);
}

/** Takes no new work, finishes what was accepted, lets the application close its things, and ends. */
function finish(signal: NodeJS.Signals): void {
	if (stopping) return;
	stopping = true;
	server.close(() => {
		(process as NodeJS.EventEmitter).emit('sveltekit:shutdown', signal);
		// What still runs after this is a timer: nobody waits for it.
		setTimeout(() => process.exit(0), 1000).unref();
	});
	for (const socket of connections) if (socket.bytesRead === 0) socket.destroy();
	setInterval(() => server.closeIdleConnections(), 100).unref();
	setTimeout(() => server.closeAllConnections(), STOP_WITHIN - 2000).unref();
}

function configOrStop(): Config {
	try {
		return readConfig(process.env);
	} catch (problem) {
		if (problem instanceof ConfigError) return stop(...problem.problems);
		throw problem;
	}
}

/** The build reads its surroundings once, when it is loaded. */
async function handlerOrStop(): Promise<Handler> {
	const built = new URL('build/handler.js', import.meta.url);
	if (!existsSync(built)) return stop('De map build ontbreekt. Voer eerst uit: npm run build');
	process.env.PROTOCOL_HEADER = OWN.protocol;
	process.env.HOST_HEADER = OWN.host;
	process.env.ADDRESS_HEADER = OWN.address;
	process.env.BODY_SIZE_LIMIT = String(BODY_LIMIT);
	delete process.env.PORT_HEADER;
	try {
		return ((await import(built.href)) as { handler: Handler }).handler;
	} catch (problem) {
		return stop(
			`De server kan niet starten: ${problem instanceof Error ? problem.message : problem}`
		);
	}
}

function namesUnder(folder: string): ReadonlySet<string> {
	const root = pathToFileURL(folder).pathname;
	const found = readdirSync(folder, { recursive: true, withFileTypes: true });
	const names = found
		.filter((entry) => entry.isFile())
		.map((entry) => pathToFileURL(join(entry.parentPath, entry.name)).pathname.slice(root.length));
	return new Set(names.map((name) => `/${name}`));
}

function stop(...lines: readonly string[]): never {
	for (const line of lines) process.stderr.write(`${line}\n`);
	process.exit(1);
}
