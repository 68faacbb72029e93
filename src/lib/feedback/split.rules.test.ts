import { describe, expect, test } from 'vitest';
import type { FamilyId, OrganisationId, RegionId, Relation } from '#lib/family/model.ts';
import { day, type Day } from '#lib/kernel/calendar.ts';
import type { PersonId } from '#lib/kernel/id.ts';
import type { KaderKind } from '#lib/rights/kader.model.ts';
import { TODAY } from '../../../tests/support/facts.ts';
import type { HelpKind } from './model.ts';
import { aboutChildren, ageBandOf, latestOf, placeOf, type Around } from './split.rules.ts';
import type { TrajectoryId } from './trajectory.model.ts';

const LONG_AGO = day('2020-01-01');
const id = (text: string) => text as PersonId;

type Help = readonly [child: string, kind: HelpKind, provider: string, from?: Day, until?: Day];

/** Noor of 14 and Sem of 16, with their mother, and what is said here of help and kaders. */
const around = ({
	help = [],
	kaders = [],
	people = []
}: {
	readonly help?: readonly Help[];
	readonly kaders?: readonly (readonly [string, KaderKind, until?: Day])[];
	readonly people?: readonly (readonly [string, Relation, born: Day | null, until?: Day])[];
} = {}): Around => ({
	region: 'noord' as RegionId,
	family: {
		...{ id: 'gezin' as FamilyId, today: TODAY, gezag: [], assignments: [] },
		participants: [
			['Noor', 'kind', day('2012-05-05')] as const,
			['Sem', 'kind', day('2010-05-05')] as const,
			['mama', 'ouder', null] as const,
			...people
		].map(([personId, relation, birthDate, until = null]) => ({
			...{ personId: id(personId), relation, birthDate, from: LONG_AGO, until }
		}))
	},
	kaders: kaders.map(([child, kind, until = null]) => ({
		...{ childId: id(child), kind, from: LONG_AGO, until }
	})),
	trajectories: help.map(([child, kind, provider, from = LONG_AGO, until = null], at) => ({
		...{ id: `${at}` as TrajectoryId, childId: id(child), help: kind, from, until, reason: null },
		providerId: provider as OrganisationId
	}))
});

test.each<[number | null, string | null]>([
	[null, null],
	[11, null],
	[12, '12-15'],
	[15, '12-15'],
	[16, '16-17'],
	[17, '16-17'],
	[18, '18-23'],
	[23, '18-23'],
	[24, null]
])('age %s is in %s', (age, band) => {
	expect(ageBandOf(age)).toBe(band);
});

describe('an answer about these children counts', () => {
	const place = (given: Parameters<typeof around>[0], ...children: string[]) =>
		placeOf(around(given), children.map(id));

	test('under nothing that is not known', () => {
		const nothing = { region: 'noord', ageBand: null, help: null, kader: null, organisation: null };
		expect(place({})).toEqual(nothing);
		expect(place({}, 'Noor')).toEqual({ ...nothing, ageBand: '12-15' });
	});

	test('under what they have in common, and nothing in which they differ', () => {
		const given = {
			help: [
				['Noor', 'ambulant', 'team'],
				['Sem', 'ambulant', 'kliniek']
			] as const,
			kaders: [
				['Noor', 'ots'],
				['Sem', 'vrijwillig']
			] as const
		};
		expect(place(given, 'Noor', 'Sem')).toMatchObject({
			...{ ageBand: null, help: 'ambulant', kader: null, organisation: null }
		});
		expect(place(given, 'Sem')).toMatchObject({
			...{ ageBand: '16-17', kader: 'vrijwillig', organisation: 'kliniek' }
		});
	});

	test('under no kind of help when one child has two', () => {
		const help = [
			['Noor', 'ambulant', 'team'],
			['Noor', 'verblijf', 'team']
		] as const;
		expect(place({ help }, 'Noor')).toMatchObject({ help: null, organisation: 'team' });
	});

	test('under the strictest kader of today', () => {
		const kaders = [
			['Noor', 'vrijwillig'],
			['Noor', 'uithuisplaatsing'],
			['Noor', 'gesloten', TODAY]
		] as const;
		expect(place({ kaders }, 'Noor').kader).toBe('uithuisplaatsing');
	});
});

test.each<[string, readonly Help[], string[]]>([
	['none', [], []],
	['what goes on today', [['Noor', 'ambulant', 'team']], ['ambulant']],
	[
		'what goes on, and not what ended',
		[
			['Noor', 'ambulant', 'team', LONG_AGO, day('2026-06-01')],
			['Noor', 'verblijf', 'team']
		],
		['verblijf']
	],
	[
		'what ended last',
		[
			['Noor', 'ambulant', 'team', LONG_AGO, day('2026-06-01')],
			['Noor', 'dagbehandeling', 'team', LONG_AGO, day('2026-09-01')],
			['Noor', 'pleegzorg', 'team', LONG_AGO, day('2025-09-01')]
		],
		['dagbehandeling']
	],
	['not what is still to begin', [['Noor', 'verblijf', 'team', day('2027-01-01')]], []],
	['not that of another child', [['Sem', 'verblijf', 'team']], []]
])('help that counts: %s', (_, help, kinds) => {
	expect(latestOf(around({ help }), id('Noor')).map((one) => one.help)).toEqual(kinds);
});

test.each<[string, string, readonly string[], Parameters<typeof around>[0]?]>([
	['a youth, the own', 'Sem', ['Sem']],
	['a mother, all children', 'mama', ['Noor', 'Sem']],
	[
		'a mother, children of now',
		'mama',
		['Noor', 'Sem'],
		{ people: [['Bo', 'kind', day('2005-01-01'), day('2025-01-01')]] }
	]
])('whom an answer is about: %s', (_, who, children, given) => {
	expect(aboutChildren(around(given), id(who))).toEqual(children);
});

test('a mother whose children all left: all of them', () => {
	const given = around();
	const left = given.family.participants.map((one) => ({ ...one, until: day('2026-10-01') }));
	const family = { ...given.family, participants: left };
	expect(aboutChildren({ ...given, family }, id('mama'))).toEqual(['Noor', 'Sem']);
});
