import { readFileSync } from 'node:fs';
import { expect, test, vi } from 'vitest';
import type { Ctx } from '#lib/server/ctx.ts';
import { auditEntry } from '#lib/server/db/schema/audit.ts';
import { account, passkey, session } from '#lib/server/db/schema/identity.ts';
import {
	aBrowser,
	aKeyHolder,
	anAccount,
	aPerson,
	aProfessional,
	invited,
	invitedStaff,
	keyAsked,
	machine,
	mailSent,
	provedOptions,
	tokenIn
} from '../../../../tests/support/accounts.ts';
import { anAuthenticator, type Otherwise } from '../../../../tests/support/authenticator.ts';
import { dump } from '../../../../tests/support/case-message.ts';
import { aContext } from '../../../../tests/support/database.ts';
import { acceptInvitation, lookUpInvitation } from './invitations.ts';
import { signInWithKey } from './passkeys.commands.ts';
import { recognise } from './sessions.queries.ts';
import { acceptStaffInvitation, inviteStaff, proveStaffCode } from './staff.commands.ts';
import { lookUpStaffInvitation } from './staff.queries.ts';

async function anInvited() {
	const world = await aContext();
	const { ctx } = world;
	const wil = await aProfessional(ctx, 'wil');
	const invitation = await invitedStaff(ctx, wil);
	return { ...world, wil, invitation, at: aBrowser(), device: anAuthenticator(ctx.config.origin) };
}

type At = ReturnType<typeof aBrowser>;
const accept = (ctx: Ctx, at: At, token: string, made: Parameters<typeof make>[0]) =>
	acceptStaffInvitation(ctx, at.asking(), { token, made: make(made), browser: at.browser });
const make = (made: ReturnType<ReturnType<typeof anAuthenticator>['make']>) => made;

const accounts = (ctx: Ctx) => ctx.db.read.select().from(account);
const keys = (ctx: Ctx) => ctx.db.read.select().from(passkey);

test('link, spoken code and key together make an account and a session with the second factor', async () => {
	const { ctx, wil, invitation, at, device } = await anInvited();
	const { token } = invitation;
	const look = () => lookUpStaffInvitation(ctx, at.secret, { token, network: at.network });
	expect(await look()).toEqual({ state: 'open', options: null });
	const options = await provedOptions(ctx, at, invitation);
	expect(await accounts(ctx), 'the code alone opens nothing').toEqual([]);
	const outcome = await accept(ctx, at, token, device.make(options));
	expect(outcome).toMatchObject({ step: 'signedIn', next: '/werk' });
	const cookie = outcome.step === 'signedIn' ? outcome.token : '';
	expect(await recognise(ctx, cookie)).toMatchObject({
		actor: { id: wil, assurance: 'second-factor' }
	});
	expect(await accounts(ctx)).toMatchObject([{ personId: wil, email: 'wil@voorbeeld.nl' }]);
	expect(await keys(ctx)).toMatchObject([
		{ personId: wil, credentialId: device.id, device: 'computer', counter: 0 }
	]);
	expect(await look()).toEqual({ state: 'used', options: null });
	const log = await ctx.db.read.select().from(auditEntry);
	expect(log.map((row) => [row.ability, row.action, row.actorKind, row.relation])).toEqual([
		['staff.invite', 'create', 'machine', 'beheer'],
		['account.open', 'create', 'person', 'zelf'],
		['passkey.add', 'create', 'person', 'zelf'],
		['session.start', 'create', 'person', 'zelf']
	]);
});

test('the mail has the link and nothing else; neither link nor code is at rest', async () => {
	const { ctx, folder, invitation } = await anInvited();
	const { mail, token, personalCode } = invitation;
	expect(mail?.text).toContain(`${ctx.config.origin}/inloggen/sleutel/nieuw/${token}`);
	expect(mail?.text).not.toContain(personalCode);
	expect(`${mail?.subject} ${mail?.text}`).not.toMatch(/wil\b|bakker|samenspel|gezin|plan|werk\b/i);
	for (const file of ['test.db', 'test.db-wal']) {
		const kept = readFileSync(`${folder}/${file}`);
		for (const secret of [token, personalCode]) expect(kept.includes(secret), file).toBe(false);
	}
});

test('the link of a professional opens no account the way families do', async () => {
	const { ctx, invitation, at } = await anInvited();
	const { token, personalCode } = invitation;
	expect(await lookUpInvitation(ctx, token, 'n')).toEqual({ state: 'unknown', shared: false });
	const asked = { token, personalCode, network: 'n', browser: at.browser };
	expect(await acceptInvitation(ctx, at.asking(), asked)).toEqual({ step: 'unknown' });
	expect(await accounts(ctx)).toEqual([]);
});

test('the link of a family member makes no key', async () => {
	const { ctx } = await aContext();
	const sanne = await aPerson(ctx, 'sanne');
	const personalCode = await invited(ctx, sanne, 'sanne@voorbeeld.nl');
	const [mail] = await mailSent(ctx);
	const at = aBrowser();
	const token = tokenIn(mail);
	expect(await provedOptions(ctx, at, { token, personalCode })).toBeNull();
	const made = anAuthenticator(ctx.config.origin).make('{"challenge":"x"}');
	expect(await accept(ctx, at, token, made)).toEqual({ step: 'unknown' });
	expect(await keys(ctx)).toEqual([]);
});

test.each([
	['family', async (ctx: Ctx) => aPerson(ctx, 'sanne')],
	['family with an account', async (ctx: Ctx) => anAccount(ctx, 'sanne')],
	['nobody', async () => 'nobody' as never]
])('%s is not invited as staff, and nothing is written', async (_, someone) => {
	const { ctx } = await aContext();
	const personId = await someone(ctx);
	const before = await dump(ctx.db);
	const invite = inviteStaff(ctx, machine, { personId, email: 'x@voorbeeld.nl' });
	await expect(invite).rejects.toThrow('staff.invite: hide');
	expect(await dump(ctx.db)).toBe(before);
});

test('a wrong code makes no key, and the right one has to wait after five', async () => {
	const { ctx, moveTo, invitation, at } = await anInvited();
	const { token, personalCode } = invitation;
	const prove = (code: string) =>
		proveStaffCode(ctx, at.asking(), { token, personalCode: code, network: `n ${code}` });
	for (let tries = 0; tries < 5; tries++) expect(await prove(`WRONG${tries}`)).toBe('wrong');
	expect(await prove(personalCode)).toBe('wait');
	expect(await provedOptions(ctx, at, { ...invitation, personalCode: 'WRONG9' })).toBeNull();
	moveTo('2026-11-22T12:15:00Z');
	expect(await prove(personalCode.toLowerCase())).toBe('proved');
});

test('the same form twice makes one account, one key and one session', async () => {
	const { ctx, invitation, at, device } = await anInvited();
	const made = device.make(await provedOptions(ctx, at, invitation));
	const asking = at.asking();
	const { token } = invitation;
	const twice = await Promise.all(
		[1, 2].map(() => acceptStaffInvitation(ctx, asking, { token, made, browser: at.browser }))
	);
	expect(twice.map(({ step }) => step)).toEqual(['signedIn', 'signedIn']);
	expect(await keys(ctx)).toHaveLength(1);
	expect(await ctx.db.read.select().from(session)).toHaveLength(1);
});

test.each<[string, Otherwise]>([
	['on another site', { origin: 'https://kwaad.example' }],
	['for the name of another site', { rpId: 'kwaad.example' }],
	['by a device that nobody unlocked', { unverified: true }],
	['as the answer to signing in', { type: 'webauthn.get' }],
	['with the certificate of its maker', { certificate: true }]
])('a key that was made %s opens nothing, and uses the code up', async (_, otherwise) => {
	const { ctx, invitation, at, device } = await anInvited();
	const asked = vi.spyOn(globalThis, 'fetch');
	const options = await provedOptions(ctx, at, invitation);
	const refused = await accept(ctx, at, invitation.token, device.make(options, otherwise));
	expect(refused).toEqual({ step: 'wrong' });
	const after = await accept(ctx, at, invitation.token, device.make(options));
	expect(after, 'the same challenge again').toEqual({ step: 'over' });
	expect(await accounts(ctx)).toEqual([]);
	expect(await keys(ctx)).toEqual([]);
	expect(asked).not.toHaveBeenCalled();
	asked.mockRestore();
});

test('the code counts in one browser, for one invitation and for five minutes', async () => {
	const { ctx, moveTo, invitation, at, device } = await anInvited();
	const { token } = invitation;
	const made = device.make(await provedOptions(ctx, at, invitation));
	expect(await accept(ctx, aBrowser(), token, made), 'another browser').toEqual({ step: 'over' });
	const els = await invitedStaff(ctx, await aProfessional(ctx, 'els'));
	expect(await accept(ctx, at, els.token, made), 'another invitation').toEqual({ step: 'over' });
	const other = device.make(await provedOptions(ctx, at, invitation), { challenge: 'AAAA' });
	expect(await accept(ctx, at, token, other), 'another challenge').toEqual({ step: 'over' });
	const again = device.make(await provedOptions(ctx, at, invitation));
	moveTo('2026-11-22T12:05:00Z');
	expect(await accept(ctx, at, token, again), 'five minutes later').toEqual({ step: 'over' });
	expect(await accounts(ctx)).toEqual([]);
});

test('an invitation works seven days, and a newer one takes its place', async () => {
	const { ctx, moveTo, wil, invitation, at } = await anInvited();
	const look = (token: string) =>
		lookUpStaffInvitation(ctx, at.secret, { token, network: at.network });
	const newer = await invitedStaff(ctx, wil);
	expect(await look(invitation.token)).toEqual({ state: 'unknown', options: null });
	moveTo('2026-11-29T12:00:00Z');
	expect(await look(newer.token)).toEqual({ state: 'expired', options: null });
	expect(await provedOptions(ctx, at, newer)).toBeNull();
});

test('after a loss: sessions end at once, the old key when the new one is there', async () => {
	const { ctx } = await aContext();
	const { personId, device, at, session: first } = await aKeyHolder(ctx);
	const els = await aKeyHolder(ctx, 'els');
	const invitation = await invitedStaff(ctx, personId);
	expect(await recognise(ctx, first.token)).toBeNull();
	expect(await keys(ctx)).toHaveLength(2);
	const fresh = anAuthenticator(ctx.config.origin);
	const made = fresh.make(await provedOptions(ctx, at, invitation));
	expect(await accept(ctx, at, invitation.token, made)).toMatchObject({ step: 'signedIn' });
	expect((await keys(ctx)).map((row) => row.credentialId).sort()).toEqual(
		[els.device.id, fresh.id].sort()
	);
	const proof = device.use(await keyAsked(ctx, at));
	const asked = { proof, next: '', network: 'n', browser: at.browser };
	expect(await signInWithKey(ctx, at.asking(), asked)).toEqual({ step: 'unknown' });
	expect(await recognise(ctx, els.session.token), 'nobody else’s').not.toBeNull();
});

test('the key of somebody else opens no account', async () => {
	const { ctx } = await aContext();
	const { device } = await aKeyHolder(ctx);
	const els = await invitedStaff(ctx, await aProfessional(ctx, 'els'));
	const at = aBrowser();
	const made = device.make(await provedOptions(ctx, at, els));
	expect(await accept(ctx, at, els.token, made)).toEqual({ step: 'wrong' });
	expect(await accounts(ctx)).toHaveLength(1);
});
