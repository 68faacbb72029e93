import { describe, expect, test } from 'vitest';
import { visitor, type Actor } from '#lib/kernel/actor.ts';
import { addDays, day, type Day } from '#lib/kernel/calendar.ts';
import type { ConsentFacts } from '#lib/consent/model.ts';
import type { OrganisationId } from '#lib/family/model.ts';
import {
	aFamily,
	AGES,
	aPerson,
	BORN,
	CHILD,
	noConsent,
	personId,
	restricted,
	shared,
	TODAY,
	VIEWER,
	type Viewer
} from '../../../tests/support/facts.ts';
import { deliveryFile, deliveryProblems, type Measurement } from './delivery.file.ts';
import type { DeliveryRow } from './delivery.model.ts';
import { canDeliver, canMakeFile, canTakeBack } from './delivery.policy.ts';
import { toDeliver } from './delivery.rules.ts';
import { DAYS_AFTER } from './policy.ts';
import type { TrajectoryId } from './trajectory.model.ts';

const RECORD = 'hulp' as TrajectoryId;
const LONG_AGO = day('2025-01-01');

type More = { consent?: ConsentFacts; until?: Day; from?: Day; actor?: Actor; childId?: string };

const mayAt = (viewer: Viewer, more: More = {}) =>
	AGES.map((age) => {
		const family = aFamily(BORN[age], viewer);
		const { consent = noConsent, until = null, from = LONG_AGO } = more;
		const childId = more.childId ? personId(more.childId) : CHILD;
		const actor = more.actor ?? aPerson(viewer.self ? CHILD : VIEWER);
		const facts = { id: RECORD, childId, from, until, family, consent };
		return canDeliver(actor, facts).outcome === 'allow' ? 'yes' : 'no';
	}).join(' ');

const parent: Viewer = { relation: 'ouder', gezag: 'tweehoofdig' };
const youth: Viewer = { self: true, relation: 'kind' };
const NOBODY = 'no no no no no no';

// Columns: a day before 12, 12, a day before 16, 16, a day before 18, 18.
test.each<[string, Viewer, More, string]>([
	['a youth, about the own help, from 16', youth, {}, 'no no no yes yes yes'],
	['a youth, about a brother', youth, { childId: 'broer' }, NOBODY],
	['a parent with gezag, until the youth decides', parent, {}, 'yes yes yes no no no'],
	['a parent with whom it is shared', parent, { consent: shared }, 'yes yes yes yes yes no'],
	['a parent who is restricted', parent, { consent: restricted }, NOBODY],
	['a parent without gezag', { relation: 'ouder' }, {}, NOBODY],
	['a foster parent', { relation: 'pleegouder' }, {}, NOBODY],
	['own network', { relation: 'netwerk' }, { consent: shared }, NOBODY],
	['the regisseur', { regisseur: 'now' }, { actor: aPerson(VIEWER, 'second-factor') }, NOBODY],
	['a visitor', {}, { actor: visitor }, NOBODY],
	['help that is still to begin', parent, { from: addDays(TODAY, 1) }, NOBODY],
	[
		'help that ended lately',
		parent,
		{ until: addDays(TODAY, 1 - DAYS_AFTER) },
		'yes yes yes no no no'
	],
	['help that ended long ago', parent, { until: addDays(TODAY, -DAYS_AFTER) }, NOBODY]
])('who may let a provider have a grade: %s', (_, viewer, more, expected) => {
	expect(mayAt(viewer, more)).toBe(expected);
});

test('a yes is taken back by its own person, and a file is made by the machine after the quarter', () => {
	const own = { id: RECORD, personId: VIEWER };
	expect(canTakeBack(aPerson(), own).outcome).toBe('allow');
	expect(canTakeBack(aPerson(CHILD), own).outcome).toBe('hide');
	const provider = { id: 'aanbieder' as OrganisationId, over: true };
	const machine = (source: string): Actor => ({ kind: 'machine', source: source as never });
	expect(canMakeFile(machine('aanbieder'), provider).outcome).toBe('allow');
	expect(canMakeFile(machine('aanbieder'), { ...provider, over: false }).outcome).toBe('hide');
	expect(canMakeFile(machine('ander'), provider).outcome).toBe('hide');
	expect(canMakeFile(aPerson(VIEWER, 'second-factor'), provider).outcome).toBe('hide');
});

describe('of each record one by the youth and one by a parent', () => {
	const row = (personId: string, more: Partial<DeliveryRow> = {}): DeliveryRow => ({
		...{ trajectoryId: RECORD, personId, informant: 'parent', use: 7, independent: null },
		...{ deliveredIn: null, ...more }
	});
	const lot = ({ personId }: DeliveryRow) => personId;
	test.each<[string, DeliveryRow[], string[]]>([
		['nobody said yes', [], []],
		['one parent', [row('a')], ['hulp parent 7']],
		[
			'a youth and a parent',
			[row('k', { informant: 'youth', use: 3 }), row('a')],
			['hulp parent 7', 'hulp youth 3']
		],
		['two parents: the lot', [row('b', { use: 2 }), row('a', { use: 9 })], ['hulp parent 9']],
		['one that was sent', [row('a', { use: null, deliveredIn: '2026-Q3' })], []],
		[
			'the other parent, after one was sent',
			[row('a', { use: null, deliveredIn: '2026-Q3' }), row('b')],
			[]
		],
		[
			'two records',
			[row('a', { trajectoryId: 'z' as TrajectoryId }), row('a')],
			['hulp parent 7', 'z parent 7']
		]
	])('%s', (_, rows, expected) => {
		const lines = (given: DeliveryRow[]) =>
			toDeliver(given, lot).map(({ record, informant, use }) => `${record} ${informant} ${use}`);
		expect(lines(rows)).toEqual(expected);
		expect(lines(rows.toReversed())).toEqual(expected);
	});
});

describe('the file', () => {
	const one: Measurement = { record: 'hulp', informant: 'youth', use: 8, independent: null };
	const wanted = { provider: 'aanbieder' as OrganisationId, quarter: '2026-Q3' } as const;
	const file = (...all: unknown[]) => deliveryFile(wanted, TODAY, all as Measurement[]);

	test('says what it is not, and names its scales', () => {
		const [about = ''] = file(one).split('\n');
		expect(JSON.parse(about)).toMatchObject({
			comparedNationally: false,
			notice: expect.stringContaining('not one of CBS'),
			scales: { use: { steps: 10 }, independent: { steps: 5 } }
		});
	});

	test.each<[string, string, string[]]>([
		['whole', file(one, { ...one, informant: 'parent', independent: 5 }), []],
		['nothing in it', file(), []],
		['two of one informant', file(one, one), ['line 3: a second measurement']],
		['a JIM', file({ ...one, informant: 'jim' }), ['line 2: no measurement']],
		['outside its scale', file({ ...one, use: 11 }), ['line 2: no measurement']],
		['without a value', file({ ...one, use: null }), ['line 2: no measurement']],
		['something else along', file({ ...one, name: 'Noor' }), ['line 2: no measurement']],
		['a line that is no JSON', `${file(one)}x\n`, ['line 3: no measurement']],
		['cut off', file(one).slice(0, -1), ['the last line is cut off']],
		['called compared', file(one).replace('false', 'true'), ['line 1: no header']]
	])('%s', (_, text, problems) => {
		expect(deliveryProblems(text)).toEqual(problems);
	});
});
