import { describe, expect, test } from 'vitest';
import { day, type Day } from '#lib/kernel/calendar.ts';
import { visitor, type Actor } from '#lib/kernel/actor.ts';
import type { ConsentFacts } from '#lib/consent/model.ts';
import {
	aFamily,
	AGES,
	aPerson,
	BORN,
	CHILD,
	noConsent,
	personId,
	restricted,
	unable,
	VIEWER,
	type BornAge,
	type Viewer
} from '../../../tests/support/facts.ts';
import { JIM_PARTS, JIM_STATES, type JimId, type JimPart, type JimState } from './model.ts';
import {
	canAnswerJim,
	canAskJim,
	canAskProgress,
	canEndJim,
	canGiveView,
	canKeepCircle,
	canReadJimPart,
	canReadWish,
	canSayAsParent,
	canShareWithJim,
	canStandBeside,
	canWithdrawJim,
	type JimFacts,
	parentsSay
} from './policy.ts';

const JIM = personId('jim');
const parent = { relation: 'ouder', gezag: 'tweehoofdig' } as const;

/** Everyone who may look: how they stand to the family, and how sure we are of them. */
const PEOPLE: Readonly<Record<string, { actor: Actor; viewer: Viewer }>> = {
	youth: { actor: aPerson(CHILD), viewer: { self: true, relation: 'kind' } },
	jim: { actor: aPerson(JIM), viewer: {} },
	parent: { actor: aPerson(), viewer: parent },
	'parent without gezag': { actor: aPerson(), viewer: { relation: 'ouder' } },
	guardian: { actor: aPerson(), viewer: { relation: 'voogd', gezag: 'voogdij' } },
	'foster parent': { actor: aPerson(), viewer: { relation: 'pleegouder' } },
	aunt: { actor: aPerson(), viewer: { relation: 'netwerk' } },
	brother: { actor: aPerson(), viewer: { relation: 'kind' } },
	supporter: { actor: aPerson(), viewer: { relation: 'steun' } },
	professional: { actor: aPerson(VIEWER, 'second-factor'), viewer: { relation: 'professional' } },
	regisseur: { actor: aPerson(VIEWER, 'second-factor'), viewer: { regisseur: 'now' } },
	'stand-in': { actor: aPerson(VIEWER, 'second-factor'), viewer: { regisseur: 'stand-in' } },
	'administrator or stranger': { actor: aPerson(VIEWER, 'second-factor'), viewer: {} },
	visitor: { actor: visitor, viewer: {} },
	machine: { actor: { kind: 'machine', source: 'x' as never }, viewer: {} }
};

type More = Partial<Omit<JimFacts, 'family' | 'consent'>> & { consent?: ConsentFacts };

const facts = (born: Day, viewer: Viewer, more: More = {}): JimFacts => ({
	...{ id: 'relatie' as JimId, youthId: CHILD, jimId: JIM, state: 'actief' as JimState },
	...{ parentsKnow: false, regisseurKnows: false, parts: [], parents: [], consent: noConsent },
	...more,
	family: aFamily(born, viewer)
});

const at14 = day('2012-07-21');
const allows = (decision: { outcome: string }) => decision.outcome === 'allow';

/** In which states each may do it; whoever has no line never may. */
const ACTS = [
	['withdraw', canWithdrawJim, { youth: ['gevraagd', 'praat_eerst'] }],
	['end', canEndJim, { youth: ['actief'], jim: ['actief'] }],
	['share', canShareWithJim, { youth: ['actief'] }],
	['stand beside', canStandBeside, { jim: ['actief'] }],
	['say as parent', canSayAsParent, { parent: ['actief'], guardian: ['actief'] }],
	[
		'answer with the link',
		canAnswerJim,
		Object.fromEntries(
			['visitor', 'jim', 'aunt', 'brother', 'foster parent', 'supporter'].map((who) => [
				who,
				['gevraagd', 'praat_eerst']
			])
		)
	]
] as const;

describe.each(ACTS)('states × people: %s', (_, rule, table) => {
	const cells = JIM_STATES.flatMap((state) =>
		Object.keys(PEOPLE).map((who) => [who, state] as const)
	);
	test.each(cells)('%s, %s', (who, state) => {
		const { actor, viewer } = PEOPLE[who] ?? { actor: visitor, viewer: {} };
		const may = (table as Readonly<Record<string, readonly string[]>>)[who] ?? [];
		const decision = rule(actor, facts(at14, viewer, { state }));
		expect(allows(decision)).toBe(may.includes(state));
		// Absent and hidden answer alike.
		if (!allows(decision)) expect(decision.outcome).toBe('hide');
	});
});

describe.each([
	['keep the circle', canKeepCircle],
	['ask', canAskJim]
] as const)('ages × people: %s', (_, rule) => {
	test.each(AGES.flatMap((age) => Object.keys(PEOPLE).map((who) => [age, who] as const)))(
		'%s, %s',
		(age, who) => {
			const { actor, viewer } = PEOPLE[who] ?? { actor: visitor, viewer: {} };
			const { outcome } = rule(actor, { id: CHILD, family: aFamily(BORN[age], viewer) });
			const own = age === '11 years 364 days' ? 'deny' : 'allow';
			expect(outcome).toBe(who === 'youth' ? own : 'hide');
		}
	);
});

describe('what the JIM reads', () => {
	const YES = [{ parentId: VIEWER, mayRead: true }];
	const NO = [{ parentId: VIEWER, mayRead: false }];
	const reads = (born: Day, part: JimPart, more: More = {}, viewer: Viewer = parent) =>
		allows(
			canReadJimPart(aPerson(JIM), { ...facts(born, viewer, { parts: [part], ...more }), part })
		);

	/** Own words, and everything of the plan without a parent, with a yes, and with a no. */
	const TABLE: readonly [BornAge, string][] = [
		['12', 'y-y-'],
		['15 years 364 days', 'y-y-'],
		['16', 'yyyy'],
		['17 years 364 days', 'yyyy'],
		['18', 'yyyy']
	];
	test.each(TABLE)('at %s: %s', (age, cells) => {
		for (const part of JIM_PARTS.filter((one) => one !== 'woorden')) {
			const born = BORN[age];
			const found = [
				reads(born, 'woorden'),
				reads(born, part),
				reads(born, part, { parents: YES }),
				reads(born, part, { parents: NO })
			];
			expect(found.map((one) => (one ? 'y' : '-')).join(''), part).toBe(cells);
		}
	});

	test('one no of two who have gezag keeps the plan closed, and a yes without gezag opens nothing', () => {
		const family = aFamily(at14, {
			...parent,
			parent: { relation: 'ouder', gezag: 'tweehoofdig' }
		});
		const both = (one: boolean, two: boolean) => [
			{ parentId: VIEWER, mayRead: one },
			{ parentId: personId('ouder'), mayRead: two }
		];
		const asks = (parents: JimFacts['parents']) =>
			allows(
				canReadJimPart(aPerson(JIM), {
					...{ ...facts(at14, {}, { parts: ['doelen'], parents }), family, part: 'doelen' }
				})
			);
		expect([asks(both(true, true)), asks(both(true, false)), asks(both(false, true))]).toEqual([
			...[true, false, false]
		]);
		const say = (parents: JimFacts['parents']) =>
			parentsSay({ ...facts(at14, {}, { parents }), family });
		expect([say([]), say(both(true, true)), say(both(false, false))]).toEqual([
			'niets',
			'ja',
			'nee'
		]);
		// No source says whose answer counts: the portal leaves it open, and closed.
		expect([say(both(true, false)), say(both(false, true))]).toEqual(['vraag', 'vraag']);
		expect(reads(at14, 'doelen', { parents: YES }, { relation: 'ouder' })).toBe(false);
		expect(reads(at14, 'doelen', { parents: YES, consent: restricted })).toBe(false);
	});

	test('who cannot judge it at 16 waits for a parent as well', () => {
		expect(reads(BORN['16'], 'doelen', { consent: unable })).toBe(false);
		expect(reads(BORN['16'], 'doelen', { consent: unable, parents: YES })).toBe(true);
	});

	test.each(JIM_PARTS)('%s only when it is shared, and only by the JIM of now', (part) => {
		const all = { parts: JIM_PARTS, parents: YES };
		const others = JIM_PARTS.filter((one) => one !== part);
		expect(reads(at14, part, { ...all })).toBe(true);
		expect(reads(at14, part, { ...all, parts: others })).toBe(false);
		for (const state of JIM_STATES.filter((one) => one !== 'actief'))
			expect(reads(at14, part, { ...all, state })).toBe(false);
		for (const [who, { actor, viewer }] of Object.entries(PEOPLE).filter(([who]) => who !== 'jim'))
			expect(
				canReadJimPart(actor, { ...facts(at14, viewer, all), part }).outcome,
				`${who} reads ${part}`
			).toBe('hide');
	});

	test('a view is given to a goal of the youth alone', () => {
		const goals = ['eigen' as never];
		const give = (goal: string, parts: readonly JimPart[] = ['doelen']) =>
			canGiveView(aPerson(JIM), {
				...{ ...facts(at14, parent, { parts, parents: YES }), part: 'doelen', goals },
				goal: goal as never
			}).outcome;
		expect([give('eigen'), give('van-broertje'), give('eigen', [])]).toEqual([
			...['allow', 'hide', 'hide']
		]);
	});
});

describe('what a parent may know', () => {
	test.each([
		['12', true],
		['15 years 364 days', true],
		['16', false],
		['17 years 364 days', false]
	] as const)('at %s without the youth telling: %s', (age, knows) => {
		expect(allows(canSayAsParent(aPerson(), facts(BORN[age], parent)))).toBe(knows);
		expect(allows(canSayAsParent(aPerson(), facts(BORN[age], parent, { parentsKnow: true })))).toBe(
			true
		);
	});

	test('nothing when the view is restricted, and nothing at 18', () => {
		expect(allows(canSayAsParent(aPerson(), facts(at14, parent, { consent: restricted })))).toBe(
			false
		);
		expect(
			allows(canSayAsParent(aPerson(), facts(BORN['18'], parent, { parentsKnow: true })))
		).toBe(false);
	});
});

test.each(Object.entries(PEOPLE))('one word for the regisseur: %s', (who, { actor, viewer }) => {
	for (const rule of [canReadWish, canAskProgress]) {
		const ask = (born: Day, placed = true) =>
			allows(rule(actor, { id: CHILD, placed, family: aFamily(born, viewer) }));
		expect(ask(BORN['12'])).toBe(['regisseur', 'stand-in'].includes(who));
		expect(ask(BORN['11 years 364 days'])).toBe(false);
	}
});

test('the word is about a child who lives elsewhere; how it goes is asked of every youth', () => {
	const facts = { id: CHILD, placed: false, family: aFamily(at14, { regisseur: 'now' }) };
	const regisseur = aPerson(VIEWER, 'second-factor');
	expect(canReadWish(regisseur, facts).outcome).toBe('hide');
	expect(canAskProgress(regisseur, facts).outcome).toBe('allow');
	expect(canAskProgress(aPerson(), facts).outcome).toBe('hide');
});
