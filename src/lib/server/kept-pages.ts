import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { dayInNetherlands, type Day } from '#lib/kernel/calendar.ts';
import type { Ctx } from './ctx.ts';
import { usedCss } from './used-css.ts';

/**
 * Public pages that were made once and are answered from memory. Who may be answered so is decided in
 * `src/hooks/kept.ts`; here is only what is kept, and when it is too old.
 */
type Kept = {
	/** The day for which it was made: notices and dates on a page change at midnight. */
	readonly day: Day;
	readonly edition: number;
	readonly madeAt: number;
	readonly headers: Readonly<Record<string, string>>;
	readonly bodies: Bodies;
};

type Bodies = { readonly identity: Buffer; br?: Buffer; gzip?: Buffer };

export type Encoding = keyof Bodies;

/** Another process of the portal may have changed what a page shows: it is made anew this often. */
const KEPT_MS = 5 * 60 * 1000;
const MOST_BYTES = 24 * 1024 * 1024;
/** Brotli above 9 costs ten times as much for a few bytes in a hundred less. */
const BROTLI = { [constants.BROTLI_PARAM_QUALITY]: 9 };

const pages = new Map<string, Kept>();
let edition = 0;

/** Whoever changes what a public page shows calls this: from now on every page is made anew. */
export function forgetKeptPages(): void {
	edition += 1;
	pages.clear();
}

/** The page that was kept under this name, as long as it holds. */
export function keptPage(
	ctx: Pick<Ctx, 'now'>,
	name: string,
	asked: { readonly encoding: Encoding; readonly head: boolean }
): Response | null {
	const kept = pages.get(name);
	if (!kept || !isOfNow(kept, ctx.now())) return null;
	// Asked for a second time: worth the work, which is done beside this answer.
	if (asked.encoding !== 'identity') void compress(kept.bodies, asked.encoding);
	return answerWith(kept, asked);
}

const isOfNow = ({ day, edition: made, madeAt }: Kept, now: Date): boolean =>
	made === edition && day === dayInNetherlands(now) && now.getTime() - madeAt < KEPT_MS;

/**
 * Makes a page, and keeps it when it is one that everybody gets. What goes out is already as it is
 * kept, so that the first reader gets the same as the second.
 */
export async function makePage(
	ctx: Pick<Ctx, 'now'>,
	name: string,
	asked: { readonly encoding: Encoding; readonly head: boolean },
	make: () => Promise<Response>
): Promise<Response> {
	// Before it is made: a page made around midnight or around a change is then too old, never too new.
	const before = { now: ctx.now(), edition };
	const made = await make();
	if (!isForEverybody(made)) return made;
	const text = await made.text();
	const nonce = /<script nonce="([A-Za-z0-9+/=]+)"/.exec(text)?.[1];
	const isHtml = made.headers.get('content-type')?.startsWith('text/html') ?? false;
	// The key of a form is for one person, once.
	if (isHtml && (!nonce || text.includes('name="key"'))) return new Response(text, made);
	const headers = Object.fromEntries(made.headers);
	const body = isHtml && nonce ? withoutNonce(text, nonce, headers) : text;
	headers.etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
	const earlier = pages.get(name);
	const same = earlier?.headers.etag === headers.etag;
	const kept: Kept = {
		day: dayInNetherlands(before.now),
		edition: before.edition,
		madeAt: before.now.getTime(),
		headers,
		bodies: same && earlier ? earlier.bodies : { identity: Buffer.from(body) }
	};
	pages.delete(name);
	pages.set(name, kept);
	makeRoom();
	return answerWith(kept, asked);
}

const isForEverybody = ({ status, headers }: Response): boolean =>
	status === 200 && !headers.has('set-cookie');

/**
 * A nonce serves once. What stands in a kept page is named by what it is instead: its style by a hash,
 * its scripts by being ours.
 * @param headers changed in place
 */
function withoutNonce(html: string, nonce: string, headers: Record<string, string>): string {
	const hashes: string[] = [];
	const bare = html.replaceAll(` nonce="${nonce}"`, '');
	const body = bare.replace(/<style>([\s\S]*?)<\/style>/g, (_, css: string) => {
		const used = usedCss(css, bare.replace(/<style>[\s\S]*?<\/style>/g, ''));
		hashes.push(`'sha256-${createHash('sha256').update(used).digest('base64')}'`);
		return `<style>${used}</style>`;
	});
	headers['content-security-policy'] = (headers['content-security-policy'] ?? '')
		.split('; ')
		.map((part) => {
			if (part.startsWith('script-src ')) return "script-src 'self'";
			if (part.startsWith('style-src ')) return ["style-src 'self'", ...hashes].join(' ');
			return part;
		})
		.join('; ');
	return body;
}

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

const beingCompressed = new WeakMap<Bodies, Set<Encoding>>();

/** Once for each page and encoding; until it is done the server compresses as for any page. */
async function compress(bodies: Bodies, encoding: 'br' | 'gzip'): Promise<void> {
	const begun = beingCompressed.get(bodies) ?? new Set();
	if (begun.has(encoding)) return;
	beingCompressed.set(bodies, begun.add(encoding));
	const small =
		encoding === 'br'
			? await brotli(bodies.identity, { params: BROTLI })
			: await zip(bodies.identity, { level: 9 });
	// What comes back can be a view on a much larger piece of memory.
	bodies[encoding] = Buffer.from(small);
}

function answerWith(
	{ headers, bodies }: Kept,
	{ encoding, head }: { readonly encoding: Encoding; readonly head: boolean }
): Response {
	const found = bodies[encoding];
	const body = found ?? bodies.identity;
	return new Response(head ? null : new Uint8Array(body), {
		headers: {
			...headers,
			vary: 'Accept-Encoding',
			'content-length': String(body.byteLength),
			...(found && encoding !== 'identity' && { 'content-encoding': encoding })
		}
	});
}

/** The oldest go first. */
function makeRoom(): void {
	const sizeOf = ({ bodies }: Kept) =>
		bodies.identity.byteLength + (bodies.br?.byteLength ?? 0) + (bodies.gzip?.byteLength ?? 0);
	let total = 0;
	for (const kept of pages.values()) total += sizeOf(kept);
	for (const [name, kept] of pages) {
		if (total <= MOST_BYTES) return;
		pages.delete(name);
		total -= sizeOf(kept);
	}
}
