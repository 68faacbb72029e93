import { readFileSync } from 'node:fs';
import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { checkChain } from '#lib/audit/server/queries.ts';
import { deliver } from '#lib/notifications/server/commands.ts';
import { countOutbox } from '#lib/notifications/server/queries.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { account, session, signInRequest } from '#lib/server/db/schema/identity.ts';
import { outbox } from '#lib/server/db/schema/notifications.ts';
import {
	aPerson,
	aProfessional,
	anAccount,
	codeIn,
	invited,
	mailSent,
	tokenIn
} from '../../../../tests/support/accounts.ts';
import { aContext } from '../../../../tests/support/database.ts';
import { identitySenders } from './senders.ts';
import { recognise } from './sessions.queries.ts';
import { forgetOld } from './sessions.commands.ts';
import { askLink, useCode, useLink, usePersonalCode } from './sign-in.commands.ts';
import { findStep, lookAtLink } from './sign-in.queries.ts';

const phone = { device: 'phone', session: null } as const;
let keys = 0;
const from = (secret: string, key = `key-${keys++}`) => ({ secret, key });
const ask = (ctx: Ctx, email: string, secret = 'browser', next = '/plan') =>
	askLink(ctx, from(secret), { email, next, locale: 'nl' });

test('the link signs in the person of the address, once', async () => {
	const { ctx } = await aContext();
	const sanne = await anAccount(ctx, 'sanne');
	await ask(ctx, 'sanne@voorbeeld.nl');
	const [mail] = await mailSent(ctx);
	expect(await lookAtLink(ctx, 'browser', tokenIn(mail))).toBe('ready');
	const outcome = await useLink(ctx, from('browser'), tokenIn(mail), phone);
	expect(outcome).toMatchObject({ step: 'signedIn', next: '/plan' });
	const token = outcome.step === 'signedIn' ? outcome.token : '';
	expect(await recognise(ctx, token)).toMatchObject({ actor: { id: sanne, assurance: 'link' } });
	expect(await useLink(ctx, from('browser'), tokenIn(mail), phone)).toEqual({ step: 'over' });
	expect(await useCode(ctx, from('browser'), codeIn(mail), phone)).toEqual({ step: 'over' });
	expect(await lookAtLink(ctx, 'browser', tokenIn(mail))).toBe('over');
	expect(await checkChain(ctx.db.read)).toEqual({ whole: true, rows: 1 });
});

test('the mail tells nothing and its link starts at the configured address', async () => {
	const { ctx } = await aContext();
	await anAccount(ctx, 'sanne');
	await ask(ctx, 'sanne@voorbeeld.nl');
	const [mail] = await mailSent(ctx);
	expect(mail?.to).toBe('sanne@voorbeeld.nl');
	expect(mail?.subject).toBe('Er staat iets voor u klaar');
	expect(mail?.text).toContain(`${ctx.config.origin}/inloggen/link/${tokenIn(mail)}`);
	expect(`${mail?.subject} ${mail?.text}`).not.toMatch(
		/sanne|bakker|samenspel|jeugd|kind|plan|gezin|gemeente|wijkteam/i
	);
});

test('looking at the link uses nothing up, so a mail scanner may look', async () => {
	const { ctx } = await aContext();
	await anAccount(ctx, 'sanne');
	await ask(ctx, 'sanne@voorbeeld.nl');
	const [mail] = await mailSent(ctx);
	for (let i = 0; i < 5; i++) {
		expect(await lookAtLink(ctx, undefined, tokenIn(mail))).toBe('elsewhere');
	}
	expect(await useLink(ctx, from('browser'), tokenIn(mail), phone)).toMatchObject({
		step: 'signedIn'
	});
});

test('another browser does not get in with the link, nor with the code', async () => {
	const { ctx } = await aContext();
	await anAccount(ctx, 'sanne');
	await ask(ctx, 'sanne@voorbeeld.nl');
	const [mail] = await mailSent(ctx);
	expect(await useLink(ctx, from('other'), tokenIn(mail), phone)).toEqual({ step: 'elsewhere' });
	expect(await useCode(ctx, from('other'), codeIn(mail), phone)).toEqual({ step: 'over' });
	expect(await ctx.db.read.select().from(session)).toEqual([]);
	expect(await useCode(ctx, from('browser'), codeIn(mail), phone)).toMatchObject({
		step: 'signedIn'
	});
});

test('a newer request ends the older link, also from another browser', async () => {
	const { ctx } = await aContext();
	await anAccount(ctx, 'sanne');
	await ask(ctx, 'sanne@voorbeeld.nl');
	const [older] = await mailSent(ctx);
	await ask(ctx, 'sanne@voorbeeld.nl', 'tablet');
	const [newer] = await mailSent(ctx);
	expect(await useLink(ctx, from('browser'), tokenIn(older), phone)).toEqual({ step: 'over' });
	expect(await useLink(ctx, from('tablet'), tokenIn(newer), phone)).toMatchObject({
		step: 'signedIn'
	});
});

test.each([
	['12:09:59', 'signedIn'],
	['12:10:00', 'over']
])('asked at twelve, at %s it is %s', async (time, step) => {
	const { ctx, moveTo } = await aContext('2026-11-22T12:00:00Z');
	await anAccount(ctx, 'sanne');
	await ask(ctx, 'sanne@voorbeeld.nl');
	const [mail] = await mailSent(ctx);
	moveTo(`2026-11-22T${time}Z`);
	expect(await useLink(ctx, from('browser'), tokenIn(mail), phone)).toMatchObject({ step });
});

describe('the code from the mail', () => {
	test('can be typed in small letters, with a space or a dash', async () => {
		const { ctx } = await aContext();
		await anAccount(ctx, 'sanne');
		await ask(ctx, 'sanne@voorbeeld.nl');
		const [mail] = await mailSent(ctx);
		const typed = ` ${codeIn(mail).toLowerCase().replace(' ', ' - ')}`;
		expect(await useCode(ctx, from('browser'), typed, phone)).toMatchObject({ step: 'signedIn' });
	});

	test('is dead after five wrong tries, and the link with it', async () => {
		const { ctx } = await aContext();
		await anAccount(ctx, 'sanne');
		await ask(ctx, 'sanne@voorbeeld.nl');
		const [mail] = await mailSent(ctx);
		const steps: string[] = [];
		for (let i = 0; i < 5; i++) {
			steps.push((await useCode(ctx, from('browser'), 'WRONG1', phone)).step);
		}
		expect(steps).toEqual(['wrong', 'wrong', 'wrong', 'wrong', 'over']);
		expect(await useCode(ctx, from('browser'), codeIn(mail), phone)).toEqual({ step: 'over' });
		expect(await useLink(ctx, from('browser'), tokenIn(mail), phone)).toEqual({ step: 'over' });
	});

	test('the same form twice is one try', async () => {
		const { ctx } = await aContext();
		await anAccount(ctx, 'sanne');
		await ask(ctx, 'sanne@voorbeeld.nl');
		await mailSent(ctx);
		const form = from('browser');
		await useCode(ctx, form, 'WRONG1', phone);
		await useCode(ctx, form, 'WRONG1', phone);
		const [row] = await ctx.db.read.select().from(signInRequest);
		expect(row?.codeTries).toBe(1);
	});
});

test('a double tap signs in once, and the last answer holds', async () => {
	const { ctx } = await aContext();
	await anAccount(ctx, 'sanne');
	await ask(ctx, 'sanne@voorbeeld.nl');
	const [mail] = await mailSent(ctx);
	const form = from('browser');
	const both = await Promise.all([
		useCode(ctx, form, codeIn(mail), phone),
		useCode(ctx, form, codeIn(mail), phone)
	]);
	const tokens = both.map((outcome) => (outcome.step === 'signedIn' ? outcome.token : ''));
	expect(await ctx.db.read.select().from(session)).toHaveLength(1);
	const live = await Promise.all(tokens.map((token) => recognise(ctx, token)));
	expect(live.filter(Boolean)).toHaveLength(1);
});

describe('known and unknown addresses', () => {
	const rowsAfter = async (ctx: Ctx) => ({
		requests: (await ctx.db.read.select().from(signInRequest)).length,
		mails: (await ctx.db.read.select().from(outbox)).length
	});

	test('leave the same rows and wait for the same mail', async () => {
		const { ctx } = await aContext();
		await anAccount(ctx, 'sanne');
		await ask(ctx, 'sanne@voorbeeld.nl', 'one');
		const known = await rowsAfter(ctx);
		await ask(ctx, 'niemand@voorbeeld.nl', 'two');
		const both = await rowsAfter(ctx);
		expect(known).toEqual({ requests: 1, mails: 1 });
		expect(both).toEqual({ requests: 2, mails: 2 });
		expect(await findStep(ctx, 'one')).toBe('mail');
		expect(await findStep(ctx, 'two')).toBe('mail');
		expect(await mailSent(ctx)).toHaveLength(1);
		expect(await findStep(ctx, 'one')).toBe('mail');
		expect(await findStep(ctx, 'two')).toBe('mail');
	});

	test('count wrong codes alike', async () => {
		const { ctx } = await aContext();
		await anAccount(ctx, 'sanne');
		await ask(ctx, 'sanne@voorbeeld.nl', 'one');
		await ask(ctx, 'niemand@voorbeeld.nl', 'two');
		await mailSent(ctx);
		for (let i = 0; i < 6; i++) {
			const known = await useCode(ctx, from('one'), 'WRONG1', phone);
			expect(await useCode(ctx, from('two'), 'WRONG1', phone)).toEqual(known);
		}
	});
});

test.each([
	['three an hour', '2026-11-22T12:00:00Z', 3],
	['again after an hour', '2026-11-22T13:00:00Z', 4]
])('mails to one address: %s', async (_, later, mails) => {
	const { ctx, moveTo } = await aContext('2026-11-22T12:00:00Z');
	await anAccount(ctx, 'sanne');
	let sent = 0;
	for (let i = 0; i < 6; i++) {
		await ask(ctx, 'sanne@voorbeeld.nl', `browser-${i}`);
		expect(await findStep(ctx, `browser-${i}`)).toBe('mail');
		sent += (await mailSent(ctx)).length;
	}
	moveTo(later);
	await ask(ctx, 'sanne@voorbeeld.nl');
	sent += (await mailSent(ctx)).length;
	expect(sent).toBe(mails);
});

test('asking too often does not end the mail that already came', async () => {
	const { ctx } = await aContext();
	await anAccount(ctx, 'sanne');
	for (let i = 0; i < 2; i++) await ask(ctx, 'sanne@voorbeeld.nl');
	await ask(ctx, 'sanne@voorbeeld.nl');
	const mail = (await mailSent(ctx)).at(-1);
	await ask(ctx, 'sanne@voorbeeld.nl', 'somebody-else');
	await ask(ctx, 'sanne@voorbeeld.nl');
	expect(await useCode(ctx, from('browser'), codeIn(mail), phone)).toMatchObject({
		step: 'signedIn'
	});
});

test('the same form twice is one request and one mail', async () => {
	const { ctx } = await aContext();
	await anAccount(ctx, 'sanne');
	const form = from('browser');
	const asked = { email: 'sanne@voorbeeld.nl', next: '', locale: 'nl' };
	await Promise.all([askLink(ctx, form, asked), askLink(ctx, form, asked)]);
	expect(await mailSent(ctx)).toHaveLength(1);
	expect(await ctx.db.read.select().from(signInRequest)).toHaveLength(1);
});

test.each([
	['an unknown address', 'niemand@voorbeeld.nl'],
	['staff', 'wil@voorbeeld.nl'],
	['a closed account', 'dicht@voorbeeld.nl']
])('%s gets no mail', async (_, email) => {
	const { ctx } = await aContext();
	const wil = await aProfessional(ctx, 'wil');
	await anAccount(ctx, 'dicht');
	await ctx.db.write(async (tx) => {
		const at = ctx.now();
		await tx.insert(account).values({ personId: wil, email: 'wil@voorbeeld.nl', createdAt: at });
		await tx.update(account).set({ disabledAt: at }).where(eq(account.email, 'dicht@voorbeeld.nl'));
	});
	await ask(ctx, email);
	expect(await mailSent(ctx)).toEqual([]);
	expect(await countOutbox(ctx.db.read)).toMatchObject({ waiting: 0, dropped: 1 });
});

test('an account closed while the mail waits gets nothing; after it, the link is dead', async () => {
	const { ctx } = await aContext();
	const close = () => ctx.db.write((tx) => tx.update(account).set({ disabledAt: ctx.now() }));
	await anAccount(ctx, 'sanne');
	await ask(ctx, 'sanne@voorbeeld.nl');
	const [mail] = await mailSent(ctx);
	await close();
	expect(await useLink(ctx, from('browser'), tokenIn(mail), phone)).toEqual({ step: 'over' });
	await ask(ctx, 'sanne@voorbeeld.nl');
	expect(await mailSent(ctx)).toEqual([]);
});

test('a mail that is tried again has the same link and code', async () => {
	const { ctx, moveTo } = await aContext('2026-11-22T12:00:00Z');
	await anAccount(ctx, 'sanne');
	await ask(ctx, 'sanne@voorbeeld.nl');
	const texts: string[] = [];
	await deliver(ctx, identitySenders, async ({ text }) => {
		texts.push(text);
		throw new Error('the line broke after the mail was taken');
	});
	moveTo('2026-11-22T12:01:00Z');
	const [again] = await mailSent(ctx);
	expect(texts).toEqual([again?.text]);
	expect(await useLink(ctx, from('browser'), tokenIn(again), phone)).toMatchObject({
		step: 'signedIn'
	});
});

test('a mail that could not be sent in ten minutes is not sent at all', async () => {
	const { ctx, moveTo } = await aContext('2026-11-22T12:00:00Z');
	await anAccount(ctx, 'sanne');
	await ask(ctx, 'sanne@voorbeeld.nl');
	moveTo('2026-11-22T12:10:00Z');
	expect(await mailSent(ctx)).toEqual([]);
	expect(await countOutbox(ctx.db.read)).toMatchObject({ dropped: 1 });
});

test('link, code and browser secret are nowhere at rest', async () => {
	const { ctx, folder } = await aContext();
	await anAccount(ctx, 'sanne', { code: 'PERSNL' });
	await ask(ctx, 'sanne@voorbeeld.nl', 'secret-of-the-browser');
	const [mail] = await mailSent(ctx);
	const secrets = [tokenIn(mail), codeIn(mail).replace(' ', ''), 'secret-of-the-browser', 'PERSNL'];
	for (const file of ['test.db', 'test.db-wal']) {
		const kept = readFileSync(`${folder}/${file}`);
		for (const secret of secrets) expect(kept.includes(secret), `${secret} in ${file}`).toBe(false);
	}
});

test('an address that was typed is forgotten an hour after its request ran out', async () => {
	const { ctx, moveTo } = await aContext('2026-11-22T12:00:00Z');
	await ask(ctx, 'niemand@voorbeeld.nl');
	moveTo('2026-11-22T13:10:00Z');
	await forgetOld(ctx);
	expect(await ctx.db.read.select().from(signInRequest)).toHaveLength(1);
	moveTo('2026-11-22T13:10:01Z');
	await forgetOld(ctx);
	expect(await ctx.db.read.select().from(signInRequest)).toHaveLength(0);
});

describe('two people with one address', () => {
	const email = 'samen@voorbeeld.nl';
	async function twoPeople() {
		const world = await aContext('2026-11-22T12:00:00Z');
		const sanne = await anAccount(world.ctx, 'sanne', { email, code: 'SANNE2' });
		const tom = await anAccount(world.ctx, 'tom', { email, code: 'TTTTM3' });
		await ask(world.ctx, email);
		const [mail] = await mailSent(world.ctx);
		return { ...world, sanne, tom, mail };
	}

	test.each(['link', 'code'])('after the %s the personal code says who it is', async (way) => {
		const { ctx, tom, mail } = await twoPeople();
		const opened =
			way === 'link'
				? await useLink(ctx, from('browser'), tokenIn(mail), phone)
				: await useCode(ctx, from('browser'), codeIn(mail), phone);
		expect(opened).toEqual({ step: 'personalCode' });
		expect(await findStep(ctx, 'browser')).toBe('personalCode');
		expect(await findStep(ctx, 'other')).toBe('over');
		const outcome = await usePersonalCode(ctx, from('browser'), 'tttt-m3', phone);
		const token = outcome.step === 'signedIn' ? outcome.token : '';
		expect(await recognise(ctx, token)).toMatchObject({ actor: { id: tom } });
		expect(await usePersonalCode(ctx, from('browser'), 'SANNE2', phone)).toEqual({ step: 'over' });
	});

	test('without the link the personal code opens nothing', async () => {
		const { ctx } = await twoPeople();
		expect(await usePersonalCode(ctx, from('browser'), 'SANNE2', phone)).toEqual({ step: 'over' });
		expect(await usePersonalCode(ctx, from('nobody'), 'SANNE2', phone)).toEqual({ step: 'over' });
	});

	test('five wrong codes end the request, and a new one waits a quarter of an hour', async () => {
		const { ctx, moveTo, mail } = await twoPeople();
		await useLink(ctx, from('browser'), tokenIn(mail), phone);
		const steps: string[] = [];
		for (let i = 0; i < 5; i++) {
			steps.push((await usePersonalCode(ctx, from('browser'), 'WRONG1', phone)).step);
		}
		expect(steps).toEqual(['wrong', 'wrong', 'wrong', 'wrong', 'over']);
		moveTo('2026-11-22T12:14:59Z');
		await ask(ctx, email);
		const [again] = await mailSent(ctx);
		await useLink(ctx, from('browser'), tokenIn(again), phone);
		expect(await usePersonalCode(ctx, from('browser'), 'SANNE2', phone)).toEqual({ step: 'wait' });
		moveTo('2026-11-22T12:16:00Z');
		expect(await usePersonalCode(ctx, from('browser'), 'SANNE2', phone)).toMatchObject({
			step: 'signedIn'
		});
	});

	test('one with an account, one still invited: the invited one can come in by the mail too', async () => {
		const { ctx } = await aContext();
		await anAccount(ctx, 'sanne', { email, code: 'SANNE2' });
		const tom = await aPerson(ctx, 'tom');
		const code = await invited(ctx, tom, email);
		await mailSent(ctx);
		await ask(ctx, email);
		const [mail] = await mailSent(ctx);
		await useLink(ctx, from('browser'), tokenIn(mail), phone);
		const outcome = await usePersonalCode(ctx, from('browser'), code, phone);
		const token = outcome.step === 'signedIn' ? outcome.token : '';
		expect(await recognise(ctx, token)).toMatchObject({ actor: { id: tom } });
		expect(await ctx.db.read.select().from(account)).toHaveLength(2);
	});
});
