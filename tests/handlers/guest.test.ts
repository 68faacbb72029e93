import { beforeEach, describe, expect, test } from 'vitest';
import type { FamilyId } from '#lib/family/model.ts';
import { visitor, type Actor } from '#lib/kernel/actor.ts';
import { day } from '#lib/kernel/calendar.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import {
	auditEntry,
	formReceipt,
	guestPlan,
	guestWords,
	toekomstplan,
	toekomstWords
} from '#lib/server/db/schema/index.ts';
import { SaveDomain } from '#lib/toekomstplan/model.ts';
import { saveWords, startPlan } from '#lib/toekomstplan/server/commands.ts';
import { forgetGuestPlans } from '#lib/toekomstplan/server/guest.commands.ts';
import { findGuestSubject } from '#lib/toekomstplan/server/guest.queries.ts';
import { getDomainPage } from '#lib/toekomstplan/server/queries.ts';
import * as signOut from '../../src/routes/afmelden/+server.ts';
import * as first from '../../src/routes/(open)/begin/+page.server.ts';
import * as saves from '../../src/routes/(open)/begin/bewaar/+server.ts';
import * as domain from '../../src/routes/(open)/begin/[domain]/+page.server.ts';
import * as leave from '../../src/routes/weg/+server.ts';
import { aContext } from '../support/database.ts';
import { anEvent, endOf } from '../support/event.ts';
import { aPerson, personId } from '../support/facts.ts';
import { aFamilyInDatabase } from '../support/family.ts';

const COOKIE = '__Host-begin';
const NOOR = aPerson(personId('Noor'));
const MOTHER = aPerson(personId('moeder'));
const key = () => crypto.randomUUID();

let ctx: Ctx;
let moveTo: (to: string) => void;

beforeEach(async () => {
	({ ctx, moveTo } = await aContext());
	await aFamilyInDatabase(ctx, {
		id: 'gezin' as FamilyId,
		people: [
			{ id: 'Noor', relation: 'kind', born: day('2010-03-01') },
			{ id: 'Sam', relation: 'kind', born: day('2012-03-01') },
			{ id: 'moeder', relation: 'ouder', gezagOver: { Noor: 'eenhoofdig' } }
		],
		regisseurs: [{ id: 'Anna' }]
	});
});

type Jar = Map<string, string>;
type Form = Record<string, string>;
const event = (
	address: string,
	{
		jar,
		form,
		actor,
		from,
		params
	}: {
		jar?: Jar;
		form?: Form;
		actor?: Actor;
		from?: string;
		params?: Record<string, string>;
	}
) =>
	anEvent(ctx, {
		address,
		actor: actor ?? visitor,
		cookies: Object.fromEntries(jar ?? []),
		...(form && { form }),
		...(from && { from }),
		...(params && { params })
	});

async function start(form: Form = { key: key() }, jar?: Jar, from?: string) {
	const asked = event('/begin?/start', { form, ...(jar && { jar }), ...(from && { from }) });
	return { end: await endOf(() => first.actions.start(asked.event)), jar: asked.jar as Jar };
}
const look = async (jar: Jar, actor: Actor = visitor) => {
	const { data } = await endOf(() => first.load(event('/begin', { jar, actor }).event));
	return (data as { page: { view: unknown } }).page.view;
};
const type = (jar: Jar, form: Form, actor: Actor = visitor) =>
	endOf(() =>
		domain.actions.save(
			event('/begin/wonen?/save', { jar, actor, form: { domain: 'wonen', ...form } }).event
		)
	);
const attach = async (jar: Jar, actor: Actor, form: Form = { key: key() }) => {
	const asked = event('/begin?/attach', { jar, actor, form });
	return { end: await endOf(() => first.actions.attach(asked.event)), jar: asked.jar as Jar };
};
const rows = async () => [
	...(await ctx.db.read.select().from(guestPlan)),
	...(await ctx.db.read.select().from(guestWords))
];

describe('beginning', () => {
	test('looking makes nothing: no row and no cookie', async () => {
		const asked = event('/begin', {});
		await endOf(() => first.load(asked.event));
		expect([...asked.jar]).toEqual([]);
		expect(await rows()).toEqual([]);
	});

	test('one tap gives a secret of which only the hash is kept, and no trace of a person', async () => {
		const { end, jar } = await start();
		expect(end).toEqual({ status: 303, location: '/begin' });
		const token = jar.get(COOKIE) ?? '';
		expect(token).toMatch(/^[a-z2-7]{32}$/);
		const kept = await rows();
		expect(kept).toHaveLength(1);
		expect(JSON.stringify([kept, await ctx.db.read.select().from(formReceipt)])).not.toContain(
			token
		);
		expect(await ctx.db.read.select().from(auditEntry)).toEqual([]);
	});

	test('a double tap is one plan, under the secret of the last answer', async () => {
		const form = { key: key() };
		const [one, other] = [await start(form), await start(form)];
		expect(await rows()).toHaveLength(1);
		expect(await look(one.jar)).toMatchObject({ plan: null });
		expect(await look(other.jar)).toMatchObject({ plan: { until: '2026-12-06' } });
		await start({ key: key() }, other.jar);
		expect(await rows()).toHaveLength(1);
	});

	test('thirty an hour from one line, and the others elsewhere', async () => {
		for (let at = 0; at < 30; at += 1) await start();
		const { end, jar } = await start();
		expect(end).toMatchObject({ status: 400, data: { errors: { start: 'laterGuest.tooMany' } } });
		expect(jar.has(COOKIE)).toBe(false);
		expect((await start({ key: key() }, undefined, '192.0.2.9')).end.status).toBe(303);
	});
});

describe('writing', () => {
	test('words are kept for who holds the secret, and found by nobody else', async () => {
		const { jar } = await start();
		expect(await type(jar, { wens: 'kanarie', picks: '2' })).toEqual({
			...{ status: 303, location: '/begin' }
		});
		expect(await look(jar)).toMatchObject({ plan: { filled: { wonen: true, geld: false } } });
		const { jar: other } = await start();
		for (const [who, actor] of [
			[other, visitor],
			[new Map(), visitor],
			[new Map([[COOKIE, 'a'.repeat(32)]]), visitor],
			[other, NOOR],
			[new Map(), MOTHER]
		] as [Jar, Actor][]) {
			const asked = event('/begin/wonen', { jar: who, actor, params: { domain: 'wonen' } });
			expect(JSON.stringify(await endOf(() => domain.load(asked.event)))).not.toMatch(/kanarie/);
			expect(JSON.stringify(await look(who, actor))).not.toMatch(/"wonen":true/);
		}
	});

	test('a browser without words cannot write, by form or by script', async () => {
		const jar = new Map([[COOKIE, 'a'.repeat(32)]]);
		expect((await type(jar, { wens: 'x' })).status).toBe(404);
		const form = { domain: 'wonen', wens: 'x' };
		const { status } = await endOf(() => saves.POST(event('/begin/bewaar', { jar, form }).event));
		expect(status).toBe(404);
		expect(await rows()).toEqual([]);
	});

	test('the script keeps words, and two tabs do not overwrite each other', async () => {
		const { jar } = await start();
		const send = async (form: Form) => {
			const asked = event('/begin/bewaar', { jar, form: { domain: 'wonen', ...form } });
			return ((await endOf(() => saves.POST(asked.event))).data as Response).json();
		};
		expect(await send({ wens: 'een' })).toMatchObject({ revisions: { wens: 1 }, conflicts: [] });
		expect(await send({ wens: 'een' })).toMatchObject({ revisions: { wens: 1 }, conflicts: [] });
		expect(await send({ wens: 'twee' })).toMatchObject({ conflicts: ['wens'] });
		expect(await type(jar, { wens: 'twee' })).toMatchObject({
			...{ status: 400, data: { errors: { wens: 'later.conflict' }, values: { wens: 'twee' } } }
		});
	});

	test('forms of one guest count together, not those of a whole house', async () => {
		const { jar } = await start();
		expect(await findGuestSubject(ctx, jar.get(COOKIE) ?? null)).toMatch(/^guest \w+$/);
		expect(await findGuestSubject(ctx, 'a'.repeat(32))).toBeNull();
		expect(await findGuestSubject(ctx, null)).toBeNull();
	});
});

describe('keeping it', () => {
	test('a youth who is signed in puts it in a new plan, and the guest is gone', async () => {
		const { jar } = await start();
		await type(jar, { wens: 'Een kamer' });
		expect(await look(jar, NOOR)).toMatchObject({ mayAttach: true });
		const { end, jar: after } = await attach(jar, NOOR);
		expect(end).toEqual({ status: 303, location: '/later' });
		expect(after.has(COOKIE)).toBe(false);
		expect(await rows()).toEqual([]);
		expect((await getDomainPage(ctx, NOOR, 'wonen')).words.wens.words).toBe('Een kamer');
		const log = await ctx.db.read.select().from(auditEntry);
		expect(log.map(({ actorId, thing }) => [actorId, thing])).toEqual([['Noor', 'toekomstplan']]);
	});

	test('what stood in the plan stays, above what the guest wrote', async () => {
		await startPlan(ctx, NOOR, { key: key() });
		const typed = SaveDomain.parse({ domain: 'wonen', wens: 'Bij oma', stap: 'Bellen' });
		await saveWords(ctx, NOOR, typed);
		const { jar } = await start();
		await type(jar, { wens: 'Een kamer', stap: 'Bellen' });
		const form = { key: key() };
		await attach(jar, NOOR, form);
		expect((await attach(jar, NOOR, form)).end.status).toBe(303);
		const { words } = await getDomainPage(ctx, NOOR, 'wonen');
		expect([words.wens.words, words.stap]).toEqual([
			'Bij oma\nEen kamer',
			{ words: 'Bellen', revision: 1 }
		]);
	});

	test.each<[string, Actor, number]>([
		['a visitor', visitor, 303],
		['a mother on the same phone', MOTHER, 404],
		['a regisseur', aPerson(personId('Anna'), 'second-factor'), 404]
	])('not by %s, and the guest keeps it', async (_, actor, status) => {
		const { jar } = await start();
		await type(jar, { wens: 'Een kamer' });
		expect((await attach(jar, actor)).end.status).toBe(status);
		expect(await rows()).toHaveLength(2);
		expect(await ctx.db.read.select().from(toekomstplan)).toEqual([]);
		expect(await ctx.db.read.select().from(toekomstWords)).toEqual([]);
	});

	test('nobody gets words of another by signing in: only by asking for them', async () => {
		const { jar } = await start();
		await type(jar, { wens: 'Een kamer' });
		await startPlan(ctx, aPerson(personId('Sam')), { key: key() });
		await look(jar, aPerson(personId('Sam')));
		expect(await ctx.db.read.select().from(toekomstWords)).toEqual([]);
	});
});

describe('gone', () => {
	test.each<[string, (jar: Jar) => Promise<Jar>]>([
		[
			'asked on the page',
			async (jar) => {
				const asked = event('/begin?/erase', { jar, form: { sure: 'ja' } });
				expect(await endOf(() => first.actions.erase(asked.event))).toMatchObject({
					location: '/'
				});
				return asked.jar as Jar;
			}
		],
		[
			'by signing out',
			async (jar) => {
				const asked = event('/afmelden', { jar, form: {} });
				await endOf(() => signOut.POST(asked.event));
				return asked.jar as Jar;
			}
		]
	])('%s', async (_, go) => {
		const { jar } = await start();
		await type(jar, { wens: 'Een kamer' });
		const after = await go(jar);
		expect(after.has(COOKIE)).toBe(false);
		expect(await rows()).toEqual([]);
		expect(await look(jar)).toMatchObject({ plan: null, mayAttach: null });
	});

	test.each(['GET', 'POST'] as const)('by leaving quickly, %s', async (method) => {
		const { jar } = await start();
		await type(jar, { wens: 'Een kamer' });
		const { event: asked } = event('/weg', { jar, ...(method === 'POST' && { form: {} }) });
		Object.assign((asked as { cookies: object }).cookies, {
			getAll: () => [...jar].map(([name, value]) => ({ name, value }))
		});
		const answer = await leave[method](asked);
		expect(answer.headers.getSetCookie().join('\n')).toMatch(/__Host-begin=; Max-Age=0/);
		expect(await rows()).toEqual([]);
	});

	test('without the tick nothing is erased', async () => {
		const { jar } = await start();
		const asked = event('/begin?/erase', { jar, form: {} });
		expect((await endOf(() => first.actions.erase(asked.event))).status).toBe(400);
		expect(await rows()).toHaveLength(1);
	});

	test('after fourteen days it opens no more, and is cleaned up', async () => {
		const { jar } = await start();
		await type(jar, { wens: 'Een kamer' });
		moveTo('2026-12-06T11:59:59Z');
		await forgetGuestPlans(ctx);
		expect(await look(jar)).toMatchObject({ plan: { until: '2026-12-06' } });
		moveTo('2026-12-06T12:00:00Z');
		expect(await look(jar)).toMatchObject({ plan: null });
		expect((await type(jar, { stap: 'x' })).status).toBe(404);
		expect((await attach(jar, NOOR)).end.status).toBe(404);
		expect(await rows()).toHaveLength(2);
		await forgetGuestPlans(ctx);
		expect(await rows()).toEqual([]);
	});
});
