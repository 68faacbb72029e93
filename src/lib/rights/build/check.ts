import { PARTS, type Article, type Block, type Inline, type PartKey } from '../article.model.ts';
import { inlinesIn, linesOf, plainOf } from '../article.text.ts';
import { citation } from '../law.ts';
import { TOPICS } from '../topics.ts';

const REQUIRED: readonly PartKey[] = ['means', 'no', 'now'];

/** Whoever looks over a shoulder reads titles and addresses: no name of a measure in them (facts 7.1). */
const TELLING =
	/ondertoezicht|\bots\b|uithuis|\buhp\b|\bmuhp\b|gesloten|voogd|reclassering|\bjim\b|\bgezag|jeugdbescherm|veilig thuis|mishandel|geweld|placement|custody|supervision|guardian|probation|secure|abuse|drang/i;

/** In every language an article says what a term counts from: without it the day cannot be right. */
const STARTS: Readonly<Record<string, RegExp>> = { nl: /telt vanaf/i, en: /counts? from/i };

/** The pages of the portal that an article may lead to. */
const PAGES = [
	'/hulp',
	'/rechten',
	'/rechten/moet-dit',
	'/woorden',
	'/veilig',
	'/plan',
	'/thuis/regisseur',
	'/inloggen'
];

/** What is wrong with an article beyond its shape. Empty when it may be built. */
export function problemsOf(article: Article, folder: string): string[] {
	return [
		...(article.audience === folder ? [] : [`audience ${article.audience} in folder ${folder}`]),
		...(TOPICS.some((slug) => slug === article.slug)
			? []
			: ['a slug that topics.ts does not know']),
		...[article.title, article.slug]
			.filter((text) => TELLING.test(text))
			.map((text) => `a title or slug that tells what is read: ${text}`),
		...(article.checkedOn < article.reviewBy ? [] : ['reviewed before it was checked']),
		...translationProblems(article),
		...partProblems(article),
		...sourceProblems(article),
		...linkProblems(article)
	];
}

function translationProblems({ locale, source, translation }: Article): string[] {
	const own = locale === 'nl';
	if (own) return source || translation ? ['the Dutch file is no translation'] : [];
	return source && translation ? [] : ['a translation says source and translation'];
}

function partProblems({ parts, locale }: Article): string[] {
	const keys = parts.map(({ key }) => key);
	const inOrder = PARTS.filter((key) => keys.includes(key));
	const terms = parts.filter(({ key }) => key === 'terms').flatMap(({ blocks }) => blocks);
	return [
		...REQUIRED.filter((key) => !keys.includes(key)).map((key) => `no part "${key}"`),
		...(keys.join() === inOrder.join() ? [] : [`parts in another order, or twice: ${keys.join()}`]),
		...parts
			.filter(({ blocks, subs }) => !blocks.length && !subs.length)
			.map(({ key }) => `nothing under "${key}"`),
		...parts
			.flatMap(({ subs }) => subs)
			.filter(({ blocks }) => !blocks.length)
			.map(({ key }) => `nothing under "${key}"`),
		...terms
			.flatMap(itemsOf)
			.filter((item) => !STARTS[locale]?.test(plainOf(item)))
			.map((item) => `a term without what starts it: ${plainOf(item)}`)
	];
}

const itemsOf = (block: Block): readonly (readonly Inline[])[] =>
	block.kind === 'list' ? block.items : [];

/** What may be asked, and what not, is said with its source at each line (feature R2). */
function sourceProblems(article: Article): string[] {
	const cited = article.parts
		.flatMap(linesOf)
		.flatMap(inlinesIn)
		.flatMap((inline) => (inline.kind === 'law' ? [citation(inline.ref)] : []));
	const listed = article.law.map(citation);
	const bare = article.parts
		.flatMap(({ subs }) => subs)
		.filter(({ key }) => ['asked', 'notRequired', 'ifNo'].includes(key))
		.flatMap(({ blocks }) => blocks.flatMap(itemsOf))
		.filter((item) => !inlinesIn(item).some(({ kind }) => kind === 'law' || kind === 'document'));
	return [
		...listed.filter((law) => !cited.includes(law)).map((law) => `${law} is nowhere in the text`),
		...[...new Set(cited)]
			.filter((law) => !listed.includes(law))
			.map((law) => `${law} is not in "law"`),
		...bare.map((item) => `a line without its source: ${plainOf(item)}`)
	];
}

function linkProblems({ parts }: Article): string[] {
	return parts
		.flatMap(linesOf)
		.flatMap(inlinesIn)
		.flatMap((inline) => {
			if (inline.kind === 'article' && !TOPICS.some((slug) => slug === inline.slug))
				return [`a link to an article that is not there: ${inline.slug}`];
			if (inline.kind === 'page' && !PAGES.includes(inline.path))
				return [`a link to a page that is not there: ${inline.path}`];
			return [];
		});
}
