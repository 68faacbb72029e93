import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, test } from 'vitest';
import { identitySenders } from '#lib/identity/server/senders.ts';
import { acceptInvitation, lookUpInvitation } from '#lib/identity/server/invitations.ts';
import { visitor } from '#lib/kernel/actor.ts';
import { deliver } from '#lib/notifications/server/commands.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { account, auditEntry, beside, jim, person } from '#lib/server/db/schema/index.ts';
import type { Mail } from '#lib/server/mail.ts';
import { aBrowser, anAccount, tokenIn } from '../../../../tests/support/accounts.ts';
import { aContext } from '../../../../tests/support/database.ts';
import { aFamilyInDatabase } from '../../../../tests/support/family.ts';
import {
	aJim,
	answer,
	aroundAmira,
	as,
	asked,
	OTHERS,
	uuid,
	YES
} from '../../../../tests/support/jim.ts';
import { endJim, forgetQuestions, withdrawJim } from './ask.commands.ts';
import { lookUpQuestion } from './answer.commands.ts';
import { getBesidePage } from './beside.queries.ts';
import { jimSenders } from './senders.ts';

let ctx: Ctx;
let folder: string;
let moveTo: (to: string) => void;

beforeEach(async () => {
	({ ctx, folder, moveTo } = await aContext());
	await aFamilyInDatabase(ctx, aroundAmira);
});

const rows = () => ctx.db.read.select().from(jim);
const hidden = { decision: { outcome: 'hide' } };
const own = async (who = 'Amira') => (await getBesidePage(ctx, as(who))).own;

/** Everything that is at rest: the file and the log beside it. */
const atRest = () =>
	['test.db', 'test.db-wal']
		.map((file) => readFileSync(`${folder}/${file}`).toString('latin1'))
		.join('');

describe('asking', () => {
	test('a youth gets a link and a code once; the database has neither, nor the name', async () => {
		const { code, token } = await asked(ctx, 'Amira', 'coach Sebastiaan');
		expect(code).toMatch(/^\w{6}$/);
		expect(atRest()).not.toMatch(new RegExp(`${code}|${token}|Sebastiaan`));
		expect((await own())?.now).toMatchObject({ state: 'gevraagd', name: 'coach Sebastiaan' });
	});

	test('one question at a time, and one JIM', async () => {
		await asked(ctx);
		await expect(asked(ctx)).rejects.toMatchObject({ errors: { name: 'beside.askedAlready' } });
	});

	test.each(OTHERS.filter(([name]) => !['Yara', 'Idris'].includes(name)))(
		'%s asks nobody, takes nothing back, ends nothing',
		async (_, actor) => {
			const { askJim } = await import('./ask.commands.ts');
			await expect(askJim(ctx, actor, { key: uuid(), name: 'x' }, 'nl')).rejects.toMatchObject(
				hidden
			);
			await asked(ctx);
			const [open] = await rows();
			const form = { key: uuid(), jim: open?.id ?? ('' as never) };
			await expect(withdrawJim(ctx, actor, form)).rejects.toMatchObject(hidden);
			await expect(endJim(ctx, actor, form)).rejects.toMatchObject(hidden);
			expect(await rows()).toEqual([open]);
		}
	);

	test('a child under 12 is told why not', async () => {
		await expect(asked(ctx, 'Idris')).rejects.toMatchObject({
			decision: { outcome: 'deny', reason: 'jonger_dan_12' }
		});
	});

	test('taken back: the link is dead and the row is gone, also from the log', async () => {
		const { token, code } = await asked(ctx);
		const [row] = await rows();
		await withdrawJim(ctx, as('Amira'), { key: uuid(), jim: row?.id ?? ('' as never) });
		expect(await rows()).toEqual([]);
		expect(atRest()).not.toContain(row?.sealedName);
		expect(await answer(ctx, token, { ...YES, code })).toBe('gone');
	});
});

describe('answering', () => {
	test('a scanner that opens the link five times uses nothing up', async () => {
		const { token, code } = await asked(ctx);
		for (let look = 0; look < 5; look++)
			expect(await lookUpQuestion(ctx, visitor, token, 'scanner')).toEqual({
				...{ state: 'open', signedIn: false }
			});
		expect(await answer(ctx, token, { ...YES, code })).toBe('mailed');
	});

	test('1,000 codes from 1,000 addresses: five tries, then dead, also for the right code', async () => {
		const { token, code } = await asked(ctx);
		const steps: unknown[] = [];
		for (let n = 0; n < 1000; n++)
			steps.push(await answer(ctx, token, { ...YES, code: `X${String(n).padStart(5, '0')}` }));
		expect(steps.slice(0, 5)).toEqual(['wrong', 'wrong', 'wrong', 'wrong', 'gone']);
		expect(new Set(steps.slice(5))).toEqual(new Set(['gone']));
		expect(await answer(ctx, token, { ...YES, code })).toBe('gone');
		expect((await own())?.now).toMatchObject({ state: 'op' });
		expect(await ctx.db.read.select().from(account)).toEqual([]);
	}, 60_000);

	test('20 at the same moment: exactly one is the JIM', async () => {
		const { token, code } = await asked(ctx);
		const all = await Promise.all(
			Array.from({ length: 20 }, (_, n) =>
				answer(ctx, token, { ...YES, email: `bas${n}@voorbeeld.nl`, code })
			)
		);
		expect(all.filter((step) => step === 'mailed')).toHaveLength(1);
		expect(all.filter((step) => step === 'gone')).toHaveLength(19);
		const outsiders = (await ctx.db.read.select().from(person)).filter(
			({ source }) => source === '@portaal'
		);
		expect(outsiders).toHaveLength(1);
	});

	test('a no needs no code and no reason; the name and its key are gone', async () => {
		const { token } = await asked(ctx);
		const [before] = await rows();
		expect(await answer(ctx, token, { says: 'nee' })).toBe('refused');
		expect((await own())?.now).toMatchObject({ state: 'nee', name: null });
		expect(atRest()).not.toContain(before?.sealedName);
		await asked(ctx, 'Amira', 'tante');
		expect((await own())?.now).toMatchObject({ state: 'gevraagd' });
	});

	test('"I want to talk first" needs the code, and a yes may follow', async () => {
		const { token, code } = await asked(ctx);
		expect(await answer(ctx, token, { says: 'praat_eerst' })).toBe('wrong');
		expect(await answer(ctx, token, { says: 'praat_eerst', code })).toBe('talkFirst');
		expect((await own())?.now).toMatchObject({ state: 'praat_eerst' });
		expect(await answer(ctx, token, { ...YES, code })).toBe('mailed');
	});

	test('a yes without name, address or the role that was read says so, and counts no try', async () => {
		const { token, code } = await asked(ctx);
		await expect(answer(ctx, token, { says: 'ja', code: 'X', email: 'bas' })).rejects.toMatchObject(
			{
				errors: { role: 'mentor.roleEmpty', name: 'beside.nameEmpty', email: 'fout.email' }
			}
		);
		expect((await rows())[0]?.codeTries).toBe(0);
		expect(await answer(ctx, token, { ...YES, code })).toBe('mailed');
	});

	test('after fourteen days the question is as if it was never asked', async () => {
		const { token, code } = await asked(ctx);
		moveTo('2026-12-06T11:59:59Z');
		expect(await lookUpQuestion(ctx, visitor, token, 'a')).toMatchObject({ state: 'open' });
		moveTo('2026-12-06T12:00:00Z');
		expect(await lookUpQuestion(ctx, visitor, token, 'b')).toMatchObject({ state: 'gone' });
		expect(await answer(ctx, token, { ...YES, code })).toBe('gone');
		expect((await own())?.now).toBeNull();
		await forgetQuestions(ctx);
		expect(await rows()).toEqual([]);
	});

	test.each(['Amira', 'moeder', 'vader', 'exman', 'werker', 'Erik'])(
		'%s cannot become the JIM with the link and the code of another',
		async (who) => {
			const { token, code } = await asked(ctx);
			const form = { says: 'ja', role: 'ja', code };
			await expect(answer(ctx, token, form, as(who))).rejects.toMatchObject(hidden);
			expect(await lookUpQuestion(ctx, as(who), token, 'x')).toMatchObject({ state: 'gone' });
			expect((await rows())[0]).toMatchObject({ state: 'gevraagd', jimId: null });
		}
	);

	test('an aunt who is signed in says yes as herself, without a mail', async () => {
		const { token, code } = await asked(ctx);
		expect(await answer(ctx, token, { says: 'ja', role: 'ja', code }, as('tante'))).toBe('beside');
		expect((await rows())[0]).toMatchObject({ state: 'actief', jimId: 'tante' });
		expect((await getBesidePage(ctx, as('tante'))).beside).toMatchObject([{ name: 'Amira' }]);
	});
});

describe('the mail of somebody new', () => {
	const mails = async () => {
		const sent: Mail[] = [];
		await deliver(ctx, { ...identitySenders, ...jimSenders }, async (mail) => {
			sent.push(mail);
		});
		return sent;
	};

	test('asks the same code once more, and five wrong ones end it', async () => {
		const { code } = await aJim(ctx);
		const [mail] = await mails();
		expect(mail?.to).toBe('bas@voorbeeld.nl');
		expect(mail?.text).not.toMatch(/Amira|JIM|jim/);
		const token = tokenIn(mail);
		const at = aBrowser();
		expect(await lookUpInvitation(ctx, token, at.network)).toMatchObject({ told: true });
		const accept = (personalCode: string) => {
			const { asking, browser, network } = aBrowser();
			return acceptInvitation(ctx, asking(), { ...{ token, network, browser }, personalCode });
		};
		for (let n = 0; n < 4; n++) expect(await accept('')).toEqual({ step: 'wrong' });
		expect(await accept('XXXXXX')).toEqual({ step: 'unknown' });
		expect(await accept(code)).toEqual({ step: 'unknown' });
		expect(await ctx.db.read.select().from(account)).toEqual([]);
	});

	test('opens an account with the code', async () => {
		const { code, jim: bas } = await aJim(ctx);
		const [mail] = await mails();
		const { asking, browser, network } = aBrowser();
		const accepted = await acceptInvitation(ctx, asking(), {
			...{ token: tokenIn(mail), network, browser, personalCode: code }
		});
		expect(accepted).toMatchObject({ step: 'signedIn' });
		expect((await ctx.db.read.select().from(account)).map(({ personId }) => personId)).toEqual([
			bas.id
		]);
	});

	test('the parents of a youth of 14 get a letter that says nothing, of one of 16 none', async () => {
		for (const who of ['moeder2', 'x']) await anAccount(ctx, who);
		await ctx.db.write((tx) =>
			tx.insert(account).values(
				(['moeder', 'vader', 'exman'] as const).map((who) => ({
					...{ personId: who as never, email: `${who}@voorbeeld.nl`, createdAt: ctx.now() }
				}))
			)
		);
		await aJim(ctx, 'Yara');
		expect((await mails()).map(({ to }) => to)).toEqual(['bas@voorbeeld.nl']);
		await aJim(ctx, 'Amira');
		const sent = await mails();
		expect(sent.map(({ to }) => to).sort()).toEqual([
			...['bas@voorbeeld.nl', 'moeder@voorbeeld.nl', 'vader@voorbeeld.nl']
		]);
		expect(sent.map(({ text }) => text).join()).not.toMatch(/Amira|JIM|Bas\b/);
	});

	test('stopped before it was sent: it stays here', async () => {
		const { id } = await aJim(ctx);
		await endJim(ctx, as('Amira'), { key: uuid(), jim: id });
		expect(await mails()).toEqual([]);
	});
});

describe('stopping', () => {
	test.each(['youth', 'JIM'])('by the %s: at once, and the key of the two is gone', async (who) => {
		const { id, jim: bas } = await aJim(ctx);
		expect(await ctx.db.read.select().from(beside)).toMatchObject([{ wish: 'ja' }]);
		const [before] = await rows();
		await endJim(ctx, who === 'JIM' ? bas : as('Amira'), { key: uuid(), jim: id });
		const [row] = await rows();
		expect(row).toMatchObject({ state: 'gestopt', sealedKey: null, sealedName: null });
		expect(atRest()).not.toContain(before?.sealedKey);
		await expect(getBesidePage(ctx, bas)).rejects.toMatchObject(hidden);
		expect(await own()).toMatchObject({
			now: null,
			mayAsk: true,
			before: [{ name: 'Bas', endedBy: who === 'JIM' ? 'jim' : 'jongere' }]
		});
		expect(await ctx.db.read.select().from(beside)).toMatchObject([{ wish: 'nog_niet' }]);
	});

	test.each(OTHERS)('not by %s', async (_, actor) => {
		const { id } = await aJim(ctx);
		await expect(endJim(ctx, actor, { key: uuid(), jim: id })).rejects.toMatchObject(hidden);
	});

	test('the access log of the family does not tell of it', async () => {
		const { id } = await aJim(ctx);
		await endJim(ctx, as('Amira'), { key: uuid(), jim: id });
		const log = await ctx.db.read.select().from(auditEntry);
		expect(log.map(({ ability, familyId }) => [ability, familyId])).toEqual([
			['jim.answer', null],
			['jim.end', null]
		]);
	});
});
