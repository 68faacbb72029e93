/** Browser features the portal never uses. Only names that browsers know: others fill the console. */
const SWITCHED_OFF = [
	'accelerometer',
	'autoplay',
	'browsing-topics',
	'camera',
	'clipboard-read',
	'clipboard-write',
	'compute-pressure',
	'cross-origin-isolated',
	'display-capture',
	'encrypted-media',
	'fullscreen',
	'gamepad',
	'geolocation',
	'gyroscope',
	'hid',
	'identity-credentials-get',
	'idle-detection',
	'keyboard-map',
	'local-fonts',
	'magnetometer',
	'microphone',
	'midi',
	'otp-credentials',
	'payment',
	'picture-in-picture',
	'screen-wake-lock',
	'serial',
	'storage-access',
	'sync-xhr',
	'usb',
	'window-management',
	'xr-spatial-tracking'
];

/** For everything that is not a page: it may load nothing, run nothing and be framed by nobody. */
export const NOTHING_POLICY =
	"default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

/** The worker for reading without internet runs under the policy it comes with: it asks our own server. */
const WORKER_POLICY = `${NOTHING_POLICY}; connect-src 'self'`;

/** The policy of a file that comes with the build. */
export const policyFor = (target: string): string =>
	target.split('?', 1)[0] === '/offline.js' ? WORKER_POLICY : NOTHING_POLICY;

/** Security 3: on every response, also a static file, a 304 and a refusal before any route. */
export const EVERY_RESPONSE: Readonly<Record<string, string>> = {
	'Content-Security-Policy': NOTHING_POLICY,
	'Strict-Transport-Security': 'max-age=63072000; includeSubDomains',
	'Cross-Origin-Opener-Policy': 'same-origin',
	'Cross-Origin-Embedder-Policy': 'require-corp',
	'Cross-Origin-Resource-Policy': 'same-origin',
	// Pages with forms say `same-origin` in their head: under this one a browser sends `Origin: null`
	// with a form, and Kit refuses it. Neither tells another site anything.
	'Referrer-Policy': 'no-referrer',
	'X-Content-Type-Options': 'nosniff',
	'X-Frame-Options': 'DENY',
	'Permissions-Policy': [
		...SWITCHED_OFF.map((feature) => `${feature}=()`),
		'publickey-credentials-get=(self)',
		'publickey-credentials-create=(self)'
	].join(', ')
};

const YEAR = 365 * 24 * 60 * 60;

/**
 * How long a response may be kept. Private unless it is a file that comes with the build: a route
 * that is really public says so itself.
 * @param target the path and query that was asked
 */
export function cacheControlFor(target: string, isFile: boolean): string {
	if (!isFile) return 'no-store';
	// `v` is the build's version, so the address changes whenever the file can have changed.
	const versioned = /[?&]v=[^&]/.test(target) || target.startsWith('/_app/immutable/');
	return versioned ? `public, max-age=${YEAR}, immutable` : 'public, max-age=600';
}

/** Html without a charset is read in the reader's own, and then an address is not what it seems. */
export const withCharset = (contentType: string): string =>
	/^text\/html\s*$/i.test(contentType) ? 'text/html; charset=utf-8' : contentType;

/** Adds a name to a `Vary` value once. */
export function varyOn(vary: string | undefined, name: string): string {
	const names = (vary ?? '').split(',').map((part) => part.trim());
	const known = names.some((part) => part === '*' || part.toLowerCase() === name.toLowerCase());
	return known ? (vary ?? '') : [...names.filter(Boolean), name].join(', ');
}

/** The page for a refusal that comes before any route: no style, no link, no name of the portal. */
export const plainPage = (title: string, sentence: string): string =>
	`<!doctype html><html lang="nl"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><h1>${title}</h1><p>${sentence}</p><p><a href="/hulp">Nu hulp nodig</a></p></html>\n`;
