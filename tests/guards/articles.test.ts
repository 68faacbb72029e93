import { describe, expect, test } from 'vitest';
import type { Article } from '#lib/rights/article.model.ts';
import { ArticleProblem } from '#lib/rights/build/blocks.ts';
import { CONTENT } from '#lib/rights/build/plugin.ts';
import { readArticle, readArticles, sourceMark } from '#lib/rights/build/read.ts';
import { TOPICS } from '#lib/rights/topics.ts';
import { LANGUAGES } from './support/languages.ts';
import { hardness, missing, wrongWords } from './support/articles.ts';

const articles = readArticles(CONTENT);
const dutch = articles.filter(({ locale }) => locale === 'nl');

describe('the articles', () => {
	test('are there for parents and youths, in every language of the portal', () => {
		expect(missing(articles, LANGUAGES)).toEqual([]);
	});

	test('in Dutch are easy enough for whom they speak to', () => {
		expect(dutch.flatMap(hardness)).toEqual([]);
	});

	test('have no words of the office, no shouting, and nothing wrong about the law', () => {
		expect(articles.flatMap(wrongWords)).toEqual([]);
	});

	test('in other languages are as new as their Dutch text', () => {
		expect(articles.filter(({ stale }) => stale).map(({ slug }) => slug)).toEqual([]);
	});
});

const HEAD = {
	title: 'Als iemand meekijkt',
	term: 'ondertoezichtstelling (OTS)',
	summary: 'De rechter wil dat iemand met u meekijkt.',
	audience: 'ouder',
	kaders: '[ots]',
	law: '[bw1 255]',
	sources: '[facts 1.6]',
	confidence: 'high',
	checkedOn: '2026-11-29',
	checkedBy: 'redactie',
	reviewBy: '2027-05-29',
	region: 'all',
	helps: '[jeugdstem]'
};
const BODY = `
## means

De rechter kiest dit. {bw1 255}

## no

U mag dit niet weigeren.

## now

1. Vraag wat er van u wordt gevraagd.
2. Lees ook [over een klacht](rights:klacht).
`;

const fileOf = (head: Partial<Record<keyof typeof HEAD | 'extra', string>>, body: string) =>
	`---\n${Object.entries({ ...HEAD, ...head })
		.map(([key, value]) => (key === 'extra' ? value : `${key}: ${value}`))
		.join('\n')}\n---\n${body}`;
const read = (
	head: Parameters<typeof fileOf>[0] = {},
	body = BODY,
	path = 'ouder/meekijken/nl.md'
): Article => readArticle({ path, text: fileOf(head, body) }, fileOf(head, body));

describe('seeded: the file of an article', () => {
	test('a whole article is read', () => {
		const article = read();
		expect(article).toMatchObject({ slug: 'meekijken', locale: 'nl', stale: false });
		expect(article.parts.map(({ key }) => key)).toEqual(['means', 'no', 'now']);
	});

	test.each<[what: string, head: Parameters<typeof fileOf>[0], body: string, problem: RegExp]>([
		['an unknown law', { law: '[bw9 255]' }, BODY, /unknown law: bw9 255/],
		['an unknown source in the text', {}, BODY.replace('{bw1 255}', '{bw9 1}'), /unknown source/],
		[
			'a law that the text does not name',
			{ law: '[bw1 255, bw1 258]' },
			BODY,
			/BW 1:258 is nowhere/
		],
		['a law that is not in the list', { law: '[bw1 258]' }, BODY, /BW 1:255 is not in "law"/],
		['a day that does not exist', { reviewBy: '2027-02-30' }, BODY, /reviewBy: not a day/],
		['a review before the check', { reviewBy: '2026-11-01' }, BODY, /reviewed before/],
		['a field too many', { extra: 'author: Jan' }, BODY, /Unrecognized key/],
		['another audience than its folder', { audience: 'jongere' }, BODY, /in folder ouder/],
		[
			'a title that tells',
			{ title: 'Uw kind uithuisgeplaatst' },
			BODY,
			/a title or slug that tells/
		],
		['a translation that is none', { extra: 'translation: machine' }, BODY, /no translation/],
		['a part that is not there', {}, BODY.replace('## no\n', '## nee\n'), /unknown part: nee/],
		['no part "now"', {}, BODY.slice(0, BODY.indexOf('## now')), /no part "now"/],
		['parts in another order', {}, `${BODY}\n## terms\n\nGeen.\n`, /another order/],
		['an empty part', {}, BODY.replace('U mag dit niet weigeren.', ''), /nothing under "no"/],
		['a broken link', {}, BODY.replace('rights:klacht', 'rights:klagt'), /not there: klagt/],
		['a page that is not there', {}, BODY.replace('rights:klacht', 'page:/x'), /not there: \/x/],
		[
			'a link to another site',
			{},
			BODY.replace('rights:klacht', 'https://x.nl'),
			/out of the portal/
		],
		['html', {}, BODY.replace('De rechter', '<b>De rechter</b>'), /not allowed here: html/],
		['a picture', {}, BODY.replace('De rechter', '![x](page:/hulp)'), /not allowed here: image/],
		[
			'a term without its start',
			{},
			BODY.replace('## now', '## terms\n\n- **2 weken** om iets te vragen.\n\n## now'),
			/a term without what starts it/
		],
		[
			'what may be asked, without a source',
			{},
			BODY.replace('U mag dit niet weigeren.', '### asked\n\n- Een gesprek.'),
			/a line without its source: Een gesprek/
		]
	])('%s', (_, head, body, problem) => {
		expect(() => read(head, body)).toThrow(ArticleProblem);
		expect(() => read(head, body)).toThrow(problem);
	});

	test('a slug that nobody listed', () => {
		expect(() => read({}, BODY, 'ouder/nergens/nl.md')).toThrow(/topics\.ts does not know/);
	});

	test('a translation knows the Dutch text that it was made from', () => {
		const translated = (source: string) =>
			readArticle(
				{
					path: 'ouder/meekijken/en.md',
					text: fileOf({ extra: `translation: machine\nsource: ${source}` }, BODY)
				},
				fileOf({}, BODY)
			).stale;
		expect(translated(sourceMark(fileOf({}, BODY)))).toBe(false);
		expect(translated(sourceMark(fileOf({}, `${BODY}\nMeer.`)))).toBe(true);
	});
});

describe('seeded: the words of an article', () => {
	const saying = (words: string, audience: 'ouder' | 'jongere') =>
		read({ audience }, BODY.replace('De rechter kiest dit.', words), `${audience}/meekijken/nl.md`);
	const LONG = `${Array.from({ length: 16 }, () => 'dit').join(' ')}.`;
	const HARD = 'Jeugdbeschermingsmaatregelen worden multidisciplinair geëvalueerd. '.repeat(9);

	test('an easy article passes', () => {
		expect(hardness(read())).toEqual([]);
	});

	test('hard words turn it red, for a youth sooner than for a parent', () => {
		expect(hardness(saying(HARD, 'ouder'))).toEqual([expect.stringMatching(/at least 70$/)]);
		const middling = 'De hulpverlener praat met de ouders over besluiten. '.repeat(6);
		expect(hardness(saying(middling, 'ouder'))).toEqual([]);
		expect(hardness(saying(middling, 'jongere'))).toEqual([expect.stringMatching(/at least 80$/)]);
	});

	test('long sentences turn it red', () => {
		expect(hardness(saying(LONG, 'ouder'))).toEqual([]);
		expect(hardness(saying(LONG, 'jongere'))).toEqual([expect.stringMatching(/over 15 words/)]);
		const many = `${Array.from({ length: 13 }, () => 'dit').join(' ')}. `.repeat(8);
		expect(hardness(saying(many, 'jongere'))).toEqual([expect.stringMatching(/at most 10$/)]);
	});

	test.each([
		['De casus wordt besproken.', /casus/],
		['Let op!', /exclamation/],
		['U moet meewerken aan drang.', /drang is not compulsory/]
	])('%s', (words, problem) => {
		expect(wrongWords(saying(words, 'ouder'))).toEqual([expect.stringMatching(problem)]);
	});

	test('an article that is not there', () => {
		const all = TOPICS.length * 2;
		expect(missing([], ['nl'])).toHaveLength(all);
		expect(missing([read()], ['nl'])).toHaveLength(all - 1);
	});
});
