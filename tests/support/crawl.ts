import { createHash } from 'node:crypto';
import { extractText, getDocumentProxy, getMeta } from 'unpdf';

export type Answer = {
	readonly path: string;
	readonly status: number;
	readonly headers: string;
	readonly body: string;
};

/** What a signed-in browser sends along. */
export async function sessionOf(origin: string, person: string): Promise<string> {
	const answer = await fetch(`${origin}/demo/aanmelden`, {
		method: 'POST',
		body: new URLSearchParams({ persoon: person }),
		headers: { origin },
		redirect: 'manual'
	});
	const [cookie] = answer.headers.getSetCookie().filter((one) => one.startsWith('__Host-sessie='));
	if (answer.status !== 303 || !cookie) throw new Error(`${person} cannot sign in`);
	return cookie.split(';')[0] ?? '';
}

/** What can be read in an answer: of a PDF its words and what it says about itself. */
async function textOf(answer: Response): Promise<string> {
	if (answer.headers.get('content-type') !== 'application/pdf') return answer.text();
	const pdf = await getDocumentProxy(new Uint8Array(await answer.arrayBuffer()));
	const { text } = await extractText(pdf, { mergePages: true });
	return `${text}\n${JSON.stringify(await getMeta(pdf))}`;
}

/** Asks for one address, without following where it leads. */
export async function ask(
	origin: string,
	path: string,
	cookie = '',
	more: RequestInit = {}
): Promise<Answer> {
	const answer = await fetch(origin + path, {
		redirect: 'manual',
		...more,
		headers: { ...(more.headers as Record<string, string>), ...(cookie && { cookie }) }
	});
	const headers = [...answer.headers].map(([name, value]) => `${name}: ${value}`).join('\n');
	return { path, status: answer.status, headers, body: await textOf(answer) };
}

/** The same page in every shape in which the portal could send it. */
const shapesOf = (path: string): string[] => {
	const [page = '', query] = path.split('?', 2);
	const data = `${page === '/' ? '' : page}/__data.json`;
	const part = (parts: string) => `${data}?x-sveltekit-invalidated=${parts}`;
	return [path, `${data}${query ? `?${query}` : ''}`, ...['01', '10', '11', '00'].map(part)];
};

/** Leaving ends the session, and then there is nothing more to find. */
const LEAVES = /^(\/en)?\/(weg|afmelden)(\/|$)/;

const inEnglish = (path: string) =>
	/^\/en(\/|$)/.test(path) ? path : `/en${path === '/' ? '' : path}`;

function leadsFrom({ headers, body, path }: Answer, origin: string): string[] {
	const said = [
		...[...body.matchAll(/(?:href|action|src|data-sign-in)="([^"]+)"/g)].map(([, to]) => to),
		...[...body.matchAll(/"location":"([^"]+)"/g)].map(([, to]) => to),
		...[...headers.matchAll(/^location: (.+)$/gm)].map(([, to]) => to)
	];
	return said.flatMap((to) => {
		const url = URL.parse((to ?? '').replaceAll('&amp;', '&'), origin + path);
		return url?.origin === origin ? [url.pathname + url.search] : [];
	});
}

/** Articles are the same for everybody who signed in: one of each audience stands for all. */
export const oneArticle = (path: string): string =>
	path.replace(/(\/rechten\/(?:ouder|jongere))\/[\w-]+/, '$1/*');

/**
 * Every answer that can be reached from these addresses: each link, form and redirect, in both
 * languages, as a page and as the data of a page.
 * @param alike addresses for which it gives the same name are asked once
 */
export async function crawl(
	origin: string,
	cookie: string,
	from: readonly string[],
	alike = (path: string): string => path
): Promise<Answer[]> {
	const waiting = [...from];
	const known = new Set<string>();
	const answers: Answer[] = [];
	const walk = async () => {
		for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
			if (known.has(alike(path)) || LEAVES.test(path)) continue;
			known.add(alike(path));
			const answer = await ask(origin, path, cookie);
			answers.push(answer);
			waiting.push(...leadsFrom(answer, origin));
			if (path.includes('__data.json') || /\.\w+(\?|$)/.test(path)) continue;
			waiting.push(...shapesOf(path), inEnglish(path));
		}
	};
	// The first answers lead to the rest.
	await walk();
	return answers;
}

const plain = (text: string) =>
	text
		.replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
		.replace(/&#x([\da-f]+);/gi, (_, code: string) => String.fromCodePoint(parseInt(code, 16)))
		.replace(/\\u([\da-f]{4})/gi, (_, code: string) => String.fromCodePoint(parseInt(code, 16)))
		.toLowerCase();
const squeezed = (text: string) => plain(text).replace(/[\s().-]|&nbsp;|<[^>]*>/g, '');

/**
 * Which of these secrets stand in a text: as they are, written with other spaces, in capitals, as
 * entities, encoded for an address, in base64, or as a hash.
 */
export function secretsIn(text: string, secrets: readonly string[]): string[] {
	const [asIs, tight] = [plain(text), squeezed(text)];
	return secrets.filter((secret) => {
		const shapes = [
			secret.toLowerCase(),
			encodeURIComponent(secret).toLowerCase(),
			Buffer.from(secret).toString('base64').replace(/=+$/, '').toLowerCase(),
			createHash('sha256').update(secret).digest('hex')
		];
		return shapes.some((shape) => asIs.includes(shape)) || tight.includes(squeezed(secret));
	});
}
