import { describe, expect, test } from 'vitest';
import type { Actor } from '#lib/kernel/actor.ts';
import { visitor } from '#lib/kernel/actor.ts';
import type { PersonId } from '#lib/kernel/id.ts';
import type { PasskeyId, SessionId } from './model.ts';
import {
	canAddPasskey,
	canChooseLanguage,
	canEndSession,
	canExtendSession,
	canInviteStaff,
	canOpenAccount,
	canRemovePasskey,
	canSeeAccount,
	canSeePasskeys,
	canStartSession
} from './policy.ts';

const sanne = 'sanne' as PersonId;
const session = 's' as SessionId;
const self: Actor = { kind: 'person', id: sanne, assurance: 'link' };
const strong: Actor = { ...self, assurance: 'second-factor' };
const other: Actor = { kind: 'person', id: 'tom' as PersonId, assurance: 'second-factor' };
const machine: Actor = { kind: 'machine', source: 'o' as never };

const allowed = 'allow zelf';
const hidden = 'hide onbekend';
const told = (decision: { outcome: string; relation?: string; reason?: string }) =>
	`${decision.outcome} ${decision.relation ?? decision.reason}`;

describe('session.start', () => {
	test.each([
		['the person with an open account', self, 'open', false, false, allowed],
		['the person with a second factor', strong, 'open', false, false, allowed],
		['a person without account', self, 'none', false, false, hidden],
		['a person whose account was closed', self, 'disabled', false, false, hidden],
		['staff by a link', self, 'open', true, false, 'deny tweede_stap'],
		['staff without account by a link', self, 'none', true, false, 'deny tweede_stap'],
		['staff with a second factor', strong, 'open', true, false, allowed],
		['staff with a second factor, no account', strong, 'none', true, false, hidden],
		['a person chosen in the demo', self, 'none', false, true, allowed],
		['staff chosen in the demo', strong, 'none', true, true, allowed],
		['staff chosen in the demo, by a link', self, 'none', true, true, 'deny tweede_stap'],
		['a closed account, in the demo', self, 'disabled', false, true, hidden],
		['somebody else', other, 'open', false, false, hidden],
		['a visitor', visitor, 'open', false, false, hidden],
		['a machine', machine, 'open', false, true, hidden]
	] as const)('%s', (_, actor, account, staff, demo, outcome) => {
		const facts = { id: session, personId: sanne, account, staff, demo };
		expect(told(canStartSession(actor, facts))).toBe(outcome);
	});
});

describe('account.open', () => {
	test.each([
		['the invited person', self, 'none', false, 'open', allowed],
		['the invited person, who moves to another address', self, 'open', false, 'open', allowed],
		['with an invitation that was used', self, 'none', false, 'used', hidden],
		['with one that is too old', self, 'none', false, 'expired', hidden],
		['with one that was revoked', self, 'none', false, 'revoked', hidden],
		['a person whose account was closed', self, 'disabled', false, 'open', hidden],
		['staff by the link', self, 'none', true, 'open', hidden],
		['staff with the key they made', strong, 'none', true, 'open', allowed],
		['staff with a key, the invitation used', strong, 'none', true, 'used', hidden],
		['staff with a key, the account closed', strong, 'disabled', true, 'open', hidden],
		['somebody else', other, 'none', false, 'open', hidden],
		['a visitor', visitor, 'none', false, 'open', hidden],
		['a machine', machine, 'none', false, 'open', hidden]
	] as const)('%s', (_, actor, account, staff, invitation, outcome) => {
		const facts = { id: sanne, account, staff, invitation };
		expect(told(canOpenAccount(actor, facts))).toBe(outcome);
	});
});

describe.each([
	['session.end', (actor: Actor) => canEndSession(actor, { id: session, personId: sanne })],
	['session.extend', (actor: Actor) => canExtendSession(actor, { id: session, personId: sanne })],
	['account.see', (actor: Actor) => canSeeAccount(actor, { id: sanne })],
	['language.choose', (actor: Actor) => canChooseLanguage(actor, { id: sanne })]
])('%s', (_, rule) => {
	test.each([
		['the person', self, allowed],
		['the person with a second factor', strong, allowed],
		['somebody else', other, hidden],
		['a visitor', visitor, hidden],
		['a machine', machine, hidden]
	])('%s', (_who, actor, outcome) => {
		expect(told(rule(actor))).toBe(outcome);
	});
});

describe('staff.invite', () => {
	test.each([
		['the machine of the organisation', machine, 'o', 'none', 'allow beheer'],
		['the same, after a device was lost', machine, 'o', 'open', 'allow beheer'],
		['a closed account', machine, 'o', 'disabled', hidden],
		['another organisation', machine, 'p', 'none', hidden],
		['somebody who is no professional', machine, null, 'none', hidden],
		['the professional', strong, 'o', 'none', hidden],
		['another professional', other, 'o', 'none', hidden],
		['a visitor', visitor, 'o', 'none', hidden]
	] as const)('%s', (_, actor, organisation, account, outcome) => {
		const facts = { id: sanne, organisation: organisation as never, account };
		expect(told(canInviteStaff(actor, facts))).toBe(outcome);
	});
});

const again = 'deny opnieuw_aanmelden';
const last = 'deny laatste_sleutel';

describe('passkey.see, passkey.add and passkey.remove (of two keys, of one)', () => {
	test.each([
		['staff who just signed in', strong, 'open', true, true, [allowed, allowed, allowed, last]],
		['staff, after five minutes', strong, 'open', true, false, [allowed, again, again, again]],
		['staff by a link', self, 'open', true, true, [hidden, hidden, hidden, hidden]],
		[
			'staff without account, in a demo',
			strong,
			'none',
			true,
			true,
			[hidden, hidden, hidden, hidden]
		],
		['a closed account', strong, 'disabled', true, true, [hidden, hidden, hidden, hidden]],
		['family', self, 'open', false, true, [hidden, hidden, hidden, hidden]],
		['family with a second factor', strong, 'open', false, true, [hidden, hidden, hidden, hidden]],
		['another professional', other, 'open', true, true, [hidden, hidden, hidden, hidden]],
		['a visitor', visitor, 'open', true, true, [hidden, hidden, hidden, hidden]],
		['a machine', machine, 'open', true, true, [hidden, hidden, hidden, hidden]]
	] as const)('%s', (_, actor, account, staff, fresh, outcomes) => {
		const facts = { account, staff, fresh };
		const ring = { ...facts, id: sanne };
		const key = { ...facts, id: 'k' as PasskeyId, personId: sanne };
		expect([
			told(canSeePasskeys(actor, ring)),
			told(canAddPasskey(actor, ring)),
			told(canRemovePasskey(actor, { ...key, keys: 2 })),
			told(canRemovePasskey(actor, { ...key, keys: 1 }))
		]).toEqual(outcomes);
	});
});
