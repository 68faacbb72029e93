import { describe, expect, test } from 'vitest';
import type { ConsentFacts } from '#lib/consent/model.ts';
import { visitor } from '#lib/kernel/actor.ts';
import type { PersonId } from '#lib/kernel/id.ts';
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
	shared,
	TODAY,
	VIEWER,
	type BornAge,
	type Viewer
} from '../../../tests/support/facts.ts';
import type { ConsultationId } from './consultation.model.ts';
import { canReadConsultation, canWriteConsultation } from './consultation.policy.ts';

const ID = 'gesprek' as ConsultationId;
const OTHER = personId('halfzus');

/** A family with a second child, for whom nobody who looks sees, except the regisseur. */
function planOf(
	age: BornAge,
	viewer: Viewer,
	consent: ConsentFacts = noConsent,
	stepOwners: PersonId[] = []
): PlanRuleFacts {
	const family = aFamily(BORN[age], viewer);
	const sister = { personId: OTHER, relation: 'kind', birthDate: BORN['12'] } as const;
	const participants = [...family.participants, { ...sister, from: TODAY, until: null }];
	return { id: 'plan', family: { ...family, participants }, consent, kaders: [], stepOwners };
}

const seen = (viewer: Viewer, children: PersonId[], consent?: ConsentFacts) =>
	AGES.map((age) => {
		const actor = aPerson(
			viewer.self ? CHILD : VIEWER,
			viewer.regisseur ? 'second-factor' : 'link'
		);
		const plan = planOf(age, viewer, consent);
		const facts = { id: ID, children, authorId: personId('Anna'), plan };
		return canReadConsultation(actor, facts).outcome === 'allow' ? 'y' : '-';
	}).join('');

/** About the one child: as the child's part. About that child and a half-sibling: only who sees both. */
const table: Record<
	string,
	[Viewer, one: string, shared: string, restricted: string, both: string]
> = {
	'the child itself': [{ self: true, relation: 'kind' }, '-yyyyy', '-yyyyy', '-yyyyy', '------'],
	'parent with gezag': [
		{ relation: 'ouder', gezag: 'tweehoofdig' },
		'yyy---',
		'yyyyyy',
		'------',
		'------'
	],
	'parent without gezag': [{ relation: 'ouder' }, '------', '---yyy', '------', '------'],
	'foster parent': [{ relation: 'pleegouder' }, '------', '---yyy', '------', '------'],
	'own network': [{ relation: 'netwerk' }, '------', '---yyy', '------', '------'],
	'another child': [{ relation: 'kind' }, '------', '------', '------', '------'],
	regisseur: [{ regisseur: 'now' }, 'yyyyyy', 'yyyyyy', 'yyyyyy', 'yyyyyy'],
	'regisseur until today': [{ regisseur: 'ended' }, '------', '------', '------', '------'],
	'other professional': [{ relation: 'professional' }, '------', '------', '------', '------'],
	stranger: [{}, '------', '------', '------', '------']
};

describe.each(Object.entries(table))(
	'read by %s',
	(_, [viewer, one, isShared, isRestricted, both]) => {
		test('about one child', () => expect(seen(viewer, [CHILD])).toBe(one));
		test('shared with', () => expect(seen(viewer, [CHILD], shared)).toBe(isShared));
		test('restricted', () => expect(seen(viewer, [CHILD], restricted)).toBe(isRestricted));
		test('about a half-sibling too', () => expect(seen(viewer, [CHILD, OTHER])).toBe(both));
	}
);

test('an entry about nobody is read by nobody of the family', () => {
	expect(seen({ relation: 'ouder', gezag: 'tweehoofdig' }, [])).toBe('------');
});

const professional: Viewer = { relation: 'professional' };
const writes = (viewer: Viewer, assurance: 'link' | 'second-factor', named: boolean) =>
	canWriteConsultation(aPerson(VIEWER, assurance), {
		id: ID,
		plan: planOf('12', viewer, noConsent, named ? [VIEWER] : [])
	}).outcome;

test('the regisseur writes, and a professional whom a step names, with the second factor', () => {
	expect(writes({ regisseur: 'now' }, 'second-factor', false)).toBe('allow');
	expect(writes({ regisseur: 'stand-in' }, 'second-factor', false)).toBe('allow');
	expect(writes(professional, 'second-factor', true)).toBe('allow');
	expect(writes({ regisseur: 'now' }, 'link', false)).toBe('hide');
	expect(writes(professional, 'link', true)).toBe('hide');
	expect(writes(professional, 'second-factor', false)).toBe('hide');
	expect(writes({ regisseur: 'ended' }, 'second-factor', true)).toBe('hide');
	for (const relation of ['ouder', 'netwerk', 'pleegouder'] as const)
		expect(writes({ relation, gezag: 'tweehoofdig' }, 'second-factor', true)).toBe('hide');
	const plan = planOf('12', { regisseur: 'now' });
	expect(canWriteConsultation(visitor, { id: ID, plan }).outcome).toBe('hide');
});

test('who wrote an entry reads it while the plan names them', () => {
	const read = (stepOwners: PersonId[], assurance: 'link' | 'second-factor') =>
		canReadConsultation(aPerson(VIEWER, assurance), {
			id: ID,
			children: [CHILD],
			authorId: VIEWER,
			plan: planOf('12', professional, noConsent, stepOwners)
		}).outcome;
	expect(read([VIEWER], 'second-factor')).toBe('allow');
	expect(read([VIEWER], 'link')).toBe('hide');
	expect(read([], 'second-factor')).toBe('hide');
});
