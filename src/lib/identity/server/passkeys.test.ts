import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import type { Actor } from '#lib/kernel/actor.ts';
import type { PersonId } from '#lib/kernel/id.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { auditEntry } from '#lib/server/db/schema/audit.ts';
import { professional } from '#lib/server/db/schema/family.ts';
import { account, passkey, passkeyChallenge, session } from '#lib/server/db/schema/identity.ts';
import { LIMITS, withinLimit, type Limit } from '#lib/server/rate-limit.ts';
import {
	aBrowser,
	aKeyHolder,
	anAccount,
	aPerson,
	keyAsked
} from '../../../../tests/support/accounts.ts';
import { anAuthenticator, type Otherwise } from '../../../../tests/support/authenticator.ts';
import { dump } from '../../../../tests/support/case-message.ts';
import { aContext } from '../../../../tests/support/database.ts';
import type { KeyProof } from '../model.ts';
import { addKey, askKey, removeKey, signInWithKey } from './passkeys.commands.ts';
import { findPasskeys } from './passkeys.queries.ts';
import { forgetOld } from './sessions.commands.ts';
import { recognise } from './sessions.queries.ts';

type At = ReturnType<typeof aBrowser>;
const signIn = (ctx: Ctx, at: At, proof: KeyProof, { next = '', asking = at.asking() } = {}) =>
	signInWithKey(ctx, asking, { proof, next, network: at.network, browser: at.browser });

async function aWorld() {
	const world = await aContext();
	const holder = await aKeyHolder(world.ctx);
	return { ...world, ...holder, at: aBrowser() };
}

describe('signing in', () => {
	test.each([
		['', '/werk'],
		['/plan/gezin', '/plan/gezin'],
		['https://kwaad.example', '/werk']
	])('with a key, on the way to %j, leads to %s with the second factor', async (next, leads) => {
		const { ctx, at, device, personId } = await aWorld();
		const outcome = await signIn(ctx, at, device.use(await keyAsked(ctx, at)), { next });
		expect(outcome).toMatchObject({ step: 'signedIn', next: leads });
		const token = outcome.step === 'signedIn' ? outcome.token : '';
		expect(await recognise(ctx, token)).toMatchObject({
			actor: { id: personId, assurance: 'second-factor' }
		});
		const log = await ctx.db.read.select().from(auditEntry);
		expect(log.at(-1)).toMatchObject({ ability: 'session.start', actorId: personId });
	});

	test('notes the counter, and the day and no more', async () => {
		const { ctx, moveTo, at, device } = await aWorld();
		moveTo('2026-11-23T23:30:00Z');
		await signIn(ctx, at, device.use(await keyAsked(ctx, at)));
		const [kept] = await ctx.db.read.select().from(passkey);
		expect(kept).toMatchObject({ counter: 1, lastUsedOn: '2026-11-24' });
	});

	test('the session that the browser had ends, whoever it was of', async () => {
		const { ctx, at, device, session: earlier } = await aWorld();
		const browser = { device: 'computer', session: earlier.sessionId } as const;
		const proof = device.use(await keyAsked(ctx, at));
		const asked = { proof, next: '', network: 'n', browser };
		expect(await signInWithKey(ctx, at.asking(), asked)).toMatchObject({ step: 'signedIn' });
		expect(await recognise(ctx, earlier.token)).toBeNull();
	});

	test('the same form again gives the same session, another form with the same answer none', async () => {
		const { ctx, at, device } = await aWorld();
		const proof = device.use(await keyAsked(ctx, at));
		const asking = at.asking();
		const first = await signIn(ctx, at, proof, { asking });
		const again = await signIn(ctx, at, proof, { asking });
		expect(again).toMatchObject({ sessionId: first.step === 'signedIn' && first.sessionId });
		expect(await signIn(ctx, at, proof), 'replayed').toEqual({ step: 'over' });
		expect(await ctx.db.read.select().from(session)).toHaveLength(2);
	});

	test('a challenge counts in the browser that asked, once, for five minutes, and only the newest', async () => {
		const { ctx, moveTo, at, device } = await aWorld();
		const options = await keyAsked(ctx, at);
		expect(await signIn(ctx, aBrowser(), device.use(options))).toEqual({ step: 'over' });
		const elsewhere = aBrowser();
		await keyAsked(ctx, elsewhere);
		expect(await signIn(ctx, elsewhere, device.use(options))).toEqual({ step: 'over' });
		await keyAsked(ctx, at);
		expect(await signIn(ctx, at, device.use(options)), 'older').toEqual({ step: 'over' });
		const late = await keyAsked(ctx, at);
		moveTo('2026-11-22T12:05:00Z');
		expect(await signIn(ctx, at, device.use(late)), 'too late').toEqual({ step: 'over' });
		const good = await keyAsked(ctx, at);
		moveTo('2026-11-22T12:09:59Z');
		expect(await signIn(ctx, at, device.use(good))).toMatchObject({ step: 'signedIn' });
	});

	test.each<[string, Otherwise]>([
		['on another site', { origin: 'https://kwaad.example' }],
		['for the name of another site', { rpId: 'kwaad.example' }],
		['by a device that nobody unlocked', { unverified: true }],
		['as the answer to making a key', { type: 'webauthn.create' }],
		['with another key', { forged: true }],
		['with a counter that stood still', { counter: 1 }],
		['with a counter that went back', { counter: 0 }],
		['for somebody else', { userHandle: 'AAAA' }],
		['for nobody', { userHandle: null }]
	])('an answer that was signed %s is refused as an unknown key is', async (_, otherwise) => {
		const { ctx, at, device } = await aWorld();
		await signIn(ctx, at, device.use(await keyAsked(ctx, at)));
		const before = await ctx.db.read.select().from(session);
		const unknown = anAuthenticator(ctx.config.origin);
		const stranger = await signIn(ctx, at, unknown.use(await keyAsked(ctx, at)));
		const refused = await signIn(ctx, at, device.use(await keyAsked(ctx, at), otherwise));
		expect(refused).toEqual({ step: 'unknown' });
		expect(refused).toEqual(stranger);
		expect(await ctx.db.read.select().from(session)).toEqual(before);
		expect(await ctx.db.read.select().from(passkey)).toMatchObject([{ counter: 1 }]);
	});

	test('the key itself still works after all that', async () => {
		const { ctx, at, device } = await aWorld();
		await signIn(ctx, at, device.use(await keyAsked(ctx, at), { forged: true }));
		const outcome = await signIn(ctx, at, device.use(await keyAsked(ctx, at)));
		expect(outcome).toMatchObject({ step: 'signedIn' });
	});

	const close = (ctx: Ctx, personId: PersonId) =>
		ctx.db.write((tx) =>
			tx.update(account).set({ disabledAt: ctx.now() }).where(eq(account.personId, personId))
		);
	const leave = (ctx: Ctx, personId: PersonId) =>
		ctx.db.write((tx) => tx.delete(professional).where(eq(professional.personId, personId)));

	test.each([
		['whose account was closed', close],
		['who no longer works here', leave]
	])('somebody %s is refused as an unknown key is', async (_, ended) => {
		const { ctx, at, device, personId } = await aWorld();
		await ended(ctx, personId);
		const before = await ctx.db.read.select().from(session);
		const refused = await signIn(ctx, at, device.use(await keyAsked(ctx, at)));
		expect(refused).toEqual({ step: 'unknown' });
		expect(await ctx.db.read.select().from(session)).toEqual(before);
	});

	test('too many tries or pages from one network have to wait', async () => {
		const { ctx, moveTo, at, device } = await aWorld();
		const tried = (limit: Limit, subject: string, times: number) =>
			ctx.db.write(async (tx) => {
				for (let i = 0; i < times; i++) await withinLimit(tx, limit, subject, ctx.now());
			});
		await tried(LIMITS.passkey, at.network, 100);
		expect(await signIn(ctx, at, device.use(await keyAsked(ctx, at)))).toEqual({ step: 'wait' });
		await tried(LIMITS.passkeyPage, 'crowd', 299);
		expect(await askKey(ctx, at.secret, 'crowd')).not.toBeNull();
		expect(await askKey(ctx, at.secret, 'crowd')).toBeNull();
		moveTo('2026-11-22T12:15:00Z');
		const outcome = await signIn(ctx, at, device.use(await keyAsked(ctx, at)));
		expect(outcome).toMatchObject({ step: 'signedIn' });
	});

	test('a page that is opened again and again leaves one challenge, and the clean-up none', async () => {
		const { ctx, moveTo, at } = await aWorld();
		for (let looks = 0; looks < 3; looks++) await keyAsked(ctx, at);
		const challenges = () => ctx.db.read.select().from(passkeyChallenge);
		const asked = (await challenges()).filter(({ purpose }) => purpose === 'sign-in');
		expect(asked).toHaveLength(1);
		moveTo('2026-11-22T12:06:00Z');
		await forgetOld(ctx);
		expect(await challenges()).toEqual([]);
	});
});

describe('my keys', () => {
	async function signedIn() {
		const world = await aWorld();
		const { ctx, personId, session: current } = world;
		const actor: Actor = { kind: 'person', id: personId, assurance: 'second-factor' };
		const here = { session: current.sessionId, secret: () => world.at.secret };
		const find = () => findPasskeys(ctx, actor, here);
		return { ...world, actor, find, second: anAuthenticator(ctx.config.origin) };
	}
	type World = Awaited<ReturnType<typeof signedIn>>;
	const add = (world: World, made: ReturnType<World['second']['make']>, at = world.at) =>
		addKey(world.ctx, world.actor, {
			made,
			device: 'phone',
			session: world.session.sessionId,
			...at.asking()
		});

	test('a second key is added, both are listed, one can be removed and the last one not', async () => {
		const world = await signedIn();
		const { ctx, actor, find, second, device, at } = world;
		const made = second.make((await find())?.options);
		expect(await add(world, made)).toBe(true);
		const view = await find();
		expect(view?.keys.map((key) => key.device)).toEqual(['computer', 'phone']);
		expect(view?.keys[0]).toMatchObject({ since: '2026-11-22', lastUsed: '2026-11-22' });
		const remove = (passkeyId: string, key: string) =>
			removeKey(ctx, actor, {
				passkey: passkeyId as never,
				session: world.session.sessionId,
				key
			});
		await remove(view?.keys[0]?.id ?? '', 'a');
		await remove(view?.keys[0]?.id ?? '', 'a');
		expect((await find())?.keys).toHaveLength(1);
		await expect(remove(view?.keys[1]?.id ?? '', 'b')).rejects.toThrow('deny (laatste_sleutel)');
		const gone = await signIn(ctx, at, device.use(await keyAsked(ctx, at)));
		expect(gone).toEqual({ step: 'unknown' });
		const kept = await signIn(ctx, at, second.use(await keyAsked(ctx, at)));
		expect(kept).toMatchObject({ step: 'signedIn' });
		const log = await ctx.db.read.select().from(auditEntry);
		expect(log.filter((row) => row.thing === 'passkey').map((row) => row.action)).toEqual([
			'create',
			'create',
			'delete'
		]);
	});

	test('a challenge for one purpose never serves another', async () => {
		const world = await signedIn();
		const { ctx, find, second, device, at } = world;
		const more = (await find())?.options;
		expect(await signIn(ctx, at, device.use(more))).toEqual({ step: 'over' });
		const asked = JSON.parse((await keyAsked(ctx, at)) ?? '') as { challenge: string };
		expect(await add(world, second.make(more, { challenge: asked.challenge }))).toBe(false);
	});

	test.each<[string, (world: World) => Promise<boolean>]>([
		['a key that is already there', async (w) => add(w, w.device.make((await w.find())?.options))],
		[
			'an answer of another browser',
			async (w) => add(w, w.second.make((await w.find())?.options), aBrowser())
		],
		[
			'an answer to an older page',
			async (w) => {
				const made = w.second.make((await w.find())?.options);
				await w.find();
				return add(w, made);
			}
		]
	])('%s is not added', async (_, tried) => {
		const world = await signedIn();
		expect(await tried(world)).toBe(false);
		expect(await world.ctx.db.read.select().from(passkey)).toHaveLength(1);
	});

	test('after five minutes one signs in again first, and nothing is written', async () => {
		const world = await signedIn();
		const { ctx, actor, moveTo, find, second } = world;
		const view = await find();
		const made = second.make(view?.options);
		moveTo('2026-11-22T12:05:00Z');
		expect(await find()).toMatchObject({ keys: [{}], options: null });
		const before = await dump(ctx.db);
		await expect(add(world, made)).rejects.toThrow('deny (opnieuw_aanmelden)');
		const removing = removeKey(ctx, actor, {
			passkey: view?.keys[0]?.id ?? ('' as never),
			session: world.session.sessionId,
			key: 'k'
		});
		await expect(removing).rejects.toThrow('deny (opnieuw_aanmelden)');
		expect(await dump(ctx.db)).toBe(before);
	});

	test('another’s key is not there, and another’s session makes nothing fresh', async () => {
		const world = await signedIn();
		const { ctx, session: current } = world;
		const els = await aKeyHolder(ctx, 'els');
		const actor: Actor = { kind: 'person', id: els.personId, assurance: 'second-factor' };
		const [wils] = (await world.find())?.keys ?? [];
		const remove = (sessionId: typeof current.sessionId) =>
			removeKey(ctx, actor, {
				passkey: wils?.id ?? ('' as never),
				session: sessionId,
				key: sessionId
			});
		await expect(remove(els.session.sessionId)).rejects.toThrow('hide');
		const borrowed = { session: current.sessionId, secret: () => 's' };
		expect(await findPasskeys(ctx, actor, borrowed)).toMatchObject({ options: null });
	});

	test.each([
		['a family member with an account', async (ctx: Ctx) => anAccount(ctx, 'sanne')],
		['a family member without', async (ctx: Ctx) => aPerson(ctx, 'sanne')]
	])('%s has no keys to see and can add none', async (_, someone) => {
		const { ctx, at } = await aWorld();
		const id = await someone(ctx);
		const made = anAuthenticator(ctx.config.origin).make('{"challenge":"x"}');
		for (const assurance of ['link', 'second-factor'] as const) {
			const actor: Actor = { kind: 'person', id, assurance };
			const before = await dump(ctx.db);
			const here = { session: null, secret: () => at.secret };
			expect(await findPasskeys(ctx, actor, here)).toBeNull();
			const asked = { made, device: 'phone', session: null, ...at.asking() } as const;
			await expect(addKey(ctx, actor, asked)).rejects.toThrow('passkey.add: hide');
			expect(await dump(ctx.db)).toBe(before);
		}
	});
});
