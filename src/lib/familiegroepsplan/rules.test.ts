import { describe, expect, test } from 'vitest';
import type { FamilyFacts, GezagKind, Relation } from '#lib/family/model.ts';
import { day, type Day } from '#lib/kernel/calendar.ts';
import type { KaderFacts, KaderId } from '#lib/plan/model.ts';
import { KADER_KINDS, type KaderKind } from '#lib/rights/kader.model.ts';
import { aFamily, BORN, CHILD, personId, TODAY } from '../../../tests/support/facts.ts';
import { ACTS, PIECE_KINDS, STATES, type OwnPlanAct, type OwnPlanState } from './model.ts';
import {
	after,
	isReleased,
	kindsIn,
	mayBeOffered,
	offerChildren,
	textOf,
	WAIVED,
	type OfferChild
} from './rules.ts';

const aChild = (id: string, more: Partial<OfferChild> = {}): OfferChild => ({
	id: personId(id),
	age: 9,
	guardian: null,
	...more
});

const aKader = (child: string, kind: KaderKind, until: Day | null = null): KaderFacts => ({
	id: `${child}-${kind}` as KaderId,
	childId: personId(child),
	kind,
	from: day('2026-01-01'),
	until
});

const offered = (children: OfferChild[], kaders: KaderFacts[]) =>
	mayBeOffered(children, kaders, TODAY);

describe('for whom the law gives the offer (Jeugdwet 4.1.2)', () => {
	const EXCLUDING: readonly KaderKind[] = ['voogdij', 'jeugdreclassering'];
	const alone: Record<KaderKind, boolean> = {
		vrijwillig: true,
		intensief_vrijwillig: true,
		onderzoek: true,
		voorlopige_ots: true,
		ots: true,
		uithuisplaatsing: true,
		voogdij: false,
		jeugdreclassering: false,
		gesloten: true
	};

	test.each(KADER_KINDS)('one child, %s', (kind) => {
		expect(offered([aChild('a')], [aKader('a', kind)]).length > 0).toBe(alone[kind]);
	});

	const pairs = KADER_KINDS.flatMap((one) => KADER_KINDS.map((other) => [one, other] as const));
	test.each(pairs)('one child, %s and %s at once: the exclusion wins', (one, other) => {
		const excluded = EXCLUDING.includes(one) || EXCLUDING.includes(other);
		expect(offered([aChild('a')], [aKader('a', one), aKader('a', other)])).toEqual(
			excluded ? [] : ['a']
		);
	});

	test.each(pairs)('two children, %s and %s: only about who is not excluded', (one, other) => {
		const found = offered([aChild('a'), aChild('b')], [aKader('a', one), aKader('b', other)]);
		expect(found).toEqual([
			...(EXCLUDING.includes(one) ? [] : ['a']),
			...(EXCLUDING.includes(other) ? [] : ['b'])
		]);
	});

	test.each([
		['no kader that is known', aChild('a'), [], ['a']],
		['17 years', aChild('a', { age: 17 }), [], ['a']],
		['18 years', aChild('a', { age: 18 }), [], []],
		['an unknown birth date', aChild('a', { age: null }), [], []],
		['a probation that ended today', aChild('a'), [aKader('a', 'jeugdreclassering', TODAY)], ['a']],
		[
			'a probation until tomorrow',
			aChild('a'),
			[aKader('a', 'jeugdreclassering', day('2026-11-23'))],
			[]
		],
		['a GI as guardian, without a label', aChild('a', { guardian: 'gi' }), [], []],
		['a person as guardian', aChild('a', { guardian: 'persoon' }), [aKader('a', 'voogdij')], ['a']],
		[
			'a person as guardian, under probation',
			aChild('a', { guardian: 'persoon' }),
			[aKader('a', 'voogdij'), aKader('a', 'jeugdreclassering')],
			[]
		],
		['another child under probation', aChild('a'), [aKader('b', 'jeugdreclassering')], ['a']]
	] as const)('%s', (_, child, kaders, expected) => {
		expect(offered([child], [...kaders])).toEqual(expected);
	});
});

test.each<[string, { relation: Relation; gezag?: GezagKind }, OfferChild['guardian']]>([
	['a worker of a GI', { relation: 'professional', gezag: 'voogdij' }, 'gi'],
	['a person', { relation: 'voogd', gezag: 'voogdij' }, 'persoon'],
	['a parent with gezag', { relation: 'ouder', gezag: 'eenhoofdig' }, null],
	['nobody', { relation: 'ouder' }, null]
])('the guardian is %s', (_, viewer, guardian) => {
	const family: FamilyFacts = aFamily(BORN['12'], viewer);
	expect(offerChildren(family)).toEqual([{ id: CHILD, age: 12, guardian }]);
});

/** Each line: a state, and what each act leads to from there; a dash cannot be done. */
const MACHINE: Record<OwnPlanState, string[]> = {
	//                aanbieden     beginnen niet_willen    uitsluiten       vrijgeven       antwoorden   overnemen
	niet_aangeboden: ['aangeboden', 'bezig', 'niet_gewild', 'niet_mogelijk', '-', '-', '-'],
	aangeboden: ['-', 'bezig', 'niet_gewild', 'niet_mogelijk', '-', '-', '-'],
	bezig: ['-', '-', 'niet_gewild', '-', 'vrijgegeven', '-', '-'],
	vrijgegeven: ['-', '-', '-', '-', '-', 'beantwoord', '-'],
	beantwoord: ['-', '-', '-', '-', '-', '-', 'overgenomen'],
	overgenomen: ['-', '-', '-', '-', '-', '-', '-'],
	niet_gewild: ['-', 'bezig', '-', '-', '-', '-', '-'],
	niet_mogelijk: ['aangeboden', '-', '-', '-', '-', '-', '-']
};

test('every state and every act has its answer', () => {
	const found = Object.fromEntries(
		STATES.map((state) => [state, ACTS.map((act: OwnPlanAct) => after(state, act) ?? '-')])
	);
	expect(found).toEqual(MACHINE);
});

test('what the family still writes and what is over are told apart in every state', () => {
	const lines = STATES.map((state) => [
		state,
		isReleased(state) ? 'released' : '',
		WAIVED.includes(state) ? 'waived' : '',
		kindsIn(state).length
	]);
	expect(lines).toEqual([
		['niet_aangeboden', '', '', 0],
		['aangeboden', '', '', 0],
		['bezig', '', '', PIECE_KINDS.length - 1],
		['vrijgegeven', 'released', '', 1],
		['beantwoord', 'released', '', 1],
		['overgenomen', 'released', '', 0],
		['niet_gewild', '', 'waived', 0],
		['niet_mogelijk', '', 'waived', 0]
	]);
});

test('a text is another text when one word, person or day is another', () => {
	const piece = {
		id: 'a',
		kind: 'stap' as const,
		goalId: null,
		words: 'Bellen',
		ownerId: 'oma',
		due: TODAY
	};
	const others = [
		{ ...piece, words: 'bellen' },
		{ ...piece, ownerId: 'opa' },
		{ ...piece, due: null },
		{ ...piece, goalId: 'b' }
	];
	const texts = new Set([piece, ...others].map((one) => textOf([one])));
	expect(texts.size).toBe(5);
	expect(textOf([{ ...piece }])).toBe(textOf([piece]));
});
