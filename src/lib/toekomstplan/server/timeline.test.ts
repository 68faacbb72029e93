import { beforeEach, describe, expect, test } from 'vitest';
import type { FamilyId } from '#lib/family/model.ts';
import { visitor, type Actor } from '#lib/kernel/actor.ts';
import { day } from '#lib/kernel/calendar.ts';
import { deliver } from '#lib/notifications/server/commands.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { account, outbox, toekomstAnswer, toekomstMark } from '#lib/server/db/schema/index.ts';
import type { Mail } from '#lib/server/mail.ts';
import { aContext } from '../../../../tests/support/database.ts';
import { aPerson, personId } from '../../../../tests/support/facts.ts';
import { aFamilyInDatabase } from '../../../../tests/support/family.ts';
import { AnswerQuestions, MarkItem } from '../model.ts';
import type { ItemId } from '../timeline.ts';
import { erasePlan, startPlan } from './commands.ts';
import { laterDoors } from './queries.ts';
import { toekomstplanSenders } from './senders.ts';
import { sharePart } from './share.commands.ts';
import { getShared } from './share.queries.ts';
import { answerQuestions, chooseReminder, markItem, remindByMail } from './timeline.commands.ts';
import { getTimelineFile, getTimelinePage } from './timeline.queries.ts';

const NOOR = aPerson(personId('Noor'));
const AUNT = aPerson(personId('tante'));
const OTHERS: [string, Actor][] = [
	['mother', aPerson(personId('moeder'))],
	['aunt with whom it is shared', AUNT],
	['regisseur', aPerson(personId('Anna'), 'second-factor')],
	['visitor', visitor]
];
const key = () => crypto.randomUUID();

let ctx: Ctx;
let moveTo: (to: string) => void;

beforeEach(async () => {
	({ ctx, moveTo } = await aContext());
	await aFamilyInDatabase(ctx, {
		id: 'gezin' as FamilyId,
		people: [
			{ id: 'Noor', relation: 'kind', born: day('2010-02-14') },
			{ id: 'moeder', relation: 'ouder', gezagOver: { Noor: 'eenhoofdig' } },
			{ id: 'tante', relation: 'netwerk' }
		],
		regisseurs: [{ id: 'Anna' }]
	});
	await ctx.db.write((tx) =>
		tx.insert(account).values({
			...{ personId: personId('Noor'), email: 'noor@voorbeeld.nl', createdAt: ctx.now() }
		})
	);
	await startPlan(ctx, NOOR, { key: key() });
});

const mark = (item: ItemId, say: string, actor: Actor = NOOR) =>
	markItem(ctx, actor, MarkItem.parse({ key: key(), mark: `${item} ${say}` }));
const item = async (id: ItemId) =>
	(await getTimelinePage(ctx, NOOR)).items.find((one) => one.id === id);
const hidden = async (work: Promise<unknown>) =>
	expect(await work.catch((thrown: unknown) => thrown)).toMatchObject({
		decision: { outcome: 'hide' }
	});

test('what is answered with no goes away, and comes back with the answer', async () => {
	const answer = (schulden: string) =>
		answerQuestions(ctx, NOOR, AnswerQuestions.parse({ key: key(), schulden }));
	await answer('nee');
	expect(await item('schulden')).toBeUndefined();
	expect((await getTimelinePage(ctx, NOOR)).answers).toEqual({ schulden: 'nee' });
	await answer('');
	expect(await item('schulden')).toBeDefined();
	expect(await ctx.db.read.select().from(toekomstAnswer)).toEqual([]);
});

test('tick, not for me, put back, remind: one row each, and a tick ends the reminder', async () => {
	await mark('woning', 'herinner');
	expect(await item('woning')).toMatchObject({ state: null, remindOn: '2026-12-06' });
	await mark('woning', 'gedaan');
	expect(await item('woning')).toMatchObject({ state: 'gedaan', remindOn: null });
	await mark('woning', 'open');
	await mark('woning', 'herinner');
	await mark('woning', 'stil');
	expect(await item('woning')).toMatchObject({ state: null, remindOn: null });
	await mark('wajong', 'niet');
	expect(await item('wajong')).toMatchObject({ state: 'niet' });
	expect(await ctx.db.read.select().from(toekomstMark)).toHaveLength(2);
});

test.each(OTHERS)('not by %s', async (_, actor) => {
	await sharePart(ctx, NOOR, { key: key(), part: 'tijdlijn', with: personId('tante') });
	await hidden(mark('woning', 'gedaan', actor));
	await hidden(answerQuestions(ctx, actor, AnswerQuestions.parse({ key: key(), zorg: 'ja' })));
	await hidden(chooseReminder(ctx, actor, { key: key(), by: 'mail' }));
	await hidden(getTimelinePage(ctx, actor));
	await hidden(getTimelineFile(ctx, actor, 'Herinnering'));
	expect(await ctx.db.read.select().from(toekomstMark)).toEqual([]);
});

test('with whom it is shared sees no reminder, and nothing that is not for the youth', async () => {
	await mark('woning', 'herinner');
	await mark('wajong', 'niet');
	await sharePart(ctx, NOOR, { key: key(), part: 'tijdlijn', with: personId('tante') });
	const { parts } = await getShared(ctx, AUNT, personId('Noor'));
	const [part] = parts;
	const items = part?.part === 'tijdlijn' ? part.items : [];
	expect(items.find(({ id }) => id === 'woning')).toMatchObject({ remindOn: null });
	expect(items.some(({ id }) => id === 'wajong')).toBe(false);
	expect(parts).toHaveLength(1);
});

describe('reminders', () => {
	const mails = async () => {
		const sent: Mail[] = [];
		await remindByMail(ctx);
		await deliver(ctx, toekomstplanSenders, (mail) => {
			sent.push(mail);
			return Promise.resolve();
		});
		return sent;
	};
	beforeEach(async () => {
		await mark('woning', 'herinner');
	});

	test('stand in the portal from their day, for the youth alone', async () => {
		expect((await laterDoors(ctx, NOOR)).reminded).toBe(false);
		moveTo('2026-12-05T23:00:00Z');
		expect((await laterDoors(ctx, NOOR)).reminded).toBe(true);
		for (const [, actor] of OTHERS) expect((await laterDoors(ctx, actor)).reminded).toBe(false);
		await mark('woning', 'gedaan');
		expect((await laterDoors(ctx, NOOR)).reminded).toBe(false);
	});

	test('come by mail only when the youth chose it, once, by day, and say nothing', async () => {
		moveTo('2026-12-06T12:00:00Z');
		expect(await mails()).toEqual([]);
		await chooseReminder(ctx, NOOR, { key: key(), by: 'mail' });
		moveTo('2026-12-06T22:00:00Z');
		expect(await mails()).toEqual([]);
		moveTo('2026-12-07T09:00:00Z');
		const [mail, ...more] = await mails();
		expect(more).toEqual([]);
		expect(mail?.to).toBe('noor@voorbeeld.nl');
		expect(`${mail?.subject} ${mail?.text}`).not.toMatch(/Noor|woning|later|plan|18/i);
		expect(await mails()).toEqual([]);
	});

	test.each<[string, () => Promise<unknown>]>([
		['ticked it', () => mark('woning', 'gedaan')],
		['wants no reminder any more', () => mark('woning', 'stil')],
		['wants no mail any more', () => chooseReminder(ctx, NOOR, { key: key(), by: 'portaal' })],
		['wiped the plan', () => erasePlan(ctx, NOOR, { key: key() })]
	])('a mail that waits is dropped when the youth %s', async (_, meanwhile) => {
		await chooseReminder(ctx, NOOR, { key: key(), by: 'mail' });
		moveTo('2026-12-06T12:00:00Z');
		await remindByMail(ctx);
		expect(await ctx.db.read.select().from(outbox)).toHaveLength(1);
		await meanwhile();
		expect(await mails()).toEqual([]);
	});
});

test('the calendar file has whole days, one neutral word, and no name or subject', async () => {
	await mark('wajong', 'niet');
	const file = await getTimelineFile(ctx, NOOR, 'Herinnering');
	const lines = file.split('\r\n');
	const summaries = new Set(lines.filter((line) => line.startsWith('SUMMARY')));
	expect(summaries).toEqual(new Set(['SUMMARY:Herinnering']));
	expect(file).not.toMatch(/DESCRIPTION|LOCATION|Noor|TZID|DTSTART:/);
	const starts = lines.filter((line) => line.startsWith('DTSTART'));
	expect(starts).toContain('DTSTART;VALUE=DATE:20270214');
	expect(starts.every((line) => /^DTSTART;VALUE=DATE:20(2[6-9]|3[0-7])\d{4}$/.test(line))).toBe(
		true
	);
	const uids = lines.filter((line) => line.startsWith('UID'));
	expect(new Set(uids).size).toBe(uids.length);
	const stamp = (text: string) => text.replace(/DTSTAMP:\S+/g, '');
	expect(stamp(await getTimelineFile(ctx, NOOR, 'Herinnering'))).toBe(stamp(file));
});

test('two buttons of one form are two acts, and the same one twice is one', async () => {
	const form = key();
	for (const said of ['woning gedaan', 'woning gedaan', 'legitimatie niet'])
		await markItem(ctx, NOOR, MarkItem.parse({ key: form, mark: said }));
	expect((await item('woning'))?.state).toBe('gedaan');
	expect((await item('legitimatie'))?.state).toBe('niet');
});
