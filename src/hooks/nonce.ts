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

/** A script of the template that only some pages need, and the attribute that says which. */
const NEEDED = /\s*<!--needs ([\w-]+)-->(.*?)<!--\/needs-->/gs;

/**
 * Leaves out the scripts of the template that this page has no use for: each is there for elements
 * with an attribute. No word of a person makes an element, because every `<` of theirs is escaped.
 */
export const withNeededScripts = (html: string): string =>
	html.replace(NEEDED, (_, mark: string, script: string) => (hasElement(html, mark) ? script : ''));

const hasElement = (html: string, mark: string): boolean =>
	html.includes(` ${mark}`) && new RegExp(`<[a-z][^<>]* ${mark}[\\s=>]`).test(html);
