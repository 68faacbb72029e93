import { describe, expect, test } from 'vitest';
import { eq } from 'drizzle-orm';
import type { FamilyId } from '#lib/family/model.ts';
import { getHomePage } from '#lib/home/server/queries.ts';
import { day } from '#lib/kernel/calendar.ts';
import { Denied } from '#lib/kernel/policy.ts';
import { Refused } from '#lib/server/refused.ts';
import * as tables from '#lib/server/db/schema/index.ts';
import {
	aTalkingFamily,
	FAMILY,
	kept,
	someone,
	staff,
	type TalkingFamily
} from '../../../../tests/support/talk.ts';
import { AskQuestion, type QuestionId } from '../question.model.ts';
import { askQuestion, closeQuestion, moveDate, reply } from './questions.commands.ts';
import { getQuestionPage, getQuestionsPage } from './questions.queries.ts';
import { questionsWaiting } from './waiting.ts';

const key = () => crypto.randomUUID();
const input = (question = 'Wanneer belt u?') => ({ key: key(), family: FAMILY, question });
const ask = ({ ctx }: TalkingFamily, who = 'moeder') =>
	askQuestion(ctx, someone(who), input(), 'vraag');
const at = (question: QuestionId) => ({ key: key(), family: FAMILY, question });
const pageOf = ({ ctx }: TalkingFamily, who: string, id: QuestionId) =>
	getQuestionPage(ctx, staff(who), FAMILY, id);
const isHidden = (work: Promise<unknown>) =>
	expect(work).rejects.toMatchObject({ decision: { outcome: 'hide' } });

test('a question, an answer, a question again, and done', async () => {
	const world = await aTalkingFamily();
	const { ctx, moveTo } = world;
	const id = await ask(world);
	expect(await pageOf(world, 'moeder', id)).toMatchObject({
		state: 'waiting',
		expected: { on: '2026-12-01', moved: null, late: false },
		may: { reply: true, move: false, close: true }
	});
	moveTo('2026-12-02T09:00:00Z');
	for (const who of ['moeder', 'Anna'])
		expect((await pageOf(world, who, id)).expected.late, who).toBe(true);
	await reply(ctx, staff('Erik'), { ...at(id), reply: 'Morgen' });
	const answered = await pageOf(world, 'moeder', id);
	expect(answered).toMatchObject({ state: 'answered', expected: { late: false } });
	expect(answered.messages.map((one) => [one.author?.name, one.ofAsker, one.words])).toEqual([
		['moeder', true, 'Wanneer belt u?'],
		['Erik Achternaam', false, 'Morgen']
	]);
	expect((await getHomePage(ctx, someone('moeder'))).answered).toEqual([id]);
	expect((await getHomePage(ctx, someone('vader'))).answered).toEqual([]);
	await reply(ctx, someone('moeder'), { ...at(id), reply: 'Hoe laat?' });
	expect(await pageOf(world, 'Anna', id)).toMatchObject({
		state: 'waiting',
		expected: { on: '2026-12-09', late: false }
	});
	await closeQuestion(ctx, someone('moeder'), at(id));
	expect(await pageOf(world, 'Anna', id)).toMatchObject({
		state: 'closed',
		may: { reply: false, move: false, close: false }
	});
	const more = reply(ctx, staff('Anna'), { ...at(id), reply: 'Drie uur' });
	await expect(more).rejects.toMatchObject({ decision: { reason: 'vraag_gesloten' } });
});

test('the regisseur moves the day once, with a reason; the asker sees both days', async () => {
	const world = await aTalkingFamily();
	const { ctx } = world;
	const id = await ask(world);
	const move = (to: string) => ({ ...at(id), to: day(to), reason: 'Anna is ziek' });
	for (const to of ['2026-12-01', '2026-11-25'])
		await expect(moveDate(ctx, staff('Anna'), move(to))).rejects.toBeInstanceOf(Refused);
	await isHidden(moveDate(ctx, someone('moeder'), move('2026-12-08')));
	await moveDate(ctx, staff('Anna'), move('2026-12-08'));
	expect((await pageOf(world, 'moeder', id)).expected).toEqual({
		on: '2026-12-08',
		moved: { from: '2026-12-01', words: 'Anna is ziek' },
		late: false
	});
	const again = moveDate(ctx, staff('Anna'), move('2026-12-15'));
	await expect(again).rejects.toMatchObject({ decision: { reason: 'dag_al_verzet' } });
});

test('only the asker and today’s regisseur read it; the new regisseur takes over', async () => {
	const world = await aTalkingFamily();
	const { ctx } = world;
	const id = await ask(world);
	for (const who of ['vader', 'Noor', 'oma', 'stiefvader', 'Bilal', 'Carla', 'Ans', 'niemand'])
		await isHidden(pageOf(world, who, id));
	await isHidden(getQuestionPage(ctx, someone('Anna'), FAMILY, id));
	await isHidden(getQuestionPage(ctx, staff('Anna'), 'elders' as FamilyId, id));
	expect((await getQuestionsPage(ctx, someone('vader'), FAMILY)).open).toEqual([]);
	expect((await getQuestionsPage(ctx, staff('Anna'), FAMILY)).open).toMatchObject([
		{ id, asker: { name: 'moeder' }, words: 'Wanneer belt u?' }
	]);
	await ctx.db.write((tx) =>
		tx
			.update(tables.regisseurAssignment)
			.set({ until: day('2026-11-24') })
			.where(eq(tables.regisseurAssignment.personId, 'Anna' as never))
	);
	await isHidden(pageOf(world, 'Anna', id));
	await isHidden(reply(ctx, staff('Anna'), { ...at(id), reply: 'toch' }));
	expect((await getQuestionsPage(ctx, someone('moeder'), FAMILY)).mayAsk).toBe(false);
	await expect(ask(world)).rejects.toMatchObject({ decision: { reason: 'geen_regisseur_nu' } });
});

describe('refused, with nothing changed', () => {
	test.each(['zonder', 'buurvrouw', 'Milan', 'Bilal', 'Anna', 'Ans', 'niemand'])(
		'%s asks nothing',
		async (who) => {
			const world = await aTalkingFamily();
			const before = await kept(world);
			const work = askQuestion(world.ctx, staff(who), input(), 'vraag');
			await expect(work).rejects.toBeInstanceOf(Denied);
			expect(await kept(world)).toEqual(before);
		}
	);

	test.each(['vader', 'Noor', 'oma', 'Bilal', 'Ans', 'niemand'])(
		'%s writes nothing in the question of the mother, and does not close it',
		async (who) => {
			const world = await aTalkingFamily();
			const id = await ask(world);
			const before = await kept(world);
			await isHidden(reply(world.ctx, staff(who), { ...at(id), reply: 'ik' }));
			await isHidden(closeQuestion(world.ctx, staff(who), at(id)));
			expect(await kept(world)).toEqual(before);
		}
	);

	test('a question without words', () => {
		for (const question of ['', '  ', 'x'.repeat(2001)])
			expect(AskQuestion.safeParse({ ...input(), question }).success).toBe(false);
		expect(AskQuestion.safeParse(input()).success).toBe(true);
	});
});

test('a double tap asks once', async () => {
	const world = await aTalkingFamily();
	const form = input();
	await Promise.all(
		Array.from({ length: 10 }, () => askQuestion(world.ctx, someone('oma'), form, 'vraag'))
	);
	const { questions, messages, log } = await kept(world);
	expect([questions.length, messages.length, log.length]).toEqual([1, 1, 1]);
});

test('the family leaves no trace of reading; the regisseur does', async () => {
	const world = await aTalkingFamily();
	const id = await ask(world);
	await pageOf(world, 'moeder', id);
	await getQuestionsPage(world.ctx, someone('moeder'), FAMILY);
	expect((await kept(world)).log.filter((row) => row.action === 'read')).toEqual([]);
	await pageOf(world, 'Anna', id);
	expect((await kept(world)).log.filter((row) => row.action === 'read')).toHaveLength(1);
});

test('what waits for a regisseur: every open question without an answer, of many families', async () => {
	const world = await aTalkingFamily();
	const { ctx } = world;
	const first = await ask(world);
	const answered = await ask(world, 'vader');
	const closed = await ask(world, 'Noor');
	const moved = await ask(world, 'oma');
	await reply(ctx, staff('Anna'), { ...at(answered), reply: 'Ja' });
	await closeQuestion(ctx, someone('Noor'), at(closed));
	const later = { ...at(moved), to: day('2026-12-08'), reason: 'ziek' };
	await moveDate(ctx, staff('Anna'), later);
	let statements = 0;
	const counting = new Proxy(ctx.db.read, {
		get(target, name) {
			if (name === 'select') statements += 1;
			return Reflect.get(target, name) as unknown;
		}
	});
	const families = [FAMILY, ...Array.from({ length: 60 }, (_, at) => `f${at}` as FamilyId)];
	const found = await questionsWaiting(counting, families, day('2026-12-02'));
	expect(found).toEqual([
		{ familyId: FAMILY, kind: 'question', on: '2026-12-01', passed: true },
		{ familyId: FAMILY, kind: 'question', on: '2026-12-08', passed: false }
	]);
	expect(statements).toBe(1);
	expect(await questionsWaiting(ctx.db.read, ['elders' as FamilyId], day('2026-12-02'))).toEqual(
		[]
	);
	expect(first).not.toBe(moved);
});
