import { expect, test } from 'vitest';
import type { FamilyId } from '#lib/family/model.ts';
import { day } from '#lib/kernel/calendar.ts';
import {
	AnswerSuccession,
	AskSuccessor,
	SetStandIn,
	type SuccessionId
} from '#lib/regie/succession.model.ts';
import {
	answerSuccession,
	askSuccessor,
	nameStandIn
} from '#lib/regie/server/succession.commands.ts';
import { regisseurAssignment } from '#lib/server/db/schema/family.ts';
import { aMessage, changedAll } from '../../../../tests/support/case-message.ts';
import { aContext } from '../../../../tests/support/database.ts';
import { aPerson, personId } from '../../../../tests/support/facts.ts';
import { sourceOf } from '../problems.ts';
import { importMessage } from './commands.ts';

const FAMILY = 'family' as FamilyId;
const f = 'families[0]';
const staff = (id: string) => aPerson(personId(id), 'second-factor');
const key = () => crypto.randomUUID();

/** The worker is followed by the guardian on 1 December, by their own yes. */
async function world({ agreed = true } = {}) {
	const given = await aContext();
	const { ctx } = given;
	let sent = 0;
	const take = async (changes: Readonly<Record<string, unknown>> = {}) => {
		sent += 1;
		const json = changedAll(aMessage(), {
			messageId: `message-${sent}`,
			sentAt: `2026-11-21T0${sent}:00:00+01:00`,
			...changes
		});
		return importMessage(ctx, { kind: 'machine', source: sourceOf(json) }, json);
	};
	const sentAtFirst = await take();
	expect(sentAtFirst.state).toBe('taken-in');
	if (agreed) {
		const succession = await askSuccessor(
			ctx,
			staff('worker'),
			FAMILY,
			AskSuccessor.parse({ key: key(), to: 'guardian', from: '2026-12-01', reason: 'Dichtbij.' })
		);
		await answerSuccession(
			ctx,
			staff('guardian'),
			AnswerSuccession.parse({ key: key(), succession: succession as SuccessionId, says: 'ja' })
		);
	}
	const rows = async () =>
		(await ctx.db.read.select().from(regisseurAssignment).orderBy(regisseurAssignment.from)).map(
			(one) => [one.personId, one.from, one.until, one.reason]
		);
	return { ...given, take, rows };
}

const AGREED = [
	['guardian', '2026-01-01', '2026-06-01', 'De eerste.'],
	['worker', '2026-06-01', '2026-12-01', 'De tweede.'],
	['guardian', '2026-12-01', null, 'Dichtbij.']
];

test('a message that leaves the end open re-opens nothing, before and after the day', async () => {
	const { take, rows, moveTo } = await world();
	expect(await rows()).toEqual(AGREED);
	expect((await take()).state).toBe('taken-in');
	expect(await rows()).toEqual(AGREED);
	moveTo('2026-12-05T12:00:00Z');
	expect((await take({ sentAt: '2026-12-04T12:00:00+01:00' })).state).toBe('taken-in');
	expect(await rows()).toEqual(AGREED);
});

test('a message that knows of the change names it under its own id, and may end it', async () => {
	const { take, rows } = await world();
	const third = { id: 'third', person: 'guardian', from: '2026-12-01', reason: 'Uit het systeem.' };
	const changes = { [`${f}.regisseurs[1].until`]: '2026-12-01', [`${f}.regisseurs[2]`]: third };
	expect(await take(changes)).toMatchObject({ state: 'taken-in' });
	expect(await rows()).toEqual(AGREED);
	await take({ ...changes, [`${f}.regisseurs[2]`]: { ...third, until: '2027-02-01' } });
	expect((await rows())[2]).toEqual(['guardian', '2026-12-01', '2027-02-01', 'Dichtbij.']);
});

test('somebody else on an agreed day is refused, and so is a later end', async () => {
	const { take, rows } = await world();
	for (const changes of [
		{ [`${f}.regisseurs[1].until`]: '2026-12-10' },
		{
			[`${f}.regisseurs[1].until`]: '2026-12-01',
			[`${f}.regisseurs[2]`]: { id: 'x', person: 'worker', from: '2026-12-01', reason: 'Nee.' }
		}
	])
		expect((await take(changes)).state).toBe('refused');
	expect(await rows()).toEqual(AGREED);
});

test('without an agreement, an end that a message sent can be taken back while it lies ahead', async () => {
	const { take, rows } = await world({ agreed: false });
	await take({ [`${f}.regisseurs[1].until`]: '2026-12-20' });
	await take();
	expect((await rows())[1]).toEqual(['worker', '2026-06-01', null, 'De tweede.']);
});

test('a stand-in from here stays when a message names none; one it names counts', async () => {
	const { ctx, take } = await world({ agreed: false });
	await nameStandIn(
		ctx,
		staff('worker'),
		FAMILY,
		SetStandIn.parse({
			...{ key: key(), standIn: 'guardian' },
			...{ standInFrom: '2026-11-24', standInUntil: '2026-11-25' }
		})
	);
	const standIn = async () =>
		(await ctx.db.read.select().from(regisseurAssignment).orderBy(regisseurAssignment.from)).map(
			(one) => one.standInUntil
		)[1];
	expect((await take({ [`${f}.regisseurs[1].standIn`]: undefined })).state).toBe('taken-in');
	expect(await standIn()).toBe(day('2026-11-26'));
	await take();
	expect(await standIn()).toBe(day('2026-12-08'));
});
