import { readFileSync } from 'node:fs';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { checkChain } from '#lib/audit/server/queries.ts';
import type { Actor } from '#lib/kernel/actor.ts';
import { visitor } from '#lib/kernel/actor.ts';
import type { CouncilSeatId } from '#lib/council/model.ts';
import type { OrganisationId } from '#lib/family/model.ts';
import { day, type Day } from '#lib/kernel/calendar.ts';
import type { PersonId } from '#lib/kernel/id.ts';
import { Denied } from '#lib/kernel/policy.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { auditEntry } from '#lib/server/db/schema/audit.ts';
import { councilSeat } from '#lib/server/db/schema/council.ts';
import { person } from '#lib/server/db/schema/family.ts';
import { account, session } from '#lib/server/db/schema/identity.ts';
import { aPerson, aProfessional, anAccount } from '../../../../tests/support/accounts.ts';
import { aContext } from '../../../../tests/support/database.ts';
import type { SessionId } from '../model.ts';
import { findDemoPeople, signInForDemo } from './demo.ts';
import { chooseLanguage } from './language.commands.ts';
import {
	endAllSessions,
	endSession,
	extendSession,
	forgetOld,
	noteSeen,
	renewToken,
	signOut,
	startSession
} from './sessions.commands.ts';
import { getAccountPage, recognise } from './sessions.queries.ts';

const start = (ctx: Ctx, personId: PersonId, from: SessionId | null = null) =>
	ctx.db.write((tx) =>
		startSession(
			ctx,
			tx,
			{ personId, assurance: 'link', demo: false },
			{ device: 'phone', session: from }
		)
	);

const as = (id: PersonId) => ({ kind: 'person', id, assurance: 'link' }) as const;
const sessions = (ctx: Ctx) => ctx.db.read.select().from(session);
const abilities = async (ctx: Ctx) =>
	(await ctx.db.read.select({ ability: auditEntry.ability }).from(auditEntry)).map(
		({ ability }) => ability
	);
const asDemo = (ctx: Ctx): Ctx => ({ ...ctx, config: { ...ctx.config, demo: true } });

test('a cookie stands for its person until fifteen minutes without use', async () => {
	const { ctx, moveTo } = await aContext('2026-11-22T12:00:00Z');
	const sanne = await anAccount(ctx, 'sanne');
	const { token, sessionId } = await start(ctx, sanne);
	moveTo('2026-11-22T12:14:59Z');
	expect(await recognise(ctx, token)).toMatchObject({ actor: as(sanne), seenAgain: true });
	moveTo('2026-11-22T12:15:00Z');
	expect(await recognise(ctx, token)).toBeNull();
	moveTo('2026-11-22T12:14:59Z');
	await noteSeen(ctx, sessionId);
	moveTo('2026-11-22T12:29:58Z');
	expect(await recognise(ctx, token)).not.toBeNull();
	moveTo('2026-11-22T12:29:59Z');
	expect(await recognise(ctx, token)).toBeNull();
});

test('the portal says "je" until the day somebody is eighteen, where the Netherlands are', async () => {
	const { ctx, moveTo } = await aContext('2026-11-30T22:55:00Z');
	const sanne = await anAccount(ctx, 'sanne');
	const { token } = await start(ctx, sanne);
	const youth = async () => (await recognise(ctx, token))?.youth;
	expect(await youth()).toBe(false);
	await ctx.db.write((tx) => tx.update(person).set({ birthDate: '2008-12-01' as Day }));
	expect(await youth()).toBe(true);
	moveTo('2026-11-30T23:00:00Z');
	expect(await youth()).toBe(false);
});

test('eight hours of use end it to the second', async () => {
	const { ctx, moveTo } = await aContext('2026-11-22T12:00:00Z');
	const { token, sessionId } = await start(ctx, await anAccount(ctx, 'sanne'));
	for (let minute = 10; minute <= 470; minute += 10) {
		moveTo(new Date(Date.UTC(2026, 10, 22, 12, minute)).toISOString());
		await noteSeen(ctx, sessionId);
	}
	moveTo('2026-11-22T19:59:59Z');
	expect(await recognise(ctx, token)).not.toBeNull();
	expect(await extendSession(ctx, as('sanne' as PersonId), sessionId)).toBe(true);
	moveTo('2026-11-22T20:00:00Z');
	expect(await recognise(ctx, token)).toBeNull();
});

test('within a minute nothing is written, and the end is told as it is', async () => {
	const { ctx, moveTo } = await aContext('2026-11-22T12:00:00Z');
	const { token } = await start(ctx, await anAccount(ctx, 'sanne'));
	moveTo('2026-11-22T12:00:59Z');
	expect(await recognise(ctx, token)).toMatchObject({
		seenAgain: false,
		session: { expiresAt: new Date('2026-11-22T12:15:00Z') }
	});
	moveTo('2026-11-22T12:01:00Z');
	expect(await recognise(ctx, token)).toMatchObject({
		seenAgain: true,
		session: { expiresAt: new Date('2026-11-22T12:16:00Z') }
	});
});

test.each(['', 'x', 'a'.repeat(500), "' OR 1=1 --"])('cookie %j is a visitor', async (cookie) => {
	const { ctx } = await aContext();
	await start(ctx, await anAccount(ctx, 'sanne'));
	expect(await recognise(ctx, cookie)).toBeNull();
});

test('a closed account is a visitor at once, and so is a removed one', async () => {
	const { ctx } = await aContext();
	const sanne = await anAccount(ctx, 'sanne');
	const { token } = await start(ctx, sanne);
	await ctx.db.write((tx) =>
		tx.update(account).set({ disabledAt: ctx.now() }).where(eq(account.personId, sanne))
	);
	expect(await recognise(ctx, token)).toBeNull();
	await ctx.db.write((tx) => tx.delete(account).where(eq(account.personId, sanne)));
	expect(await recognise(ctx, token)).toBeNull();
});

test('the sixth session ends the oldest', async () => {
	const { ctx, moveTo } = await aContext('2026-11-22T12:00:00Z');
	const sanne = await anAccount(ctx, 'sanne');
	const tokens: string[] = [];
	for (let i = 0; i < 6; i++) {
		moveTo(`2026-11-22T12:0${i}:00Z`);
		tokens.push((await start(ctx, sanne)).token);
	}
	const live = await Promise.all(tokens.map((token) => recognise(ctx, token)));
	expect(live.map((found) => found !== null)).toEqual([false, true, true, true, true, true]);
	expect(await sessions(ctx)).toHaveLength(5);
});

test('signing in gives a new token and ends the session the browser had', async () => {
	const { ctx } = await aContext();
	const sanne = await anAccount(ctx, 'sanne');
	const tom = await anAccount(ctx, 'tom');
	const first = await start(ctx, sanne);
	const second = await start(ctx, tom, first.sessionId);
	expect(second.token).not.toBe(first.token);
	expect(await recognise(ctx, first.token)).toBeNull();
	expect(await recognise(ctx, second.token)).toMatchObject({ actor: as(tom) });
});

test('a token that was planted beforehand is never taken over', async () => {
	const { ctx } = await aContext();
	const started = await start(ctx, await anAccount(ctx, 'sanne'), 'planted' as SessionId);
	expect(started.token).not.toContain('planted');
	expect(started.sessionId).not.toBe('planted');
	expect(await recognise(ctx, 'planted')).toBeNull();
});

test('a renewed token takes the place of the old one', async () => {
	const { ctx } = await aContext();
	const first = await start(ctx, await anAccount(ctx, 'sanne'));
	const again = await renewToken(ctx, first.sessionId);
	expect(await recognise(ctx, first.token)).toBeNull();
	expect(await recognise(ctx, again?.token ?? '')).toMatchObject({
		session: { id: first.sessionId }
	});
	expect(await renewToken(ctx, 'gone' as SessionId)).toBeNull();
});

test('no token is at rest', async () => {
	const { ctx, folder } = await aContext();
	const { token } = await start(ctx, await anAccount(ctx, 'sanne'));
	for (const file of ['test.db', 'test.db-wal']) {
		expect(readFileSync(`${folder}/${file}`).includes(token), file).toBe(false);
	}
});

test('one ends one session, or all, and only one’s own', async () => {
	const { ctx } = await aContext();
	const sanne = await anAccount(ctx, 'sanne');
	const tom = await anAccount(ctx, 'tom');
	const one = await start(ctx, sanne);
	await start(ctx, sanne);
	await start(ctx, tom);
	const before = await abilities(ctx);
	const ask = { session: one.sessionId, key: 'key' };
	for (const actor of [as(tom), visitor]) {
		await expect(endSession(ctx, actor, ask)).rejects.toThrow(Denied);
		await expect(signOut(ctx, actor, one.sessionId)).rejects.toThrow(Denied);
		await expect(extendSession(ctx, actor, one.sessionId)).rejects.toThrow(Denied);
	}
	expect(await sessions(ctx)).toHaveLength(3);
	expect(await abilities(ctx)).toEqual(before);
	await endSession(ctx, as(sanne), ask);
	await endSession(ctx, as(sanne), ask);
	expect(await sessions(ctx)).toHaveLength(2);
	await endAllSessions(ctx, as(sanne));
	expect((await sessions(ctx)).map(({ personId }) => personId)).toEqual([tom]);
	await signOut(ctx, as(sanne), one.sessionId);
	expect(await extendSession(ctx, as(sanne), one.sessionId)).toBe(false);
	expect(await abilities(ctx)).toEqual([...before, 'session.end', 'session.end']);
	expect(await checkChain(ctx.db.read)).toMatchObject({ whole: true });
});

test('a person sees their own live sessions, to the hour, and which one this is', async () => {
	const { ctx, moveTo } = await aContext('2026-11-22T12:10:00Z');
	const sanne = await anAccount(ctx, 'sanne');
	await start(ctx, await anAccount(ctx, 'tom'));
	await start(ctx, sanne);
	moveTo('2026-11-22T12:40:00Z');
	const now = await start(ctx, sanne);
	const view = await getAccountPage(ctx, as(sanne), now.sessionId);
	expect(view).toEqual({
		language: 'nl',
		sessions: [
			{
				id: now.sessionId,
				device: 'phone',
				since: new Date('2026-11-22T12:40:00Z'),
				lastSeen: new Date('2026-11-22T12:00:00Z'),
				current: true
			}
		]
	});
	await expect(getAccountPage(ctx, visitor, null)).rejects.toThrow(Denied);
});

test('a person chooses a language once for each form', async () => {
	const { ctx } = await aContext();
	const sanne = await anAccount(ctx, 'sanne');
	await chooseLanguage(ctx, as(sanne), { language: 'en', key: 'key' });
	await chooseLanguage(ctx, as(sanne), { language: 'en', key: 'key' });
	const [row] = await ctx.db.read.select().from(person).where(eq(person.id, sanne));
	expect(row?.language).toBe('en');
	expect(await abilities(ctx)).toEqual(['language.choose']);
	const asked = { language: 'en', key: 'other' };
	await expect(chooseLanguage(ctx, visitor, asked)).rejects.toThrow(Denied);
});

test('what is over is forgotten, what lives is kept', async () => {
	const { ctx, moveTo } = await aContext('2026-11-22T12:00:00Z');
	const sanne = await anAccount(ctx, 'sanne');
	await start(ctx, sanne);
	moveTo('2026-11-22T12:10:00Z');
	await start(ctx, sanne);
	moveTo('2026-11-22T12:20:00Z');
	await forgetOld(ctx);
	expect(await sessions(ctx)).toHaveLength(1);
});

test('in a demo one signs in as a person of the list, professionals with a second factor', async () => {
	const { ctx } = await aContext();
	const demo = asDemo(ctx);
	const browser = { device: 'computer', session: null } as const;
	const tom = await aPerson(ctx, 'tom');
	const wil = await aProfessional(ctx, 'wil');
	const asTom = await signInForDemo(demo, tom, browser);
	const asWil = await signInForDemo(demo, wil, browser);
	const actors: Actor[] = [];
	for (const started of [asTom, asWil]) {
		const found = await recognise(demo, started?.token ?? '');
		if (found) actors.push(found.actor);
	}
	expect(actors).toEqual([as(tom), { ...as(wil), assurance: 'second-factor' }]);
	expect([asTom?.staff, asWil?.staff]).toEqual([false, true]);
	expect(await signInForDemo(demo, 'nobody' as PersonId, browser)).toBeNull();
	expect((await findDemoPeople(demo))?.professionals).toEqual([
		{ id: wil, name: 'wil Bakker', role: 'regisseur' }
	]);
	await demo.db.write(async (tx) => {
		const of = { organisationId: 'org' as OrganisationId, from: day('2020-01-01') };
		await tx.insert(councilSeat).values([
			{ ...of, id: 'a' as CouncilSeatId, personId: tom, seat: 'lid' },
			{ ...of, id: 'b' as CouncilSeatId, personId: wil, seat: 'lid', until: day('2021-01-01') }
		]);
	});
	expect((await findDemoPeople(demo))?.council).toEqual([
		{ id: tom, name: 'tom Bakker', seat: 'lid' }
	]);
});

test('outside a demo there is no list, no choice, and no session that was chosen', async () => {
	const { ctx } = await aContext();
	const tom = await aPerson(ctx, 'tom');
	const browser = { device: 'computer', session: null } as const;
	const chosen = await signInForDemo(asDemo(ctx), tom, browser);
	expect(await findDemoPeople(ctx)).toBeNull();
	expect(await signInForDemo(ctx, tom, browser)).toBeNull();
	expect(await recognise(ctx, chosen?.token ?? '')).toBeNull();
	await expect(start(ctx, tom)).rejects.toThrow(Denied);
});
