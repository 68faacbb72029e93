import { describe, expect, test } from 'vitest';
import { visitor, type Actor, type Assurance } from '#lib/kernel/actor.ts';
import { ageOn, day, type Day } from '#lib/kernel/calendar.ts';
import type { PersonId } from '#lib/kernel/id.ts';
import type { ConsentFacts } from '#lib/consent/model.ts';
import {
	aFamily,
	CHILD,
	noConsent,
	restricted,
	TODAY,
	VIEWER
} from '../../../tests/support/facts.ts';
import type { Viewer } from '../../../tests/support/facts.ts';
import { PARTS, type Part } from './model.ts';
import { nearbyOf } from './near.rules.ts';
import {
	canErasePlan,
	canOpenPlan,
	canReadPart,
	canSharePart,
	canStopSharingPart,
	canWriteInPlan,
	type PartFacts
} from './policy.ts';

const BIRTHS = {
	'15/364': day('2010-11-23'),
	'16': day('2010-11-22'),
	'17/364': day('2008-11-23'),
	'18': day('2008-11-22')
} as const;
type Age = keyof typeof BIRTHS;
const AGES = ['15/364', '16', '17/364', '18'] as const satisfies readonly Age[];

const own: Actor = { kind: 'person', id: CHILD, assurance: 'link' };
const viewer = (assurance: Assurance = 'link'): Actor => ({
	kind: 'person',
	id: VIEWER,
	assurance
});

function facts(
	born: Day,
	who: Viewer,
	{
		shared = [],
		part = 'wonen',
		consent = noConsent
	}: { shared?: readonly Part[]; part?: Part; consent?: ConsentFacts } = {}
): PartFacts & { withId: PersonId } {
	return {
		id: `plan.${part}`,
		ownerId: CHILD,
		age: ageOn(born, TODAY),
		part,
		near: nearbyOf(CHILD, [{ family: aFamily(born, who), consent }]),
		shares: shared.map((one) => ({ part: one, withId: VIEWER })),
		withId: VIEWER
	};
}

/** Who may be let in, by age of the youth: everyone else never, whatever is shared. */
const LET_IN: readonly [name: string, who: Viewer, assurance: Assurance, ages: readonly Age[]][] = [
	['mother with gezag', { relation: 'ouder', gezag: 'eenhoofdig' }, 'link', AGES],
	['father without gezag', { relation: 'ouder' }, 'link', ['16', '17/364', '18']],
	[
		'father with gezag "temporarily none"',
		{ relation: 'ouder', gezag: 'tijdelijk_geen' },
		'link',
		['16', '17/364', '18']
	],
	['guardian', { relation: 'voogd', gezag: 'voogdij' }, 'link', ['15/364', '16', '17/364']],
	['foster parent', { relation: 'pleegouder' }, 'link', AGES],
	['family-home parent', { relation: 'gezinshuisouder' }, 'link', AGES],
	['aunt', { relation: 'netwerk' }, 'link', AGES],
	['aunt who took part before', { relation: 'netwerk', until: TODAY }, 'link', AGES],
	['regisseur', { regisseur: 'now' }, 'second-factor', AGES],
	['regisseur without second factor', { regisseur: 'now' }, 'link', []],
	['regisseur of before', { regisseur: 'ended' }, 'second-factor', []],
	['stand-in', { regisseur: 'stand-in' }, 'second-factor', AGES],
	['stand-in of later', { regisseur: 'stand-in later' }, 'second-factor', []],
	['professional', { relation: 'professional' }, 'second-factor', AGES],
	['professional without second factor', { relation: 'professional' }, 'link', []],
	['professional of before', { relation: 'professional', until: TODAY }, 'second-factor', []],
	['supporter of the other household', { relation: 'steun' }, 'link', []],
	['brother', { relation: 'kind' }, 'link', []],
	['stranger', {}, 'link', []],
	['stranger with second factor', {}, 'second-factor', []]
];

describe('a part is read', () => {
	const rows = LET_IN.flatMap(([name, who, assurance, ages]) =>
		AGES.map((age) => [name, age, ages.includes(age), who, assurance] as const)
	);

	test.each(rows)('by %s, age %s, when shared: %s', (_, age, letIn, who, assurance) => {
		for (const part of PARTS) {
			const outcome = (shared: readonly Part[], closed: ConsentFacts = noConsent) =>
				canReadPart(viewer(assurance), facts(BIRTHS[age], who, { shared, part, consent: closed }))
					.outcome;
			expect(outcome([part]), `${part} shared`).toBe(letIn ? 'allow' : 'hide');
			expect(outcome([]), `${part} not shared, or no longer`).toBe('hide');
			expect(outcome(PARTS.filter((one) => one !== part)), `all but ${part}`).toBe('hide');
			expect(outcome([part], restricted), `${part} shared, but restricted`).toBe('hide');
		}
	});

	test.each(AGES)('by the youth at %s always, and by visitors never', (age) => {
		for (const part of PARTS) {
			const about = facts(BIRTHS[age], { relation: 'ouder' }, { shared: PARTS, part });
			expect(canReadPart(own, about)).toEqual({ outcome: 'allow', relation: 'kind' });
			expect(canReadPart(visitor, about).outcome).toBe('hide');
			expect(canReadPart({ kind: 'machine', source: 'x' as never }, about).outcome).toBe('hide');
		}
	});

	test('by nobody else from the 27th birthday on', () => {
		const before = facts(day('1999-11-23'), { relation: 'netwerk' }, { shared: PARTS });
		const after = facts(day('1999-11-22'), { relation: 'netwerk' }, { shared: PARTS });
		expect(canReadPart(viewer(), before).outcome).toBe('allow');
		expect(canReadPart(viewer(), after).outcome).toBe('hide');
		expect(canReadPart(own, after).outcome).toBe('allow');
	});

	test('by a professional only while the youth takes part as well', () => {
		const family = aFamily(BIRTHS['18'], { relation: 'professional' });
		const left = {
			...family,
			participants: family.participants.map((one) =>
				one.personId === CHILD ? { ...one, until: TODAY } : one
			)
		};
		const about = facts(BIRTHS['18'], {}, { shared: PARTS });
		const near = nearbyOf(CHILD, [{ family: left, consent: noConsent }]);
		expect(canReadPart(viewer('second-factor'), { ...about, near }).outcome).toBe('hide');
	});

	test('through the family in which somebody takes part now, when there are two', () => {
		const before = aFamily(BIRTHS['16'], { relation: 'netwerk', until: TODAY });
		const now = aFamily(BIRTHS['16'], { relation: 'pleegouder' });
		const near = nearbyOf(CHILD, [
			{ family: before, consent: noConsent },
			{ family: now, consent: noConsent }
		]);
		expect(near).toEqual([
			{ personId: VIEWER, as: 'pleegouder', now: true, closed: false, gezag: false }
		]);
	});
});

describe('a JIM', () => {
	const since = new Date('2026-11-01T12:00:00Z');
	const place = (who: Viewer, consent = noConsent) => ({
		family: aFamily(BIRTHS['15/364'], who),
		consent
	});
	const near = (who: Viewer, beside = [{ personId: VIEWER, since }]) =>
		nearbyOf(CHILD, [place(who)], beside);
	const about = (who: Viewer, beside?: { personId: PersonId; since: Date }[]) => ({
		...facts(BIRTHS['15/364'], who, { shared: ['wonen'] }),
		near: near(who, beside)
	});

	test('is let in by the youth, without a place in the family, and only now', () => {
		expect(near({})).toContainEqual({
			...{ personId: VIEWER, as: 'jim', now: true, closed: false, gezag: false, since }
		});
		expect(canSharePart(own, about({})).outcome).toBe('allow');
		expect(canReadPart(viewer(), about({}))).toEqual({ outcome: 'allow', relation: 'jim' });
		expect(canSharePart(own, about({}, [])).outcome).toBe('hide');
		expect(canReadPart(viewer(), about({}, [])).outcome).toBe('hide');
	});

	test('can be an older brother, who is otherwise never let in', () => {
		expect(canReadPart(viewer(), about({ relation: 'kind' })).outcome).toBe('allow');
		expect(canReadPart(viewer(), about({ relation: 'kind' }, [])).outcome).toBe('hide');
	});

	test('who is an aunt as well keeps the place of an aunt', () => {
		expect(near({ relation: 'netwerk' })).toContainEqual({
			...{ personId: VIEWER, as: 'netwerk', now: true, closed: false, gezag: false }
		});
	});

	test('whose view of the youth is restricted stays outside', () => {
		const closed = nearbyOf(
			CHILD,
			[place({ relation: 'kind' }, restricted)],
			[{ personId: VIEWER, since }]
		);
		const outcome = canReadPart(viewer(), { ...about({}), near: closed }).outcome;
		expect(outcome).toBe('hide');
	});
});

describe('the own plan', () => {
	test.each([
		['2014-11-23', 'hide', 'hide'],
		['2014-11-22', 'allow', 'allow'],
		['2010-11-22', 'allow', 'allow'],
		['2008-11-22', 'allow', 'allow'],
		['1999-11-23', 'allow', 'allow'],
		['1999-11-22', 'allow', 'deny']
	] as const)('of who was born on %s: open %s, write %s', (born, open, write) => {
		const about = facts(day(born), {});
		expect(canOpenPlan(own, about).outcome).toBe(open);
		expect(canWriteInPlan(own, about).outcome).toBe(write);
		expect(canErasePlan(own, about).outcome).toBe(open);
		expect(canStopSharingPart(own, about).outcome).toBe(open);
	});

	test.each([...LET_IN.map(([name, who, assurance]) => [name, who, assurance] as const)])(
		'is no page of %s, also when everything is shared',
		(_, who, assurance) => {
			const about = facts(BIRTHS['16'], who, { shared: PARTS });
			for (const rule of [canOpenPlan, canWriteInPlan, canErasePlan, canStopSharingPart])
				expect(rule(viewer(assurance), about).outcome).toBe('hide');
			expect(canSharePart(viewer(assurance), about).outcome).toBe('hide');
		}
	);
});

describe('sharing', () => {
	const NOW_ONLY = ['aunt who took part before'];

	test.each(
		LET_IN.filter(([name]) => !/without second factor|second factor$/.test(name)).flatMap(
			([name, who, , ages]) => AGES.map((age) => [name, age, who, ages.includes(age)] as const)
		)
	)(
		'starts with %s, age %s, exactly when that person could see it now',
		(name, age, who, letIn) => {
			const outcome = canSharePart(own, facts(BIRTHS[age], who)).outcome;
			expect(outcome).toBe(letIn && !NOW_ONLY.includes(name) ? 'allow' : 'hide');
		}
	);

	test('never starts with somebody whose view is restricted, nor after 26', () => {
		const mother: Viewer = { relation: 'ouder', gezag: 'eenhoofdig' };
		const about = facts(BIRTHS['16'], mother, { consent: restricted });
		expect(canSharePart(own, about).outcome).toBe('hide');
		expect(canSharePart(own, facts(day('1999-11-22'), mother)).outcome).toBe('deny');
	});
});
