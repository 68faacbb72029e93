import type { Quarter } from '#lib/feedback/model.ts';
import { wordsOf } from '#lib/server/words.ts';
import type { Sheet, SheetLine, SplitBy } from '../page.model.ts';
import { EVERYWHERE, isAnswered, type Figure, type Measure, type Scale } from '../table.model.ts';

type Say = ReturnType<typeof wordsOf<'council'>>;
type Word = Parameters<Say>[0];

/** A cell as it was frozen. */
type Kept = {
	readonly quarter: Quarter;
	readonly population: string;
	readonly category: string;
	readonly aspect: 'value' | 'response';
	readonly families: number | null;
	readonly value: number | null;
	readonly bound: Figure['bound'] | null;
};

type Given = {
	readonly measure: Measure;
	readonly split: SplitBy;
	readonly quarter: Quarter;
	readonly region: { readonly id: string; readonly name: string };
	/** Region names by id, in the order in which they are shown: by name, never by figure. */
	readonly regions: readonly { readonly id: string; readonly name: string }[];
	readonly cells: readonly Kept[];
	/** The wholes of every quarter, oldest first. */
	readonly wholes: readonly Kept[];
	readonly language: string;
};

/** Everything on a page with a table, in words: page, drawing and files say the same. */
export function sheetOf(given: Given): Sheet {
	const { measure, split, quarter, language } = given;
	const say = wordsOf('council', language);
	return {
		title: say(wordFor('criterion', measure.criterion)),
		who: say(wordFor('informant', measure.informant)),
		split: say(wordFor('dimension', split)),
		quarter: say('quarter', { quarter }),
		says: [
			...saysOf(measure, say),
			say('rounded'),
			say(isAnswered(measure) ? 'saysNot' : 'saysNotKept')
		],
		columns: [
			say('colWhat'),
			...(isAnswered(measure)
				? [say('colValue'), say('colAnswers'), say('colResponse')]
				: [say('colKept'), say('colFamilies')])
		],
		columnOfQuarters: say('colQuarter'),
		lines: linesOf(given, say),
		trend: trendOf(given, say),
		notForBuying: say('notForBuying')
	};
}

/** What a figure says; of an indicator, in the words of that one. */
const saysOf = ({ informant, criterion, scale }: Measure, say: Say): string[] => [
	say(scale.kind === 'share' ? 'saysShare' : 'saysGrade'),
	...(informant === 'system' ? [say(wordFor('says', criterion))] : [])
];

function linesOf(given: Given, say: Say): SheetLine[] {
	const { cells, quarter, split } = given;
	const now = cells.filter((cell) => cell.quarter === quarter);
	const places = split === 'region' ? regionPlaces(given, say) : categoryPlaces(given, now, say);
	return places.map(({ label, is }) =>
		lineOf(label, now.filter(is), { measure: given.measure, say, language: given.language })
	);
}

/** How the words for the categories of a split begin. */
const CATEGORY_WORDS = { ageBand: 'age', help: 'help', kader: 'kader', region: 'region' } as const;

type LinePlace = { readonly label: string; readonly is: (cell: Kept) => boolean };

const regionPlaces = ({ regions }: Given, say: Say): LinePlace[] => [
	...regions.map(({ id, name }) => ({ label: name, is: (cell: Kept) => cell.population === id })),
	{ label: say('everywhere'), is: (cell: Kept) => cell.population === EVERYWHERE }
];

function categoryPlaces({ split, region }: Given, now: readonly Kept[], say: Say): LinePlace[] {
	const categories = [...new Set(now.map(({ category }) => category))];
	const labelOf = (category: string) =>
		split === 'total'
			? say('whole', { region: region.name })
			: say(wordFor(CATEGORY_WORDS[split], category));
	return categories.map((category) => ({
		label: labelOf(category),
		is: (cell) => cell.category === category
	}));
}

function trendOf({ wholes, measure, language }: Given, say: Say): SheetLine[] {
	const quarters = [...new Set(wholes.map(({ quarter }) => quarter))];
	return quarters.map((quarter) =>
		lineOf(
			quarter,
			wholes.filter((cell) => cell.quarter === quarter),
			{ measure, say, language }
		)
	);
}

type Voice = { readonly measure: Measure; readonly say: Say; readonly language: string };

function lineOf(label: string, cells: readonly Kept[], voice: Voice): SheetLine {
	const value = figureOf(cells, 'value');
	const response = figureOf(cells, 'response');
	const { say, measure } = voice;
	const { scale } = measure;
	const hidden = say(isAnswered(measure) ? 'hidden' : 'hiddenKept');
	return {
		...{ label, hidden: !value && !response },
		value: value ? valueWords(value, scale, voice) : hidden,
		answers: value ? say('answers', { number: value.families }) : hidden,
		response: isAnswered(measure)
			? response
				? valueWords(response, { kind: 'share' }, voice)
				: hidden
			: null,
		bar: value && value.value / (scale.kind === 'share' ? 100 : scale.high)
	};
}

function figureOf(cells: readonly Kept[], aspect: Kept['aspect']): Figure | null {
	const cell = cells.find((it) => it.aspect === aspect);
	if (!cell || cell.families === null || cell.value === null || cell.bound === null) return null;
	return { families: cell.families, value: cell.value, bound: cell.bound };
}

function valueWords({ value, bound }: Figure, scale: Scale, { say, language }: Voice): string {
	const number = new Intl.NumberFormat(language === 'en' ? 'en-GB' : 'nl-NL').format(value);
	const ending = { exact: '', above: 'Above', below: 'Below' } as const;
	if (scale.kind === 'share') return say(`share${ending[bound]}`, { value: number });
	return say(`grade${ending[bound]}`, { value: number, high: scale.high });
}

/** `kader` and `voorlopige_ots` are said by `kaderVoorlopigeOts`: keys have no signs in them. */
const wordFor = (about: string, name: string): Word =>
	`${about}${name
		.split(/[-_]/)
		.map((part) => part.charAt(0).toUpperCase() + part.slice(1))
		.join('')}` as Word;
