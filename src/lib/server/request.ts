import type { IncomingHttpHeaders } from 'node:http';
import { isIP } from 'node:net';

/** Names that only the server writes: whatever a client sends under them is overwritten. */
export const OWN = {
	protocol: 'x-samenspel-protocol',
	host: 'x-samenspel-host',
	address: 'x-samenspel-address'
} as const;

const FORWARDED = [
	'forwarded',
	'x-forwarded-for',
	'x-forwarded-host',
	'x-forwarded-port',
	'x-forwarded-proto',
	'x-real-ip'
];

/**
 * Who asks: the connection, or behind a trusted proxy the last address, which is the one that this
 * proxy added. Everything before it is what a client says.
 */
export function addressOf(
	headers: IncomingHttpHeaders,
	connected: string,
	trustProxy: boolean
): string {
	if (!trustProxy) return connected;
	const last = headers['x-forwarded-for']?.toString().split(',').at(-1)?.trim() ?? '';
	return isIP(last) ? last : connected;
}

/**
 * Replaces what a client says about our address and its own by what we know. Changes the headers in
 * place, because that is where the application reads them.
 */
export function ownHeaders(
	headers: IncomingHttpHeaders,
	known: { readonly origin: string; readonly connected: string; readonly trustProxy: boolean }
): void {
	const { protocol, host } = new URL(known.origin);
	const address = addressOf(headers, known.connected, known.trustProxy);
	for (const name of FORWARDED) delete headers[name];
	headers.host = host;
	headers[OWN.protocol] = protocol.slice(0, -1);
	headers[OWN.host] = host;
	headers[OWN.address] = address;
}
