import { describe, expect, test } from 'vitest';
import type { AssignmentId, FamilyFacts, FamilyId } from '#lib/family/model.ts';
import { hasGezag } from '#lib/family/rules.ts';
import { day } from '#lib/kernel/calendar.ts';
import { AGES, BORN, personId, TODAY } from '../../../tests/support/facts.ts';
import type { EditInput } from './edit.model.ts';
import type { Side } from './proposal.model.ts';
import {
	canBeDecided,
	childrenOfChange,
	decided,
	entering,
	hasAccepted,
	proposable,
	rebased,
	sidesOf
} from './proposal.rules.ts';
import type { ItemChange, ItemContents, PlanItem } from './version.model.ts';

const LONG_AGO = day('2020-01-01');
const [NOOR, MOTHER, FATHER, OMA, ANNA, BRAM] = [
	...['Noor', 'moeder', 'vader', 'oma', 'Anna', 'Bram'].map(personId)
] as [never, never, never, never, never, never];
const always = { from: LONG_AGO, until: null };

const family = (born: keyof typeof BORN, standIn = false): FamilyFacts => ({
	id: 'gezin' as FamilyId,
	today: TODAY,
	participants: [
		{ personId: NOOR, relation: 'kind', birthDate: BORN[born], ...always },
		{ personId: MOTHER, relation: 'ouder', birthDate: null, ...always },
		{ personId: FATHER, relation: 'ouder', birthDate: null, ...always },
		{ personId: OMA, relation: 'netwerk', birthDate: null, ...always }
	],
	gezag: [{ childId: NOOR, holderId: MOTHER, kind: 'eenhoofdig', ...always }],
	assignments: [
		{
			...{ id: 'toewijzing' as AssignmentId, personId: ANNA, ...always, standInId: BRAM },
			...{ standInFrom: standIn ? TODAY : null, standInUntil: null }
		}
	]
});

const goal: ItemContents['goal'] = {
	...{ position: 0, group: 'nu', ownWords: 'doel', professionalWords: null, resultWords: null },
	children: [NOOR]
};
const step: ItemContents['step'] = {
	...{ position: 0, goalId: 'g' as never, title: 'stap', ownerId: OMA, due: null },
	...{ state: 'niet_begonnen', stateBy: null, stateOn: null }
};
const exit: ItemContents['exit'] = {
	...{ position: 0, childId: NOOR, words: 'w', judge: 'j', state: 'nog_niet', stateWords: null }
};
const situation: ItemContents['situation'] = {
	...{ position: 0, ownWords: 'w', professionalWords: null, children: [NOOR] }
};
const ending: ItemContents['ending'] = {
	...{ reviewOn: null, reviewWords: null, endWords: null, relapseWords: null }
};
const items: PlanItem[] = [
	{ kind: 'goal', id: 'g', content: goal },
	{ kind: 'ending', id: 'p', content: ending }
];
const added = (kind: string, after: object) =>
	({ kind, id: 'nieuw', before: null, after }) as ItemChange;
const kinds = {
	goal: added('goal', goal),
	situation: added('situation', situation),
	exit: added('exit', exit),
	ending: added('ending', ending),
	'step of grandmother': added('step', step),
	'step of the child': added('step', { ...step, ownerId: NOOR }),
	'step of the regisseur': added('step', { ...step, ownerId: ANNA })
} as const;

const whose = (change: ItemChange, born: keyof typeof BORN, unable = false) => {
	const facts = family(born);
	const children = childrenOfChange(change, items, facts);
	// As the policy says: under 12 nobody reads for themselves; the father has no gezag.
	const reads = (one: string) => {
		if (one === NOOR) return !born.startsWith('11');
		return one === OMA ? change.kind === 'step' : hasGezag(facts, personId(one), NOOR);
	};
	return sidesOf(change, { family: facts, children, unable: () => unable, reads })
		.map((side) => side.people.join('|') || '?')
		.join(' + ');
};

describe('whose yes a change needs, by age of the child', () => {
	const byChild = [
		...['Anna + moeder', 'Anna + Noor', 'Anna + Noor', 'Anna + Noor', 'Anna + Noor', 'Anna + Noor']
	];
	const byOma = AGES.map(() => 'Anna + oma');
	test.each([
		['goal', byChild],
		['situation', byChild],
		['exit', byChild],
		['ending', byChild],
		['step of grandmother', byOma],
		['step of the child', byChild],
		['step of the regisseur', byChild]
	] as const)('%s', (kind, expected) => {
		expect(AGES.map((age) => whose(kinds[kind], age))).toEqual(expected);
	});

	test('a child who cannot decide: those with gezag, until 18', () => {
		const found = AGES.map((age) => whose(kinds.goal, age, true));
		expect(found.slice(0, 5)).toEqual(Array(5).fill('Anna + moeder'));
		expect(found[5]).toBe('Anna + Noor');
	});

	test('nobody is asked about words they cannot read; then there is nothing to decide', () => {
		const facts = { family: family('16'), children: [NOOR], unable: () => false };
		const sides = sidesOf(kinds.goal, { ...facts, reads: () => false });
		expect(sides.map((side) => side.people)).toEqual([[ANNA], []]);
		expect(canBeDecided(sides)).toBe(false);
		expect(canBeDecided(sidesOf(kinds.goal, { ...facts, reads: () => true }))).toBe(true);
		expect(canBeDecided(sides.slice(0, 1))).toBe(false);
	});

	test('the stand-in counts while standing in; without a regisseur a proposal waits for one', () => {
		const facts = { children: [NOOR], unable: () => false, reads: () => true };
		const [now] = sidesOf(kinds.goal, { ...facts, family: family('12', true) });
		expect(now?.people).toEqual([ANNA, BRAM]);
		const without = { ...family('12'), assignments: [] };
		const sides = sidesOf(kinds.goal, { ...facts, family: without });
		expect(sides[0]?.people).toEqual([]);
		expect(canBeDecided(sides)).toBe(true);
		expect(decided(sides, MOTHER, [{ personId: NOOR, accepts: true }])).toBe('open');
	});

	test('a child that left is asked nothing', () => {
		const facts = family('12');
		const [child, ...others] = facts.participants;
		if (!child) throw new Error('no child');
		const gone = { ...facts, participants: [{ ...child, until: TODAY }, ...others] };
		const unable = () => false;
		expect(
			sidesOf(kinds.goal, { family: gone, children: [NOOR], unable, reads: () => true })
		).toHaveLength(1);
	});
});

describe('which children a change is about', () => {
	test('those of before and of after, so that a child is not written out of sight', () => {
		const SAM = personId('Sam');
		const change = {
			...{ kind: 'goal', id: 'g', before: { ...goal, children: [NOOR, SAM] } },
			after: goal
		} as ItemChange;
		expect(childrenOfChange(change, items, family('12'))).toEqual([NOOR, SAM]);
	});
	test('those of the goal of a step; nobody when the goal is gone', () => {
		expect(childrenOfChange(kinds['step of grandmother'], items, family('12'))).toEqual([NOOR]);
		expect(childrenOfChange(kinds['step of grandmother'], [], family('12'))).toEqual([]);
	});
});

describe('where a proposal stands', () => {
	const sides: Side[] = [
		{ of: 'regisseur', people: [ANNA, BRAM] },
		{ of: 'child', people: [MOTHER, FATHER] }
	];
	const yes = (one: never) => ({ personId: one, accepts: true });
	const no = (one: never) => ({ personId: one, accepts: false });
	test.each([
		['nobody said anything', OMA, [], 'open'],
		['only the regisseur', OMA, [yes(ANNA)], 'open'],
		['only a parent', OMA, [yes(MOTHER)], 'open'],
		['the regisseur and one parent', OMA, [yes(ANNA), yes(MOTHER)], 'accepted'],
		['the stand-in and the other parent', OMA, [yes(BRAM), yes(FATHER)], 'accepted'],
		['proposed by a parent: the regisseur is enough', MOTHER, [yes(ANNA)], 'accepted'],
		['proposed by the regisseur: a parent is needed', ANNA, [], 'open'],
		['proposed by the regisseur, with a parent', ANNA, [yes(FATHER)], 'accepted'],
		['one no ends it', OMA, [yes(ANNA), yes(MOTHER), no(FATHER)], 'declined'],
		['a no of somebody no longer asked', MOTHER, [no(OMA), yes(ANNA)], 'accepted'],
		['a yes of somebody no longer asked', MOTHER, [yes(OMA)], 'open']
	] as const)('%s', (_, author, said, expected) => {
		expect(decided(sides, author, said)).toBe(expected);
	});
	test('who proposes, accepts', () => {
		expect(hasAccepted(sides[1] as Side, MOTHER, [])).toBe(true);
	});
});

describe('a proposal on an item that changed since', () => {
	const words = (ownWords: string, given: object = {}) => ({ ...goal, ownWords, ...given });
	test.each([
		['unchanged', words('b'), words('a'), words('b')],
		[
			'changed elsewhere',
			words('b'),
			words('a', { group: 'later' }),
			words('b', { group: 'later' })
		],
		['changed in the same words', words('b'), words('c'), null],
		['already says so', words('b'), words('b'), words('b')],
		['gone', words('b'), null, null]
	])('%s', (_, after, now, expected) => {
		expect(rebased({ before: words('a'), after }, now)).toEqual(expected);
	});

	const facts = { items, family: family('12'), measured: [NOOR] };
	test('something new comes last, wherever that is by now', () => {
		expect(entering(kinds.goal, facts)?.after).toMatchObject({ position: 1 });
		expect(entering({ ...kinds.goal, id: 'g' } as ItemChange, facts)).toBeNull();
	});
	test.each([
		['its goal is gone', kinds['step of grandmother'], { items: [] }],
		['its owner left', added('step', { ...step, ownerId: personId('weg') }), {}],
		['its child left', added('goal', { ...goal, children: [personId('weg')] }), {}],
		['its measure ended', kinds.exit, { measured: [] }]
	])('nothing enters when %s', (_, change, changed) => {
		expect(entering(change, { ...facts, ...changed })).toBeNull();
	});
	test('what fits, enters', () => {
		expect(entering(kinds['step of grandmother'], facts)).toMatchObject({ before: null });
		expect(entering(kinds.exit, facts)).not.toBeNull();
	});
});

describe('what a form proposes', () => {
	const written: PlanItem[] = [
		{ kind: 'goal', id: 'g', content: { ...goal, professionalWords: 'vak' } },
		{ kind: 'step', id: 's', content: { ...step, state: 'bezig' } }
	];
	const edit = (kind: string, input: object) => ({ kind, input }) as unknown as EditInput;
	test('words of professionals are not a family’s to write', () => {
		const goalEdit = edit('goal', { goal: 'g', professionalWords: '' });
		expect(proposable(goalEdit, written, false).input).toMatchObject({ professionalWords: 'vak' });
		expect(proposable(goalEdit, written, true)).toBe(goalEdit);
		const fresh = edit('situation', { professionalWords: 'zelf bedacht' });
		expect(proposable(fresh, written, false).input).toMatchObject({ professionalWords: null });
	});
	test('where a step stands is not proposed', () => {
		const told = edit('step', { step: 's', state: 'klaar' });
		expect(proposable(told, written, true).input).toMatchObject({ state: 'bezig' });
		const fresh = edit('step', { state: 'klaar' });
		expect(proposable(fresh, written, false).input).toMatchObject({ state: 'niet_begonnen' });
	});
});
