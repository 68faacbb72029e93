import { describe, expect, test } from 'vitest';
import { BROWSER_COOKIE, SESSION_COOKIE } from '#lib/server/http.ts';
import { recognise } from '#lib/identity/server/sessions.queries.ts';
import * as sleutel from '../../src/routes/(open)/inloggen/sleutel/+page.server.ts';
import * as nieuw from '../../src/routes/(open)/inloggen/sleutel/nieuw/[token]/+page.server.ts';
import * as ik from '../../src/routes/(gezin)/ik/+page.server.ts';
import { aKeyHolder, anAccount, aProfessional, invitedStaff } from '../support/accounts.ts';
import { anAuthenticator } from '../support/authenticator.ts';
import { aContext } from '../support/database.ts';
import { anEvent, endOf } from '../support/event.ts';

const key = () => crypto.randomUUID();
const browser = { [BROWSER_COOKIE]: 'this-browser' };

type Shown = { data: { page: { view: { options: string | null } } } };
const optionsIn = (end: unknown) => (end as Shown).data.page.view.options;

describe('signing in with a passkey', () => {
	test('leads to the page that was asked, with a new session', async () => {
		const { ctx } = await aContext();
		const { device, personId } = await aKeyHolder(ctx);
		const address = '/en/inloggen/sleutel?naar=%2Fik';
		const opened = anEvent(ctx, { address, cookies: browser });
		const shown = await endOf(() => sleutel.load(opened.event));
		const form = { key: key(), naar: '/ik', answer: JSON.stringify(device.use(optionsIn(shown))) };
		const { event, jar } = anEvent(ctx, { address, form, cookies: browser });
		expect(await endOf(() => sleutel.actions.default(event))).toEqual({
			status: 303,
			location: '/en/ik'
		});
		expect(jar.has(BROWSER_COOKIE)).toBe(false);
		expect(await recognise(ctx, jar.get(SESSION_COOKIE) ?? '')).toMatchObject({
			actor: { id: personId, assurance: 'second-factor' }
		});
	});

	test.each([
		['nothing', ''],
		['no JSON', '{'],
		['JSON of another form', '{"id":"AA"}'],
		['too much', JSON.stringify({ id: 'A'.repeat(40_000) })]
	])('with %s is told, and never sent back', async (_, answer) => {
		const { ctx } = await aContext();
		const form = { key: key(), answer };
		const { event, jar } = anEvent(ctx, { address: '/inloggen/sleutel', form, cookies: browser });
		const end = await endOf(() => sleutel.actions.default(event));
		expect(end).toEqual({
			status: 400,
			data: { errors: { answer: 'passkey.refused' }, values: { key: form.key } }
		});
		expect(jar.has(SESSION_COOKIE)).toBe(false);
	});

	test('an unknown key and an answer without a challenge have words of their own', async () => {
		const { ctx } = await aContext();
		const { device } = await aKeyHolder(ctx);
		const post = (answer: unknown) => {
			const form = { key: key(), answer: JSON.stringify(answer) };
			return endOf(() =>
				sleutel.actions.default(
					anEvent(ctx, { address: '/inloggen/sleutel', form, cookies: browser }).event
				)
			);
		};
		const over = { status: 400, data: { errors: { answer: 'passkey.over' } } };
		expect(await post(device.use('{"challenge":"AA","rpId":"localhost"}'))).toMatchObject(over);
		const opened = anEvent(ctx, { address: '/inloggen/sleutel', cookies: browser });
		const options = optionsIn(await endOf(() => sleutel.load(opened.event)));
		const unknown = anAuthenticator(ctx.config.origin).use(options);
		expect(await post(unknown)).toMatchObject({
			status: 400,
			data: { errors: { answer: 'passkey.unknown' } }
		});
	});
});

describe('the invitation of a professional', () => {
	test('asks the code, then the key, and leads to the desk', async () => {
		const { ctx } = await aContext();
		const wil = await aProfessional(ctx, 'wil');
		const { token, personalCode } = await invitedStaff(ctx, wil);
		const address = `/inloggen/sleutel/nieuw/${token}`;
		const here = { address, params: { token }, cookies: browser };
		const look = () => endOf(() => nieuw.load(anEvent(ctx, here).event));
		const code = (typed: string) => {
			const form = { key: key(), personalCode: typed };
			return endOf(() => nieuw.actions.code(anEvent(ctx, { ...here, form }).event));
		};
		expect(optionsIn(await look())).toBeNull();
		expect(JSON.stringify(await look())).not.toMatch(/wil|bakker|voorbeeld/i);
		const wrong = await code('WRONG1');
		expect(wrong).toMatchObject({
			status: 400,
			data: { errors: { personalCode: 'fout.codeFout' } }
		});
		expect(JSON.stringify(wrong)).not.toContain('WRONG1');
		expect(await code(personalCode)).toEqual({ status: 303, location: address });
		const made = anAuthenticator(ctx.config.origin).make(optionsIn(await look()));
		const form = { key: key(), answer: JSON.stringify(made) };
		const { event, jar } = anEvent(ctx, { ...here, form });
		expect(await endOf(() => nieuw.actions.make(event))).toEqual({
			status: 303,
			location: '/werk'
		});
		expect(await recognise(ctx, jar.get(SESSION_COOKIE) ?? '')).toMatchObject({
			actor: { id: wil, assurance: 'second-factor' }
		});
	});

	test('after ten looks from one network it is 429', async () => {
		const { ctx } = await aContext();
		const here = { address: '/inloggen/sleutel/nieuw/x', params: { token: 'x' } };
		const statuses: number[] = [];
		for (let i = 0; i < 11; i++) {
			statuses.push((await endOf(() => nieuw.load(anEvent(ctx, here).event))).status);
		}
		expect(statuses).toEqual([...Array.from({ length: 10 }, () => 200), 429]);
	});
});

describe('the page about oneself', () => {
	test('a family member sees no keys there and gets neither script nor secret', async () => {
		const { ctx } = await aContext();
		const id = await anAccount(ctx, 'sanne');
		const actor = { kind: 'person', id, assurance: 'link' } as const;
		const { event, jar, locals } = anEvent(ctx, { address: '/ik', actor });
		const shown = await endOf(() => ik.load(event));
		expect(shown).toMatchObject({ data: { page: { view: { passkeys: null } } } });
		expect(locals).not.toHaveProperty('passkey');
		expect(jar.has(BROWSER_COOKIE)).toBe(false);
	});
});
