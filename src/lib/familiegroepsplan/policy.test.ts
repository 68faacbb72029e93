import { describe, expect, test } from 'vitest';
import type { ConsentFacts } from '#lib/consent/model.ts';
import type { FamilyFacts } from '#lib/family/model.ts';
import { visitor, type Actor } from '#lib/kernel/actor.ts';
import { day } from '#lib/kernel/calendar.ts';
import type { Decision } from '#lib/kernel/policy.ts';
import {
	aFamily,
	AGES,
	aPerson,
	BORN,
	CHILD,
	noConsent,
	personId,
	restricted,
	TODAY,
	VIEWER,
	type Viewer
} from '../../../tests/support/facts.ts';
import { STATES, type OwnPlanState } from './model.ts';
import {
	canAddPiece,
	canAnswerOwnPlan,
	canBeginOwnPlan,
	canChangePiece,
	canDeclineOwnPlan,
	canEndInvitation,
	canExcludeOwnPlan,
	canInviteToGroup,
	canManageOwnPlan,
	canOfferOwnPlan,
	canOpenOwnPlan,
	canReleaseOwnPlan,
	canTakeOverOwnPlan,
	type OwnPlanFacts
} from './policy.ts';

const INVITER = personId('moeder');
const STRANGER = personId('iemand');

/** The family of one child and one who looks, with a mother with gezag who can invite. */
function withMother(family: FamilyFacts, until: FamilyFacts['today'] | null = null): FamilyFacts {
	const from = day('2020-01-01');
	return {
		...family,
		participants: [
			...family.participants,
			{ personId: INVITER, relation: 'ouder', birthDate: null, from, until: null }
		],
		gezag: [
			...family.gezag,
			{ childId: CHILD, holderId: INVITER, kind: 'tweehoofdig', from, until }
		]
	};
}

const facts = (
	family: FamilyFacts,
	state: OwnPlanState,
	{ invited = false, consent = noConsent }: { invited?: boolean; consent?: ConsentFacts } = {}
): OwnPlanFacts => ({
	id: 'eigen-plan',
	family,
	consent,
	state,
	children: [CHILD],
	invitations: invited ? [{ personId: VIEWER, invitedById: INVITER }] : []
});

const seen = (decision: Decision) => (decision.outcome === 'allow' ? 'y' : '-');
const actorFor = (viewer: Viewer): Actor =>
	aPerson(viewer.self ? CHILD : VIEWER, viewer.regisseur ? 'second-factor' : 'link');

const viewers: Record<string, Viewer> = {
	'the child itself': { self: true, relation: 'kind' },
	'parent, two-headed gezag': { relation: 'ouder', gezag: 'tweehoofdig' },
	'parent, joint gezag': { relation: 'ouder', gezag: 'gezamenlijk' },
	'parent, gezag ended today': { relation: 'ouder', gezag: 'tweehoofdig', gezagUntil: TODAY },
	'parent, gezag temporarily none': { relation: 'ouder', gezag: 'tijdelijk_geen' },
	'parent, gezag cannot be determined': { relation: 'ouder', gezag: 'niet_te_bepalen' },
	'parent without gezag, or step-parent': { relation: 'ouder' },
	'parent who left the family': { relation: 'ouder', gezag: 'tweehoofdig', until: TODAY },
	'guardian, a person': { relation: 'voogd', gezag: 'voogdij' },
	'guardian without guardianship': { relation: 'voogd' },
	'foster parent': { relation: 'pleegouder' },
	'foster parent with guardianship': { relation: 'pleegouder', gezag: 'voogdij' },
	'family-home parent': { relation: 'gezinshuisouder' },
	'own network': { relation: 'netwerk' },
	'own network that left': { relation: 'netwerk', until: TODAY },
	'another child': { relation: 'kind' },
	regisseur: { regisseur: 'now' },
	'regisseur who is also an aunt': { regisseur: 'now', relation: 'netwerk' },
	'regisseur who is also the parent': { regisseur: 'now', relation: 'ouder', gezag: 'tweehoofdig' },
	'stand-in today': { regisseur: 'stand-in' },
	'regisseur until today': { regisseur: 'ended' },
	'other professional': { relation: 'professional' },
	'worker of a GI with guardianship': { relation: 'professional', gezag: 'voogdij' },
	stranger: {}
};

/**
 * One letter an age: 11y364d, 12, 15y364d, 16, 17y364d, 18. Who opens what the group writes: not
 * begun yet; while it writes; while it writes, and asked along; the same, with a restricted view.
 */
const table: Record<string, [before: string, busy: string, invited: string, restricted: string]> = {
	'the child itself': ['------', '-yyyyy', '-yyyyy', '-yyyyy'],
	'parent, two-headed gezag': ['yyyyy-', 'yyyyy-', 'yyyyy-', '------'],
	'parent, joint gezag': ['yyyyy-', 'yyyyy-', 'yyyyy-', '------'],
	'parent, gezag ended today': ['------', '------', '------', '------'],
	'parent, gezag temporarily none': ['------', '------', '------', '------'],
	'parent, gezag cannot be determined': ['------', '------', '------', '------'],
	'parent without gezag, or step-parent': ['------', '------', 'yyyyy-', '------'],
	'parent who left the family': ['------', '------', '------', '------'],
	'guardian, a person': ['yyyyy-', 'yyyyy-', 'yyyyy-', '------'],
	'guardian without guardianship': ['------', '------', '------', '------'],
	'foster parent': ['------', '------', '------', '------'],
	'foster parent with guardianship': ['------', '------', '------', '------'],
	'family-home parent': ['------', '------', '------', '------'],
	'own network': ['------', '------', 'yyyyy-', 'yyyyy-'],
	'own network that left': ['------', '------', '------', '------'],
	'another child': ['------', '------', '------', '------'],
	regisseur: ['------', '------', '------', '------'],
	'regisseur who is also an aunt': ['------', '------', '------', '------'],
	'regisseur who is also the parent': ['------', '------', '------', '------'],
	'stand-in today': ['------', '------', '------', '------'],
	'regisseur until today': ['------', '------', '------', '------'],
	'other professional': ['------', '------', '------', '------'],
	'worker of a GI with guardianship': ['------', '------', '------', '------'],
	stranger: ['------', '------', '------', '------']
};

test('the table names every kind of viewer', () => {
	expect(Object.keys(table)).toEqual(Object.keys(viewers));
});

test.each(Object.entries(table))('the own plan, opened by %s', (name, expected) => {
	const viewer = viewers[name] ?? {};
	const column = (state: OwnPlanState, more: Parameters<typeof facts>[2]) =>
		AGES.map((age) =>
			seen(
				canOpenOwnPlan(actorFor(viewer), facts(withMother(aFamily(BORN[age], viewer)), state, more))
			)
		).join('');
	expect([
		column('aangeboden', { invited: true }),
		column('bezig', {}),
		column('bezig', { invited: true }),
		column('bezig', { invited: true, consent: restricted })
	]).toEqual(expected);
});

/** One letter a state, in the order of STATES. */
const acrossStates = (rule: (actor: Actor, facts: OwnPlanFacts) => Decision, viewer: Viewer) =>
	STATES.map((state) =>
		seen(
			rule(
				actorFor(viewer),
				facts(withMother(aFamily(BORN['12'], viewer)), state, { invited: true })
			)
		)
	).join('');

describe('what can be done in each state', () => {
	const parent: Viewer = { relation: 'ouder', gezag: 'tweehoofdig' };
	const network: Viewer = { relation: 'netwerk' };
	const child: Viewer = { self: true, relation: 'kind' };
	const regisseur: Viewer = { regisseur: 'now' };
	const standIn: Viewer = { regisseur: 'stand-in' };
	const rules = {
		open: canOpenOwnPlan,
		begin: canBeginOwnPlan,
		decline: canDeclineOwnPlan,
		release: canReleaseOwnPlan,
		manage: canManageOwnPlan,
		offer: canOfferOwnPlan,
		exclude: canExcludeOwnPlan,
		answer: canAnswerOwnPlan,
		takeOver: canTakeOverOwnPlan
	} as const;
	const none = '--------';
	//                 states: niet_aangeboden aangeboden bezig vrijgegeven beantwoord overgenomen niet_gewild niet_mogelijk
	test.each<[string, Viewer, Record<keyof typeof rules, string>]>([
		[
			'a parent with gezag',
			parent,
			{
				...{ open: 'yyyyyyyy', begin: 'yy----y-', decline: 'yyy-----', release: '--y-----' },
				...{ manage: none, offer: none, exclude: none, answer: none, takeOver: none }
			}
		],
		[
			'invited network',
			network,
			{
				...{ open: '--yyyyy-', begin: none, decline: none, release: none },
				...{ manage: none, offer: none, exclude: none, answer: none, takeOver: none }
			}
		],
		[
			'the child of 12',
			child,
			{
				...{ open: '--yyyyy-', begin: none, decline: none, release: none },
				...{ manage: none, offer: none, exclude: none, answer: none, takeOver: none }
			}
		],
		...([regisseur, standIn] as const).map(
			(viewer, at): [string, Viewer, Record<keyof typeof rules, string>] => [
				at ? 'the stand-in' : 'the regisseur',
				viewer,
				{
					...{ open: none, begin: none, decline: none, release: none },
					// While the family writes, there is no such page.
					manage: 'yy-yyyyy',
					offer: 'y------y',
					exclude: 'yy------',
					answer: '---y----',
					takeOver: '----y---'
				}
			]
		)
	])('%s', (_, viewer, expected) => {
		const found = Object.fromEntries(
			Object.entries(rules).map(([name, rule]) => [name, acrossStates(rule, viewer)])
		);
		expect(found).toEqual(expected);
	});

	test('a regisseur without the second factor finds nothing', () => {
		const family = aFamily(BORN['12'], regisseur);
		for (const state of STATES) {
			expect(canManageOwnPlan(aPerson(VIEWER, 'link'), facts(family, state)).outcome).toBe('hide');
		}
	});

	test('where the law gives no offer, the regisseur finds no page, and the parent neither', () => {
		const nobody = (viewer: Viewer) => ({
			...facts(aFamily(BORN['12'], viewer), 'niet_aangeboden'),
			children: []
		});
		expect(canManageOwnPlan(actorFor(regisseur), nobody(regisseur)).outcome).toBe('hide');
		expect(canOfferOwnPlan(actorFor(regisseur), nobody(regisseur)).outcome).toBe('hide');
		expect(canOpenOwnPlan(actorFor(parent), nobody(parent)).outcome).toBe('hide');
		expect(canBeginOwnPlan(actorFor(parent), nobody(parent)).outcome).toBe('hide');
	});

	test.each([
		['visitor', visitor],
		['machine', { kind: 'machine', source: 'gi' } as Actor],
		['stranger', aPerson(STRANGER, 'second-factor')]
	])('a %s can do nothing', (_, actor) => {
		const family = withMother(aFamily(BORN['12'], {}));
		for (const state of STATES) {
			for (const rule of Object.values(rules)) {
				expect(rule(actor, facts(family, state, { invited: true })).outcome).toBe('hide');
			}
		}
	});
});

describe('the group', () => {
	const network: Viewer = { relation: 'netwerk' };
	const family = withMother(aFamily(BORN['12'], network));

	test.each<[string, Viewer, boolean]>([
		['own network', { relation: 'netwerk' }, true],
		['a step-parent', { relation: 'ouder' }, true],
		[
			'a parent whose gezag is temporarily none',
			{ relation: 'ouder', gezag: 'tijdelijk_geen' },
			false
		],
		['a foster parent', { relation: 'pleegouder' }, false],
		['a family-home parent', { relation: 'gezinshuisouder' }, false],
		['a professional', { relation: 'professional' }, false],
		['another child', { relation: 'kind' }, false],
		['the regisseur who is also an aunt', { relation: 'netwerk', regisseur: 'now' }, false],
		['someone from elsewhere', {}, false]
	])('%s may be asked along: a mother with gezag asks', (_, viewer, expected) => {
		const asked = { ...facts(withMother(aFamily(BORN['12'], viewer)), 'bezig'), guestId: VIEWER };
		expect(canInviteToGroup(aPerson(INVITER), asked).outcome === 'allow').toBe(expected);
	});

	test('only a parent with gezag asks somebody along, and only while it is written', () => {
		const guest = { ...facts(family, 'bezig', { invited: true }), guestId: VIEWER };
		expect(canInviteToGroup(aPerson(VIEWER), guest).outcome).toBe('hide');
		expect(canInviteToGroup(aPerson(CHILD), guest).outcome).toBe('hide');
		const released = { ...guest, state: 'vrijgegeven' as const };
		expect(canInviteToGroup(aPerson(INVITER), released).outcome).toBe('deny');
	});

	test('who invited takes it back and who was invited leaves; nobody else ends it', () => {
		const guest = { ...facts(family, 'bezig', { invited: true }), guestId: VIEWER };
		expect(canEndInvitation(aPerson(INVITER), guest).outcome).toBe('allow');
		expect(canEndInvitation(aPerson(VIEWER), guest).outcome).toBe('allow');
		expect(canEndInvitation(aPerson(CHILD), guest).outcome).toBe('hide');
		expect(canEndInvitation(aPerson(INVITER), { ...guest, guestId: CHILD }).outcome).toBe('hide');
	});

	test('an invitation ends with the gezag of who gave it', () => {
		const ended = withMother(aFamily(BORN['12'], network), TODAY);
		const found = canOpenOwnPlan(aPerson(VIEWER), facts(ended, 'bezig', { invited: true }));
		expect(found.outcome).toBe('hide');
	});

	test('after the release only remarks are written, and no piece changes', () => {
		const mine = { authorId: VIEWER, about: [CHILD] };
		const lines = STATES.map((state) => {
			const now = facts(family, state, { invited: true });
			return [
				canAddPiece(aPerson(VIEWER), { ...now, kind: 'stap' }).outcome,
				canAddPiece(aPerson(VIEWER), { ...now, kind: 'opmerking' }).outcome,
				canChangePiece(aPerson(VIEWER), { ...now, ...mine }).outcome
			].join(' ');
		});
		expect(lines).toEqual([
			'hide hide hide',
			'hide hide hide',
			'allow deny allow',
			'deny allow deny',
			'deny allow deny',
			'deny deny deny',
			'deny deny deny',
			'hide hide hide'
		]);
	});

	test('a piece is changed only by who wrote it, and only when it is about their child', () => {
		const now = facts(family, 'bezig', { invited: true });
		const of = (authorId: typeof VIEWER, about: (typeof VIEWER)[]) =>
			canChangePiece(aPerson(VIEWER), { ...now, authorId, about }).outcome;
		expect(of(VIEWER, [CHILD])).toBe('allow');
		expect(of(INVITER, [CHILD])).toBe('hide');
		expect(of(VIEWER, [personId('halfzus')])).toBe('hide');
	});
});
