import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, test } from 'vitest';
import { visitor, type Actor } from '#lib/kernel/actor.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { auditEntry, toekomstDevice } from '#lib/server/db/schema/index.ts';
import { erasePlan, startPlan } from '#lib/toekomstplan/server/commands.ts';
import { aboutDevice, forgetDevices } from '#lib/toekomstplan/server/device.commands.ts';
import { unwrapKey } from '#lib/server/seal.ts';
import * as signOut from '../../src/routes/afmelden/+server.ts';
import * as toestel from '../../src/routes/(gezin)/later/toestel/+page.server.ts';
import * as sleutel from '../../src/routes/(gezin)/later/toestel/sleutel/+server.ts';
import * as wonen from '../../src/routes/(gezin)/later/[domain]/+page.server.ts';
import * as leave from '../../src/routes/weg/+server.ts';
import { aContext } from '../support/database.ts';
import { anEvent, endOf } from '../support/event.ts';
import { aFamilyInDatabase } from '../support/family.ts';
import { aJim, aroundAmira, as, OTHERS, uuid } from '../support/jim.ts';

const AMIRA = as('Amira');
const COOKIE = '__Host-hier';
type Jar = Map<string, string>;

let ctx: Ctx;
let folder: string;
let moveTo: (to: string) => void;

beforeEach(async () => {
	({ ctx, folder, moveTo } = await aContext());
	await aFamilyInDatabase(ctx, aroundAmira);
	await startPlan(ctx, AMIRA, { key: uuid() });
});

/** Everything that is at rest: the file and the log beside it. */
const atRest = () =>
	['test.db', 'test.db-wal']
		.map((file) => readFileSync(`${folder}/${file}`).toString('latin1'))
		.join('');

const event = (address: string, jar: Jar, actor: Actor, form?: Record<string, string>) =>
	anEvent(ctx, {
		...{ address, actor, cookies: Object.fromEntries(jar), params: { domain: 'wonen' } },
		...(form && { form })
	});
/** Presses a button of the page. @returns how it ended, and the cookies afterwards */
async function press(act: 'on' | 'off', jar: Jar = new Map(), actor: Actor = AMIRA, key = uuid()) {
	const asked = event(`/later/toestel?/${act}`, jar, actor, { key });
	return { end: await endOf(() => toestel.actions[act](asked.event)), jar: asked.jar as Jar };
}
const askKey = (jar: Jar, actor: Actor = AMIRA) =>
	endOf(() => sleutel.POST(event('/later/toestel/sleutel', jar, actor, {}).event));
const keyOf = async (jar: Jar, actor: Actor = AMIRA) =>
	((await askKey(jar, actor)).data as Response).json();
const rows = () => ctx.db.read.select().from(toekomstDevice);
const viewOf = async (work: () => unknown) =>
	((await endOf(work)).data as { page: { view: Record<string, unknown> } }).page.view;
const domainPage = (jar: Jar, actor: Actor = AMIRA) =>
	viewOf(() => wonen.load(event('/later/wonen', jar, actor).event));

describe('the choice', () => {
	test('is off: no cookie, no row, no key, and the page of words says so', async () => {
		const asked = event('/later/toestel', new Map(), AMIRA);
		expect(await viewOf(() => toestel.load(asked.event))).toMatchObject({ choice: null });
		expect([...asked.jar]).toEqual([]);
		expect(await domainPage(new Map())).toMatchObject({ onDevice: false });
		expect((await askKey(new Map())).status).toBe(404);
		expect(await rows()).toEqual([]);
	});

	test('gives this browser a secret and a key, and no other browser', async () => {
		const { end, jar } = await press('on');
		expect(end).toEqual({ status: 303, location: '/later/toestel' });
		expect(await domainPage(jar)).toMatchObject({ onDevice: true });
		expect(await domainPage(new Map([[COOKIE, 'a'.repeat(32)]]))).toMatchObject({
			onDevice: false
		});
		const { id, key, until } = await keyOf(jar);
		expect(key).toHaveLength(32);
		expect(new Date(until).toISOString()).toBe('2026-12-06T12:00:00.000Z');
		const [row] = await rows();
		expect(row?.id).toBe(id);
		expect((await askKey(new Map())).status).toBe(404);
	});

	test('is no key in the database, and no line in the access log', async () => {
		const { jar } = await press('on');
		const { id, key } = await keyOf(jar);
		const [row] = await rows();
		const raw = Buffer.from(key);
		for (const written of [raw.toString('latin1'), raw.toString('base64url'), raw.toString('hex')])
			expect(atRest()).not.toContain(written);
		expect(atRest()).not.toContain(jar.get(COOKIE));
		expect([...unwrapKey(ctx.config.sealKey, aboutDevice(id), row?.sealedKey ?? '')]).toEqual(key);
		expect(await ctx.db.read.select().from(auditEntry)).toHaveLength(1);
	});

	test('of a double tap is one, under the secret of the last answer', async () => {
		const key = uuid();
		await press('on', new Map(), AMIRA, key);
		const { jar } = await press('on', new Map(), AMIRA, key);
		expect(await rows()).toHaveLength(1);
		expect((await askKey(jar)).status).toBe(200);
	});

	test('made anew has another key', async () => {
		const { jar } = await press('on');
		const { id, key } = await keyOf(jar);
		const again = await press('on', jar);
		const now = await keyOf(again.jar);
		expect([now.id === id, now.key.join() === key.join()]).toEqual([false, false]);
		expect(await rows()).toHaveLength(1);
	});
});

describe('nobody else', () => {
	test.each(OTHERS.filter(([name]) => name !== 'Yara'))('gets the key: %s', async (_, actor) => {
		const { jar } = await press('on');
		expect((await askKey(jar, actor)).status).toBe(actor.kind === 'visitor' ? 401 : 404);
		expect((await press('on', jar, actor)).end.status).toBe(actor.kind === 'visitor' ? 303 : 404);
		expect((await press('off', jar, actor)).end.status).toBe(actor.kind === 'visitor' ? 303 : 404);
		expect(await rows()).toHaveLength(1);
	});

	test('gets the key: the JIM', async () => {
		const { jim } = await aJim(ctx);
		const { jar } = await press('on');
		expect((await askKey(jar, jim)).status).toBe(404);
		expect((await press('on', jar, jim)).end.status).toBe(404);
	});

	test('of two sisters at one phone opens what the other keeps there', async () => {
		const yara = as('Yara');
		await startPlan(ctx, yara, { key: uuid() });
		const { jar } = await press('on');
		expect((await askKey(jar, yara)).status).toBe(404);
		expect(await domainPage(jar, yara)).toMatchObject({ onDevice: false });
		const { jar: both } = await press('on', jar, yara);
		const [hers, theirs] = [await keyOf(both), await keyOf(both, yara)];
		expect(hers.key).not.toEqual(theirs.key);
		await press('off', both, yara);
		expect((await askKey(both)).status).toBe(200);
	});
});

describe('gone with its key, in the file and its log', () => {
	test.each<[string, (jar: Jar) => Promise<unknown>]>([
		['switched off', (jar) => press('off', jar)],
		['signed out', (jar) => endOf(() => signOut.POST(event('/afmelden', jar, AMIRA, {}).event))],
		['left quickly', (jar) => left(jar, 'POST')],
		['left quickly, on a line that lost the request', (jar) => left(jar, 'GET')],
		[
			'plan wiped',
			async () => {
				await erasePlan(ctx, AMIRA, { key: uuid() });
				await ctx.db.wipe();
			}
		]
	])('%s', async (_, go) => {
		const { jar } = await press('on');
		const [row] = await rows();
		expect(atRest()).toContain(row?.sealedKey);
		await go(jar);
		expect(await rows()).toEqual([]);
		expect(atRest()).not.toContain(row?.sealedKey);
		expect((await askKey(jar)).status).toBe(404);
	});

	const left = (jar: Jar, method: 'GET' | 'POST') => {
		const asked = event('/weg', jar, visitor, method === 'POST' ? {} : undefined);
		Object.assign((asked.event as { cookies: object }).cookies, {
			getAll: () => [...jar].map(([name, value]) => ({ name, value }))
		});
		return endOf(() => leave[method](asked.event));
	};

	test('signing out takes the secret out of the browser', async () => {
		const { jar } = await press('on');
		const asked = event('/afmelden', jar, AMIRA, {});
		await endOf(() => signOut.POST(asked.event));
		expect(asked.jar.has(COOKIE)).toBe(false);
	});

	test('after fourteen days it opens nothing, and is cleaned up', async () => {
		const { jar } = await press('on');
		moveTo('2026-12-06T11:59:59Z');
		await forgetDevices(ctx);
		expect((await askKey(jar)).status).toBe(200);
		moveTo('2026-12-06T12:00:00Z');
		expect((await askKey(jar)).status).toBe(404);
		expect(await domainPage(jar)).toMatchObject({ onDevice: false });
		expect(await rows()).toHaveLength(1);
		await forgetDevices(ctx);
		expect(await rows()).toEqual([]);
	});

	test('from 27 nothing new waits, and the choice can still be taken back', async () => {
		const { jar } = await press('on');
		moveTo('2039-07-21T12:00:00Z');
		expect((await press('on', jar)).end.status).toBe(403);
		expect((await press('off', jar)).end.status).toBe(303);
		expect(await rows()).toEqual([]);
	});
});
