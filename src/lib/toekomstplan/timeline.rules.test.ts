import { describe, expect, test } from 'vitest';
import {
	addMonths,
	ageOn,
	birthdayAt,
	day,
	dayInNetherlands,
	isDay,
	type Day
} from '#lib/kernel/calendar.ts';
import {
	datedTimeline,
	dayAtAge,
	isByDay,
	isDue,
	reminderDay,
	timelineFor
} from './timeline.rules.ts';
import { ITEM_IDS, TIMELINE, type ItemId } from './timeline.ts';

/** Birth date, item, from when to start, on which day it changes: worked out by hand from facts 4.3. */
const CASES: readonly [born: string, item: ItemId, starts: string, on: string, source: string][] = [
	['2010-02-14', 'digid', '2024-02-14', '2024-02-14', 'netherlandsworldwide.nl'],
	['2010-02-14', 'legitimatie', '2024-02-14', '2024-02-14', 'zwolle.nl'],
	['2010-02-14', 'beslissen', '2026-02-14', '2026-02-14', 'Jeugdwet 7.3.5'],
	['2010-02-14', 'ziekenhuis', '2026-02-14', '2026-02-14', 'rijnstate.nl'],
	['2010-02-14', 'plan', '2026-02-14', '2026-08-14', 'sdfryslan.nl'],
	['2010-02-14', 'gemeente', '2026-08-14', '2027-02-14', 'sdfryslan.nl'],
	['2010-02-14', 'woning', '2026-08-14', '2027-02-14', 'sdfryslan.nl'],
	['2010-02-14', 'wlz', '2026-08-14', '2027-02-14', 'ciz.nl'],
	['2010-02-14', 'uwv', '2026-08-14', '2027-02-14', 'uwv.nl'],
	['2010-02-14', 'mentor', '2027-02-14', '2027-08-14', 'BW 1:378'],
	['2010-02-14', 'overdracht', '2027-02-14', '2027-08-14', 'vng.nl'],
	['2010-02-14', 'wajong', '2027-02-14', '2028-02-14', 'uwv.nl'],
	['2010-02-14', 'behandeling', '2027-08-14', '2028-02-14', 'Actieprogramma'],
	['2010-02-14', 'maatregel', '2027-08-14', '2028-02-14', 'Jeugdwet 1.1'],
	['2010-02-14', 'ouders', '2028-02-14', '2028-02-14', 'mantelzorgcentrum.nl'],
	['2010-02-14', 'jeugdhulp', '2027-02-14', '2028-02-14', 'Jeugdwet 1.1'],
	['2010-02-14', 'pleegzorg', '2027-08-14', '2028-02-14', 'kst-35833-3'],
	['2010-02-14', 'premie', '2027-11-14', '2028-03-01', 'studentencollectief.nl'],
	['2010-02-14', 'tandarts', '2027-08-14', '2028-02-14', 'tcfstudenten.nl'],
	['2010-02-14', 'zorgtoeslag', '2028-02-14', '2028-03-01', 'deboerenzwarts.nl'],
	['2010-02-14', 'kinderbijslag', '2027-08-14', '2028-03-31', 'deboerenzwarts.nl'],
	['2010-02-14', 'kindgebonden', '2027-08-14', '2028-02-29', 'schuldenindeopvang.nl'],
	['2010-02-14', 'leerplicht', '2028-02-14', '2028-02-14', 'schuldenindeopvang.nl'],
	['2010-02-14', 'studie', '2027-11-14', '2028-04-01', 'scheldemondcollege.nl'],
	['2010-02-14', 'onderhoud', '2027-08-14', '2028-02-14', 'BW 1:395a'],
	['2010-02-14', 'stemmen', '2028-02-14', '2028-02-14', 'tiel.nl'],
	['2010-02-14', 'contract', '2028-02-14', '2028-02-14', 'sociaalpleinoldenzaal.nl'],
	['2010-02-14', 'schulden', '2027-08-14', '2028-02-14', 'Actieprogramma'],
	['2010-02-14', 'huur', '2028-02-14', '2028-02-14', 'rijksoverheid.nl'],
	['2010-02-14', 'bijstand', '2027-11-14', '2028-02-14', 'movisie.nl'],
	['2010-02-14', 'terug', '2028-02-14', '2028-08-14', 'Jeugdwet 1.1'],
	['2010-02-14', 'pleegzorg21', '2030-02-14', '2031-02-14', 'kst-35833-3'],
	['2010-02-14', 'onderhoud21', '2030-08-14', '2031-02-14', 'BW 1:395a'],
	['2010-02-14', 'huur21', '2031-02-14', '2031-02-14', 'rijksoverheid.nl'],
	['2010-02-14', 'bijstand21', '2031-02-14', '2031-02-14', 'nji.nl'],
	['2010-02-14', 'jeugdhulp23', '2032-02-14', '2033-02-14', 'Jeugdwet 1.1'],
	['2010-02-14', 'rmc23', '2032-08-14', '2033-02-14', 'schuldenindeopvang.nl'],
	['2010-02-14', 'regels27', '2036-08-14', '2037-02-14', '16-27.nl'],
	['2010-02-14', 'bewaren27', '2036-08-14', '2037-02-14', '16-27.nl'],
	// Born on 29 February: a year older on 1 March, except in leap years.
	['2008-02-29', 'beslissen', '2024-02-29', '2024-02-29', 'Jeugdwet 7.3.5'],
	['2008-02-29', 'plan', '2024-02-29', '2024-08-29', 'sdfryslan.nl'],
	['2008-02-29', 'ouders', '2026-03-01', '2026-03-01', 'mantelzorgcentrum.nl'],
	['2008-02-29', 'premie', '2025-11-29', '2026-04-01', 'studentencollectief.nl'],
	['2008-02-29', 'kindgebonden', '2025-08-29', '2026-03-31', 'schuldenindeopvang.nl'],
	['2008-02-29', 'regels27', '2034-08-29', '2035-03-01', '16-27.nl'],
	// Month and quarter turn: the first and the last day of each, and of the year.
	['2008-01-01', 'premie', '2025-10-01', '2026-02-01', 'studentencollectief.nl'],
	['2008-01-01', 'kinderbijslag', '2025-07-01', '2026-03-31', 'deboerenzwarts.nl'],
	['2008-03-31', 'kinderbijslag', '2025-09-30', '2026-03-31', 'deboerenzwarts.nl'],
	['2008-04-01', 'kinderbijslag', '2025-10-01', '2026-06-30', 'deboerenzwarts.nl'],
	['2008-12-31', 'premie', '2026-09-30', '2027-01-01', 'studentencollectief.nl'],
	['2008-12-31', 'studie', '2026-09-30', '2027-01-01', 'scheldemondcollege.nl'],
	['2008-12-31', 'kindgebonden', '2026-06-30', '2026-12-31', 'schuldenindeopvang.nl'],
	// Half a year after the last day of a long month.
	['2008-08-31', 'terug', '2026-08-31', '2027-02-28', 'Jeugdwet 1.1'],
	['2008-08-31', 'gemeente', '2025-02-28', '2025-08-31', 'sdfryslan.nl']
];

describe('the days of the timeline', () => {
	test.each(CASES)('born %s, %s: start %s, changes %s (%s)', (born, id, starts, on, source) => {
		const item = datedTimeline(day(born)).find((one) => one.id === id);
		expect([item?.starts, item?.on]).toEqual([starts, on]);
		const sources = [
			...(item?.sites ?? []),
			...(item?.laws ?? []).map(({ law, article }) =>
				law === 'bw1' ? `BW 1:${article}` : `Jeugdwet ${article}`
			)
		];
		expect(sources.some((one) => one.includes(source))).toBe(true);
	});

	test('every item has a case, a source and the day on which it was checked', () => {
		expect(new Set(CASES.map(([, id]) => id))).toEqual(new Set(ITEM_IDS));
		for (const item of TIMELINE) {
			expect(item.sites.length + item.laws.length, item.id).toBeGreaterThan(0);
			expect(isDay(item.checkedOn)).toBe(true);
		}
		expect(new Set(ITEM_IDS).size).toBe(TIMELINE.length);
	});
});

/** Days that are random and the same in every run. */
function* randomDays(count: number): Generator<number> {
	let seed = 20_261_122;
	for (let made = 0; made < count; made++) {
		seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
		yield seed;
	}
}
const dayNumber = (number: number): Day =>
	new Date(Date.UTC(1999, 0, 1) + number * 86_400_000).toISOString().slice(0, 10) as Day;

describe('whenever somebody was born, and whatever the clock says', () => {
	const LEAP_DAYS = ['2000-02-29', '2004-02-29', '2008-02-29', '2012-02-29'].map(day);
	const births = [...[...randomDays(2000)].map((seed) => dayNumber(seed % 5500)), ...LEAP_DAYS];

	test('no item stands in a wrong year of life, and none twice', () => {
		const wrong = births.flatMap((born) => {
			const dated = datedTimeline(born);
			const twice = new Set(dated.map(({ id }) => id)).size !== TIMELINE.length;
			const misplaced = dated.filter(
				({ age, start, starts, on }) =>
					!isDay(starts) ||
					!isDay(on) ||
					starts > on ||
					ageOn(born, on) !== age[0] ||
					on >= birthdayAt(born, age[0] + 1) ||
					on < dayAtAge(born, age) ||
					ageOn(born, starts) !== start[0]
			);
			return [...(twice ? [born] : []), ...misplaced.map(({ id }) => `${born} ${id}`)];
		});
		expect(births.length).toBeGreaterThan(2000);
		expect(wrong).toEqual([]);
	});

	test('each item stands in one place, and only moves forward', () => {
		const ORDER = ['coming', 'now', 'past'];
		const wrong: string[] = [];
		for (const [at, born] of births.slice(-100).entries()) {
			const before = new Map<string, number>();
			for (let months = 14 * 12 + (at % 3); months <= 28 * 12; months += 3) {
				const today = addMonths(born, months);
				const items = timelineFor({ birthDate: born, today, answers: {}, marks: [] });
				for (const { id, place } of items) {
					const now = ORDER.indexOf(place);
					if (now < (before.get(id) ?? 0)) wrong.push(`${born} ${today} ${id}`);
					before.set(id, now);
				}
			}
			if (before.size !== TIMELINE.length) wrong.push(born);
		}
		expect(wrong).toEqual([]);
	});

	test.each([
		// The nights in which the clock goes forward and back, and midnight in the Netherlands itself.
		['2026-03-28T22:59:00Z', '2026-03-28'],
		['2026-03-28T23:00:00Z', '2026-03-29'],
		['2026-03-29T21:59:00Z', '2026-03-29'],
		['2026-03-29T22:00:00Z', '2026-03-30'],
		['2026-10-24T21:59:00Z', '2026-10-24'],
		['2026-10-24T22:00:00Z', '2026-10-25'],
		['2026-10-25T22:59:00Z', '2026-10-25'],
		['2026-10-25T23:00:00Z', '2026-10-26']
	])('at %s it is %s, and turning 18 falls on that day', (moment, today) => {
		const born = day(`2008${today.slice(4)}`);
		const now = dayInNetherlands(new Date(moment));
		const placed = timelineFor({ birthDate: born, today: now, answers: {}, marks: [] });
		const item = placed.find(({ id }) => id === 'stemmen');
		expect([now, item?.on, item?.place]).toEqual([today, today, 'now']);
	});
});

describe('what applies', () => {
	const ask = (answers: Parameters<typeof timelineFor>[0]['answers']) =>
		timelineFor({ birthDate: day('2010-02-14'), today: day('2026-11-22'), answers, marks: [] }).map(
			({ id }) => id
		);

	test.each([
		['pleeg', ['pleegzorg', 'pleegzorg21']],
		['zorg', ['wlz', 'uwv', 'mentor', 'wajong']],
		['school', ['studie', 'rmc23']],
		['schulden', ['schulden']],
		['maatregel', ['maatregel']],
		['buitenland', []]
	] as const)('"nee" to %s takes away what is about it, and nothing else', (question, gone) => {
		const all = ask({});
		expect(all).toHaveLength(TIMELINE.length);
		expect(all.filter((id) => !ask({ [question]: 'nee' }).includes(id)).sort()).toEqual(
			[...gone].sort()
		);
		expect(ask({ [question]: 'ja' })).toEqual(all);
	});
});

test('a reminder comes when it starts, or in two weeks', () => {
	const today = day('2026-11-22');
	expect(reminderDay({ starts: day('2027-02-14') }, today)).toBe('2027-02-14');
	expect(reminderDay({ starts: today }, today)).toBe('2026-12-06');
});

test.each([
	[null, null, false],
	[null, '2026-11-23', false],
	[null, '2026-11-22', true],
	['gedaan', '2026-11-22', false],
	['niet', '2026-11-22', false]
] as const)('a mark with state %s and day %s waits: %s', (state, remindOn, due) => {
	expect(isDue({ state, remindOn: remindOn && day(remindOn) }, day('2026-11-22'))).toBe(due);
});

test.each([
	['2026-11-22T07:59:00Z', false],
	['2026-11-22T08:00:00Z', true],
	['2026-11-22T19:59:00Z', true],
	['2026-11-22T20:00:00Z', false],
	['2026-07-01T07:00:00Z', true],
	['2026-07-01T23:30:00Z', false]
])('at %s a mail may go: %s', (moment, may) => {
	expect(isByDay(new Date(moment))).toBe(may);
});
