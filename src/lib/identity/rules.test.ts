import { describe, expect, test } from 'vitest';
import {
	canBeSentAgain,
	challengeExpiry,
	challengeState,
	deviceOf,
	HOME,
	invitationState,
	isFresh,
	isLive,
	isSeenAgain,
	linkExpiry,
	nextStep,
	safeNext,
	sessionEnd,
	sessionExpiry,
	sessionsToEnd,
	toTheHour,
	type SessionFacts
} from './rules.ts';
import type { PersonId } from '#lib/kernel/id.ts';
import type { SessionId } from './model.ts';

const at = (time: string) => new Date(`2026-11-22T${time}Z`);

describe('a session', () => {
	const session = { lastSeenAt: at('12:00:00'), expiresAt: at('20:00:00') };

	test.each([
		['12:00:00', true],
		['12:14:59', true],
		['12:15:00', false]
	])('last seen at twelve, at %s is live: %s', (time, live) => {
		expect(isLive(session, at(time))).toBe(live);
	});

	test.each([
		['19:59:59', true],
		['20:00:00', false]
	])('used all day, at %s is live: %s', (time, live) => {
		expect(isLive({ ...session, lastSeenAt: at('19:55:00') }, at(time))).toBe(live);
	});

	test('lasts eight hours at most', () => {
		expect(sessionExpiry(at('12:00:00'))).toEqual(at('20:00:00'));
	});

	test('ends at whichever comes first', () => {
		expect(sessionEnd(session)).toEqual(at('12:15:00'));
		expect(sessionEnd({ ...session, lastSeenAt: at('19:50:00') })).toEqual(at('20:00:00'));
	});

	test.each([
		['12:00:59', false],
		['12:01:00', true]
	])('is written down again at %s: %s', (time, again) => {
		expect(isSeenAgain(session, at(time))).toBe(again);
	});
});

describe('one more session', () => {
	const aSession = (created: string, lastSeen = created): SessionFacts => ({
		id: created as SessionId,
		personId: 'p' as PersonId,
		createdAt: at(created),
		lastSeenAt: at(lastSeen),
		expiresAt: sessionExpiry(at(created))
	});
	const five = ['11:50:00', '11:51:00', '11:52:00', '11:53:00', '11:54:00'].map((t) => aSession(t));

	test('beside four ends none', () => {
		expect(sessionsToEnd(five.slice(1), at('12:00:00'))).toEqual([]);
	});
	test('beside five ends the oldest', () => {
		expect(sessionsToEnd(five, at('12:00:00')).map(({ id }) => id)).toEqual(['11:50:00']);
	});
	test('ends those that are over first', () => {
		const over = aSession('11:55:00', '11:40:00');
		expect(sessionsToEnd([...five.slice(1), over], at('12:00:00'))).toEqual([over]);
	});
});

describe('a sign-in', () => {
	const asked = { expiresAt: at('12:10:00'), openedAt: null, endedAt: null, codeTries: 0 };
	const opened = { ...asked, openedAt: at('12:01:00') };

	test.each([
		['nothing asked', null, 1, '12:00:00', 'over'],
		['asked', asked, 0, '12:00:00', 'mail'],
		['asked, to the last second', asked, 1, '12:09:59', 'mail'],
		['asked, ten minutes later', asked, 1, '12:10:00', 'over'],
		['four wrong codes', { ...asked, codeTries: 4 }, 1, '12:00:00', 'mail'],
		['five wrong codes', { ...asked, codeTries: 5 }, 1, '12:00:00', 'over'],
		['ended', { ...asked, endedAt: at('12:00:00') }, 1, '12:00:00', 'over'],
		['opened by nobody we know', opened, 0, '12:02:00', 'over'],
		['opened by the only one', opened, 1, '12:02:00', 'session'],
		['opened at a shared address', opened, 2, '12:02:00', 'personalCode'],
		['five wrong personal codes', { ...opened, codeTries: 5 }, 2, '12:02:00', 'over'],
		['opened, too late', opened, 2, '12:10:00', 'over']
	] as const)('%s', (_, request, people, time, step) => {
		expect(nextStep(request, people, at(time))).toBe(step);
	});

	test('lives ten minutes', () => {
		expect(linkExpiry(at('12:00:00'))).toEqual(at('12:10:00'));
	});
});

describe('an invitation', () => {
	const sent = {
		createdAt: new Date('2026-11-01T12:00:00Z'),
		expiresAt: new Date('2026-11-08T12:00:00Z'),
		acceptedAt: null,
		revokedAt: null
	};
	const some = new Date('2026-11-02T12:00:00Z');

	test.each([
		['open', sent, '2026-11-08T11:59:59Z', 'open', true],
		['after seven days', sent, '2026-11-08T12:00:00Z', 'expired', true],
		['after a month', sent, '2026-12-01T12:00:00Z', 'expired', false],
		['accepted', { ...sent, acceptedAt: some }, '2026-11-03T12:00:00Z', 'used', false],
		['revoked', { ...sent, revokedAt: some }, '2026-11-03T12:00:00Z', 'revoked', false],
		[
			'accepted, then revoked',
			{ ...sent, acceptedAt: some, revokedAt: some },
			'2026-11-03T12:00:00Z',
			'revoked',
			false
		]
	] as const)('%s', (_, invitation, now, state, again) => {
		expect(invitationState(invitation, new Date(now))).toBe(state);
		expect(canBeSentAgain(invitation, new Date(now))).toBe(again);
	});
});

describe('after signing in', () => {
	test.each(['/thuis', '/plan?doel=1', '/plan/abc-1', '/werk', '/javascript:alert(1)'])(
		'goes to %s',
		(path) => {
			expect(safeNext(path)).toBe(path);
		}
	);

	test.each([
		undefined,
		null,
		'',
		'thuis',
		'//kwaad.example',
		'///kwaad.example',
		'/\\kwaad.example',
		'\\\\kwaad.example',
		'/\tkwaad',
		'/\n/kwaad.example',
		'/ /kwaad.example',
		'/x/..//kwaad.example',
		'/./\\kwaad.example',
		'https://kwaad.example',
		'https:/kwaad.example',
		'javascript:alert(1)',
		'data:text/html,x',
		'@kwaad.example',
		'/\u0000thuis',
		'/inloggen',
		'/inloggen/code',
		'/en/inloggen',
		'/x/../inloggen',
		'/%69nloggen',
		'/inloggen?naar=/inloggen',
		'/uitnodiging/abc',
		'/en/uitnodiging/abc',
		'/%zz',
		`/${'a'.repeat(500)}`
	])('never goes to %j', (path) => {
		expect(safeNext(path)).toBe(HOME);
	});
});

test.each([
	['Mozilla/5.0 (Linux; Android 10; K) Mobile', 'phone'],
	['Mozilla/5.0 (iPhone; CPU iPhone OS 18)', 'phone'],
	['Mozilla/5.0 (X11; Linux x86_64)', 'computer'],
	[null, 'computer']
])('%s is a %s', (agent, device) => {
	expect(deviceOf(agent)).toBe(device);
});

test('last seen is told to the hour only', () => {
	expect(toTheHour(at('12:59:59'))).toEqual(at('12:00:00'));
});

describe('a challenge', () => {
	test.each([
		['12:00:00', null, 'open'],
		['12:04:59', null, 'open'],
		['12:05:00', null, 'expired'],
		['12:00:01', '12:00:01', 'used'],
		['12:06:00', '12:00:01', 'used']
	])('made at twelve, at %s and used at %s, is %s', (now, usedAt, state) => {
		const expiresAt = challengeExpiry(at('12:00:00'));
		const challenge = { expiresAt, usedAt: usedAt === null ? null : at(usedAt) };
		expect(challengeState(challenge, at(now))).toBe(state);
	});
});

test.each([
	['12:00:00', true],
	['12:04:59', true],
	['12:05:00', false]
])('a session that began at twelve is fresh at %s: %s', (now, fresh) => {
	expect(isFresh({ createdAt: at('12:00:00') }, at(now))).toBe(fresh);
});
