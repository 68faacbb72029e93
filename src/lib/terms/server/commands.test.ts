import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import type { FamilyId } from '#lib/family/model.ts';
import type { Assurance } from '#lib/kernel/actor.ts';
import { day, type Day } from '#lib/kernel/calendar.ts';
import { Denied } from '#lib/kernel/policy.ts';
import { KADER_KINDS } from '#lib/rights/kader.model.ts';
import type { OwnPlanId } from '#lib/familiegroepsplan/model.ts';
import { auditEntry, kader, ownPlan, participant, termEvent } from '#lib/server/db/schema/index.ts';
import { Refused } from '#lib/server/refused.ts';
import { aContext } from '../../../../tests/support/database.ts';
import { aFamilyInDatabase, type FamilySpec } from '../../../../tests/support/family.ts';
import { aPerson, personId } from '../../../../tests/support/facts.ts';
import { CorrectTermEvent, RecordTermEvent, WithdrawTermEvent } from '../model.ts';
import { correctTermEvent, recordTermEvent, withdrawTermEvent } from './commands.ts';
import { getTermsPage } from './queries.ts';
import { termsWaiting } from './waiting.ts';

const family: FamilySpec = {
	id: 'gezin',
	people: [
		{ id: 'Yara', relation: 'kind', born: day('2010-02-01') },
		{ id: 'Sam', relation: 'kind', born: day('2016-01-01') },
		{ id: 'moeder', relation: 'ouder', gezagOver: { Yara: 'tweehoofdig', Sam: 'tweehoofdig' } },
		{ id: 'vader', relation: 'ouder' },
		{ id: 'papa van Sam', relation: 'ouder', gezagOver: { Sam: 'tweehoofdig' } },
		{ id: 'tante', relation: 'netwerk' }
	],
	regisseurs: [{ id: 'Anna' }],
	kaders: [
		{ child: 'Yara', kind: 'ots' },
		{ child: 'Sam', kind: 'vrijwillig' }
	]
};
const FAMILY = 'gezin' as FamilyId;
let keys = 0;
const freshKey = () => `0b9f3f3e-3b0a-4c53-9d0e-${String((keys += 1)).padStart(12, '0')}`;
const someone = (id: string, assurance: Assurance = 'link') => aPerson(personId(id), assurance);
const anna = someone('Anna', 'second-factor');

async function world(spec: FamilySpec = family) {
	const { ctx, moveTo } = await aContext();
	await aFamilyInDatabase(ctx, spec);
	const rows = () => ctx.db.read.select().from(termEvent).orderBy(termEvent.recordedAt);
	const log = () => ctx.db.read.select().from(auditEntry);
	const record = (who: string, over: Record<string, string> = {}, actor = someone(who)) =>
		recordTermEvent(ctx, actor, {
			...RecordTermEvent.parse({
				...{ key: freshKey(), child: 'Yara', term: 'contact_ots', moment: 'start' },
				on: '2026-11-09',
				...over
			}),
			family: FAMILY
		});
	const correct = (who: string, event: string, on: string, key = freshKey()) =>
		correctTermEvent(ctx, someone(who), {
			...CorrectTermEvent.parse({ key, event, on }),
			family: FAMILY
		});
	const withdraw = (who: string, event: string) =>
		withdrawTermEvent(ctx, someone(who), {
			...WithdrawTermEvent.parse({ key: freshKey(), event }),
			family: FAMILY
		});
	const page = (who: string) =>
		getTermsPage(ctx, who === 'Anna' ? anna : someone(who), FAMILY).then((view) => view.children);
	return { ctx, moveTo, rows, log, record, correct, withdraw, page };
}

test('a mother says when the GI had notice, and reads the day of the law', async () => {
	const { rows, log, record, page } = await world();
	await record('moeder');
	expect(await rows()).toMatchObject([
		{ childId: 'Yara', term: 'contact_ots', moment: 'start', on: '2026-11-09' }
	]);
	expect((await log()).map((row) => [row.ability, row.relation])).toEqual([
		['term-event.record', 'ouder']
	]);
	const [yara] = await page('moeder');
	expect(yara?.terms).toMatchObject([
		{
			term: 'contact_ots',
			starts: [{ on: '2026-11-09', due: '2026-11-16', state: 'passed', metOn: null }],
			mayMeet: true
		}
	]);
	expect(yara?.terms[0]?.ladder).toHaveLength(6);
	expect(yara?.terms[0]?.starts[0]?.said[0]?.person?.name).toBe('moeder');
});

test('mother and daughter say different days: both stand there, with who said it', async () => {
	const { record, page } = await world();
	await record('moeder', { on: '2026-11-09' });
	await record('Yara', { on: '2026-11-11' });
	const [card] = (await page('Yara'))[0]?.terms ?? [];
	expect(
		card?.starts.map((one) => [one.on, one.due, one.said.map((who) => who.person?.name)])
	).toEqual([
		['2026-11-09', '2026-11-16', ['moeder']],
		['2026-11-11', '2026-11-18', ['Yara']]
	]);
	// Her mother is party to the measure, and so reads Yara's name there.
	const [forMother] = (await page('moeder'))[0]?.terms ?? [];
	expect(forMother?.starts[1]?.said[0]?.person?.name).toBe('Yara');
});

test('the regisseur says that it happened; what to do if not stays in reach', async () => {
	const { record, page, log } = await world();
	await record('moeder');
	await record('Anna', { moment: 'met', on: '2026-11-17' }, anna);
	const [card] = (await page('moeder'))[0]?.terms ?? [];
	expect(card?.starts).toMatchObject([{ state: 'met', metOn: '2026-11-17', metLate: true }]);
	expect(card?.mets[0]?.said[0]?.person?.name).toBe('Anna Achternaam');
	expect(card?.ladder).toHaveLength(6);
	await page('Anna');
	expect((await log()).map((row) => [row.action, row.thing])).toEqual([
		['create', 'term_event'],
		['create', 'term_event'],
		['read', 'terms']
	]);
});

test('a typing error is corrected by who made it, and stays to be read', async () => {
	const { rows, record, correct, withdraw, page } = await world();
	await record('moeder', { on: '2026-11-06' });
	const [first] = await rows();
	await correct('moeder', first?.id ?? '', '2026-11-16');
	const all = await rows();
	const [old, instead] = [all.find((one) => one.withdrawnAt), all.find((one) => !one.withdrawnAt)];
	expect([all.length, old?.on, old?.replacedBy]).toEqual([2, '2026-11-06', instead?.id]);
	let [card] = (await page('moeder'))[0]?.terms ?? [];
	expect(card?.starts.map((one) => [one.on, one.state])).toEqual([['2026-11-16', 'running']]);
	expect(card?.takenBack).toMatchObject([{ on: '2026-11-06', instead: '2026-11-16' }]);
	await withdraw('moeder', instead?.id ?? '');
	[card] = (await page('moeder'))[0]?.terms ?? [];
	expect([card?.starts, card?.takenBack.length]).toEqual([[], 2]);
	await expect(correct('moeder', instead?.id ?? '', '2026-11-17')).rejects.toBeInstanceOf(Refused);
});

test('nobody changes what another said', async () => {
	const { rows, log, record, correct, withdraw } = await world();
	await record('moeder');
	const [row] = await rows();
	const before = [await rows(), await log()];
	for (const who of ['Yara', 'vader', 'papa van Sam', 'tante', 'niemand']) {
		await expect(correct(who, row?.id ?? '', '2026-11-10'), who).rejects.toBeInstanceOf(Denied);
		await expect(withdraw(who, row?.id ?? ''), who).rejects.toBeInstanceOf(Denied);
	}
	await expect(withdraw('moeder', 'bestaat-niet')).rejects.toBeInstanceOf(Denied);
	expect([await rows(), await log()]).toEqual(before);
});

test('the database itself refuses to change what was said', async () => {
	const { ctx, rows, record, withdraw } = await world();
	await record('moeder');
	const change = (set: Partial<typeof termEvent.$inferInsert>) =>
		ctx.db.write(async (tx) => void (await tx.update(termEvent).set(set)));
	await expect(change({ on: day('2026-11-01') })).rejects.toThrow();
	await expect(change({ on: day('2026-11-01'), withdrawnAt: ctx.now() })).rejects.toThrow();
	const [row] = await rows();
	await withdraw('moeder', row?.id ?? '');
	await expect(change({ withdrawnAt: null })).rejects.toThrow();
	for (const sql of [
		'DELETE FROM term_event',
		'INSERT OR REPLACE INTO term_event SELECT * FROM term_event'
	]) {
		await expect(ctx.db.client.execute(sql), sql).rejects.toThrow('term_event is only taken back');
	}
	expect(await rows()).toMatchObject([{ on: '2026-11-09', withdrawnAt: ctx.now() }]);
});

test.each<[string, string, Record<string, string>]>([
	['a parent without gezag', 'vader', {}],
	['the father of her half-brother', 'papa van Sam', {}],
	['an aunt', 'tante', {}],
	['her brother of 10', 'Sam', {}],
	['a stranger', 'niemand', {}],
	['the regisseur without the second factor', 'Anna', {}],
	['a mother, for a term that the kader does not know', 'moeder', { term: 'contact_voogdij' }],
	['a mother, for a voluntary plan of a child of 16', 'moeder', { term: 'plan_op_papier' }],
	['a mother, for a child of another family', 'moeder', { child: 'vreemd' }],
	['a mother, that it happened before anybody said a start', 'moeder', { moment: 'met' }]
])('%s says nothing', async (_, who, over) => {
	const { rows, log, record } = await world();
	await expect(record(who, over)).rejects.toBeInstanceOf(Denied);
	expect([await rows(), await log()]).toEqual([[], []]);
});

test.each([
	['a day that has not been', '2026-11-23', 'terms.dayInFuture'],
	['a day of more than two years ago', '2024-11-21', 'terms.dayTooOld']
])('%s is refused', async (_, on, reason) => {
	const { rows, log, record } = await world();
	await expect(record('moeder', { on })).rejects.toMatchObject({ errors: { on: reason } });
	expect([await rows(), await log()]).toEqual([[], []]);
});

test('what happened before it started is refused', async () => {
	const { rows, record } = await world();
	await record('moeder');
	const early = record('moeder', { moment: 'met', on: '2026-11-08' });
	await expect(early).rejects.toMatchObject({ errors: { on: 'terms.dayBeforeStart' } });
	expect(await rows()).toHaveLength(1);
});

test.each([
	['no day', { on: '' }],
	['a day that does not exist', { on: '2026-02-29' }],
	['another term', { term: 'zitting' }],
	['another moment', { moment: 'later' }],
	['no key', { key: 'x' }]
])('the form refuses %s', (_, over) => {
	const good = {
		...{ key: freshKey(), child: 'Yara', term: 'plan', moment: 'start' },
		on: '2026-11-09'
	};
	expect(RecordTermEvent.safeParse(good).success).toBe(true);
	expect(RecordTermEvent.safeParse({ ...good, ...over }).success).toBe(false);
});

test('a double tap, and the same day once more, are one saying', async () => {
	const { rows, log, record } = await world();
	const key = freshKey();
	await Promise.all(Array.from({ length: 10 }, () => record('moeder', { key })));
	await record('moeder');
	expect([(await rows()).length, (await log()).length]).toEqual([1, 1]);
});

test('who sees which child, and what may be written there', async () => {
	const { page } = await world();
	const seen = async (who: string) =>
		(await page(who)).map((one) => [one.person.name, ...one.offered]);
	const underOts = ['contact_ots', 'plan', 'aanwijzing', 'intrekking'];
	expect(await seen('moeder')).toEqual([
		['Yara', ...underOts],
		['Sam', 'plan', 'plan_op_papier']
	]);
	expect(await seen('Yara')).toEqual([['Yara', ...underOts]]);
	expect(await seen('papa van Sam')).toEqual([['Sam', 'plan', 'plan_op_papier']]);
	for (const who of ['vader', 'tante', 'Sam', 'niemand']) {
		await expect(page(who), who).rejects.toBeInstanceOf(Denied);
	}
});

describe('never from the date of a hearing', () => {
	const DATES = ['2024-02-29', '2026-03-29', '2026-11-01', '2026-11-22'] as const;

	test('no kader with any date makes a term while nobody said a start', async () => {
		const kaders = KADER_KINDS.map((kind) => ({ child: 'Yara', kind }));
		const { ctx, page } = await world({ ...family, kaders });
		for (const date of DATES) {
			await ctx.db.write(
				async (tx) => void (await tx.update(kader).set({ decidedOn: day(date), from: day(date) }))
			);
			for (const who of ['moeder', 'Yara', 'Anna']) {
				expect((await page(who)).flatMap((child) => child.terms)).toEqual([]);
			}
			expect(await termsWaiting(ctx.db.read, [FAMILY], day('2026-11-22'))).toEqual([]);
		}
	});

	test('another date of the decision, or since when it holds, changes no term', async () => {
		const { ctx, page, record } = await world();
		await record('moeder');
		await record('Yara', { term: 'aanwijzing', on: '2026-11-12' });
		const before = await page('moeder');
		expect(before[0]?.terms).toHaveLength(2);
		for (const date of [null, ...DATES]) {
			const from = day(date ?? '2020-01-01');
			await ctx.db.write(
				async (tx) =>
					void (await tx
						.update(kader)
						.set({ decidedOn: date as Day | null, from })
						.where(eq(kader.kind, 'ots')))
			);
			expect(await page('moeder'), String(date)).toEqual(before);
		}
	});
});

describe('what waits for a professional', () => {
	const today = day('2026-11-22');

	test('soonest first, without what is met, the family’s own, or what is over', async () => {
		const { ctx, record, rows, withdraw } = await world();
		await record('moeder', { on: '2026-11-09' });
		await record('Yara', { term: 'plan', on: '2026-11-02' });
		await record('moeder', { term: 'aanwijzing', on: '2026-11-02' });
		await record('moeder', { child: 'Sam', term: 'plan_op_papier', on: '2026-11-03' });
		await record('moeder', { child: 'Sam', term: 'plan_op_papier', moment: 'met' });
		await record('moeder', { term: 'intrekking', on: '2026-11-20' });
		const wrong = (await rows()).find((one) => one.term === 'intrekking');
		await withdraw('moeder', wrong?.id ?? '');
		const waiting = () => termsWaiting(ctx.db.read, [FAMILY], today);
		expect(await waiting()).toEqual([
			{ familyId: 'gezin', on: '2026-11-16', kind: 'term', passed: true },
			{ familyId: 'gezin', on: '2026-12-14', kind: 'term', passed: false }
		]);
		await ctx.db.write(async (tx) => void (await tx.update(kader).set({ until: today })));
		expect(await waiting()).toEqual([]);
	});

	test('of a child who left the family nothing waits', async () => {
		const { ctx, record } = await world();
		await record('moeder');
		const left = { until: today };
		await ctx.db.write(async (tx) => void (await tx.update(participant).set(left)));
		expect(await termsWaiting(ctx.db.read, [FAMILY], today)).toEqual([]);
	});

	test('of other families nothing, and in three statements for a whole list, which are made once', async () => {
		const { ctx, record } = await world();
		await record('moeder');
		const read = ctx.db.read;
		let statements = 0;
		const counting = new Proxy(read, {
			get(target, name, receiver) {
				if (name === 'select') statements += 1;
				return Reflect.get(target, name, receiver) as unknown;
			}
		});
		const many = Array.from({ length: 60 }, (_, at) => `gezin-${at}` as FamilyId);
		expect(await termsWaiting(counting, many, today)).toEqual([]);
		expect(statements).toBe(3);
		expect(await termsWaiting(counting, [...many, FAMILY], today)).toHaveLength(1);
		expect(await termsWaiting(counting, [], today)).toEqual([]);
		expect(statements).toBe(3);
	});
});

test('that no familiegroepsplan comes starts the term of the plan, and says where it stands', async () => {
	const { ctx, page, record } = await world();
	await ctx.db.write((tx) =>
		tx.insert(ownPlan).values({
			...{ id: 'eigen' as OwnPlanId, familyId: FAMILY, state: 'niet_gewild' },
			...{ since: day('2026-10-01'), children: [personId('Yara'), personId('Sam')] }
		})
	);
	const planOf = async () =>
		(await page('moeder')).map((child) => child.terms.find((one) => one.term === 'plan'));
	expect((await planOf()).flatMap((one) => one?.starts ?? [])).toMatchObject(
		['Yara', 'Sam'].map(() => ({
			...{ on: '2026-10-01', due: '2026-11-12', state: 'passed' },
			said: [{ person: null, ofOwnPlan: true }]
		}))
	);
	const today = day('2026-11-22');
	const waiting = await termsWaiting(ctx.db.read, [FAMILY], today);
	expect(waiting.map((one) => [one.kind, one.on, one.passed])).toEqual([
		['term', '2026-11-12', true],
		['term', '2026-11-12', true]
	]);
	await record('moeder', { term: 'plan', moment: 'met', on: '2026-11-10' });
	expect((await planOf())[0]?.starts).toMatchObject([{ state: 'met', metLate: false }]);
	await ctx.db.write((tx) => tx.update(ownPlan).set({ state: 'aangeboden' }));
	expect((await planOf()).flatMap((one) => one?.starts ?? [])).toEqual([]);
});
