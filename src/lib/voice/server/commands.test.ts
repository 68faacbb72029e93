import { createClient } from '@libsql/client';
import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import type { FamilyId } from '#lib/family/model.ts';
import { day } from '#lib/kernel/calendar.ts';
import { Denied } from '#lib/kernel/policy.ts';
import type { GoalId } from '#lib/plan/model.ts';
import * as tables from '#lib/server/db/schema/index.ts';
import { aContext } from '../../../../tests/support/database.ts';
import { aPerson, personId } from '../../../../tests/support/facts.ts';
import { aFamilyInDatabase, type FamilySpec } from '../../../../tests/support/family.ts';
import { AgreementInput, AnswerInput, StatementInput, WithdrawInput } from '../model.ts';
import { answerStatement, makeStatement, recordAgreement, withdrawStatement } from './commands.ts';
import { getGoalVoices, getPartVoices, getVoicePage } from './queries.ts';
import { voicesWaiting } from './waiting.ts';

const GEZIN = 'gezin' as FamilyId;

const family: FamilySpec = {
	id: 'gezin',
	people: [
		{ id: 'Noor', relation: 'kind', born: day('2013-04-03') },
		{ id: 'Milan', relation: 'kind', born: day('2019-09-12') },
		{
			...{ id: 'moeder', relation: 'ouder' },
			gezagOver: { Noor: 'tweehoofdig', Milan: 'tweehoofdig' }
		},
		{ id: 'vader', relation: 'ouder', gezagOver: { Noor: 'tweehoofdig' } },
		{ id: 'stiefvader', relation: 'ouder', gezagOver: { Milan: 'tweehoofdig' } },
		{ id: 'ex', relation: 'ouder' },
		{ id: 'oma', relation: 'netwerk' },
		{ id: 'werker', relation: 'professional' }
	],
	regisseurs: [{ id: 'Anna' }],
	goals: [
		{ words: 'wissel', children: ['Noor'], steps: [{ title: 'stap van oma', owner: 'oma' }] },
		{ words: 'rust', children: ['Milan'] }
	],
	situation: [{ words: 'deel van Noor', children: ['Noor'] }]
};

const ACTORS = {
	...Object.fromEntries(
		['Noor', 'Milan', 'moeder', 'vader', 'stiefvader', 'ex', 'oma', 'niemand'].map((id) => [
			id,
			aPerson(personId(id))
		])
	),
	Anna: aPerson(personId('Anna'), 'second-factor'),
	'Anna, by link': aPerson(personId('Anna')),
	werker: aPerson(personId('werker'), 'second-factor')
} as Record<string, ReturnType<typeof aPerson>>;
const as = (name: string) => ACTORS[name] ?? aPerson(personId(name));

const TABLES = [
	tables.agreement,
	tables.statement,
	tables.statementWithdrawal,
	tables.statementAnswer,
	tables.auditEntry,
	tables.formReceipt
] as const;

async function world() {
	const { ctx, folder, moveTo } = await aContext();
	await aFamilyInDatabase(ctx, family);
	const goals = await ctx.db.read.select().from(tables.goal);
	const [plan] = await ctx.db.read.select().from(tables.plan);
	const [part] = await ctx.db.read.select().from(tables.situation);
	const [step] = await ctx.db.read.select().from(tables.step);
	const goal = (words: string) => goals.find((one) => one.ownWords === words)?.id as GoalId;
	const everything = async () => {
		const found = [];
		for (const table of TABLES) found.push(await ctx.db.read.select().from(table));
		return found;
	};
	const key = () => crypto.randomUUID();
	return {
		...{ ctx, moveTo, goal, plan: plan?.id ?? '', part, step: step?.id ?? '', everything, folder },
		agree: (who: string, subject: string, answer: string, reason = '', its = key()) =>
			recordAgreement(
				ctx,
				as(who),
				GEZIN,
				AgreementInput.parse({ key: its, subject, answer, reason })
			),
		say: (who: string, subject: string, words: string, its = key()) =>
			makeStatement(ctx, as(who), GEZIN, StatementInput.parse({ key: its, subject, words })),
		reply: (who: string, statement: string, words: string, its = key()) =>
			answerStatement(ctx, as(who), GEZIN, AnswerInput.parse({ key: its, statement, words })),
		withdraw: (who: string, statement: string, its = key()) =>
			withdrawStatement(ctx, as(who), GEZIN, WithdrawInput.parse({ key: its, statement })),
		statements: () => ctx.db.read.select().from(tables.statement),
		voices: (who: string, words = 'wissel') => getGoalVoices(ctx, as(who), GEZIN, goal(words)),
		page: (who: string) => getVoicePage(ctx, as(who), GEZIN)
	};
}

const short = (view: Awaited<ReturnType<typeof getGoalVoices>>) =>
	view.goal?.answers.map(({ person, newest }) => [
		person.name,
		newest?.answer ?? null,
		newest?.reason ?? null
	]);

describe('agreement', () => {
	test('each for oneself, side by side, with who has not answered', async () => {
		const { agree, goal, voices } = await world();
		await agree('vader', `goal:${goal('wissel')}`, 'eens');
		await agree('moeder', `goal:${goal('wissel')}`, 'oneens', 'Het is te vaak.');
		const expected = [
			['Noor', null, null],
			['moeder', 'oneens', 'Het is te vaak.'],
			['vader', 'eens', null]
		];
		for (const who of ['vader', 'moeder', 'Noor', 'Anna']) {
			expect(short(await voices(who)), who).toEqual(expected);
		}
		// Grandmother only sees the step that names her.
		expect((await voices('oma')).goal).toBeNull();
	});

	test('the newest counts, the earlier one stays, and a goal with other words says so', async () => {
		const { ctx, agree, goal, voices } = await world();
		const subject = `goal:${goal('wissel')}`;
		await agree('vader', subject, 'oneens', 'eerst niet');
		await agree('vader', subject, 'eens');
		const own = async () =>
			(await voices('moeder')).goal?.answers.find(({ person }) => person.name === 'vader');
		expect(await own()).toMatchObject({
			newest: { answer: 'eens', on: '2026-11-22' },
			changedSince: false,
			earlier: [{ answer: 'oneens', reason: 'eerst niet' }]
		});
		await ctx.db.write((tx) => tx.update(tables.goal).set({ professionalWords: 'anders' }));
		expect((await own())?.changedSince).toBe(true);
		await agree('vader', subject, 'geen_antwoord');
		expect(await own()).toMatchObject({ newest: { answer: 'geen_antwoord' }, changedSince: false });
	});

	test('of the whole plan, each reads whose child they know, and reasons only who sees all', async () => {
		const { ctx, agree, plan, page } = await world();
		await agree('moeder', `plan:${plan}`, 'oneens', 'over Milan');
		await agree('stiefvader', `plan:${plan}`, 'eens');
		await agree('vader', `plan:${plan}`, 'eens', 'van mij');
		const read = async (who: string) =>
			(await page(who)).plan?.answers.map(({ person, newest }) => [
				person.name,
				newest?.reason ?? newest?.answer ?? null
			]);
		expect(await read('vader')).toEqual([
			['Noor', null],
			['moeder', 'oneens'],
			['vader', 'van mij']
		]);
		expect((await read('moeder'))?.map(([name]) => name)).toEqual([
			...['Noor', 'moeder', 'vader', 'stiefvader']
		]);
		// A change in Milan's goal shows with the answers of who sees it, to who sees everything.
		await ctx.db.write((tx) =>
			tx.update(tables.goal).set({ ownWords: 'anders' }).where(eq(tables.goal.ownWords, 'rust'))
		);
		const changed = async (who: string) =>
			(await page(who)).plan?.answers.flatMap((one) => (one.changedSince ? one.person.name : []));
		expect(await changed('Anna')).toEqual(['moeder', 'stiefvader']);
		expect(await changed('vader')).toEqual([]);
	});

	test.each([
		['Noor', 'rust', 'hide'],
		['Milan', 'rust', 'hide'],
		['vader', 'rust', 'hide'],
		['stiefvader', 'wissel', 'hide'],
		['ex', 'wissel', 'hide'],
		['oma', 'wissel', 'hide'],
		['werker', 'wissel', 'hide'],
		['niemand', 'wissel', 'hide'],
		['Anna, by link', 'wissel', 'hide'],
		['Anna', 'wissel', 'deny']
	])('%s does not answer on %s', async (who, goalWords, outcome) => {
		const { agree, goal, everything } = await world();
		const before = await everything();
		const tried = agree(who, `goal:${goal(goalWords)}`, 'eens');
		await expect(tried).rejects.toMatchObject({ decision: { outcome } });
		expect(await everything()).toEqual(before);
	});

	test('a goal of another family, or of none, is not there', async () => {
		const { ctx, agree, everything } = await world();
		await aFamilyInDatabase(ctx, { ...family, id: 'elders', regisseurs: [] });
		const all = await ctx.db.read.select().from(tables.goal);
		const plans = await ctx.db.read.select().from(tables.plan);
		const elsewhere = plans.find((one) => one.familyId === 'elders')?.id;
		const before = await everything();
		for (const id of [all.find((one) => one.planId === elsewhere)?.id, 'nergens']) {
			await expect(agree('moeder', `goal:${id}`, 'eens')).rejects.toBeInstanceOf(Denied);
		}
		expect(await everything()).toEqual(before);
	});

	test('a double tap answers once; the key of another person is another', async () => {
		const { agree, goal, everything } = await world();
		const key = crypto.randomUUID();
		const subject = `goal:${goal('wissel')}`;
		await Promise.all(Array.from({ length: 10 }, () => agree('moeder', subject, 'eens', '', key)));
		await agree('vader', subject, 'eens', '', key);
		const [agreements, , , , log] = await everything();
		expect([agreements?.length, log?.length]).toEqual([2, 2]);
	});

	test.each([
		[{ answer: undefined }, { answer: 'voice.answerMissing' }],
		[{ answer: 'misschien' }, { answer: 'voice.answerMissing' }],
		[{ subject: 'kind:x' }, { subject: 'fout.formulier' }],
		[{ subject: 'goal:../x' }, { subject: 'fout.formulier' }],
		[{ reason: 'x'.repeat(20_001) }, { reason: 'voice.wordsLong' }]
	])('bad input %o is refused', (bad, problems) => {
		const good = { key: crypto.randomUUID(), subject: 'goal:a', answer: 'eens', reason: '' };
		const parsed = AgreementInput.safeParse({ ...good, ...bad });
		const found = parsed.error?.issues.map((one) => [one.path.join(), one.message]) ?? [];
		expect(Object.fromEntries(found)).toEqual(problems);
	});
});

describe('own words', () => {
	const TYPED =
		'  eerste regel\r\n\r\n\tمرحبا بكم — ‏👩‍👧 é e\u0301\r\n' + 'lang '.repeat(3000) + ' ';
	const KEPT = TYPED.replaceAll('\r\n', '\n');

	test('are kept exactly: spaces, line breaks, other scripts, and long', async () => {
		const { say, goal, voices } = await world();
		await say('moeder', `goal:${goal('wissel')}`, TYPED);
		for (const who of ['moeder', 'vader', 'Noor', 'Anna']) {
			const found = (await voices(who)).goal?.statements;
			expect(found?.map(({ words, person }) => [words, person.name])).toEqual([[KEPT, 'moeder']]);
		}
	});

	test.each(['', '   \n\t '])('nothing is no words: %j', (words) => {
		const key = crypto.randomUUID();
		const parsed = StatementInput.safeParse({ key, subject: 'goal:a', words });
		expect(parsed.error?.issues.map(({ message }) => message)).toEqual(['voice.wordsEmpty']);
	});

	test('the regisseur answers, the answer stands under it, and both read it', async () => {
		const { say, reply, statements, goal, voices, moveTo } = await world();
		await say('moeder', `goal:${goal('wissel')}`, 'Zo werkt het niet voor mij.');
		moveTo('2026-11-24T10:00:00Z');
		await reply('Anna', (await statements())[0]?.id ?? '', 'Ik bel u dinsdag.');
		for (const who of ['moeder', 'vader']) {
			expect((await voices(who)).goal?.statements).toMatchObject([
				{
					words: 'Zo werkt het niet voor mij.',
					on: '2026-11-22',
					answers: [
						{ words: 'Ik bel u dinsdag.', on: '2026-11-24', person: { name: 'Anna Achternaam' } }
					]
				}
			]);
		}
	});

	test('the author takes them away: others read that, and not the words or the answer', async () => {
		const { say, reply, withdraw, statements, goal, voices, moveTo, everything } = await world();
		await say('moeder', `goal:${goal('wissel')}`, 'Toch maar niet.');
		const id = (await statements())[0]?.id ?? '';
		await reply('Anna', id, 'U zegt: toch maar niet.');
		moveTo('2026-11-25T10:00:00Z');
		await withdraw('moeder', id);
		for (const who of ['vader', 'Noor', 'Anna']) {
			const view = await voices(who);
			expect(view.goal?.statements).toMatchObject([
				{ words: null, withdrawnOn: '2026-11-25', answers: [], person: { name: 'moeder' } }
			]);
			expect(JSON.stringify(view).toLowerCase()).not.toContain('toch maar niet');
		}
		expect((await voices('moeder')).goal?.statements[0]?.words).toBe('Toch maar niet.');
		const before = (await everything()).slice(0, 5);
		await withdraw('moeder', id);
		expect((await everything()).slice(0, 5)).toEqual(before);
		await expect(reply('Anna', id, 'nog iets')).rejects.toBeInstanceOf(Denied);
	});

	test.each(['vader', 'Noor', 'oma', 'stiefvader', 'Anna', 'Anna, by link', 'werker', 'niemand'])(
		'%s does not take away the words of the mother',
		async (who) => {
			const { say, withdraw, statements, goal, everything } = await world();
			await say('moeder', `goal:${goal('wissel')}`, 'Van mij.');
			const before = await everything();
			const id = (await statements())[0]?.id ?? '';
			await expect(withdraw(who, id)).rejects.toMatchObject({ decision: { outcome: 'hide' } });
			expect(await everything()).toEqual(before);
		}
	);

	test.each(['vader', 'moeder', 'oma', 'niemand', 'Anna, by link', 'werker'])(
		'%s does not answer as a professional',
		async (who) => {
			const { say, reply, statements, goal, everything } = await world();
			await say('moeder', `goal:${goal('wissel')}`, 'Van mij.');
			const before = await everything();
			const id = (await statements())[0]?.id ?? '';
			await expect(reply(who, id, 'ik ook')).rejects.toMatchObject({
				decision: { outcome: 'hide' }
			});
			expect(await everything()).toEqual(before);
		}
	);

	test.each([
		['vader', 'rust', 'hide'],
		['ex', 'wissel', 'hide'],
		['oma', 'wissel', 'hide'],
		['niemand', 'wissel', 'hide'],
		['Anna', 'wissel', 'deny']
	])('%s writes nothing beside %s', async (who, goalWords, outcome) => {
		const { say, goal, everything } = await world();
		const before = await everything();
		const tried = say(who, `goal:${goal(goalWords)}`, 'hallo');
		await expect(tried).rejects.toMatchObject({ decision: { outcome } });
		expect(await everything()).toEqual(before);
	});

	test('beside a step, a part and the plan: for who sees that', async () => {
		const { ctx, say, voices, page, plan, part, step } = await world();
		await say('oma', `step:${step}`, 'van oma');
		await say('vader', `situation:${part?.id}`, 'van vader');
		await say('moeder', `plan:${plan}`, 'over Milan en Noor');
		expect((await voices('vader')).steps[0]?.voices.statements[0]?.words).toBe('van oma');
		expect((await voices('oma')).steps[0]?.voices.statements[0]?.words).toBe('van oma');
		const beside = async (who: string) =>
			(await getPartVoices(ctx, as(who), GEZIN, part?.id ?? ('' as never))).voices.statements;
		expect((await beside('moeder'))[0]?.words).toBe('van vader');
		await expect(beside('stiefvader')).rejects.toBeInstanceOf(Denied);
		await expect(beside('oma')).rejects.toBeInstanceOf(Denied);
		expect((await page('Anna')).plan?.statements[0]?.words).toBe('over Milan en Noor');
		for (const who of ['vader', 'Noor', 'stiefvader', 'oma']) {
			expect(JSON.stringify(await page(who)), who).not.toContain('over Milan en Noor');
		}
	});

	test('a parent who is restricted keeps reading own words, and takes them away', async () => {
		const { ctx, say, page, withdraw, goal } = await world();
		await say('moeder', `goal:${goal('wissel')}`, 'van mij');
		await ctx.db.write((tx) =>
			tx.insert(tables.restriction).values({
				...{ id: 'beperking' as never, familyId: GEZIN, reason: 'reden' },
				...{ childId: personId('Noor'), parentId: personId('moeder') },
				...{ professionalId: personId('Anna'), secondProfessionalId: personId('werker') },
				...{ from: day('2026-11-01'), until: day('2027-01-01') }
			})
		);
		const view = await page('moeder');
		expect(view.goals.map(({ words }) => words)).toEqual(['rust']);
		expect(view.ownElsewhere.map(({ words }) => words)).toEqual(['van mij']);
		await withdraw('moeder', view.ownElsewhere[0]?.id ?? '');
		expect((await page('moeder')).ownElsewhere[0]?.withdrawnOn).toBe('2026-11-22');
	});

	test('a look by the regisseur is logged, a look by family is not', async () => {
		const { ctx, voices, page } = await world();
		await voices('moeder');
		await page('oma');
		await voices('Anna');
		const log = await ctx.db.read.select().from(tables.auditEntry);
		expect(log.map((row) => [row.actorId, row.action, row.thing])).toEqual([
			['Anna', 'read', 'voices']
		]);
	});
});

describe('the database itself', () => {
	const COLUMNS: Record<string, string> = {
		agreement: 'reason',
		statement: 'words',
		statement_withdrawal: 'at',
		statement_answer: 'words'
	};

	test('refuses to change, delete or replace a row, also by somebody with the file', async () => {
		const { agree, say, reply, withdraw, statements, goal, folder, everything } = await world();
		const subject = `goal:${goal('wissel')}`;
		await agree('moeder', subject, 'oneens', 'mijn reden');
		await say('moeder', subject, 'mijn woorden');
		const id = (await statements())[0]?.id ?? '';
		await reply('Anna', id, 'mijn antwoord');
		await withdraw('moeder', id);
		const before = await everything();
		const raw = createClient({ url: `file:${folder}/test.db` });
		for (const [table, column] of Object.entries(COLUMNS)) {
			expect((await raw.execute(`SELECT * FROM ${table}`)).rows).toHaveLength(1);
			for (const sql of [
				`UPDATE ${table} SET ${column} = 1`,
				...(table === 'statement' ? [`UPDATE statement SET person_id = 'vader'`] : []),
				`DELETE FROM ${table}`,
				`INSERT OR REPLACE INTO ${table} SELECT * FROM ${table}`
			]) {
				await expect(raw.execute(sql), sql).rejects.toThrow(`${table} is append-only`);
			}
		}
		raw.close();
		expect(await everything()).toEqual(before);
	});
});

test('what waits for the regisseur, for many families at once', async () => {
	const { ctx, say, reply, withdraw, statements, goal, moveTo } = await world();
	const subject = `goal:${goal('wissel')}`;
	const today = day('2026-11-22');
	const waiting = () => voicesWaiting(ctx.db.read, [GEZIN, 'elders' as FamilyId], today);
	expect(await waiting()).toEqual([]);
	for (const words of ['een', 'twee', 'drie']) await say('moeder', subject, words);
	expect(await waiting()).toEqual([
		{ familyId: 'gezin', kind: 'statement', on: '2026-11-22', count: 3 }
	]);
	const [first, second] = await statements();
	await reply('Anna', first?.id ?? '', 'antwoord');
	await withdraw('moeder', second?.id ?? '');
	expect((await waiting()).map(({ count }) => count)).toEqual([1]);
	expect(await voicesWaiting(ctx.db.read, ['elders' as FamilyId], today)).toEqual([]);
	moveTo('2027-01-01T12:00:00Z');
	expect(await voicesWaiting(ctx.db.read, [GEZIN], day('2027-01-01'))).toEqual([]);
});
