import { describe, expect, test } from 'vitest';
import type { ConsentFacts } from '#lib/consent/model.ts';
import { day } from '#lib/kernel/calendar.ts';
import { visitor, type Actor } from '#lib/kernel/actor.ts';
import type { Decision } from '#lib/kernel/policy.ts';
import {
	aFamily,
	AGES,
	aPerson,
	BORN,
	CHILD,
	noConsent,
	PARENT,
	personId,
	restricted,
	shared,
	supported,
	TODAY,
	unable,
	VIEWER,
	type Viewer
} from '../../../tests/support/facts.ts';
import type { KaderFacts, KaderId } from './model.ts';
import { COURT_MEASURES, KADER_KINDS } from '#lib/rights/kader.model.ts';
import { canReadChildPart, canReadItem, canReadKader, canReadPlan, canReadStep } from './policy.ts';

const viewers: Record<string, Viewer> = {
	'the child itself': { self: true, relation: 'kind' },
	'parent, two-headed gezag': { relation: 'ouder', gezag: 'tweehoofdig' },
	'parent, one-headed gezag': { relation: 'ouder', gezag: 'eenhoofdig' },
	'parent, joint gezag': { relation: 'ouder', gezag: 'gezamenlijk' },
	'parent, gezag ended today': { relation: 'ouder', gezag: 'eenhoofdig', gezagUntil: TODAY },
	'parent, gezag temporarily none': { relation: 'ouder', gezag: 'tijdelijk_geen' },
	'parent, gezag cannot be determined': { relation: 'ouder', gezag: 'niet_te_bepalen' },
	'parent without gezag': { relation: 'ouder' },
	'parent who left the family': { relation: 'ouder', gezag: 'tweehoofdig', until: TODAY },
	guardian: { relation: 'voogd', gezag: 'voogdij' },
	'guardian without guardianship': { relation: 'voogd' },
	'foster parent': { relation: 'pleegouder' },
	'family-home parent': { relation: 'gezinshuisouder' },
	'own network': { relation: 'netwerk' },
	'brought along, support ended': {
		relation: 'steun',
		parent: { relation: 'ouder', gezag: 'eenhoofdig' }
	},
	'another child': { relation: 'kind' },
	regisseur: { regisseur: 'now' },
	'stand-in today': { regisseur: 'stand-in' },
	'stand-in from tomorrow': { regisseur: 'stand-in later' },
	'regisseur until today': { regisseur: 'ended' },
	'other professional': { relation: 'professional' },
	stranger: {}
};

/**
 * The table of access-rules, one letter an age: 11y364d, 12, 15y364d, 16, 17y364d, 18.
 * y = sees the child's part, - = does not. Four columns: nothing special; the child shares it with
 * this person; this person's view is restricted; the child is recorded as unable to decide.
 */
const table: Record<string, [plain: string, shared: string, restricted: string, unable: string]> = {
	'the child itself': ['-yyyyy', '-yyyyy', '-yyyyy', '-yyyyy'],
	'parent, two-headed gezag': ['yyy---', 'yyyyyy', '------', 'yyyyy-'],
	'parent, one-headed gezag': ['yyy---', 'yyyyyy', '------', 'yyyyy-'],
	'parent, joint gezag': ['yyy---', 'yyyyyy', '------', 'yyyyy-'],
	'parent, gezag ended today': ['------', '---yyy', '------', '------'],
	'parent, gezag temporarily none': ['------', '---yyy', '------', '------'],
	'parent, gezag cannot be determined': ['------', '---yyy', '------', '------'],
	'parent without gezag': ['------', '---yyy', '------', '------'],
	'parent who left the family': ['------', '------', '------', '------'],
	guardian: ['yyy---', 'yyyyy-', '------', 'yyyyy-'],
	'guardian without guardianship': ['------', '---yy-', '------', '------'],
	'foster parent': ['------', '---yyy', '------', '------'],
	'family-home parent': ['------', '---yyy', '------', '------'],
	'own network': ['------', '---yyy', '------', '------'],
	'brought along, support ended': ['------', '------', '------', '------'],
	'another child': ['------', '------', '------', '------'],
	regisseur: ['yyyyyy', 'yyyyyy', 'yyyyyy', 'yyyyyy'],
	'stand-in today': ['yyyyyy', 'yyyyyy', 'yyyyyy', 'yyyyyy'],
	'stand-in from tomorrow': ['------', '------', '------', '------'],
	'regisseur until today': ['------', '------', '------', '------'],
	'other professional': ['------', '------', '------', '------'],
	stranger: ['------', '------', '------', '------']
};

const consents: ConsentFacts[] = [noConsent, shared, restricted, unable];
const consentNames = ['plain', 'shared', 'restricted', 'unable to decide'];

const viewerOf = (name: string): Viewer => viewers[name] ?? {};
const actorFor = (viewer: Viewer): Actor =>
	aPerson(viewer.self ? CHILD : VIEWER, viewer.regisseur ? 'second-factor' : 'link');
const seen = (decision: Decision) => (decision.outcome === 'allow' ? 'y' : '-');

test('the table names every kind of viewer', () => {
	expect(Object.keys(table)).toEqual(Object.keys(viewers));
});

describe.each(Object.entries(table))("a child's part, seen by %s", (name, columns) => {
	test.each(columns.map((expected, index) => [consentNames[index], index, expected] as const))(
		'%s',
		(_, index, expected) => {
			const viewer = viewerOf(name);
			const consent = consents[index] ?? noConsent;
			const found = AGES.map((age) =>
				seen(
					canReadChildPart(actorFor(viewer), {
						id: CHILD,
						family: aFamily(BORN[age], viewer),
						consent
					})
				)
			).join('');
			expect(found).toBe(expected);
		}
	);
});

describe('who reads along with a parent', () => {
	const parent = { relation: 'ouder', gezag: 'tweehoofdig' } as const;
	const parents: Record<string, Viewer['parent']> = {
		'two-headed gezag': parent,
		'one-headed gezag': { ...parent, gezag: 'eenhoofdig' },
		'joint gezag': { ...parent, gezag: 'gezamenlijk' },
		'gezag ended today': { ...parent, gezagUntil: TODAY },
		'gezag temporarily none': { ...parent, gezag: 'tijdelijk_geen' },
		'gezag cannot be determined': { ...parent, gezag: 'niet_te_bepalen' },
		'no gezag': { relation: 'ouder' },
		'left the family': { ...parent, until: TODAY },
		'not a parent but a guardian': { relation: 'voogd', gezag: 'voogdij' },
		'in no relation': {}
	};
	const withParent = { childId: CHILD, withId: PARENT };
	const withViewer = { childId: CHILD, withId: VIEWER };
	const [support] = supported.supports;
	if (!support) throw new Error('nobody reads along');
	const consentOf: Record<string, ConsentFacts> = {
		plain: supported,
		'shared with the supporter': { ...supported, shares: [withViewer] },
		'shared with the parent': { ...supported, shares: [withParent] },
		'shared with both': { ...supported, shares: [withViewer, withParent] },
		'the parent is restricted': {
			...supported,
			shares: [withViewer, withParent],
			restrictions: restricted.restrictions.map((one) => ({ ...one, parentId: PARENT }))
		},
		'unable to decide': { ...supported, incapacities: unable.incapacities },
		stopped: { ...noConsent, shares: [withViewer, withParent] },
		'until today': { ...supported, supports: [{ ...support, until: TODAY }] },
		'until tomorrow': { ...supported, supports: [{ ...support, until: day('2026-11-23') }] },
		'about another child': {
			...supported,
			supports: [{ ...support, children: [personId('zus')] }]
		},
		'somebody else reads along': {
			...supported,
			supports: [{ ...support, supporterId: personId('ander') }]
		}
	};
	const NOTHING = '------';
	/** For a parent with gezag: 11y364d, 12, 15y364d, 16, 17y364d, 18. Without: nothing, ever. */
	const forParent: Record<string, string> = {
		plain: 'yyy---',
		'shared with the supporter': 'yyy---',
		'shared with the parent': 'yyy---',
		'shared with both': 'yyyyy-',
		'the parent is restricted': NOTHING,
		'unable to decide': 'yyy---',
		stopped: NOTHING,
		'until today': NOTHING,
		'until tomorrow': 'yyy---',
		'about another child': NOTHING,
		'somebody else reads along': NOTHING
	};
	/** A youth of 16 or 17 may let a parent without gezag look: then who reads along may look as well. */
	const whileShared = { 'shared with both': '---yy-' };
	const withoutGezag = [
		'gezag ended today',
		'gezag temporarily none',
		'gezag cannot be determined',
		'no gezag'
	];
	const expectedFor = (name: string, consent: string): string => {
		if (name.endsWith('-headed gezag') || name === 'joint gezag') return forParent[consent] ?? '';
		const letIn = withoutGezag.includes(name) && consent === 'shared with both';
		return letIn ? whileShared['shared with both'] : NOTHING;
	};
	const look = (actor: Actor, viewer: Viewer, consent: ConsentFacts) =>
		AGES.map((age) =>
			canReadChildPart(actor, { id: CHILD, family: aFamily(BORN[age], viewer), consent })
		);

	const cases = Object.keys(parents).flatMap((name) =>
		Object.keys(consentOf).map((consent) => [name, consent] as const)
	);
	test.each(cases)('brought along by a parent, %s, %s', (name, consent) => {
		const viewer: Viewer = { relation: 'steun', parent: parents[name] ?? {} };
		const found = look(aPerson(), viewer, consentOf[consent] ?? noConsent);
		expect(found.map(seen).join('')).toBe(expectedFor(name, consent));
		for (const one of found) if (one.outcome === 'allow') expect(one.relation).toBe('steun');
	});

	test.each(cases)('never more than the parent sees: %s, %s', (name, consent) => {
		const viewer: Viewer = { relation: 'steun', parent: parents[name] ?? {} };
		const facts = consentOf[consent] ?? noConsent;
		const parentSees = look(aPerson(PARENT), viewer, facts).map(seen);
		const more = look(aPerson(), viewer, facts)
			.map(seen)
			.filter((one, index) => one === 'y' && parentSees[index] !== 'y');
		expect(more).toEqual([]);
	});

	test.each(cases)('somebody of the own network, %s, %s', (name, consent) => {
		const viewer: Viewer = { relation: 'netwerk', parent: parents[name] ?? {} };
		const facts = consentOf[consent] ?? noConsent;
		const found = look(aPerson(), viewer, facts).map(seen);
		// What the youth shares with this person stays the youth's own affair.
		const own = facts.shares.some(({ withId }) => withId === VIEWER) ? '---yyy' : NOTHING;
		const expected = [...expectedFor(name, consent)].map((letter, index) =>
			own[index] === 'y' ? 'y' : letter
		);
		expect(found).toEqual(expected);
	});

	test('a family that left the supporter behind opens nothing', () => {
		const viewer: Viewer = { relation: 'steun', parent, until: TODAY };
		expect(look(aPerson(), viewer, supported).map(seen).join('')).toBe(NOTHING);
	});

	test('reads the label of a kader with the child, and no measure of a youth of 16', () => {
		const kader: KaderFacts = {
			id: 'kader' as KaderId,
			childId: CHILD,
			kind: 'ots',
			from: day('2026-01-01'),
			until: null
		};
		const viewer: Viewer = { relation: 'steun', parent };
		const labels = AGES.map((age) =>
			canReadKader(aPerson(), {
				...{ id: 'kader', kader, family: aFamily(BORN[age], viewer) },
				consent: supported
			})
		);
		expect(labels.map(seen).join('')).toBe('yyy---');
	});

	test('opening the plan counts as reading along, also when a step names this person', () => {
		const viewer: Viewer = { relation: 'netwerk', parent };
		const plan = { id: 'plan', family: aFamily(BORN['12'], viewer), kaders: [] };
		const asked = (consent: ConsentFacts) =>
			canReadPlan(aPerson(), { ...plan, consent, stepOwners: [VIEWER] });
		expect(asked(supported)).toEqual({ outcome: 'allow', relation: 'steun' });
		expect(asked(noConsent)).toEqual({ outcome: 'allow', relation: 'netwerk' });
	});

	test('and also when a youth shares with this person as well', () => {
		const youth = personId('zus');
		const base = aFamily(BORN['12'], { relation: 'netwerk', parent });
		const family = {
			...base,
			participants: [
				...[{ personId: youth, relation: 'kind' as const, birthDate: BORN['16'] }].map((one) => ({
					...one,
					...{ from: day('2020-01-01'), until: null }
				})),
				...base.participants
			]
		};
		const consent = { ...supported, shares: [{ childId: youth, withId: VIEWER }] };
		const plan = { id: 'plan', family, consent, kaders: [], stepOwners: [] };
		expect(canReadPlan(aPerson(), plan)).toEqual({ outcome: 'allow', relation: 'steun' });
	});
});

test.each([
	['visitor', visitor],
	['machine', { kind: 'machine', source: 'gi' } as Actor]
])('a %s sees no part of any child', (_, actor) => {
	const family = aFamily(BORN['12'], { relation: 'ouder', gezag: 'tweehoofdig' });
	expect(canReadChildPart(actor, { id: CHILD, family, consent: shared }).outcome).toBe('hide');
});

test('a regisseur without the second factor sees nothing', () => {
	const family = aFamily(BORN['12'], { regisseur: 'now' });
	const facts = { id: CHILD, family, consent: noConsent };
	expect(canReadChildPart(aPerson(VIEWER, 'link'), facts).outcome).toBe('hide');
	expect(canReadChildPart(aPerson(VIEWER, 'second-factor'), facts).outcome).toBe('allow');
});

test('a restriction ends on its end date', () => {
	const viewer = viewerOf('parent, one-headed gezag');
	const facts = (today: string) => ({
		id: CHILD,
		family: aFamily(BORN['12'], viewer, day(today)),
		consent: restricted
	});
	expect(seen(canReadChildPart(aPerson(), facts('2027-01-31')))).toBe('-');
	expect(seen(canReadChildPart(aPerson(), facts('2027-02-01')))).toBe('y');
});

test('a child whose birth date is not known is seen by the regisseur only', () => {
	const unborn = (viewer: Viewer) => {
		const family = aFamily(BORN['12'], viewer);
		return {
			...family,
			participants: family.participants.map((one) => ({ ...one, birthDate: null }))
		};
	};
	const facts = (viewer: Viewer) => ({ id: CHILD, family: unborn(viewer), consent: noConsent });
	const parent = viewerOf('parent, one-headed gezag');
	expect(seen(canReadChildPart(aPerson(), facts(parent)))).toBe('-');
	const regisseur = viewerOf('regisseur');
	expect(seen(canReadChildPart(actorFor(regisseur), facts(regisseur)))).toBe('y');
});

describe('the label of a kader', () => {
	/** Where the label is seen beyond the child's part: only these, and only for a court measure. */
	const asParty: Record<string, string> = {
		'parent, two-headed gezag': 'yyyyy-',
		'parent, one-headed gezag': 'yyyyy-',
		'parent, joint gezag': 'yyyyy-',
		guardian: 'yyyyy-'
	};
	const kaderOf = (kind: KaderFacts['kind']): KaderFacts => ({
		id: 'kader' as KaderId,
		childId: CHILD,
		kind,
		from: day('2026-01-01'),
		until: null
	});

	test.each(
		Object.keys(viewers).flatMap((name) => KADER_KINDS.map((kind) => [name, kind] as const))
	)('%s, %s', (name, kind) => {
		const viewer = viewerOf(name);
		const look = (consent: ConsentFacts) =>
			AGES.map((age) =>
				seen(
					canReadKader(actorFor(viewer), {
						id: 'kader',
						kader: kaderOf(kind),
						family: aFamily(BORN[age], viewer),
						consent
					})
				)
			).join('');
		const part = table[name] ?? ['', '', '', ''];
		const measure = COURT_MEASURES.includes(kind) ? asParty[name] : undefined;
		expect(look(noConsent)).toBe(measure ?? part[0]);
		expect(look(restricted)).toBe(part[2]);
	});
});

describe('items and steps', () => {
	const sibling = personId('halfzus');
	const family = {
		...aFamily(BORN['12'], { relation: 'ouder', gezag: 'tweehoofdig' }),
		participants: [
			...aFamily(BORN['12'], { relation: 'ouder' }).participants,
			{
				personId: sibling,
				relation: 'kind' as const,
				birthDate: BORN['12'],
				from: day('2020-01-01'),
				until: null
			}
		]
	};
	const base = { id: 'doel', family, consent: noConsent };

	test.each([
		['one child whom the parent may see for', [CHILD], 'y'],
		['a half-sibling only', [sibling], '-'],
		['both', [sibling, CHILD], 'y'],
		['no child', [], '-']
	])('a goal about %s', (_, children, expected) => {
		expect(seen(canReadItem(aPerson(), { ...base, children }))).toBe(expected);
	});

	test.each([
		['own network', 'y'],
		['foster parent', 'y'],
		['family-home parent', 'y'],
		['other professional', '-'],
		['parent without gezag', '-'],
		['parent, gezag ended today', '-'],
		['another child', '-'],
		['stranger', '-'],
		['parent who left the family', '-']
	])('a step that names %s, in a goal not otherwise seen: %s', (name, expected) => {
		const viewer = viewerOf(name);
		const step = {
			id: 'stap',
			children: [CHILD],
			ownerId: VIEWER,
			family: aFamily(BORN['12'], viewer),
			consent: noConsent
		};
		expect(seen(canReadStep(aPerson(), step))).toBe(expected);
		expect(seen(canReadStep(aPerson(), { ...step, ownerId: personId('ander') }))).toBe('-');
	});

	test('a professional whom a step names sees it with the second factor', () => {
		const step = {
			id: 'stap',
			children: [CHILD],
			ownerId: VIEWER,
			family: aFamily(BORN['12'], { relation: 'professional' }),
			consent: noConsent
		};
		expect(seen(canReadStep(aPerson(VIEWER, 'second-factor'), step))).toBe('y');
	});
});

describe('the plan as a whole', () => {
	const plan = (
		name: string,
		age: keyof typeof BORN,
		more: Partial<{ named: boolean; ots: boolean }> = {}
	) => {
		const family = aFamily(BORN[age], viewerOf(name));
		const ots: KaderFacts = {
			id: 'kader' as KaderId,
			childId: CHILD,
			kind: 'ots',
			from: day('2026-01-01'),
			until: null
		};
		return canReadPlan(actorFor(viewerOf(name)), {
			id: 'plan',
			family,
			consent: noConsent,
			kaders: more.ots ? [ots] : [],
			stepOwners: more.named ? [VIEWER] : []
		});
	};

	test.each([
		['parent, two-headed gezag', '12', {}, 'allow'],
		['parent, two-headed gezag', '16', {}, 'hide'],
		['parent, two-headed gezag', '16', { ots: true }, 'allow'],
		['parent, two-headed gezag', '18', { ots: true }, 'hide'],
		['parent without gezag', '12', { named: true, ots: true }, 'deny'],
		['parent without gezag', '18', {}, 'hide'],
		['own network', '12', {}, 'hide'],
		['own network', '12', { named: true }, 'allow'],
		['the child itself', '11 years 364 days', { ots: true }, 'deny'],
		['the child itself', '12', {}, 'allow'],
		['regisseur', '12', {}, 'allow'],
		['regisseur until today', '12', { named: true }, 'hide'],
		['stranger', '12', { named: true, ots: true }, 'hide']
	] as const)('%s, child of %s, %o: %s', (name, age, more, outcome) => {
		expect(plan(name, age, more).outcome).toBe(outcome);
	});
});
