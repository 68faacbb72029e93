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

/** For code that would load it later; its style is in the page already. */
const SHEETS_FOR_LATER = /\s*<link [^>]*rel="stylesheet" disabled [^>]*>/g;

/** Where a script would take over: there is none, and on a long page they weigh. Words of people hold no `<`. */
const HYDRATION_MARKS = /<!--(?:\[-?\d*|\[!|\]|[a-z0-9]{0,8})-->/g;

/**
 * Makes a page ready: fills in what the template leaves open, and leaves out of its head what this page has
 * no use for: sheets for code that never comes, and the scripts of the template that are there for elements
 * with an attribute. No word of a person makes an element, because every `<` of theirs is escaped.
 *
 * The head and the rest are changed apart, and the patterns look at what follows the styles only: over a
 * whole page they cost as much as making it, and every change of it is one more copy of a long text.
 * @param open what stands in the template as `%portal.<name>%`, by name
 */
export function readyPage(html: string, open: Readonly<Record<string, string>>): string {
	const end = html.indexOf('</head>');
	if (end < 0) return html;
	const start = html.lastIndexOf('</style>', end) + 1;
	const marks = marksIn(html, end);
	const after = html
		.slice(start, end)
		.replace(SHEETS_FOR_LATER, '')
		.replace(NEEDED, (_, mark: string, script: string) => (marks.has(mark) ? script : ''));
	const head = Object.entries(open).reduce(
		(text, [name, value]) => text.replace(`%portal.${name}%`, value),
		html.slice(0, start) + after
	);
	return head.replace(HYDRATION_MARKS, '') + html.slice(end).replace(HYDRATION_MARKS, '');
}

const MARK = /[^\s=>]+/y;

/** The `data-` attributes of the elements from here on, found in one go. */
function marksIn(html: string, from: number): ReadonlySet<string> {
	const found = new Set<string>();
	for (let at = html.indexOf(' data-', from); at >= 0; at = html.indexOf(' data-', at + 1)) {
		if (html.lastIndexOf('<', at) < html.lastIndexOf('>', at)) continue;
		MARK.lastIndex = at + 1;
		found.add(MARK.exec(html)?.[0] ?? '');
	}
	return found;
}
