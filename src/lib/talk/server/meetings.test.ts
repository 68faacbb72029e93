import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import type { HouseholdId } from '#lib/family/model.ts';
import { day } from '#lib/kernel/calendar.ts';
import { Denied } from '#lib/kernel/policy.ts';
import { deliver } from '#lib/notifications/server/commands.ts';
import { Refused } from '#lib/server/refused.ts';
import * as tables from '#lib/server/db/schema/index.ts';
import { eq } from 'drizzle-orm';
import { getHomePage } from '#lib/home/server/queries.ts';
import { getPlanPage } from '#lib/plan/server/queries.ts';
import { personId } from '../../../../tests/support/facts.ts';
import {
	aMeeting,
	aTalkingFamily,
	CANARY,
	FAMILY,
	formOf,
	kept,
	MOTHERS,
	someone,
	staff,
	type TalkingFamily
} from '../../../../tests/support/talk.ts';
import { ChangeMeeting, PlanMeeting, type AddPoint, type MeetingId } from '../meeting.model.ts';
import { getCalendarFile } from './calendar-file.ts';
import {
	addDecision,
	addPoint,
	bringSupporter,
	makeStep,
	withdrawPoint,
	withdrawSupporter
} from './meeting-parts.commands.ts';
import { cancelMeeting, changeMeeting, planMeeting } from './meetings.commands.ts';
import { getMeetingPage, getMeetingsPage } from './meetings.queries.ts';
import { talkSenders } from './senders.ts';

const key = () => crypto.randomUUID();
const point = (meeting: MeetingId, words = 'School'): z.output<typeof AddPoint> => ({
	key: key(),
	family: FAMILY,
	meeting,
	point: words
});
const pageOf = (world: TalkingFamily, who: string, meeting: MeetingId) =>
	getMeetingPage(world.ctx, staff(who), FAMILY, meeting);
const isHidden = (work: Promise<unknown>) =>
	expect(work).rejects.toMatchObject({ decision: { outcome: 'hide' } });
const changed = (meeting: MeetingId, given: Record<string, string> = {}) => ({
	...formOf(given),
	meeting,
	change: 'Anna is ziek'
});

async function mailed({ ctx }: TalkingFamily) {
	const mails: { to: string; subject: string; text: string }[] = [];
	await deliver(ctx, talkSenders, async (mail) => void mails.push(mail));
	return mails;
}

const anAccountFor = ({ ctx }: TalkingFamily, who: string) =>
	ctx.db.write((tx) =>
		tx.insert(tables.account).values({
			personId: personId(who),
			email: `${who}@voorbeeld.nl`,
			createdAt: ctx.now()
		})
	);

describe('planning', () => {
	test('the regisseur plans; who is invited finds it, and nobody else', async () => {
		const world = await aTalkingFamily();
		const id = await aMeeting(world);
		for (const who of ['Noor', 'moeder', 'vader', 'oma', 'Bilal', 'Anna', 'Erik']) {
			expect(await pageOf(world, who, id), who).toMatchObject({ on: '2026-12-01', time: '14:30' });
			const { coming } = await getMeetingsPage(world.ctx, staff(who), FAMILY);
			expect(
				coming.map((one) => one.id),
				who
			).toEqual([id]);
		}
		for (const who of ['stiefvader', 'zonder', 'buurvrouw', 'Carla', 'Ans', 'niemand'])
			await isHidden(pageOf(world, who, id));
		await isHidden(pageOf(world, 'moeder', 'nergens' as MeetingId));
		const { coming } = await getMeetingsPage(world.ctx, someone('stiefvader'), FAMILY);
		expect(coming).toEqual([]);
	});

	test('a double tap plans one meeting', async () => {
		const world = await aTalkingFamily();
		const form = formOf();
		const ids = await Promise.all(
			Array.from({ length: 10 }, () => planMeeting(world.ctx, staff('Anna'), form))
		);
		expect(new Set(ids).size).toBe(1);
		const { meetings, invited, mail, log } = await kept(world);
		expect([meetings.length, invited.length, mail.length, log.length]).toEqual([1, 5, 5, 1]);
	});

	test.each(['moeder', 'Noor', 'oma', 'Bilal', 'Ans', 'niemand'])(
		'%s plans, changes and cancels nothing',
		async (who) => {
			const world = await aTalkingFamily();
			const id = await aMeeting(world);
			const before = await kept(world);
			const { ctx } = world;
			const cancel = { key: key(), family: FAMILY, meeting: id, cancel: 'nee' };
			for (const work of [
				planMeeting(ctx, staff(who), formOf()),
				changeMeeting(ctx, staff(who), changed(id)),
				cancelMeeting(ctx, staff(who), cancel),
				planMeeting(ctx, someone('Anna'), formOf())
			])
				await expect(work).rejects.toBeInstanceOf(Denied);
			expect(await kept(world)).toEqual(before);
		}
	);

	test.each<[string, Record<string, string>, string]>([
		['a moment that has passed', { day: '2026-11-24', time: '10:00' }, 'day'],
		['no child', { children: '' }, 'children'],
		['a child of another family', { children: 'Piet' }, 'children'],
		['nobody invited', { invited: '' }, 'invited'],
		['somebody from elsewhere', { invited: 'niemand' }, 'invited'],
		['a household of another family', { household: 'elders' }, 'place'],
		['a household without a place', { household: MOTHERS, place: '' }, 'place']
	])('%s is refused', async (_, given, field) => {
		const world = await aTalkingFamily();
		const before = await kept(world);
		const work = planMeeting(world.ctx, staff('Anna'), formOf(given));
		await expect(work).rejects.toSatisfy(
			(thrown) => thrown instanceof Refused && field in thrown.errors
		);
		expect(await kept(world)).toEqual(before);
	});

	test.each([
		{ day: '2026-02-30' },
		{ time: '24:00' },
		{ minutes: '61' },
		{ place: 'x'.repeat(201) }
	])('a form with %o is not taken', (given) => {
		const good = { key: key(), family: 'gezin', day: '2026-12-01', time: '14:30', minutes: '60' };
		expect(PlanMeeting.safeParse(good).success).toBe(true);
		expect(PlanMeeting.safeParse({ ...good, ...given }).success).toBe(false);
	});

	test('a right that ends hides the meeting, also from a row that stays', async () => {
		const world = await aTalkingFamily();
		const id = await aMeeting(world);
		await world.ctx.db.write(async (tx) => {
			await tx.insert(tables.restriction).values({
				...{ id: 'r' as never, familyId: FAMILY, childId: personId('Noor') },
				...{ parentId: personId('vader'), reason: 'r', from: day('2026-11-20') },
				...{ until: day('2027-01-01'), professionalId: personId('Anna') },
				secondProfessionalId: personId('Erik')
			});
			await tx
				.update(tables.gezag)
				.set({ until: day('2026-11-24') })
				.where(eq(tables.gezag.holderId, personId('moeder')));
		});
		await isHidden(pageOf(world, 'vader', id));
		await isHidden(pageOf(world, 'moeder', id));
		const { invited } = await pageOf(world, 'Anna', id);
		expect(invited.filter((one) => !one.reached).map((one) => one.person.name)).toEqual([
			'moeder',
			'vader'
		]);
		expect((await pageOf(world, 'oma', id)).invited.every((one) => one.reached === null)).toBe(
			true
		);
	});

	test('a half-sibling is named to nobody who may not know', async () => {
		const world = await aTalkingFamily();
		const id = await aMeeting(world, {
			children: 'Noor,Milan',
			invited: 'Noor,vader,moeder,Milan'
		});
		const names = async (who: string) => {
			const { about, invited } = await pageOf(world, who, id);
			return [about.map((one) => one.name), invited.map((one) => one.person.name)];
		};
		expect(await names('vader')).toEqual([['Noor'], ['Noor', 'moeder', 'vader']]);
		expect(await names('moeder')).toEqual([
			['Noor', 'Milan'],
			['Noor', 'Milan', 'moeder', 'vader']
		]);
	});

	test('from its start nothing is moved; a cancelled one stays with its reason', async () => {
		const world = await aTalkingFamily();
		const id = await aMeeting(world);
		const cancel = { key: key(), family: FAMILY, meeting: id, cancel: 'Anna is ziek' };
		await cancelMeeting(world.ctx, staff('Anna'), cancel);
		expect(await pageOf(world, 'moeder', id)).toMatchObject({
			state: 'cancelled',
			changeWords: 'Anna is ziek'
		});
		await expect(changeMeeting(world.ctx, staff('Anna'), changed(id))).rejects.toMatchObject({
			decision: { outcome: 'deny', reason: 'overleg_afgezegd' }
		});
		const other = await aMeeting(world);
		world.moveTo('2026-12-01T13:30:00Z');
		await expect(changeMeeting(world.ctx, staff('Anna'), changed(other))).rejects.toMatchObject({
			decision: { outcome: 'deny', reason: 'overleg_begonnen' }
		});
	});

	test('moved without a reason is not taken', () => {
		const form = { ...formOf(), children: 'Noor', invited: 'Noor', minutes: '60', meeting: 'm' };
		expect(ChangeMeeting.safeParse({ ...form, change: ' ' }).success).toBe(false);
	});
});

describe('both sides', () => {
	test('a point is added and withdrawn by its author, until the start', async () => {
		const world = await aTalkingFamily();
		const { ctx, moveTo } = world;
		const id = await aMeeting(world);
		const mine = point(id, 'Zwemles');
		await Promise.all([1, 2, 3].map(() => addPoint(ctx, someone('moeder'), mine)));
		await addPoint(ctx, staff('Anna'), point(id, 'School'));
		const { agenda } = await pageOf(world, 'moeder', id);
		expect(agenda.map((one) => [one.words, one.author?.name, one.mayWithdraw])).toEqual([
			['Zwemles', 'moeder', true],
			['School', 'Anna Achternaam', false]
		]);
		const [first, second] = agenda;
		const withdraw = (which = first) => ({
			...{ key: key(), family: FAMILY, meeting: id },
			withdraw: which?.id as NonNullable<typeof first>['id']
		});
		await isHidden(withdrawPoint(ctx, someone('vader'), withdraw()));
		await isHidden(withdrawPoint(ctx, someone('moeder'), withdraw(second)));
		moveTo('2026-12-01T13:30:00Z');
		await expect(withdrawPoint(ctx, someone('moeder'), withdraw())).rejects.toBeInstanceOf(Denied);
		await expect(addPoint(ctx, someone('moeder'), point(id))).rejects.toBeInstanceOf(Denied);
		moveTo('2026-12-01T13:29:59Z');
		await withdrawPoint(ctx, someone('moeder'), withdraw());
		expect((await pageOf(world, 'moeder', id)).agenda).toHaveLength(1);
	});

	test.each(['stiefvader', 'zonder', 'buurvrouw', 'Bilal', 'Carla', 'Ans', 'niemand'])(
		'%s adds no point, brings nobody and decides nothing',
		async (who) => {
			const world = await aTalkingFamily();
			const id = await aMeeting(world);
			const before = await kept(world);
			const at = { key: key(), family: FAMILY, meeting: id };
			const { ctx } = world;
			for (const work of [
				addPoint(ctx, staff(who), point(id)),
				bringSupporter(ctx, staff(who), { ...at, supporter: 'mijn zus' }),
				addDecision(ctx, staff(who), { ...at, decision: 'ja' })
			])
				await isHidden(work);
			expect(await kept(world)).toEqual(before);
		}
	);

	test('a supporter is known to the own household and the regisseur only', async () => {
		const world = await aTalkingFamily();
		const id = await aMeeting(world, { invited: 'Noor,moeder,vader,oma,buurvrouw,stiefvader' });
		const at = () => ({ key: key(), family: FAMILY, meeting: id });
		const { ctx } = world;
		await bringSupporter(ctx, someone('moeder'), { ...at(), supporter: 'mijn zus Els' });
		await bringSupporter(ctx, someone('vader'), {
			...at(),
			supporter: null,
			network: personId('oma')
		});
		const who = async (viewer: string) =>
			(await pageOf(world, viewer, id)).supporters.map((one) => one.who);
		expect(await who('moeder')).toEqual(['mijn zus Els']);
		expect(await who('vader')).toEqual(['oma']);
		expect(await who('Noor')).toEqual(['mijn zus Els', 'oma']);
		expect(await who('oma')).toEqual([]);
		expect(await who('Anna')).toEqual(['mijn zus Els', 'oma']);
		const [sister] = (await pageOf(world, 'moeder', id)).supporters;
		if (!sister) throw new Error('no supporter');
		await isHidden(withdrawSupporter(ctx, someone('vader'), { ...at(), withdraw: sister.id }));
		await withdrawSupporter(ctx, someone('moeder'), { ...at(), withdraw: sister.id });
		expect(await who('moeder')).toEqual([]);
	});

	test.each([
		['nobody', { supporter: null }],
		['a parent', { supporter: null, network: personId('zonder') }],
		['a stranger', { supporter: 'x', network: personId('niemand') }]
	])('%s cannot be brought', async (_, given) => {
		const world = await aTalkingFamily();
		const id = await aMeeting(world);
		const before = await kept(world);
		const work = bringSupporter(world.ctx, someone('moeder'), {
			...{ key: key(), family: FAMILY, meeting: id },
			...given
		});
		await expect(work).rejects.toBeInstanceOf(Refused);
		expect(await kept(world)).toEqual(before);
	});

	test('a decision is written after the start, and becomes a step once', async () => {
		const world = await aTalkingFamily();
		const { ctx, moveTo } = world;
		const id = await aMeeting(world);
		const at = () => ({ key: key(), family: FAMILY, meeting: id });
		await expect(
			addDecision(ctx, staff('Anna'), { ...at(), decision: 'Oma haalt Noor op' })
		).rejects.toMatchObject({ decision: { reason: 'overleg_nog_niet' } });
		moveTo('2026-12-01T14:00:00Z');
		await addDecision(ctx, staff('Anna'), { ...at(), decision: 'Oma haalt Noor op' });
		const page = await pageOf(world, 'Anna', id);
		const [decision] = page.decisions;
		const [goal] = page.steps?.goals ?? [];
		if (!decision || !goal) throw new Error('nothing to make a step of');
		expect((await pageOf(world, 'moeder', id)).steps).toBe(null);
		const step = (owner: string) => ({
			...at(),
			decided: decision.id,
			title: 'Noor ophalen',
			goal: goal.id,
			owner: personId(owner),
			due: day('2026-12-18')
		});
		const before = await kept(world);
		await isHidden(makeStep(ctx, staff('moeder'), step('oma')));
		await expect(makeStep(ctx, staff('Anna'), step('niemand'))).rejects.toBeInstanceOf(Refused);
		expect(await kept(world)).toEqual(before);
		const form = step('oma');
		await Promise.all([1, 2].map(() => makeStep(ctx, staff('Anna'), form)));
		await isHidden(makeStep(ctx, staff('Anna'), step('oma')));
		expect((await pageOf(world, 'moeder', id)).decisions).toMatchObject([{ isStep: true }]);
		const plan = await getPlanPage(ctx, someone('moeder'), FAMILY);
		const added = plan.goals.nu
			.flatMap((one) => one.steps)
			.filter((s) => s.title === 'Noor ophalen');
		expect(added).toMatchObject([{ owner: { name: 'oma' }, due: '2026-12-18' }]);
	});
});

describe('a place of one household', () => {
	const OTHERS = ['vader', 'oma', 'Bilal'];
	const MEMBERS = ['moeder', 'Noor', 'Anna', 'Erik'];

	test('is in no output for another household: page, list, home, plan, file and mail', async () => {
		const world = await aTalkingFamily();
		const { ctx } = world;
		for (const who of [...OTHERS, 'moeder']) await anAccountFor(world, who);
		const id = await aMeeting(world, { place: CANARY, household: MOTHERS });
		await changeMeeting(ctx, staff('Anna'), {
			...changed(id, { place: CANARY, household: MOTHERS, day: '2026-12-02' })
		});
		const outputsFor = async (who: string) =>
			JSON.stringify([
				await pageOf(world, who, id),
				await getMeetingsPage(ctx, staff(who), FAMILY),
				await getHomePage(ctx, staff(who)).catch(() => null),
				await getPlanPage(ctx, staff(who), FAMILY),
				await getCalendarFile(ctx, staff(who), FAMILY, id, 'Afspraak')
			]);
		for (const who of OTHERS) expect(await outputsFor(who), who).not.toContain('Kanarie');
		for (const who of MEMBERS) expect(await outputsFor(who), who).toContain(CANARY);
		expect((await pageOf(world, 'vader', id)).place).toEqual({ kind: 'elsewhere' });
		expect(JSON.stringify(await mailed(world))).not.toContain('Kanarie');
	});

	test('who no longer lives there reads it no more', async () => {
		const world = await aTalkingFamily();
		const id = await aMeeting(world, { place: CANARY, household: MOTHERS });
		await world.ctx.db.write((tx) =>
			tx.delete(tables.householdMember).where(eq(tables.householdMember.personId, personId('Noor')))
		);
		expect((await pageOf(world, 'Noor', id)).place.kind).toBe('elsewhere');
	});

	test('is not the other household’s by a wrong id', async () => {
		const world = await aTalkingFamily();
		const id = await aMeeting(world, { place: CANARY, household: 'huis-vader' });
		expect((await pageOf(world, 'moeder', id)).place.kind).toBe('elsewhere');
		expect((await pageOf(world, 'vader', id)).place.kind).toBe('known');
		expect('huis-vader' as HouseholdId).not.toBe(MOTHERS);
	});
});

describe('the calendar file', () => {
	const lines = async (world: TalkingFamily, who: string, id: MeetingId) =>
		(await getCalendarFile(world.ctx, staff(who), FAMILY, id, 'Afspraak')).split('\r\n');

	test('says a time, a neutral word and an open place, and nothing else', async () => {
		const world = await aTalkingFamily();
		const id = await aMeeting(world);
		await addPoint(world.ctx, someone('moeder'), point(id, 'Zwemles'));
		const file = await lines(world, 'moeder', id);
		expect(file.filter((line) => !/^(UID|DTSTAMP):/.test(line))).toEqual([
			'BEGIN:VCALENDAR',
			'VERSION:2.0',
			'PRODID:-//agenda//agenda//NL',
			'BEGIN:VEVENT',
			'SEQUENCE:0',
			'DTSTART:20261201T133000Z',
			'DTEND:20261201T143000Z',
			'SUMMARY:Afspraak',
			'LOCATION:Buurthuis',
			'STATUS:CONFIRMED',
			'END:VEVENT',
			'END:VCALENDAR'
		]);
		expect(file.find((line) => line.startsWith('UID:'))).toMatch(/^UID:[a-z2-7]{32}$/);
		expect(file.join()).not.toContain(id);
	});

	test('keeps its UID and counts on when it is moved and cancelled', async () => {
		const world = await aTalkingFamily();
		const id = await aMeeting(world);
		const found = async () =>
			(await lines(world, 'moeder', id)).filter((l) => /^(UID|SEQUENCE|STATUS|DTSTART)/.test(l));
		const [uid] = await found();
		await changeMeeting(
			world.ctx,
			staff('Anna'),
			changed(id, { day: '2027-03-29', time: '09:00' })
		);
		expect(await found()).toEqual([
			uid,
			'SEQUENCE:1',
			'DTSTART:20270329T070000Z',
			'STATUS:CONFIRMED'
		]);
		const cancel = { key: key(), family: FAMILY, meeting: id, cancel: 'ziek' };
		await cancelMeeting(world.ctx, staff('Erik'), cancel);
		expect(await found()).toEqual([
			uid,
			'SEQUENCE:2',
			'DTSTART:20270329T070000Z',
			'STATUS:CANCELLED'
		]);
	});

	test.each([
		['2027-03-28', '01:30', '20270328T003000Z', '20270328T013000Z'],
		['2027-03-28', '03:00', '20270328T010000Z', '20270328T020000Z'],
		['2027-10-31', '02:30', '20271031T003000Z', '20271031T013000Z'],
		['2027-10-31', '03:00', '20271031T020000Z', '20271031T030000Z']
	])('on the night of a clock change: %s %s', async (on, time, from, until) => {
		const world = await aTalkingFamily();
		const id = await aMeeting(world, { day: on, time });
		const file = await lines(world, 'moeder', id);
		expect(file).toContain(`DTSTART:${from}`);
		expect(file).toContain(`DTEND:${until}`);
	});

	test('is not for who does not see the meeting', async () => {
		const world = await aTalkingFamily();
		const id = await aMeeting(world);
		for (const who of ['stiefvader', 'zonder', 'Carla', 'Ans', 'niemand'])
			await isHidden(getCalendarFile(world.ctx, staff(who), FAMILY, id, 'Afspraak'));
	});
});

describe('mail', () => {
	test('goes to invited people with an account, says nothing, and is asked again', async () => {
		const world = await aTalkingFamily();
		for (const who of ['moeder', 'vader', 'zonder', 'Bilal']) await anAccountFor(world, who);
		await world.ctx.db.write((tx) =>
			tx.insert(tables.professional).values({
				...{ personId: personId('Bilal'), organisationId: 'organisatie' as never },
				...{ role: 'hulp', phone: null, workingDays: [] }
			})
		);
		await aMeeting(world, { invited: 'Noor,moeder,vader,zonder,Bilal', place: CANARY });
		const mails = await mailed(world);
		expect(mails.map((mail) => mail.to)).toEqual(['moeder@voorbeeld.nl', 'vader@voorbeeld.nl']);
		for (const { subject, text } of mails) {
			expect(subject).toBe('Er staat iets voor u klaar');
			expect(text).not.toMatch(/overleg|gesprek|afspraak|Noor|Kanarie|regisseur|gezin|plan/i);
			expect(text).toMatch(/\/thuis\n/);
		}
	});

	test('is dropped when the right ended before it was sent', async () => {
		const world = await aTalkingFamily();
		for (const who of ['moeder', 'vader']) await anAccountFor(world, who);
		const id = await aMeeting(world, { invited: 'moeder,vader' });
		await changeMeeting(world.ctx, staff('Anna'), changed(id, { invited: 'vader' }));
		await world.ctx.db.write((tx) =>
			tx
				.update(tables.gezag)
				.set({ until: day('2026-11-24') })
				.where(eq(tables.gezag.holderId, personId('vader')))
		);
		expect(await mailed(world)).toEqual([]);
	});

	test('is dropped when the meeting is over', async () => {
		const world = await aTalkingFamily();
		await anAccountFor(world, 'moeder');
		await aMeeting(world);
		world.moveTo('2026-12-01T14:30:00Z');
		expect(await mailed(world)).toEqual([]);
	});
});

test('reads of professionals are logged, those of the family are not', async () => {
	const world = await aTalkingFamily();
	const id = await aMeeting(world);
	for (const who of ['Noor', 'moeder', 'oma', 'Bilal', 'Anna']) {
		await pageOf(world, who, id);
		await getMeetingsPage(world.ctx, staff(who), FAMILY);
		await getCalendarFile(world.ctx, staff(who), FAMILY, id, 'Afspraak');
	}
	const { log } = await kept(world);
	const readers = log.filter((row) => row.action === 'read').map((row) => row.actorId);
	expect([...new Set(readers)].sort()).toEqual(['Anna', 'Bilal']);
	expect(readers).toHaveLength(6);
});

test('home shows the next meeting when it comes first', async () => {
	const world = await aTalkingFamily();
	const id = await aMeeting(world);
	const next = async (who: string) => (await getHomePage(world.ctx, someone(who))).next;
	expect(await next('moeder')).toEqual({
		on: '2026-12-01',
		title: null,
		meeting: { id, on: '2026-12-01', time: '14:30' }
	});
	expect(await next('stiefvader')).toBe(null);
});
