import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { LOADED_WHOLE, PREFIXES } from './message-prefixes.ts';
import {
	catalogueProblems,
	differences,
	keyOf,
	readCatalogue,
	useProblems,
	type Catalogue
} from './support/catalogue.ts';
import { officeWords } from './support/dutch.ts';
import { filesUnder } from './support/files.ts';
import { LANGUAGES } from './support/languages.ts';
import {
	fleschDouma,
	isRunningText,
	sentencesIn,
	syllablesIn,
	wordsIn
} from './support/readability.ts';
import { COUNTED_BY_HAND } from './support/syllables.ts';
import { WRONG_STATEMENTS, wrongStatements } from './support/wrong-law.ts';

const catalogueOf = (locale: string) =>
	readCatalogue(readFileSync(`messages/${locale}.json`, 'utf8'));

const dutch = catalogueOf('nl');

describe.each(LANGUAGES)('messages/%s.json', (locale) => {
	const catalogue = catalogueOf(locale);

	test('has whole texts under sound keys', () => {
		expect(catalogueProblems(locale, catalogue)).toEqual([]);
	});

	test('has the keys and variables of the Dutch one', () => {
		expect(differences(dutch, catalogue)).toEqual([]);
	});

	test('says nothing wrong about the law', () => {
		const found = Object.entries(catalogue).flatMap(([key, text]) =>
			wrongStatements(text).map((name) => `${key}: ${name}`)
		);
		expect(found).toEqual([]);
	});
});

test('every message is used, and every message used exists', () => {
	const files = filesUnder('src', /(?<!\.test)\.(ts|svelte)$/)
		.filter((file) => !file.startsWith('lib/paraglide/'))
		.map((file) => `src/${file}`);
	const sources = new Map(files.map((file) => [file, readFileSync(file, 'utf8')]));
	expect(useProblems(dutch, sources, PREFIXES, LOADED_WHOLE)).toEqual([]);
});

/** Most words in a sentence; family screens have the least patience. */
const MOST_WORDS = 15;
const MOST_WORDS_FOR_STAFF: Readonly<Record<string, number>> = { importer: 20 };
const LEAST_EASY = 70;
/** A youth reads the own plan alone. */
const LEAST_EASY_FOR_YOUTHS = 80;
/** What a youth reads about people close by, perhaps alone and scared. */
const LEAST_EASY_FOR: Readonly<Record<string, number>> = {
	beside: 80,
	circle: 80,
	think: 80,
	jimNote: 80
};
/** A score over fewer words says nothing: those namespaces are measured together. */
const ENOUGH_WORDS = 60;

const namespaceOf = (key: string) => key.split('.')[0] ?? '';

function tooLong(catalogue: Catalogue): string[] {
	return Object.entries(catalogue).flatMap(([key, text]) => {
		const most = MOST_WORDS_FOR_STAFF[namespaceOf(key)] ?? MOST_WORDS;
		return sentencesIn(text)
			.filter((sentence) => wordsIn(sentence).length > most)
			.map((sentence) => `${key}: ${wordsIn(sentence).length} words: ${sentence}`);
	});
}

/** Namespaces whose running text is too hard, or has sentences of more than 15 words on average. */
function tooHard(catalogue: Catalogue): string[] {
	const groups = new Map<string, string[]>();
	for (const [key, text] of Object.entries(catalogue).filter(([, text]) => isRunningText(text)))
		groups.set(namespaceOf(key), [...(groups.get(namespaceOf(key)) ?? []), text]);
	const small = [...groups].filter(([, texts]) => texts.flatMap(wordsIn).length < ENOUGH_WORDS);
	for (const [name] of small) groups.delete(name);
	const together = small.flatMap(([, texts]) => texts);
	if (together.flatMap(wordsIn).length >= ENOUGH_WORDS) groups.set('the small ones', together);
	return [...groups].flatMap(([name, texts]) => {
		const score = fleschDouma(texts);
		const sentences = texts.flatMap(sentencesIn);
		const mean = sentences.flatMap(wordsIn).length / sentences.length;
		const least = /^later/.test(name)
			? LEAST_EASY_FOR_YOUTHS
			: (LEAST_EASY_FOR[name] ?? LEAST_EASY);
		return [
			...(score < least ? [`${name}: ${score.toFixed(1)}, at least ${least}`] : []),
			...(mean > MOST_WORDS ? [`${name}: ${mean.toFixed(1)} words in a sentence`] : [])
		];
	});
}

describe('the Dutch messages', () => {
	test('have no words of the office', () => {
		const found = Object.entries(dutch).flatMap(([key, text]) =>
			officeWords(text).map((word) => `${key}: ${word}`)
		);
		expect(found).toEqual([]);
	});

	test('have short sentences', () => {
		expect(tooLong(dutch)).toEqual([]);
	});

	test('are easy enough to read', () => {
		expect(tooHard(dutch)).toEqual([]);
	});
});

describe('seeded: the catalogue', () => {
	test.each([
		['not JSON', '{"a": "b",}'],
		['a list', '{"a": ["b"]}'],
		['a number', '{"a": 1}']
	])('%s', (_, json) => {
		expect(() => readCatalogue(json)).toThrow(SyntaxError);
	});

	test.each<[string, Catalogue, string[]]>([
		['sound', { 'a.b': 'Dag', 'a.n_one': 'één', 'a.n_other': '{{count}}' }, []],
		['empty', { a: ' ' }, ['a: empty', 'a: a space at the edge']],
		['a shout', { a: 'Dag!' }, ['a: an exclamation mark']],
		['html', { a: '<b>Dag</b>' }, ['a: html']],
		['an underscore', { only_nl: 'Dag' }, ['only_nl: an underscore']],
		['a plural form short', { n_other: '2' }, ['n: no form "one"']]
	])('%s', (_, catalogue, problems) => {
		expect(catalogueProblems('nl', catalogue)).toEqual(problems);
	});

	test.each<[string, Catalogue, string[]]>([
		['equal', { a: '{{x}} en {{y}}', n_one: '1', n_other: '{{count}}' }, []],
		['other forms', { a: '{{y}} and {{ x }}', n_few: '{{count}}', n_other: '{{count}}' }, []],
		['a key short', { a: '{{x}} {{y}}' }, ['n: missing']],
		['a key too many', { a: '{{x}} {{y}}', n_other: '{{count}}', b: 'b' }, ['b: not in Dutch']],
		[
			'another variable',
			{ a: '{{x}} {{z}}', n_other: '{{count}}' },
			['a: variables x, z, in Dutch x, y']
		]
	])('%s', (_, other, problems) => {
		const ours = { a: '{{x}} {{y}}', n_one: '1', n_other: '{{count}}' };
		expect(differences(ours, other)).toEqual(problems);
	});

	const USED = new Map([['src/a.ts', "m['a.b'](); t('a.c', { x }); m[`s.${state}`]();"]]);
	const KEYS = { 'a.b': '1', 'a.c': '2', 's.klaar': '3' };
	test.each<[string, Catalogue, Record<string, string>, string[]]>([
		['all used', KEYS, { 's.': 'src/a.ts' }, []],
		['unused', { ...KEYS, 'a.d': '4' }, { 's.': 'src/a.ts' }, ['a.d: nobody uses it']],
		[
			'unknown',
			{ 'a.b': '1', 's.klaar': '3' },
			{ 's.': 'src/a.ts' },
			['a.c: used in src/a.ts, not in the catalogue']
		],
		[
			'a prefix that nobody documented',
			{ 'a.b': '1', 'a.c': '2' },
			{},
			['s.: begun in src/a.ts, not in message-prefixes.ts']
		],
		[
			'a prefix that nobody writes',
			KEYS,
			{ 's.': 'src/a.ts', 'a.': 'src/a.ts' },
			['a.: src/a.ts does not write it']
		],
		['a prefix of another file', KEYS, { 's.': 'src/b.ts' }, ['s.: there is no src/b.ts']],
		[
			'a prefix without keys',
			KEYS,
			{ 's.': 'src/a.ts', 'x.': 'src/a.ts' },
			['x.: no key begins with it']
		]
	])('%s', (_, catalogue, prefixes, problems) => {
		expect(useProblems(catalogue, USED, prefixes)).toEqual(problems);
	});

	test('a prefix within a namespace that is loaded whole', () => {
		const sources = new Map([['src/a.ts', 'say(`age${band}`)']]);
		const whole = { 'council.': 'src/a.ts' };
		const keys = { 'council.age1215': '1' };
		expect(useProblems(keys, sources, { 'council.age': 'src/a.ts' }, whole)).toEqual([]);
		expect(useProblems(keys, sources, { 'council.ag': 'src/a.ts' }, whole)).toEqual([
			'council.ag: src/a.ts does not write it'
		]);
	});

	test('a namespace that is loaded whole', () => {
		const mail = { 'mail.hello': '1', 'mail.bye': '2' };
		const sources = new Map([['src/mail.ts', "word('hello')"]]);
		expect(useProblems(mail, sources, {}, { 'mail.': 'src/mail.ts' })).toEqual([
			'mail.bye: nobody uses it'
		]);
	});

	test('a plural form belongs to its key', () => {
		expect(['a.n_one', 'a.n_ordinal_few', 'a.b'].map(keyOf)).toEqual(['a.n', 'a.n', 'a.b']);
	});
});

describe('seeded: words', () => {
	test.each([
		['De cliënt is er niet.', 'cliënt'],
		['Voor uw traject', 'traject'],
		['Casus', 'Casus'],
		['De inzet van hulp', 'inzet'],
		['Wij doen dit middels een brief.', 'middels'],
		['op grond van de wet', 'op grond van']
	])('%s', (text, word) => {
		expect(officeWords(text)).toEqual([word]);
	});

	test.each([
		'Vraag een cliëntondersteuner.',
		'Uw casusregisseur heet Noor.',
		'Wij zetten door.',
		'De stoel is betreden.'
	])('%s is fine', (text) => {
		expect(officeWords(text)).toEqual([]);
	});
});

describe('seeded: readability', () => {
	test.each([
		['huis', 1],
		['ouders', 2],
		['oma', 2],
		['idee', 2],
		['open', 2],
		['radio', 3],
		['regisseur', 3],
		['jongere', 3],
		['uithuisplaatsing', 4],
		['geïnformeerd', 4]
	])('%s has %i syllables', (word, syllables) => {
		expect(syllablesIn(word)).toBe(syllables);
	});

	test('syllables differ by less than 3 % from those counted by hand', () => {
		const byHand = COUNTED_BY_HAND.reduce((sum, [, count]) => sum + count, 0);
		const wrong = COUNTED_BY_HAND.map(([word, count]) => Math.abs(syllablesIn(word) - count));
		expect(wrong.reduce((sum, one) => sum + one, 0) / byHand).toBeLessThan(0.03);
	});

	test('sentences end at a full stop, a question mark, a colon or a line', () => {
		expect(sentencesIn('Dit is {{name}}. Wie? Hier:\nbij ons')).toEqual([
			'Dit is Sanne.',
			'Wie?',
			'Hier:',
			'bij ons'
		]);
	});

	const EASY = 'U kunt altijd stoppen met deze hulp. Bel dan uw regisseur. Het nummer staat hier. ';
	const HARD =
		'Ondersteuningsbehoeften worden gedurende evaluatiemomenten multidisciplinair geïnventariseerd. ';

	test('easy text passes, hard text does not', () => {
		expect(tooHard({ 'home.a': EASY.repeat(6) })).toEqual([]);
		expect(tooHard({ 'home.a': HARD.repeat(12) })).toEqual([
			expect.stringMatching(/^home: -?[\d.]+, at least 70$/)
		]);
	});

	test('what a youth reads has a higher floor', () => {
		const hard = {
			'a.b': 'Jouw ouders praten samen met de regisseur over wat er nodig is. '.repeat(6)
		};
		const asYouth = Object.fromEntries(Object.values(hard).map((text) => ['beside.a', text]));
		expect(tooHard({ 'home.a': hard['a.b'] })).toEqual([]);
		expect(tooHard(asYouth)).toEqual([expect.stringMatching(/^beside: 7[\d.]+, at least 80$/)]);
	});

	test('small namespaces are measured together', () => {
		const small = Object.fromEntries(Array.from({ length: 12 }, (_, at) => [`n${at}.a`, HARD]));
		expect(tooHard(small)).toEqual([expect.stringMatching(/^the small ones: /)]);
	});

	const words = (count: number) => Array.from({ length: count }, () => 'dit').join(' ');

	test('what a youth reads alone is easier', () => {
		const text = `${'dit '.repeat(5)}${'water '.repeat(6)}water. `.repeat(6);
		expect(tooHard({ 'home.a': text })).toEqual([]);
		expect(tooHard({ 'laterTake.a': text })).toEqual([
			expect.stringMatching(/^laterTake: 7\d\.\d, at least 80$/)
		]);
	});

	test('the importer may use 20 words, other screens 15', () => {
		const catalogue = {
			'home.a': words(15),
			'importer.a': words(20),
			'home.b': words(16),
			'importer.b': words(21)
		};
		expect(tooLong(catalogue).map((line) => line.split(':')[0])).toEqual(['home.b', 'importer.b']);
	});

	test('sentences of more than 15 words on average are too much, also for the importer', () => {
		expect(tooHard({ 'importer.a': `${words(20)}. `.repeat(4) })).toEqual([
			'importer: 20.0 words in a sentence'
		]);
	});
});

describe('seeded: wrong statements about the law', () => {
	const WRONG: [name: string, ...sentences: string[]][] = [
		[
			'drang is not compulsory',
			'U moet meewerken aan drang.',
			'Ouders zijn verplicht om mee te werken aan drang.',
			'You must cooperate with intensive voluntary help.'
		],
		[
			'a supervision order does not end gezag',
			'Bij OTS verliest u het gezag.',
			'Bij een ondertoezichtstelling raak je het gezag kwijt.',
			'U verliest het gezag bij een ondertoezichtstelling.',
			'With a supervision order you lose custody.'
		],
		[
			'appeal is not always possible within three months',
			'U kunt altijd binnen 3 maanden in hoger beroep.',
			'Je kunt altijd binnen drie maanden in beroep.',
			'You can always appeal within three months.'
		],
		[
			'five working days are a rule, not a promise',
			'Binnen 5 dagen komt er iemand.',
			'Binnen vijf werkdagen belt iemand u.',
			'Within 5 working days somebody will call you.'
		],
		[
			'a child of 12 does not decide alone',
			'Vanaf 12 beslist een kind zelf.',
			'Vanaf je twaalf bepaal je zelf wat er gebeurt.',
			'From the age of 12 a child decides alone.'
		],
		[
			'at 16 one decides about help, not about a measure',
			'Vanaf 16 beslis je zelf.',
			'Vanaf je zestien beslis je alles zelf.',
			'From 16 you decide for yourself.'
		],
		[
			'not every parent gets a free lawyer',
			'Elke ouder krijgt een gratis advocaat.',
			'U krijgt een kosteloze advocaat.',
			'Een advocaat is gratis.',
			'Every parent gets a free lawyer.'
		],
		[
			'a complaint does not stop a measure',
			'Een klacht stopt de maatregel.',
			'Uw klacht schorst de uithuisplaatsing.',
			'A complaint stops the measure.'
		],
		[
			'a written directive has no objection, but a request to the judge',
			'Een bezwaar tegen de schriftelijke aanwijzing',
			'Maak bezwaar tegen deze aanwijzing.',
			'Make an objection to the written directive.'
		],
		[
			'a JIM does not decide',
			'Uw JIM mag namens u beslissen.',
			'Je JIM beslist voor jou.',
			'Your JIM may decide on your behalf.'
		],
		[
			'nothing is fully safe or anonymous',
			'Je gegevens zijn 100% veilig.',
			'Dit is volledig anoniem.',
			'Dit blijft altijd privé.',
			'Your data is completely safe.'
		],
		[
			'help does not simply stop at 18',
			'De hulp stopt als je 18 wordt.',
			'De hulp eindigt op je achttiende verjaardag.',
			'Help ends when you turn 18.'
		],
		[
			'the exit button does not wipe everything',
			'De knop wist alles.',
			'Deze knop verwijdert alle sporen.',
			'The button deletes everything.'
		]
	];

	test('every statement is seeded', () => {
		expect(WRONG.map(([name]) => name)).toEqual(WRONG_STATEMENTS.map(({ name }) => name));
	});

	test.each(WRONG.flatMap(([name, ...sentences]) => sentences.map((it) => [it, name] as const)))(
		'%s',
		(sentence, name) => {
			expect(wrongStatements(sentence)).toEqual([name]);
		}
	);

	test.each([
		'Deze hulp is vrijwillig. Stoppen mag. Dan kan de hulpverlener de Raad vragen om onderzoek.',
		'U houdt het gezag. De GI kijkt mee en mag soms iets verplichten met een brief (schriftelijke aanwijzing).',
		'Bij een ondertoezichtstelling verliest u het gezag niet.',
		'Hoger beroep is meestal binnen 3 maanden. Tegen sommige besluiten kan het niet. Vraag een advocaat.',
		'De wet zegt: binnen 5 werkdagen nadat de GI bericht kreeg. Soms lukt dat niet. Dit kunt u dan doen.',
		'Vanaf 12 telt je mening mee en moet de rechter je uitnodigen. De rechter beslist.',
		'Vanaf 16 beslis je zelf over jeugdhulp. Bij een maatregel van de rechter gelden andere regels.',
		'Bij een eerste verzoek om uithuisplaatsing of bij gezagsbeëindiging kan een advocaat gratis zijn. Vraag de rechtbank.',
		'Een klacht stopt de maatregel niet. Let ook op de termijnen van de rechter.',
		'U vraagt de kinderrechter om de aanwijzing te laten vervallen, binnen 2 weken. Intussen geldt de aanwijzing, tenzij de rechter anders zegt.',
		'Je JIM denkt mee en staat naast je. Jij en je ouders (of voogd) beslissen, of de rechter.',
		'Dit bewaren wij. Dit bewaren wij niet. Zo wis je het.',
		'De jeugdhulp stopt vaak bij 18. Soms kan het langer. Vraag dit op tijd.',
		'De knop sluit deze pagina. Je geschiedenis blijft op dit apparaat.',
		'Deze knop wist niet alles.',
		'A complaint does not stop the measure.'
	])('right, and allowed: %s', (sentence) => {
		expect(wrongStatements(sentence)).toEqual([]);
	});
});
