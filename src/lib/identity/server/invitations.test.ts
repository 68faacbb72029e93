import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { countOutbox } from '#lib/notifications/server/queries.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { auditEntry } from '#lib/server/db/schema/audit.ts';
import { account, invitation, session } from '#lib/server/db/schema/identity.ts';
import {
	aPerson,
	aProfessional,
	anAccount,
	invited,
	mailSent,
	tokenIn
} from '../../../../tests/support/accounts.ts';
import { aContext } from '../../../../tests/support/database.ts';
import { acceptInvitation, invite, lookUpInvitation, revokeInvitation } from './invitations.ts';
import { recognise } from './sessions.queries.ts';
import { askLink } from './sign-in.commands.ts';

const email = 'sanne@voorbeeld.nl';
let keys = 0;
const accept = (
	ctx: Ctx,
	token: string,
	{ personalCode = '', network = `n${keys}`, key = `key-${keys++}`, secret = 'browser' } = {}
) =>
	acceptInvitation(
		ctx,
		{ secret, key },
		{ token, personalCode, network, browser: { device: 'phone', session: null } }
	);
const look = (ctx: Ctx, token: string) => lookUpInvitation(ctx, token, `look ${keys++}`);

async function anInvited() {
	const world = await aContext('2026-11-22T12:00:00Z');
	const sanne = await aPerson(world.ctx, 'sanne');
	const code = await invited(world.ctx, sanne, email);
	const [mail] = await mailSent(world.ctx);
	return { ...world, sanne, code, mail, token: tokenIn(mail) };
}

test('an invitation opens an account and signs in, once', async () => {
	const { ctx, sanne, token } = await anInvited();
	expect(await look(ctx, token)).toEqual({ state: 'open', shared: false });
	const outcome = await accept(ctx, token);
	expect(outcome).toMatchObject({ step: 'signedIn', next: '/thuis' });
	const cookie = outcome?.step === 'signedIn' ? outcome.token : '';
	expect(await recognise(ctx, cookie)).toMatchObject({ actor: { id: sanne, assurance: 'link' } });
	expect(await ctx.db.read.select().from(account)).toMatchObject([{ personId: sanne, email }]);
	expect(await accept(ctx, token)).toEqual({ step: 'used' });
	expect(await look(ctx, token)).toEqual({ state: 'used', shared: false });
	const log = await ctx.db.read.select().from(auditEntry);
	expect(log.map((row) => [row.ability, row.actorId])).toEqual([
		['account.open', sanne],
		['session.start', sanne]
	]);
});

test('the mail tells nothing, in the language of the person', async () => {
	const { ctx } = await aContext();
	const sanne = await aPerson(ctx, 'sanne', 'en');
	const code = await invited(ctx, sanne, ' Sanne@Voorbeeld.nl ');
	const [mail] = await mailSent(ctx);
	expect(mail?.to).toBe(email);
	expect(mail?.subject).toBe('Something is ready for you');
	expect(mail?.text).toContain(`${ctx.config.origin}/en/uitnodiging/${tokenIn(mail)}`);
	expect(mail?.text).not.toContain(code);
	expect(`${mail?.subject} ${mail?.text}`).not.toMatch(/sanne|bakker|samenspel|child|plan|family/i);
});

test('looking uses nothing up; more than ten looks from one place have to wait', async () => {
	const { ctx, moveTo, token } = await anInvited();
	for (let i = 0; i < 10; i++) {
		expect(await lookUpInvitation(ctx, token, 'scanner')).toMatchObject({ state: 'open' });
	}
	expect(await lookUpInvitation(ctx, token, 'scanner')).toBeNull();
	expect(await accept(ctx, token, { network: 'scanner' })).toBeNull();
	expect(await lookUpInvitation(ctx, token, 'home')).toMatchObject({ state: 'open' });
	moveTo('2026-11-22T12:15:00Z');
	expect(await accept(ctx, token, { network: 'scanner' })).toMatchObject({ step: 'signedIn' });
});

test.each([
	['2026-11-29T11:59:59Z', 'open', 'signedIn'],
	['2026-11-29T12:00:00Z', 'expired', 'expired']
])('sent on the 22nd at twelve, at %s it is %s', async (moment, state, step) => {
	const { ctx, moveTo, token } = await anInvited();
	moveTo(moment);
	expect(await look(ctx, token)).toMatchObject({ state });
	expect(await accept(ctx, token)).toMatchObject({ step });
});

test('a revoked invitation is unknown, in a mail that came and in one that waits', async () => {
	const { ctx, sanne, token } = await anInvited();
	const revoke = () => ctx.db.write((tx) => revokeInvitation(ctx, tx, sanne));
	await revoke();
	expect(await look(ctx, token)).toEqual({ state: 'unknown', shared: false });
	expect(await look(ctx, 'never-was')).toEqual({ state: 'unknown', shared: false });
	expect(await accept(ctx, token)).toEqual({ step: 'unknown' });
	await invited(ctx, sanne, email);
	await revoke();
	expect(await mailSent(ctx)).toEqual([]);
	expect(await countOutbox(ctx.db.read)).toMatchObject({ sent: 1, dropped: 1 });
	expect(await ctx.db.read.select().from(account)).toEqual([]);
});

test.each([
	['with forms of their own', (i: number) => ({ key: `own-${i}`, secret: `browser-${i}` })],
	['with one and the same form', () => ({ key: 'same', secret: 'browser' })]
])('twenty at once, %s: one account and one session', async (_, form) => {
	const { ctx, token } = await anInvited();
	const outcomes = await Promise.all(
		Array.from({ length: 20 }, (_row, i) => accept(ctx, token, { ...form(i), network: `n-${i}` }))
	);
	expect(outcomes.every((outcome) => ['signedIn', 'used'].includes(outcome?.step ?? ''))).toBe(
		true
	);
	expect(await ctx.db.read.select().from(account)).toHaveLength(1);
	expect(await ctx.db.read.select().from(session)).toHaveLength(1);
	const live = await Promise.all(
		outcomes.map((outcome) => (outcome?.step === 'signedIn' ? recognise(ctx, outcome.token) : null))
	);
	expect(live.filter(Boolean)).toHaveLength(1);
});

test('neither token nor personal code is at rest', async () => {
	const { folder, token, code } = await anInvited();
	for (const file of ['test.db', 'test.db-wal']) {
		const kept = readFileSync(`${folder}/${file}`);
		for (const secret of [token, code]) expect(kept.includes(secret), file).toBe(false);
	}
});

test('inviting again', async () => {
	const { ctx, moveTo, sanne } = await anInvited();
	const again = (to = email) =>
		ctx.db.write((tx) => invite(ctx, tx, { personId: sanne, email: to }));
	expect(await again(), 'open').toBeNull();
	expect(await again(' SANNE@voorbeeld.nl'), 'the same address otherwise written').toBeNull();
	moveTo('2026-11-30T12:00:00Z');
	expect(await again(), 'expired').toMatchObject({ personalCode: /^[2-9A-Z]{6}$/ });
	const [mail] = await mailSent(ctx);
	await accept(ctx, tokenIn(mail));
	expect(await again(), 'an account').toBeNull();
	expect(await again('nieuw@voorbeeld.nl'), 'another address').not.toBeNull();
	expect(await ctx.db.read.select().from(invitation)).toHaveLength(1);
});

test('another address: the account moves when it is accepted, and its sessions end', async () => {
	const { ctx, sanne, token } = await anInvited();
	const first = await accept(ctx, token);
	await invited(ctx, sanne, 'nieuw@voorbeeld.nl');
	const [mail] = await mailSent(ctx);
	const old = first?.step === 'signedIn' ? first.token : '';
	expect(await recognise(ctx, old)).not.toBeNull();
	await accept(ctx, tokenIn(mail));
	expect(await recognise(ctx, old)).toBeNull();
	expect(await ctx.db.read.select().from(account)).toMatchObject([{ email: 'nieuw@voorbeeld.nl' }]);
});

test('staff and unknown people are not invited', async () => {
	const { ctx } = await aContext();
	const wil = await aProfessional(ctx, 'wil');
	expect(await invited(ctx, wil, 'wil@voorbeeld.nl')).toBe('');
	expect(await invited(ctx, 'nobody' as never, 'x@voorbeeld.nl')).toBe('');
	expect(await countOutbox(ctx.db.read)).toMatchObject({ waiting: 0 });
});

test('who asks to sign in but did not accept yet gets the invitation again, with a fresh link', async () => {
	const { ctx, moveTo, token } = await anInvited();
	const ask = () =>
		askLink(ctx, { secret: 'b', key: `ask-${keys++}` }, { email, next: '', locale: 'nl' });
	moveTo('2026-12-01T12:00:00Z');
	expect(await look(ctx, token)).toMatchObject({ state: 'expired' });
	await ask();
	const [mail] = await mailSent(ctx);
	expect(mail?.text).toContain('/uitnodiging/');
	expect(tokenIn(mail)).not.toBe(token);
	expect(await look(ctx, token)).toMatchObject({ state: 'unknown' });
	expect(await accept(ctx, tokenIn(mail))).toMatchObject({ step: 'signedIn' });
});

test('after thirty days the address alone brings no invitation back', async () => {
	const { ctx, moveTo } = await anInvited();
	moveTo('2026-12-22T12:00:00Z');
	await askLink(ctx, { secret: 'b', key: 'ask' }, { email, next: '', locale: 'nl' });
	expect(await mailSent(ctx)).toEqual([]);
});

test('two people invited at one address: the personal code says who, five tries', async () => {
	const { ctx } = await aContext('2026-11-22T12:00:00Z');
	const sanne = await aPerson(ctx, 'sanne');
	const tom = await aPerson(ctx, 'tom');
	const sannesCode = await invited(ctx, sanne, email);
	const tomsCode = await invited(ctx, tom, email);
	const [first, second] = await mailSent(ctx);
	expect(await look(ctx, tokenIn(first))).toEqual({ state: 'open', shared: true });
	expect(await accept(ctx, tokenIn(first))).toEqual({ step: 'wrong' });
	const outcome = await accept(ctx, tokenIn(first), { personalCode: tomsCode });
	const cookie = outcome?.step === 'signedIn' ? outcome.token : '';
	expect(await recognise(ctx, cookie)).toMatchObject({ actor: { id: tom } });
	expect(await accept(ctx, tokenIn(second)), 'Tom’s own link was used').toEqual({ step: 'used' });
	for (let i = 0; i < 3; i++) {
		expect(await accept(ctx, tokenIn(first), { personalCode: 'WRONG1' })).toEqual({
			step: 'wrong'
		});
	}
	expect(await accept(ctx, tokenIn(first), { personalCode: sannesCode })).toEqual({ step: 'wait' });
	expect(await ctx.db.read.select().from(account)).toHaveLength(1);
});

test('invited at an address of somebody with an account: no way in as that other person', async () => {
	const { ctx } = await aContext();
	await anAccount(ctx, 'tom', { email, code: 'TTTTM3' });
	const sanne = await aPerson(ctx, 'sanne');
	const code = await invited(ctx, sanne, email);
	const [mail] = await mailSent(ctx);
	expect(await look(ctx, tokenIn(mail))).toEqual({ state: 'open', shared: true });
	expect(await accept(ctx, tokenIn(mail), { personalCode: 'TTTTM3' })).toEqual({ step: 'wrong' });
	expect(await accept(ctx, tokenIn(mail), { personalCode: code })).toMatchObject({
		step: 'signedIn'
	});
});
