import type { Handle } from '@sveltejs/kit/hooks';

/** The template's own script comes before anything a person wrote. */
const NONCE = /<script nonce="([A-Za-z0-9+/=]+)"/;

/**
 * Kit names the nonce in `script-src` only for scripts it adds itself, and pages without client code
 * have none: the template's script would be refused. Named here for it.
 */
export const scriptNonce: Handle = async ({ event, resolve }) => {
	let nonce: string | undefined;
	const response = await resolve(event, {
		transformPageChunk: ({ html }) => {
			nonce ??= NONCE.exec(html)?.[1];
			return html;
		}
	});
	const policy = response.headers.get('content-security-policy');
	if (policy && nonce) {
		response.headers.set('content-security-policy', withScriptNonce(policy, nonce));
	}
	return response;
};

/** Adds a nonce to the policy's `script-src`, once. */
export function withScriptNonce(policy: string, nonce: string): string {
	const source = `'nonce-${nonce}'`;
	return policy
		.split('; ')
		.map((part) =>
			part.startsWith('script-src ') && !part.includes(source) ? `${part} ${source}` : part
		)
		.join('; ');
}
