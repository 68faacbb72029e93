import { joinPath, locales } from '#lib/ui/locale.ts';

/** What `static/offline.js` keeps: the pages of one language, without what they have in common. */
export type PagesAlong = {
	readonly locale: string;
	/** What every address in it begins with: nothing, or its language. */
	readonly base: string;
	/** Everything around the part of the page itself, with its policy. Few pages differ in it. */
	readonly frames: readonly Frame[];
	/** By path: the number of the frame, the page's own part, and when it must be looked at anew. */
	readonly pages: Readonly<Record<string, readonly [number, string, string | null]>>;
	/** The path of the page for everything else. */
	readonly otherwise: string;
	/** Above every page; `{on}` is the day on which it was kept. */
	readonly kept: string;
	readonly overdue: string;
};

type Frame = { readonly before: string; readonly after: string; readonly policy: string };

export type MadePage = {
	/** Without its language. */
	readonly path: string;
	readonly html: string;
	readonly policy: string;
	readonly reviewBy: string | null;
};

const MAIN = /<main[^>]*>/;

/** Stands for the page's own path, which is also in the links to its other languages. */
const PATH = '/{path}';

/** Takes the common part of pages apart, so that it is kept once. */
export function takenApart(
	made: readonly MadePage[],
	words: Omit<PagesAlong, 'frames' | 'pages'>
): PagesAlong {
	const frames: Frame[] = [];
	const known = new Map<string, number>();
	const numberOf = (frame: Frame) => {
		const text = JSON.stringify(frame);
		const number = known.get(text) ?? frames.push(frame) - 1;
		known.set(text, number);
		return number;
	};
	const pages = made.map(({ path, html, policy, reviewBy }) => {
		const start = MAIN.exec(html);
		const from = start ? start.index + start[0].length : 0;
		const to = html.lastIndexOf('</main>');
		const frame = {
			before: html.slice(0, from),
			after: path === '/' ? html.slice(to) : withoutPath(html.slice(to), path),
			policy
		};
		return [path, [numberOf(frame), html.slice(from, to), reviewBy]] as const;
	});
	return { ...words, frames, pages: Object.fromEntries(pages) };
}

const withoutPath = (after: string, path: string): string =>
	locales.reduce(
		(text, locale) => text.replaceAll(`"${joinPath(locale, path)}"`, `"${joinPath(locale, PATH)}"`),
		after
	);
