import { beforeAll, describe, expect, test } from 'vitest';
import { day, type Day } from '#lib/kernel/calendar.ts';
import { KADER_KINDS, type KaderKind } from '#lib/rights/kader.model.ts';
import { addDays, addWorkingDays } from './days.ts';
import { TERM_KINDS, type TermEventFacts, type TermKind } from './model.ts';
import { countTerm, dueOn, isOffered, ladderOf, TERM_RULES, termsOf } from './rules.ts';
import { dutchHolidays } from './server/holidays.ts';

let holidays: ReadonlySet<Day>;
beforeAll(async () => {
	holidays = await dutchHolidays([2023, 2024, 2025, 2026, 2027, 2028, 2029]);
});

/** Five working days after the GI had notice: Besluit Jeugdwet 4.2.1, 4.2.2 and 4.2.3 alike. */
const contact: [why: string, start: string, due: string][] = [
	['a Monday: the next Monday', '2026-11-02', '2026-11-09'],
	['a Tuesday', '2026-11-03', '2026-11-10'],
	['a Wednesday', '2026-11-04', '2026-11-11'],
	['a Thursday', '2026-11-05', '2026-11-12'],
	['a Friday', '2026-11-06', '2026-11-13'],
	['a Saturday counts from Monday', '2026-11-07', '2026-11-13'],
	['a Sunday counts from Monday', '2026-11-08', '2026-11-13'],
	['over Easter Monday', '2026-04-01', '2026-04-09'],
	['Good Friday is a working day, as the library says', '2026-04-02', '2026-04-10'],
	['on Easter Monday itself', '2026-04-06', '2026-04-13'],
	['over Kings day on a Monday', '2026-04-23', '2026-05-01'],
	['Kings day 2025 moved from Sunday to Saturday: Monday counts', '2025-04-24', '2025-05-01'],
	['over Kings day on a Tuesday', '2027-04-26', '2027-05-04'],
	['5 May is a working day, as the library says', '2026-05-01', '2026-05-08'],
	['over Ascension', '2026-05-11', '2026-05-19'],
	['the Friday after Ascension counts', '2026-05-13', '2026-05-21'],
	['over Whit Monday', '2026-05-20', '2026-05-28'],
	['over Ascension and Whitsun', '2024-05-08', '2024-05-16'],
	['over Christmas on Friday and Saturday', '2026-12-21', '2026-12-29'],
	['over Christmas on Thursday and Friday', '2025-12-22', '2025-12-31'],
	['over Christmas and New Year', '2025-12-24', '2026-01-05'],
	['over the change of year', '2026-12-28', '2027-01-05'],
	['from New Year’s Eve', '2026-12-31', '2027-01-08'],
	['New Year on a Saturday takes no working day', '2027-12-29', '2028-01-05'],
	['over the leap day', '2028-02-25', '2028-03-03'],
	['on the leap day', '2028-02-29', '2028-03-07'],
	['no leap day in 2027', '2027-02-25', '2027-03-04'],
	['over the clock forward of 2026', '2026-03-26', '2026-04-02'],
	['over the clock back of 2026', '2026-10-22', '2026-10-29'],
	['on the day the clock goes back', '2026-10-25', '2026-10-30'],
	['on the day the clock goes forward', '2026-03-29', '2026-04-03']
];

/** Six weeks after it is certain that no familiegroepsplan comes: Jeugdwet 4.1.3 lid 5. */
const plan: [why: string, start: string, due: string][] = [
	['a Monday', '2026-11-02', '2026-12-14'],
	['ends at Christmas: holidays stretch no weeks', '2026-11-13', '2026-12-25'],
	['ends on a Sunday', '2026-11-01', '2026-12-13'],
	['over the change of year', '2026-12-01', '2027-01-12'],
	['over the leap day', '2028-02-01', '2028-03-14'],
	['over a February without one', '2027-02-01', '2027-03-15'],
	['over the clock forward', '2026-03-02', '2026-04-13'],
	['over the clock back', '2026-10-01', '2026-11-12']
];

/** Two weeks from the day after it was sent or handed over: BW 1:264. */
const directive: [why: string, start: string, due: string][] = [
	['a Monday: the fourteenth day is the last', '2026-11-02', '2026-11-16'],
	['ends on a Saturday', '2026-11-07', '2026-11-21'],
	['ends on Christmas day', '2026-12-11', '2026-12-25'],
	['over the change of year', '2026-12-24', '2027-01-07'],
	['over the leap day', '2028-02-20', '2028-03-05'],
	['over the clock forward', '2026-03-20', '2026-04-03'],
	['over the clock back', '2026-10-20', '2026-11-03']
];

/** Fourteen days: the plan on paper (Jeugdwet 4.1.3 lid 4); two weeks: an answer (BW 1:265). */
const fourteen: [why: string, start: string, due: string][] = [
	['a Monday', '2026-11-02', '2026-11-16'],
	['over Easter', '2026-03-30', '2026-04-13'],
	['from the last day of a leap February', '2028-02-29', '2028-03-14']
];

const cases: [kind: TermKind, article: string, rows: typeof contact][] = [
	['contact_voogdij', 'besluitJeugdwet 4.2.1', contact],
	['contact_ots', 'besluitJeugdwet 4.2.2', contact],
	['contact_jeugdreclassering', 'besluitJeugdwet 4.2.3', contact],
	['plan', 'jeugdwet 4.1.3', plan],
	['aanwijzing', 'bw1 264', directive],
	['plan_op_papier', 'jeugdwet 4.1.3', fourteen],
	['intrekking', 'bw1 265', fourteen]
];

test('every term has its cases', () => {
	expect(cases.map(([kind]) => kind).toSorted()).toEqual([...TERM_KINDS].toSorted());
});

describe.each(cases)('%s, %s', (kind, article, rows) => {
	test('names its article', () => {
		const named = TERM_RULES[kind].law.map((ref) => `${ref.law} ${ref.article}`);
		expect(named).toContain(article);
	});

	test.each(rows)('%s: %s gives %s', (_, start, due) => {
		expect(dueOn(kind, day(start), holidays)).toBe(due);
	});
});

test('the library knows these holidays of a year, and no other', async () => {
	expect([...(await dutchHolidays([2026]))].toSorted()).toEqual([
		'2026-01-01',
		'2026-04-05',
		'2026-04-06',
		'2026-04-27',
		'2026-05-14',
		'2026-05-24',
		'2026-05-25',
		'2026-12-25',
		'2026-12-26'
	]);
});

test('every day of ten years is followed by the next, also when the clock changes', () => {
	let at = day('2020-01-01');
	const seen = new Set<string>();
	for (let count = 0; count < 3653; count += 1) {
		seen.add(at);
		at = addDays(at, 1);
	}
	expect([seen.size, at]).toEqual([3653, '2030-01-01']);
	expect(addWorkingDays(day('2026-11-02'), 0, new Set())).toBe('2026-11-02');
});

describe('the state of a term', () => {
	const count = (today: string, mets: string[] = []) =>
		countTerm('contact_ots', day('2026-11-02'), mets.map(day), day(today), holidays);

	test.each([
		['on its last day it still runs', '2026-11-09', [], 'running', null, false],
		['the day after, it has passed', '2026-11-10', [], 'passed', null, false],
		['it happened in time', '2026-11-20', ['2026-11-09'], 'met', '2026-11-09', false],
		['it happened too late', '2026-11-20', ['2026-11-10'], 'met', '2026-11-10', true],
		['two days were said', '2026-11-20', ['2026-11-12', '2026-11-05'], 'met', '2026-11-05', false],
		['what was before the start is no answer', '2026-11-20', ['2026-10-30'], 'passed', null, false]
	])('%s', (_, today, mets, state, metOn, metLate) => {
		expect(count(today, mets)).toEqual({ due: '2026-11-09', state, metOn, metLate });
	});
});

const event = (over: Partial<TermEventFacts>): TermEventFacts => ({
	id: 'e' as TermEventFacts['id'],
	childId: 'kind' as TermEventFacts['childId'],
	term: 'contact_ots',
	moment: 'start',
	on: day('2026-11-02'),
	recordedBy: 'moeder' as TermEventFacts['recordedBy'],
	withdrawn: false,
	...over
});

describe('what was said', () => {
	const today = day('2026-11-10');
	const days = (events: TermEventFacts[]) =>
		termsOf('contact_ots', events, today, holidays).map((one) => [one.on, one.due, one.state]);

	test('two people who say different days are both counted', () => {
		expect(days([event({ on: day('2026-11-03') }), event({})])).toEqual([
			['2026-11-02', '2026-11-09', 'passed'],
			['2026-11-03', '2026-11-10', 'running']
		]);
	});

	test('two people who say the same day are one term', () => {
		expect(days([event({}), event({})])).toEqual([['2026-11-02', '2026-11-09', 'passed']]);
	});

	test('what was taken back does not count, and another term neither', () => {
		const other = event({ term: 'contact_jeugdreclassering' });
		expect(days([event({ withdrawn: true }), other])).toEqual([]);
	});

	test('a term that is met without a start is no term', () => {
		expect(days([event({ moment: 'met' })])).toEqual([]);
	});
});

/** Every set of kaders. */
const sets = (): KaderKind[][] =>
	KADER_KINDS.reduce<KaderKind[][]>(
		(all, kind) => [...all, ...all.map((one) => [...one, kind])],
		[[]]
	);

describe('never from a date of a kader or a hearing', () => {
	test('no set of kaders yields a term while nobody said a start', () => {
		for (const term of TERM_KINDS) {
			expect(termsOf(term, [], day('2026-11-10'), holidays)).toEqual([]);
		}
		expect(sets()).toHaveLength(512);
	});

	test('a term can only be started where its kader holds', () => {
		const offered = (kinds: KaderKind[]) => TERM_KINDS.filter((term) => isOffered(term, kinds));
		const table: [KaderKind[], TermKind[]][] = [
			[[], []],
			[['vrijwillig'], ['plan', 'plan_op_papier']],
			[['intensief_vrijwillig'], ['plan', 'plan_op_papier']],
			[['onderzoek'], []],
			[['voorlopige_ots'], ['contact_ots', 'plan', 'aanwijzing', 'intrekking']],
			[['ots'], ['contact_ots', 'plan', 'aanwijzing', 'intrekking']],
			[['uithuisplaatsing'], ['plan']],
			[['voogdij'], ['contact_voogdij']],
			[['jeugdreclassering'], ['contact_jeugdreclassering']],
			[['gesloten'], ['plan']],
			[['voogdij', 'uithuisplaatsing'], ['contact_voogdij']],
			[
				['ots', 'jeugdreclassering'],
				['contact_ots', 'contact_jeugdreclassering', 'plan', 'aanwijzing', 'intrekking']
			],
			[
				['vrijwillig', 'ots'],
				['contact_ots', 'plan', 'aanwijzing', 'intrekking']
			]
		];
		for (const [kinds, terms] of table) expect(offered(kinds), kinds.join()).toEqual(terms);
	});
});

describe('what you can do now', () => {
	const all = ['gi', 'teamleider', 'vertrouwenspersoon', 'klacht', 'geschil', 'veiligheid'];
	const withoutDispute = all.filter((step) => step !== 'geschil');

	test('six steps in order under a supervision order', () => {
		expect(ladderOf('contact_ots', ['ots'])).toEqual(all);
		expect(ladderOf('plan', ['vrijwillig', 'voorlopige_ots'])).toEqual(all);
	});

	test('no dispute before the judge in any set without one', () => {
		for (const kinds of sets()) {
			const ots = kinds.includes('ots') || kinds.includes('voorlopige_ots');
			expect(ladderOf('plan', kinds)).toEqual(ots ? all : withoutDispute);
		}
	});

	test('no ladder for what the family may do itself', () => {
		expect(ladderOf('aanwijzing', ['ots'])).toEqual([]);
	});
});
