import { describe, expect, test } from 'vitest';
import type { AssignmentId, FamilyId, RegionId } from '#lib/family/model.ts';
import { day, type Day } from '#lib/kernel/calendar.ts';
import type { PersonId } from '#lib/kernel/id.ts';
import type { KaderKind } from '#lib/rights/kader.model.ts';
import type { TermEventFacts, TermEventId, TermKind } from '#lib/terms/model.ts';
import { INDICATED, type Kept } from './indicator.rules.ts';

const FIRST = day('2026-10-01');
const LAST = day('2026-12-31');
const NOOR = 'Noor' as PersonId;

type Assigned = readonly [who: string, from: string, until?: string];

type World = {
	readonly born?: string;
	readonly left?: string;
	readonly regisseurs?: readonly Assigned[];
	readonly kader?: KaderKind;
	readonly terms?: readonly (readonly [term: TermKind, moment: 'start' | 'met', on: string])[];
	readonly waived?: string;
	readonly offered?: string;
	readonly excluded?: string;
	readonly jimAsked?: string;
	readonly laterBegan?: string;
};

/** A family with one child, of 14 years unless told otherwise. */
function keptOf(world: World): Kept {
	const dayOf = (text: string | undefined): Day | null => (text ? day(text) : null);
	const ofNoor = (text: string | undefined) => new Map(text ? [[NOOR, day(text)] as const] : []);
	return {
		first: FIRST,
		around: {
			region: 'noord' as RegionId,
			family: {
				id: 'gezin' as FamilyId,
				today: LAST,
				participants: [
					{
						...{ personId: NOOR, relation: 'kind', birthDate: day(world.born ?? '2012-06-01') },
						...{ from: day('2024-01-01'), until: dayOf(world.left) }
					}
				],
				gezag: [],
				assignments: (world.regisseurs ?? [['Anna', '2026-01-01']]).map(
					([who, from, until], place) => ({
						...{ id: `a${place}` as AssignmentId, personId: who as PersonId },
						...{ from: day(from), until: dayOf(until) },
						...{ standInId: null, standInFrom: null, standInUntil: null }
					})
				)
			},
			kaders: [{ childId: NOOR, kind: world.kader ?? 'ots', from: day('2024-01-01'), until: null }],
			trajectories: []
		},
		termEvents: (world.terms ?? []).map(([term, moment, on], place): TermEventFacts => ({
			...{ id: `t${place}` as TermEventId, childId: NOOR, term, moment, on: day(on) },
			...{ recordedBy: 'Anna' as PersonId, withdrawn: false }
		})),
		waived: dayOf(world.waived),
		holidays: new Set([day('2026-12-25')]),
		offered: dayOf(world.offered),
		excluded: dayOf(world.excluded),
		jimAsked: ofNoor(world.jimAsked),
		laterBegan: ofNoor(world.laterBegan)
	};
}

type Row = readonly [about: string, world: World, value: 0 | 1 | null];

function holds(indicator: keyof typeof INDICATED, rows: readonly Row[]): void {
	test.each(rows)('%s', (_, world, value) => {
		expect(INDICATED[indicator](keptOf(world))?.value ?? null).toBe(value);
	});
}

describe('another regisseur', () => {
	holds('regisseur-changed', [
		['the same all along', {}, 0],
		['the first one ever', { regisseurs: [['Anna', '2026-11-01']] }, 0],
		[
			'another one on the first day',
			{
				regisseurs: [
					['Anna', '2026-01-01', '2026-10-01'],
					['Bram', '2026-10-01']
				]
			},
			1
		],
		[
			'another one on the last day',
			{
				regisseurs: [
					['Anna', '2026-01-01', '2026-12-31'],
					['Bram', '2026-12-31']
				]
			},
			1
		],
		[
			'another one the day before',
			{
				regisseurs: [
					['Anna', '2026-01-01', '2026-09-30'],
					['Bram', '2026-09-30']
				]
			},
			0
		],
		[
			'another one after it',
			{
				regisseurs: [
					['Anna', '2026-01-01', '2027-01-01'],
					['Bram', '2027-01-01']
				]
			},
			0
		],
		[
			'the same one again',
			{
				regisseurs: [
					['Anna', '2026-01-01', '2026-11-01'],
					['Anna', '2026-11-01']
				]
			},
			0
		],
		[
			'twice counts once',
			{
				regisseurs: [
					['Anna', '2026-01-01', '2026-10-05'],
					['Bram', '2026-10-05', '2026-11-01'],
					['Carla', '2026-11-01']
				]
			},
			1
		],
		['none in the quarter', { regisseurs: [['Anna', '2026-01-01', '2026-10-01']] }, null],
		['no child any more', { left: '2026-11-01' }, null]
	]);
});

describe('terms met', () => {
	const start = (on: string) => ['contact_ots', 'start', on] as const;
	const met = (on: string) => ['contact_ots', 'met', on] as const;
	holds('terms-met', [
		['no term', {}, null],
		['on its last day', { terms: [start('2026-10-05'), met('2026-10-12')] }, 1],
		['a day too late', { terms: [start('2026-10-05'), met('2026-10-13')] }, 0],
		['not at all', { terms: [start('2026-10-05')] }, 0],
		['a holiday in between does not count', { terms: [start('2026-12-23'), met('2026-12-31')] }, 1],
		['its last day is in the next quarter', { terms: [start('2026-12-30')] }, null],
		['its last day was in the one before', { terms: [start('2026-09-01')] }, null],
		['begun before, due in it', { terms: [start('2026-09-29'), met('2026-10-01')] }, 1],
		[
			'one of two in time',
			{ terms: [start('2026-10-05'), met('2026-10-06'), ['plan', 'start', '2026-10-01']] },
			0
		],
		['a term of the family itself', { terms: [['aanwijzing', 'start', '2026-10-05']] }, null],
		['the plan, after a family wanted none itself', { waived: '2026-10-01' }, 0]
	]);
});

describe('JIM asked', () => {
	holds('jim-asked', [
		['a youth who asked nobody', {}, 0],
		['who asked years ago', { jimAsked: '2024-01-01' }, 1],
		['on the last day', { jimAsked: '2026-12-31' }, 1],
		['after it', { jimAsked: '2027-01-01' }, 0],
		['12 on the last day', { born: '2014-12-31' }, 0],
		['not yet 12', { born: '2015-01-01' }, null]
	]);
});

describe('familiegroepsplan offered', () => {
	holds('own-plan-offered', [
		['not', {}, 0],
		['on the last day', { offered: '2026-12-31' }, 1],
		['after it', { offered: '2027-01-01' }, 0],
		['it cannot be', { excluded: '2026-11-01' }, null],
		['it cannot be, said later', { excluded: '2027-01-01' }, 0],
		['guardianship: the law gives none', { kader: 'voogdij', offered: '2026-11-01' }, null],
		['juvenile probation: none either', { kader: 'jeugdreclassering' }, null],
		['nobody to offer it', { regisseurs: [] }, null]
	]);
});

describe('a plan for later at 17', () => {
	holds('later-at-17', [
		['17 on the last day, none', { born: '2009-12-31' }, 0],
		['17, begun', { born: '2009-06-01', laterBegan: '2026-12-31' }, 1],
		['17, begun after it', { born: '2009-06-01', laterBegan: '2027-01-01' }, 0],
		['still 16', { born: '2010-01-01', laterBegan: '2026-11-01' }, null],
		['18 already', { born: '2008-12-31', laterBegan: '2026-11-01' }, null]
	]);
});

test('whose it is: the children that it was about', () => {
	expect(INDICATED['later-at-17'](keptOf({ born: '2009-06-01' }))?.children).toEqual([NOOR]);
});
