/** The template's own script comes before anything a person wrote. */
const SCRIPT = '<script nonce="';

/** The nonce that Kit gave to this page; undefined in a part of a page without the script. */
export function nonceIn(html: string): string | undefined {
	const start = html.indexOf(SCRIPT);
	if (start < 0) return undefined;
	const from = start + SCRIPT.length;
	const nonce = html.slice(from, html.indexOf('"', from));
	return /^[A-Za-z0-9+/=]+$/.test(nonce) ? nonce : undefined;
}

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

/** The template's other scripts are each for the few pages that ask for them. */
export const withoutScript = (
	html: string,
	name: 'passkey' | 'circle',
	wanted: boolean | undefined
): string =>
	wanted ? html : html.replace(new RegExp(`\\s*<!--${name}-->.*?<!--/${name}-->`, 's'), '');
