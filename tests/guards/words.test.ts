import { describe, expect, test } from 'vitest';
import { inlinesIn, linesOf, plainOf } from '#lib/rights/article.text.ts';
import { ArticleProblem, readParts } from '#lib/rights/build/blocks.ts';
import { CONTENT } from '#lib/rights/build/plugin.ts';
import { readArticles, sourceMark } from '#lib/rights/build/read.ts';
import { readWordLists, readWords, withWords } from '#lib/rights/build/words.ts';
import { LANGUAGES } from './support/languages.ts';
import { wordProblems } from './support/words.ts';

const lists = readWordLists(CONTENT, LANGUAGES);
const dutch = lists[0];
if (dutch?.locale !== 'nl') throw new Error('The Dutch list comes first.');

/** The terms of the fact sheet (section 8), as they are written there. */
const FACTS_8 =
	`aanmelding advocaat beschikking bewindvoerder bezwaar bijzondere_curator blokkaderecht
casusregisseur cliëntenraad cliëntondersteuner contactbeperking crisis dossier drang drempel_12_jaar eigen_risico
familiegroepsplan feitenonderzoek gecertificeerde_instelling GI gedwongen_kader gegrond ongegrond geheimhouding
geschillenregeling gesloten_jeugdhulp gezag gezagsbeëindiging gezinshuis gezinsvoogd jeugdbeschermer griffie
hoger_beroep hoor_en_wederhoor hulpverleningsplan inspectie instroomlijst intensieve_vrijwillige_hulp
jeugdbescherming jeugdbeschermingstafel jeugdhulp jeugdreclassering Jeugdstem JIM kindgesprek
kinderbeschermingsmaatregel kinderrechter klacht klachtencommissie kwalificatieplicht lokaal_team wijkteam
machtiging medezeggenschap melding mentorschap omgang ondertoezichtstelling OTS ontheffing ontzetting
open_jeugdhulp perspectief plan_van_aanpak pleegzorg preventieve_jeugdbescherming procesregisseur
Raad_voor_de_Kinderbescherming raadsonderzoek rapportcijfer rechtbank gerechtshof rechtsbijstand toevoeging
schriftelijke_aanwijzing SKJ spoedmachtiging steunfiguur toekomstplan toestemming uithuisplaatsing uitval
Veilig_Thuis veiligheidsplan verlengde_jeugdhulp vertrouwenspersoon verzoek_tot_onderzoek VTO voogd
voorlopige_OTS vrijwillig_kader waakvlam warme_overdracht Wlz Wmo`
		.split(/\s+/)
		.map((term) => term.replaceAll('_', ' '));

describe('the list of words', () => {
	test('has every term of the fact sheet', () => {
		const there = dutch.words.flatMap(({ term, forms }) => [term, ...forms]);
		expect(FACTS_8.filter((term) => !there.includes(term))).toEqual([]);
		expect(dutch.words.length).toBeGreaterThanOrEqual(80);
	});

	test('has every confusing pair of the fact sheet', () => {
		const pairs = dutch.pairs.map(({ sides }) => sides.map(({ name }) => name).join(' – '));
		expect(pairs).toEqual([
			'mentor (mentorschap) – JIM',
			'vertrouwenspersoon – cliëntondersteuner – JIM',
			'voogd – gezinsvoogd of jeugdbeschermer',
			'omgang – contactbeperking',
			'klacht – bezwaar – hoger beroep – geschillenregeling',
			'ondertoezichtstelling (OTS) – TBS',
			'beschikking van de gemeente – beschikking van de rechter',
			'machtiging uithuisplaatsing – machtiging gesloten jeugdhulp'
		]);
	});

	test.each(lists.map((list) => [list.locale, list] as const))(
		'is easy, and says nothing wrong: %s',
		(_, list) => {
			expect(wordProblems(list)).toEqual([]);
		}
	);

	test('is as new in other languages as in Dutch', () => {
		expect(lists.filter(({ stale }) => stale)).toEqual([]);
	});

	test('is found in every article', { timeout: 60_000 }, () => {
		const without = readArticles(CONTENT).filter((article) => {
			const list = lists.find(({ locale }) => locale === article.locale);
			const marked = withWords(article, list?.words ?? []);
			expect(marked.parts.flatMap(linesOf).map(plainOf)).toEqual(
				article.parts.flatMap(linesOf).map(plainOf)
			);
			return !marked.parts
				.flatMap(linesOf)
				.flatMap(inlinesIn)
				.some(({ kind }) => kind === 'word');
		});
		expect(without.map(({ audience, slug, locale }) => `${audience}/${slug}/${locale}`)).toEqual(
			[]
		);
	});
});

const WORDS = `
checkedOn: 2026-11-29
checkedBy: redactie
reviewBy: 2027-05-29
words:
  - nr: 1
    term: voogd
    means: Iemand met gezag, als ouders dat niet hebben.
    forms: [voogd, voogden]
  - nr: 2
    term: gezinsvoogd
    means: De werker van de GI die het gezin helpt.
    forms: [gezinsvoogd]
  - nr: 3
    term: Raad
    means: De Raad onderzoekt of een kind bescherming nodig heeft.
    forms: [Raad voor de Kinderbescherming, Raad]
  - nr: 4
    term: jeugdhulp
    means: Hulp voor kinderen en jongeren.
    forms: [jeugdhulp]
  - nr: 5
    term: gesloten jeugdhulp
    means: Hulp op een plek waar een jongere niet weg mag.
    forms: [gesloten jeugdhulp]
pairs:
  - sides: [{ word: 1 }, { word: 2 }]
    difference: Een voogd heeft het gezag en een gezinsvoogd niet.
said:
  - say: [jeugdzorg]
    words: [2]
    topics: [meekijken]
`;
const read = (text = WORDS, own = text, path = 'words/nl.yaml') =>
	readWords({ path, text: own }, text);

describe('seeded: the file of a list', () => {
	test('a whole list is read', () => {
		expect(read().words.map(({ nr }) => nr)).toEqual([1, 2, 3, 4, 5]);
		expect(wordProblems(read())).toEqual([]);
	});

	test.each<[what: string, from: string, to: string, problem: RegExp]>([
		['a number twice', 'nr: 2', 'nr: 1', /two words with number 1/],
		['a term twice', 'term: gezinsvoogd', 'term: voogd', /twice in the list: voogd/],
		['a form of two words', 'forms: [gezinsvoogd]', 'forms: [voogd]', /found as two words: voogd/],
		['a pair with a word that is not there', '{ word: 2 }', '{ word: 9 }', /there is no word 9/],
		[
			'what people say, of an article that is not there',
			'[meekijken]',
			'[nergens]',
			/no article nergens/
		],
		['no explanation', 'means: Hulp voor kinderen en jongeren.', "means: ''", /words\.3\.means/],
		['a day that is none', '2027-05-29', '2027-02-30', /reviewBy: not a day/],
		[
			'a review before the check',
			'reviewBy: 2027-05-29',
			'reviewBy: 2026-01-01',
			/reviewed before/
		],
		['a field too many', 'checkedBy:', 'author: Jan\ncheckedBy:', /Unrecognized key/],
		['a Dutch translation', 'checkedBy:', 'translation: machine\ncheckedBy:', /no translation/]
	])('%s', (_, from, to, problem) => {
		const broken = WORDS.replace(from, to);
		expect(broken).not.toBe(WORDS);
		expect(() => read(broken)).toThrow(ArticleProblem);
		expect(() => read(broken)).toThrow(problem);
	});

	test('a translation has the words of the Dutch list, and knows which text it was made from', () => {
		const english = (mark: string, text = WORDS) =>
			`source: ${mark}\ntranslation: machine\n${text.replace('term: voogd', 'term: guardian')}`;
		const translated = read(WORDS, english(sourceMark(WORDS)), 'words/en.yaml');
		expect(translated.stale).toBe(false);
		expect(translated.words[0]).toMatchObject({ term: 'guardian', dutch: 'voogd' });
		expect(read(WORDS, english('000000000000'), 'words/en.yaml').stale).toBe(true);
		const short = WORDS.replace('nr: 5', 'nr: 6');
		expect(() => read(WORDS, english(sourceMark(WORDS), short), 'words/en.yaml')).toThrow(
			/word 5 is not translated[^]*word 6 is not in Dutch/
		);
		expect(() => read(WORDS, WORDS, 'words/en.yaml')).toThrow(/source and translation/);
	});

	test.each([
		['hard', 'Multidisciplinaire jeugdbeschermingsmaatregelen evalueren.', /at least 60/],
		['long', `${Array.from({ length: 16 }, () => 'dit').join(' ')}.`, /over 15 words/],
		['of the office', 'Iemand die de casus leidt.', /casus/],
		['speaking to somebody', 'Iemand die naast je staat.', /speaks to somebody/],
		['a shout', 'Iemand met gezag!', /exclamation/],
		['wrong', 'Elke ouder krijgt een gratis advocaat.', /not every parent/]
	])('an explanation that is %s', (_, means, problem) => {
		const list = read(WORDS.replace('Iemand met gezag, als ouders dat niet hebben.', means));
		const hard = { ...list, words: list.words.map((word) => ({ ...word, means })) };
		expect(wordProblems(hard)[0]).toMatch(problem);
	});
});

describe('seeded: words in an article', () => {
	const marked = (markdown: string) => {
		const article = withWords({ parts: readParts(`## means\n\n${markdown}`) }, read().words);
		return article.parts
			.flatMap(linesOf)
			.flatMap(inlinesIn)
			.flatMap((it) => (it.kind === 'word' ? [`${it.text} → ${it.word}`] : []));
	};

	test.each([
		['the first time only', 'De voogd en nog een voogd.\n\nOok voogden.', ['voogd → voogd']],
		['at the beginning of a sentence', 'Jeugdhulp helpt.', ['Jeugdhulp → jeugdhulp']],
		['the longest', 'Gesloten jeugdhulp is anders.', ['Gesloten jeugdhulp → gesloten jeugdhulp']],
		[
			'both, when both are there',
			'Gesloten jeugdhulp en jeugdhulp.',
			['Gesloten jeugdhulp → gesloten jeugdhulp', 'jeugdhulp → jeugdhulp']
		],
		['a name by its capitals', 'Goede raad van de Raad.', ['Raad → Raad']],
		['whole words', 'De gezinsvoogdes, een voogdijzaak en een jeugdhulp-plek.', []],
		['beside a sign', 'Vraag het (voogd), of niet.', ['voogd → voogd']],
		['in a list', '- De voogd.', ['voogd → voogd']],
		['not in a link', 'Lees over [de voogd](rights:klacht).', []],
		['not in bold', '**De voogd** beslist.', []]
	])('%s', (_, markdown, found) => {
		expect(marked(markdown)).toEqual(found);
	});
});
