import { describe, expect, test } from 'vitest';
import { visitor, type Actor } from '#lib/kernel/actor.ts';
import type { Policy } from '#lib/kernel/policy.ts';
import type { PlanRuleFacts } from '#lib/plan/policy.ts';
import {
	aFamily,
	AGES,
	aPerson,
	BORN,
	CHILD,
	noConsent,
	personId,
	restricted,
	VIEWER,
	type BornAge,
	type Viewer
} from '../../../tests/support/facts.ts';
import type { QuestionId } from './question.model.ts';
import {
	canAskQuestion,
	canCloseQuestion,
	canListQuestions,
	canMoveDate,
	canReadQuestion,
	canReply,
	type QuestionFacts
} from './question.policy.ts';

const ID = 'vraag' as QuestionId;

/** The family has a regisseur, somebody else than who looks, unless who looks is that. */
const planOf = (age: BornAge, viewer: Viewer, named = false): PlanRuleFacts => {
	const family = aFamily(BORN[age], viewer);
	const [other] = aFamily(BORN[age], { regisseur: 'stand-in later' }).assignments;
	const me = viewer.self ? CHILD : VIEWER;
	return {
		id: 'plan',
		family: {
			...family,
			assignments: viewer.regisseur ? family.assignments : other ? [other] : []
		},
		consent: noConsent,
		kaders: [],
		stepOwners: named ? [me] : []
	};
};

const actorFor = (viewer: Viewer): Actor =>
	aPerson(
		viewer.self ? CHILD : VIEWER,
		viewer.regisseur || viewer.relation === 'professional' ? 'second-factor' : 'link'
	);

/** Who asks: ages 11y364d, 12, 15y364d, 16, 17y364d, 18; without and with a step that names this person. */
const table: Record<string, [Viewer, plain: string, named: string]> = {
	'the child itself': [{ self: true, relation: 'kind' }, '-yyyyy', '-yyyyy'],
	'parent with gezag': [{ relation: 'ouder', gezag: 'tweehoofdig' }, 'yyy---', 'yyy---'],
	'parent without gezag': [{ relation: 'ouder' }, '------', '------'],
	guardian: [{ relation: 'voogd', gezag: 'voogdij' }, 'yyy---', 'yyy---'],
	'foster parent': [{ relation: 'pleegouder' }, '------', 'yyyyyy'],
	'own network': [{ relation: 'netwerk' }, '------', 'yyyyyy'],
	'other professional': [{ relation: 'professional' }, '------', '------'],
	regisseur: [{ regisseur: 'now' }, '------', '------'],
	stranger: [{}, '------', '------']
};

describe.each(Object.entries(table))('%s', (_, [viewer, plain, named]) => {
	test.each([
		['without a step', false, plain],
		['with a step', true, named]
	] as const)('asks, %s', (_how, isNamed, expected) => {
		const found = AGES.map((age) => {
			const plan = planOf(age, viewer, isNamed);
			return canAskQuestion(actorFor(viewer), { id: ID, plan }).outcome === 'allow' ? 'y' : '-';
		}).join('');
		expect(found).toBe(expected);
	});
});

const PARENT: Viewer = { relation: 'ouder', gezag: 'tweehoofdig' };
const questionOf = (viewer: Viewer, more: Partial<QuestionFacts> = {}): QuestionFacts => ({
	id: ID,
	askerId: VIEWER,
	turn: 'regisseur',
	moved: false,
	closed: false,
	plan: planOf('12', viewer),
	...more
});
const outcome = (rule: Policy<string, QuestionFacts>, viewer: Viewer, more = {}) =>
	rule(actorFor(viewer), questionOf(viewer, more)).outcome;

test('without a regisseur nothing is promised', () => {
	const plan = planOf('12', PARENT);
	const alone = { ...plan, family: { ...plan.family, assignments: [] } };
	expect(canAskQuestion(aPerson(), { id: ID, plan: alone })).toEqual({
		outcome: 'deny',
		reason: 'geen_regisseur_nu'
	});
});

test('a question is between who asked and who is regisseur today', () => {
	const others = { askerId: personId('iemand') };
	expect(outcome(canReadQuestion, PARENT)).toBe('allow');
	expect(outcome(canReadQuestion, PARENT, others)).toBe('hide');
	expect(outcome(canReadQuestion, { regisseur: 'now' }, others)).toBe('allow');
	expect(outcome(canReadQuestion, { regisseur: 'stand-in' }, others)).toBe('allow');
	expect(outcome(canReadQuestion, { regisseur: 'ended' }, others)).toBe('hide');
	expect(outcome(canReadQuestion, { regisseur: 'stand-in later' }, others)).toBe('hide');
	expect(outcome(canReadQuestion, { relation: 'professional' }, others)).toBe('hide');
	expect(outcome(canReadQuestion, {}, others)).toBe('hide');
	expect(canReadQuestion(visitor, questionOf(PARENT)).outcome).toBe('hide');
	const withLink = canReadQuestion(aPerson(VIEWER, 'link'), questionOf({ regisseur: 'now' }));
	expect(withLink.outcome).toBe('hide');
});

test('an asker whose gezag ended or who is restricted reads nothing more', () => {
	expect(outcome(canReadQuestion, { relation: 'ouder' })).toBe('deny');
	const plan = { ...planOf('12', PARENT), consent: restricted };
	expect(outcome(canReadQuestion, PARENT, { plan })).toBe('hide');
});

test('both reply until it is closed; only the asker closes; only the regisseur moves the day, once', () => {
	const regisseur: Viewer = { regisseur: 'now' };
	const asked = { askerId: personId('iemand') };
	expect(outcome(canReply, PARENT)).toBe('allow');
	expect(outcome(canReply, regisseur, asked)).toBe('allow');
	expect(outcome(canReply, PARENT, { closed: true })).toBe('deny');
	expect(outcome(canCloseQuestion, PARENT)).toBe('allow');
	expect(outcome(canCloseQuestion, PARENT, { closed: true })).toBe('deny');
	expect(outcome(canCloseQuestion, regisseur, asked)).toBe('hide');
	expect(outcome(canMoveDate, PARENT)).toBe('hide');
	expect(outcome(canMoveDate, regisseur, asked)).toBe('allow');
	expect(outcome(canMoveDate, regisseur, { ...asked, moved: true })).toBe('deny');
	expect(outcome(canMoveDate, regisseur, { ...asked, turn: 'asker' })).toBe('deny');
	expect(outcome(canMoveDate, regisseur, { ...asked, closed: true })).toBe('deny');
});

test('the page opens for who can ask, and for the regisseur', () => {
	const opens = (viewer: Viewer) =>
		canListQuestions(actorFor(viewer), planOf('12', viewer)).outcome;
	expect(opens(PARENT)).toBe('allow');
	expect(opens({ regisseur: 'now' })).toBe('allow');
	expect(opens({ relation: 'professional' })).toBe('hide');
	expect(opens({ relation: 'ouder' })).toBe('deny');
	expect(opens({})).toBe('hide');
});
