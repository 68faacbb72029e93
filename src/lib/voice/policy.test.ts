import { describe, expect, test } from 'vitest';
import type { ConsentFacts } from '#lib/consent/model.ts';
import { visitor, type Actor } from '#lib/kernel/actor.ts';
import { day } from '#lib/kernel/calendar.ts';
import type { PersonId } from '#lib/kernel/id.ts';
import type { Decision } from '#lib/kernel/policy.ts';
import type { FamilyFacts, FamilyId } from '#lib/family/model.ts';
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
	unable,
	VIEWER,
	type BornAge,
	type Viewer
} from '../../../tests/support/facts.ts';
import type { ClaimId, ClaimKind, CorrectionId } from './claim.model.ts';
import type { StatementId, SubjectKind } from './model.ts';
import {
	canAgree,
	canAnswerStatement,
	canAskCorrection,
	canDecideCorrection,
	canReadClaim,
	canReadSubject,
	canReadWords,
	canState,
	canWithdraw,
	canWriteClaim,
	type SubjectFacts
} from './policy.ts';
import { newestByPerson, showsMissing, voters } from './rules.ts';

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
	'another child': { relation: 'kind' },
	regisseur: { regisseur: 'now' },
	'stand-in today': { regisseur: 'stand-in' },
	'stand-in from tomorrow': { regisseur: 'stand-in later' },
	'regisseur until today': { regisseur: 'ended' },
	'other professional': { relation: 'professional' },
	stranger: {}
};

/** Four columns: plain; shared with this person; this person restricted; child unable to decide. */
type Columns = readonly [plain: string, shared: string, restricted: string, unable: string];
const NOBODY: Columns = ['------', '------', '------', '------'];
const SHARED_ONLY: Columns = ['------', '---yyy', '------', '------'];
const PARENT: Columns = ['yyy---', 'yyyyyy', '------', 'yyyyy-'];
const ITSELF: Columns = ['-yyyyy', '-yyyyy', '-yyyyy', '-yyyyy'];
const ALWAYS: Columns = ['yyyyyy', 'yyyyyy', 'yyyyyy', 'yyyyyy'];

const withGezag = ['two-headed', 'one-headed', 'joint'].map((how) => `parent, ${how} gezag`);
const withoutGezag = ['gezag ended today', 'gezag temporarily none', 'gezag cannot be determined']
	.map((how) => `parent, ${how}`)
	.concat('parent without gezag');
const others = ['foster parent', 'family-home parent', 'own network'];
const staff = ['regisseur', 'stand-in today'];

const rows = (names: readonly string[], columns: Columns) =>
	Object.fromEntries(names.map((name) => [name, columns]));

/** Everyone who is not named sees or may nothing. */
const TABLES: Record<string, Record<string, Columns>> = {
	'sees the goal': {
		...rows(['the child itself'], ITSELF),
		...rows(withGezag, PARENT),
		...rows([...withoutGezag, ...others], SHARED_ONLY),
		...rows(['guardian'], ['yyy---', 'yyyyy-', '------', 'yyyyy-']),
		...rows(['guardian without guardianship'], ['------', '---yy-', '------', '------']),
		...rows(staff, ALWAYS)
	},
	'agrees or not': {
		...rows(['the child itself'], ITSELF),
		...rows([...withGezag, 'guardian'], ['yyy---', 'yyyyy-', '------', 'yyyyy-'])
	},
	'puts own words beside it': {
		...rows(['the child itself'], ITSELF),
		...rows(withGezag, PARENT),
		...rows([...withoutGezag, ...others], SHARED_ONLY),
		...rows(['guardian'], ['yyy---', 'yyyyy-', '------', 'yyyyy-']),
		...rows(['guardian without guardianship'], ['------', '---yy-', '------', '------'])
	},
	"reads the child's words": {
		...rows(['the child itself'], ITSELF),
		...rows(withGezag, ['yyy---', 'yyyyyy', '------', 'yyy---']),
		...rows([...withoutGezag, ...others], SHARED_ONLY),
		...rows(['guardian'], ['yyy---', 'yyyyy-', '------', 'yyy---']),
		...rows(['guardian without guardianship'], ['------', '---yy-', '------', '------']),
		...rows(staff, ALWAYS)
	},
	"answers the child's words": rows(staff, ALWAYS),
	'reads a fact': {
		...rows(['the child itself'], ITSELF),
		...rows(withGezag, PARENT),
		...rows([...withoutGezag, ...others], SHARED_ONLY),
		...rows(['guardian'], ['yyy---', 'yyyyy-', '------', 'yyyyy-']),
		...rows(['guardian without guardianship'], ['------', '---yy-', '------', '------']),
		...rows(staff, ALWAYS)
	},
	'asks to correct a fact': {
		...rows(['the child itself'], ITSELF),
		...rows(withGezag, PARENT),
		...rows([...withoutGezag, ...others], SHARED_ONLY),
		...rows(['guardian'], ['yyy---', 'yyyyy-', '------', 'yyyyy-']),
		...rows(['guardian without guardianship'], ['------', '---yy-', '------', '------'])
	},
	'writes a fact': rows(staff, ALWAYS),
	'decides on a request': rows(staff, ALWAYS),
	'takes words of the child away': rows(['the child itself'], ITSELF)
};

const STATEMENT = 'woorden' as StatementId;
const CLAIM = 'feit' as ClaimId;

const subjectOf = (
	family: FamilyFacts,
	consent: ConsentFacts,
	more: Partial<Pick<SubjectFacts, 'kind' | 'children' | 'ownerId'>> = {}
): SubjectFacts => ({
	...{ id: 'doel', kind: 'goal', children: [CHILD], ownerId: null },
	...more,
	plan: { id: 'plan', family, consent, kaders: [], stepOwners: more.ownerId ? [more.ownerId] : [] }
});

const claimOf = (family: FamilyFacts, consent: ConsentFacts, kind: ClaimKind = 'feit') => ({
	...{ id: CLAIM, kind, children: [CHILD], family, consent }
});

function ask(rule: string, actor: Actor, family: FamilyFacts, consent: ConsentFacts): Decision {
	const subject = subjectOf(family, consent);
	const words = { id: STATEMENT, authorId: CHILD, subject, withdrawn: false };
	const claim = claimOf(family, consent);
	switch (rule) {
		case 'sees the goal':
			return canReadSubject(actor, subject);
		case 'agrees or not':
			return canAgree(actor, subject);
		case 'puts own words beside it':
			return canState(actor, subject);
		case "reads the child's words":
			return canReadWords(actor, words);
		case "answers the child's words":
			return canAnswerStatement(actor, words);
		case 'takes words of the child away':
			return canWithdraw(actor, words);
		case 'reads a fact':
			return canReadClaim(actor, claim);
		case 'asks to correct a fact':
			return canAskCorrection(actor, claim);
		case 'writes a fact':
			return canWriteClaim(actor, { ...claim, id: family.id });
		case 'decides on a request':
			return canDecideCorrection(actor, { id: 'vraag' as CorrectionId, isOpen: true, claim });
	}
	throw new Error(rule);
}

const actorFor = (viewer: Viewer): Actor =>
	aPerson(viewer.self ? CHILD : VIEWER, viewer.regisseur ? 'second-factor' : 'link');
const seen = ({ outcome }: Decision) => (outcome === 'allow' ? 'y' : '-');
const consents = [noConsent, shared, restricted, unable];

describe.each(Object.entries(TABLES))('who %s', (rule, table) => {
	test.each(Object.entries(viewers))('%s', (name, viewer) => {
		const found = consents.map((consent) =>
			AGES.map((age) =>
				seen(ask(rule, actorFor(viewer), aFamily(BORN[age], viewer), consent))
			).join('')
		);
		expect(found).toEqual(table[name] ?? NOBODY);
	});

	test('no visitor, no machine, and no regisseur without the second factor', () => {
		const machine: Actor = { kind: 'machine', source: 'gi' as never };
		const asRegisseur = aFamily(BORN['12'], { regisseur: 'now' });
		for (const actor of [visitor, machine, aPerson(VIEWER, 'link')]) {
			expect(ask(rule, actor, asRegisseur, shared).outcome).toBe('hide');
		}
	});
});

const SIBLING = personId('halfzus');
const OTHER = personId('ander');

/** A child of 12, one who looks, and a second child of this age. */
function withSibling(viewer: Viewer, age: BornAge = '12'): FamilyFacts {
	const family = aFamily(BORN['12'], viewer);
	const sibling = {
		...{ personId: SIBLING, relation: 'kind' as const, birthDate: BORN[age] },
		...{ from: day('2020-01-01'), until: null }
	};
	return { ...family, participants: [...family.participants, sibling] };
}

const parent: Viewer = { relation: 'ouder', gezag: 'tweehoofdig' };
const words = (author: PersonId, subject: SubjectFacts, withdrawn = false) => ({
	...{ id: STATEMENT, authorId: author, subject, withdrawn }
});

describe('agreement', () => {
	test.each<[string, readonly PersonId[], string]>([
		['about the own child', [CHILD], 'y'],
		['about a half-sibling only', [SIBLING], '-'],
		['about both', [SIBLING, CHILD], 'y'],
		['about nobody', [], '-']
	])('a parent, on a goal %s', (_, children, expected) => {
		const subject = subjectOf(withSibling(parent), noConsent, { children });
		expect(seen(canAgree(aPerson(), subject))).toBe(expected);
	});

	test('a child of 12 agrees on own goals only', () => {
		const family = withSibling({ self: true, relation: 'kind' });
		const on = (children: readonly PersonId[]) =>
			canAgree(aPerson(CHILD), subjectOf(family, noConsent, { children })).outcome;
		expect([on([CHILD]), on([CHILD, SIBLING]), on([SIBLING])]).toEqual(['allow', 'allow', 'hide']);
	});

	test.each<[SubjectKind, string]>([
		['plan', 'allow'],
		['goal', 'allow'],
		['situation', 'hide'],
		['step', 'hide']
	])('on a %s: %s', (kind, outcome) => {
		const subject = subjectOf(withSibling(parent), noConsent, { kind });
		expect(canAgree(aPerson(), subject).outcome).toBe(outcome);
	});

	test('who sees it and is not asked reads why', () => {
		for (const viewer of [{ relation: 'netwerk' }, { regisseur: 'now' }] as const) {
			const family = aFamily(BORN['16'], viewer);
			const decision = canAgree(actorFor(viewer), subjectOf(family, shared));
			expect(decision).toEqual({ outcome: 'deny', reason: 'antwoord_niet_gevraagd' });
		}
	});

	test('those who can answer, and whether it shows that somebody has not', () => {
		const young = subjectOf(withSibling(parent), noConsent);
		expect(voters(young)).toEqual([CHILD, VIEWER]);
		const old = subjectOf(aFamily(BORN['16'], parent), shared);
		expect(voters(old)).toEqual([CHILD, VIEWER]);
		const shows = (actor: PersonId, subject: SubjectFacts) =>
			showsMissing({ kind: 'person', id: actor, assurance: 'link' }, subject);
		expect([shows(VIEWER, young), shows(CHILD, young)]).toEqual([true, true]);
		expect([shows(VIEWER, old), shows(CHILD, old)]).toEqual([false, true]);
		expect(shows(VIEWER, subjectOf(aFamily(BORN['16'], { regisseur: 'now' }), noConsent))).toBe(
			true
		);
	});

	test('the newest counts, the ones before stay, newest first', () => {
		const given = [1, 2, 3].map((at) => ({ personId: CHILD, at }));
		expect(newestByPerson([...given, { personId: VIEWER, at: 9 }])).toEqual(
			new Map([
				[CHILD, { newest: given[2], earlier: [given[1], given[0]] }],
				[VIEWER, { newest: { personId: VIEWER, at: 9 }, earlier: [] }]
			])
		);
	});
});

describe('own words', () => {
	test.each<[string, PersonId, Partial<SubjectFacts>, string]>([
		['of another parent beside a shared goal', OTHER, { children: [CHILD, SIBLING] }, 'y'],
		['of a half-sibling beside a shared goal', SIBLING, { children: [CHILD, SIBLING] }, '-'],
		['of the own child beside a shared goal', CHILD, { children: [CHILD, SIBLING] }, 'y'],
		['of another parent beside a half-sibling’s goal', OTHER, { children: [SIBLING] }, '-'],
		['about the whole plan, with a child unseen', OTHER, { kind: 'plan' }, '-'],
		['of the own child about the whole plan', CHILD, { kind: 'plan' }, '-'],
		['one’s own about the whole plan', VIEWER, { kind: 'plan' }, 'y'],
		['one’s own beside what is not seen any more', VIEWER, { children: [SIBLING] }, 'y'],
		['one’s own beside what is gone', VIEWER, { children: [] }, 'y'],
		['of another beside what is gone', OTHER, { children: [] }, '-']
	])('a parent reads words %s: %s', (_, author, more, expected) => {
		const subject = subjectOf(withSibling(parent), noConsent, more);
		expect(seen(canReadWords(aPerson(), words(author, subject)))).toBe(expected);
	});

	test('about the whole plan: for who sees all children', () => {
		const subject = subjectOf(aFamily(BORN['12'], parent), noConsent, { kind: 'plan' });
		expect(seen(canReadWords(aPerson(), words(OTHER, subject)))).toBe('y');
	});

	test('a youth of 16 beside a goal shared with a younger child: stays with the youth', () => {
		const family = withSibling({ ...parent, gezag: 'tweehoofdig' }, '16');
		const gezag = [...family.gezag, ...family.gezag.map((one) => ({ ...one, childId: SIBLING }))];
		const read = (consent: ConsentFacts) => {
			const more = { children: [CHILD, SIBLING] };
			const subject = subjectOf({ ...family, gezag }, consent, more);
			return seen(canReadWords(aPerson(), words(SIBLING, subject)));
		};
		expect(read(noConsent)).toBe('-');
		expect(read({ ...noConsent, shares: [{ childId: SIBLING, withId: VIEWER }] })).toBe('y');
	});

	test.each([
		['own network', { relation: 'netwerk' }, 'link', 'y', '-'],
		['a professional', { relation: 'professional' }, 'second-factor', '-', 'y'],
		['a professional without second factor', { relation: 'professional' }, 'link', '-', '-']
	] as const)(
		'%s whom a step names writes or answers beside it',
		(_, viewer, how, writes, answers) => {
			const family = aFamily(BORN['12'], viewer);
			const step = subjectOf(family, noConsent, { kind: 'step', ownerId: VIEWER });
			const actor = aPerson(VIEWER, how);
			expect(seen(canState(actor, step))).toBe(writes);
			expect(seen(canAnswerStatement(actor, words(OTHER, step)))).toBe(answers);
			expect(seen(canReadWords(actor, words(CHILD, step)))).toBe('-');
			expect(seen(canAnswerStatement(actor, words(CHILD, step)))).toBe('-');
			const other = subjectOf(family, noConsent, { kind: 'step', ownerId: OTHER });
			expect(seen(canState(actor, other))).toBe('-');
		}
	);

	test('nobody but the author takes them away, and nobody answers what was taken away', () => {
		const family = aFamily(BORN['12'], { regisseur: 'now' });
		const facts = words(CHILD, subjectOf(family, noConsent), true);
		expect(canWithdraw(actorFor({ regisseur: 'now' }), facts).outcome).toBe('hide');
		expect(canAnswerStatement(actorFor({ regisseur: 'now' }), facts).outcome).toBe('hide');
	});

	test('a professional reads why own words are not asked', () => {
		const subject = subjectOf(aFamily(BORN['12'], { regisseur: 'now' }), noConsent);
		const reason = { outcome: 'deny', reason: 'woorden_van_gezin' };
		expect(canState(actorFor({ regisseur: 'now' }), subject)).toEqual(reason);
	});
});

describe('facts and opinions', () => {
	test('about two children: for who sees both', () => {
		const family = withSibling(parent);
		const about = (children: PersonId[]) =>
			seen(canReadClaim(aPerson(), { ...claimOf(family, noConsent), children }));
		expect([about([CHILD]), about([CHILD, SIBLING]), about([])]).toEqual(['y', '-', '-']);
	});

	test('an opinion is not corrected, and the reason says so', () => {
		const opinion = claimOf(aFamily(BORN['12'], parent), noConsent, 'mening');
		const reason = { outcome: 'deny', reason: 'mening_blijft' };
		expect(canAskCorrection(aPerson(), opinion)).toEqual(reason);
	});

	test('a request is answered once', () => {
		const claim = claimOf(aFamily(BORN['12'], { regisseur: 'now' }), noConsent);
		const facts = { id: 'vraag' as CorrectionId, isOpen: false, claim };
		expect(canDecideCorrection(actorFor({ regisseur: 'now' }), facts).outcome).toBe('hide');
	});

	test('a regisseur writes about children of this family only', () => {
		const family = aFamily(BORN['12'], { regisseur: 'now' });
		const about = (children: PersonId[]) =>
			canWriteClaim(actorFor({ regisseur: 'now' }), {
				...{ id: 'gezin' as FamilyId, children, family, consent: noConsent }
			}).outcome;
		expect([about([CHILD]), about([CHILD, SIBLING])]).toEqual(['allow', 'hide']);
	});
});
