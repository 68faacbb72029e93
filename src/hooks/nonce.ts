/** The template's own script comes before anything a person wrote. */
const NONCE = /<script nonce="([A-Za-z0-9+/=]+)"/;

/** The nonce that Kit gave to this page. */
export const nonceIn = (html: string): string | undefined => NONCE.exec(html)?.[1];

/**
 * Kit names the nonce in `script-src` only for scripts it adds itself, and pages without client code
 * have none: the template's script would be refused. Named here for it.
 */
export function allowScript(headers: Headers, nonce: string): void {
	const policy = headers.get('content-security-policy');
	if (policy) headers.set('content-security-policy', withScriptNonce(policy, nonce));
}

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
