import { describe, expect, test } from 'vitest';
import type { PersonId } from '#lib/kernel/id.ts';
import { BROWSER_COOKIE, SESSION_COOKIE } from '#lib/server/http.ts';
import { recognise } from '#lib/identity/server/sessions.queries.ts';
import * as inloggen from '../../src/routes/(open)/inloggen/+page.server.ts';
import * as code from '../../src/routes/(open)/inloggen/code/+page.server.ts';
import * as link from '../../src/routes/(open)/inloggen/link/[token]/+page.server.ts';
import * as wie from '../../src/routes/(open)/inloggen/wie/+page.server.ts';
import * as uitnodiging from '../../src/routes/(open)/uitnodiging/[token]/+page.server.ts';
import * as demo from '../../src/routes/(open)/demo/aanmelden/+server.ts';
import * as ik from '../../src/routes/(gezin)/ik/+page.server.ts';
import * as afmelden from '../../src/routes/afmelden/+server.ts';
import * as verlengen from '../../src/routes/sessie/verlengen/+server.ts';
import * as readyz from '../../src/routes/readyz/+server.ts';
import { aPerson, anAccount, codeIn, invited, mailSent, tokenIn } from '../support/accounts.ts';
import { aContext } from '../support/database.ts';
import { anEvent, endOf } from '../support/event.ts';

const key = () => crypto.randomUUID();
const email = 'sanne@voorbeeld.nl';
const browser = { [BROWSER_COOKIE]: 'this-browser' };

describe('asking for a mail', () => {
	test('the page gives the browser a secret, once', async () => {
		const { ctx } = await aContext();
		const first = anEvent(ctx, { address: '/inloggen' });
		await inloggen.load(first.event);
		const secret = first.jar.get(BROWSER_COOKIE) ?? '';
		expect(secret).toMatch(/^[a-z0-9]{32}$/);
		const again = anEvent(ctx, { address: '/inloggen', cookies: Object.fromEntries(first.jar) });
		await inloggen.load(again.event);
		expect(again.jar.get(BROWSER_COOKIE)).toBe(secret);
	});

	test.each([
		['a known address', email],
		['an unknown address', 'niemand@voorbeeld.nl']
	])('%s gets the same answer', async (_, typed) => {
		const { ctx } = await aContext();
		await anAccount(ctx, 'sanne');
		const asked = { address: '/en/inloggen', form: { email: typed, key: key() }, cookies: browser };
		const { event, jar } = anEvent(ctx, asked);
		expect(await endOf(() => inloggen.actions.default(event))).toEqual({
			status: 303,
			location: '/en/inloggen/code'
		});
		expect(Object.fromEntries(jar)).toEqual(browser);
		const next = anEvent(ctx, { address: '/inloggen/code', cookies: browser });
		expect(await endOf(() => code.load(next.event))).toMatchObject({
			data: { page: { view: { waiting: true } } }
		});
	});

	test('what cannot be an address is told beside the field, and stays in it', async () => {
		const { ctx } = await aContext();
		const form = { email: 'sanne at home', key: key(), naar: '/ik' };
		const { event } = anEvent(ctx, { address: '/inloggen', form });
		expect(await endOf(() => inloggen.actions.default(event))).toMatchObject({
			status: 400,
			data: { errors: { email: 'fout.email' }, values: { email: 'sanne at home', naar: '/ik' } }
		});
	});

	test('a form without its key changes nothing', async () => {
		const { ctx } = await aContext();
		await anAccount(ctx, 'sanne');
		const { event } = anEvent(ctx, { address: '/inloggen', form: { email } });
		expect(await endOf(() => inloggen.actions.default(event))).toMatchObject({ status: 400 });
		expect(await mailSent(ctx)).toEqual([]);
	});
});

describe('the mail', () => {
	async function asked(naar = '') {
		const { ctx } = await aContext();
		const sanne = await anAccount(ctx, 'sanne');
		const form = { email: ' SANNE@voorbeeld.nl', key: key(), naar };
		const { event } = anEvent(ctx, { address: '/inloggen', form, cookies: browser });
		await endOf(() => inloggen.actions.default(event));
		const [mail] = await mailSent(ctx);
		return { ctx, sanne, mail, token: tokenIn(mail) };
	}

	test.each([
		['/plan?doel=2', '/plan?doel=2'],
		['https://kwaad.example', '/thuis'],
		['//kwaad.example', '/thuis'],
		['', '/thuis']
	])('asked on the way to %j, the link leads to %s', async (naar, location) => {
		const { ctx, sanne, token } = await asked(naar);
		const { event, jar } = anEvent(ctx, {
			address: `/inloggen/link/${token}`,
			params: { token },
			form: { key: key() },
			cookies: browser
		});
		expect(await endOf(() => link.actions.default(event))).toEqual({ status: 303, location });
		expect(jar.has(BROWSER_COOKIE)).toBe(false);
		expect(await recognise(ctx, jar.get(SESSION_COOKIE) ?? '')).toMatchObject({
			actor: { id: sanne }
		});
	});

	test('in another browser the link gives a page that says so, and no session', async () => {
		const { ctx, token } = await asked();
		const here = { address: `/inloggen/link/${token}`, params: { token } };
		expect(await endOf(() => link.load(anEvent(ctx, here).event))).toMatchObject({
			data: { page: { view: { state: 'elsewhere' } } }
		});
		const { event, jar } = anEvent(ctx, { ...here, form: { key: key() } });
		expect(await endOf(() => link.actions.default(event))).toEqual({
			status: 303,
			location: here.address
		});
		expect(jar.has(SESSION_COOKIE)).toBe(false);
	});

	test('a wrong code is told beside the field and never sent back', async () => {
		const { ctx, mail } = await asked();
		const type = (typed: string) =>
			anEvent(ctx, {
				address: '/inloggen/code',
				form: { code: typed, key: key() },
				cookies: browser
			});
		const wrong = await endOf(() => code.actions.default(type('WRONG1').event));
		expect(wrong).toMatchObject({ status: 400, data: { errors: { code: 'fout.codeFout' } } });
		expect(JSON.stringify(wrong)).not.toContain('WRONG1');
		const right = type(codeIn(mail));
		expect(await endOf(() => code.actions.default(right.event))).toMatchObject({ status: 303 });
		expect(right.jar.has(SESSION_COOKIE)).toBe(true);
	});
});

test('two people with one address are asked who they are', async () => {
	const { ctx } = await aContext();
	await anAccount(ctx, 'sanne', { email, code: 'SANNE2' });
	const tom = await anAccount(ctx, 'tom', { email, code: 'TTTTM3' });
	const post = (address: string, form: Record<string, string>) =>
		anEvent(ctx, { address, form: { key: key(), ...form }, cookies: browser });
	await endOf(() => inloggen.actions.default(post('/inloggen', { email }).event));
	const [mail] = await mailSent(ctx);
	const opened = post('/inloggen/code', { code: codeIn(mail) });
	expect(await endOf(() => code.actions.default(opened.event))).toEqual({
		status: 303,
		location: '/inloggen/wie'
	});
	expect(opened.jar.has(SESSION_COOKIE)).toBe(false);
	const back = anEvent(ctx, { address: '/inloggen/code', cookies: browser });
	expect(await endOf(() => code.load(back.event))).toMatchObject({ location: '/inloggen/wie' });
	const told = post('/inloggen/wie', { personalCode: 'TTTTM3' });
	expect(await endOf(() => wie.actions.default(told.event))).toMatchObject({ location: '/thuis' });
	expect(await recognise(ctx, told.jar.get(SESSION_COOKIE) ?? '')).toMatchObject({
		actor: { id: tom }
	});
	const stranger = anEvent(ctx, { address: '/inloggen/wie' });
	expect(await endOf(() => wie.load(stranger.event))).toMatchObject({
		location: '/inloggen/code'
	});
});

describe('an invitation', () => {
	async function anInvitation() {
		const { ctx } = await aContext();
		const sanne = await aPerson(ctx, 'sanne');
		await invited(ctx, sanne, email);
		const [mail] = await mailSent(ctx);
		const token = tokenIn(mail);
		const here = { address: `/uitnodiging/${token}`, params: { token }, cookies: browser };
		return { ctx, sanne, here };
	}

	test('asks nothing but a button, names nobody, and leads home', async () => {
		const { ctx, sanne, here } = await anInvitation();
		const shown = await endOf(() => uitnodiging.load(anEvent(ctx, here).event));
		expect(shown).toMatchObject({ data: { page: { view: { state: 'open', shared: false } } } });
		expect(JSON.stringify(shown)).not.toMatch(/sanne|bakker/i);
		const { event, jar } = anEvent(ctx, { ...here, form: { key: key() } });
		expect(await endOf(() => uitnodiging.actions.default(event))).toEqual({
			status: 303,
			location: '/thuis'
		});
		expect(await recognise(ctx, jar.get(SESSION_COOKIE) ?? '')).toMatchObject({
			actor: { id: sanne }
		});
	});

	test('after ten looks from one network, also of IPv6, it is 429', async () => {
		const { ctx, here } = await anInvitation();
		const statuses: number[] = [];
		for (let i = 0; i < 11; i++) {
			const { event } = anEvent(ctx, { ...here, from: `2001:db8:1:2::${i}` });
			statuses.push((await endOf(() => uitnodiging.load(event))).status);
		}
		expect(statuses).toEqual([...Array.from({ length: 10 }, () => 200), 429]);
		const elsewhere = anEvent(ctx, { ...here, from: '2001:db8:1:3::1' });
		expect((await endOf(() => uitnodiging.load(elsewhere.event))).status).toBe(200);
	});
});

describe('the page about oneself', () => {
	async function signedIn() {
		const { ctx } = await aContext();
		const id = await anAccount(ctx, 'sanne');
		const other = { ...ctx, config: { ...ctx.config, demo: true } };
		const { event, jar } = anEvent(other, { address: '/demo/aanmelden', form: { persoon: id } });
		await endOf(() => demo.POST(event));
		const found = await recognise(ctx, jar.get(SESSION_COOKIE) ?? '');
		if (!found) throw new Error('not signed in');
		return {
			ctx,
			actor: found.actor,
			session: found.session,
			token: jar.get(SESSION_COOKIE) ?? ''
		};
	}

	test('a visitor goes to sign in, and comes back', async () => {
		const { ctx } = await aContext();
		const toSignIn = { status: 303, location: '/en/inloggen?naar=%2Fik' };
		expect(await endOf(() => ik.load(anEvent(ctx, { address: '/en/ik' }).event))).toEqual(toSignIn);
		const { event } = anEvent(ctx, { address: '/en/ik', form: { language: 'en', key: key() } });
		expect(await endOf(() => ik.actions.language(event))).toEqual(toSignIn);
	});

	test('choosing a language leads to the page in that language', async () => {
		const { ctx, ...me } = await signedIn();
		const choose = (language: string) =>
			anEvent(ctx, { address: '/ik', form: { language, key: key() }, ...me }).event;
		expect(await endOf(() => ik.actions.language(choose('en')))).toMatchObject({
			location: '/en/ik'
		});
		expect(await endOf(() => ik.load(anEvent(ctx, { address: '/ik', ...me }).event))).toMatchObject(
			{
				data: { page: { view: { language: 'en' } } }
			}
		);
		expect(await endOf(() => ik.actions.language(choose('xx')))).toMatchObject({
			status: 400,
			data: { errors: { language: 'fout.taal' } }
		});
	});

	test.each(['here', 'everywhere'])('signing out %s clears the browser', async (where) => {
		const { ctx, token, ...me } = await signedIn();
		const cookies = { [SESSION_COOKIE]: token, ...browser };
		const asked = anEvent(ctx, { address: '/ik', form: { key: key() }, cookies, ...me });
		const out = () =>
			where === 'here' ? afmelden.POST(asked.event) : ik.actions.everywhere(asked.event);
		expect(await endOf(out)).toEqual({ status: 303, location: '/' });
		expect(asked.jar.size).toBe(0);
		expect(asked.headers['clear-site-data']).toBe('"cache","cookies","storage"');
		expect(await recognise(ctx, token)).toBeNull();
	});

	test('signing out twice, or as a visitor, is no fault', async () => {
		const { ctx, token, ...me } = await signedIn();
		const out = (who: object) => anEvent(ctx, { address: '/afmelden', form: {}, ...who }).event;
		for (const event of [out(me), out(me), out({})]) {
			expect(await endOf(() => afmelden.POST(event))).toMatchObject({ status: 303 });
		}
		expect(await recognise(ctx, token)).toBeNull();
	});

	test('a session is extended with one call, or is over', async () => {
		const { ctx, actor, session } = await signedIn();
		const extend = (who: object) =>
			endOf(() => verlengen.POST(anEvent(ctx, { address: '/', form: {}, ...who }).event));
		expect(await extend({ actor, session })).toMatchObject({ status: 204 });
		expect(await extend({})).toMatchObject({ status: 401 });
		const out = anEvent(ctx, { address: '/afmelden', form: {}, actor, session });
		await endOf(() => afmelden.POST(out.event));
		expect(await extend({ actor, session })).toMatchObject({ status: 401 });
	});
});

test.each([
	['outside a demo', false, 'sanne', 404],
	['nobody of that id', true, 'nobody', 404],
	['no id at all', true, '', 404],
	['no id but a story', true, 'x'.repeat(1000), 404],
	['a person', true, 'sanne', 303]
])('signing in for a demo, %s', async (_, isDemo, persoon, status) => {
	const { ctx } = await aContext();
	await aPerson(ctx, 'sanne' satisfies string as PersonId);
	const running = { ...ctx, config: { ...ctx.config, demo: isDemo } };
	const { event, jar } = anEvent(running, { address: '/demo/aanmelden', form: { persoon } });
	expect((await endOf(() => demo.POST(event))).status).toBe(status);
	expect(jar.has(SESSION_COOKIE)).toBe(status === 303);
});

test('ready until the database is gone', async () => {
	const { ctx } = await aContext();
	const ask = () => endOf(() => readyz.GET(anEvent(ctx, { address: '/readyz' }).event));
	expect(await ask()).toMatchObject({ status: 200 });
	ctx.db.client.close();
	expect(await ask()).toMatchObject({ status: 503 });
});
