import type { z } from 'zod';
import { recordAudit } from '#lib/audit/server/commands.ts';
import type { FamilyId } from '#lib/family/model.ts';
import type { Actor } from '#lib/kernel/actor.ts';
import { dayInNetherlands } from '#lib/kernel/calendar.ts';
import { authorize } from '#lib/kernel/policy.ts';
import { hashToken } from '#lib/server/crypto.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { Refused } from '#lib/server/refused.ts';
import { deliveryFile, deliveryProblems } from '../delivery.file.ts';
import type { GiveDelivery, TakeBackDelivery, WantedDelivery } from '../delivery.model.ts';
import { canDeliver, canMakeFile, canTakeBack } from '../delivery.policy.ts';
import { toDeliver } from '../delivery.rules.ts';
import { firstDayAfter } from '../quarter.rules.ts';
import { informantOf, recordFacts } from './delivery.queries.ts';
import {
	deleteValue,
	isOrganisation,
	keepValue,
	markSent,
	valueRow,
	valuesFor
} from './delivery.store.ts';
import { loadAround } from './load.ts';

/**
 * Somebody lets the provider have a grade about one record: a yes of its own, apart from every answer.
 * Like answers it leaves no receipt, no line in the access log and no time.
 * @throws {Denied} for who is not asked about this record
 * @throws {Refused} without a value, or when it was sent already
 */
export async function giveDelivery(
	ctx: Ctx,
	actor: Actor,
	familyId: FamilyId,
	{ record, use, independent }: z.output<typeof GiveDelivery>
): Promise<void> {
	await ctx.db.write(async (tx) => {
		const around = await loadAround(tx, familyId, dayInNetherlands(ctx.now()));
		const facts = around && (await recordFacts(tx, around)).find(({ id }) => id === record);
		const may = authorize(canDeliver, actor, facts);
		if (actor.kind !== 'person') return;
		if (use === null && independent === null) throw new Refused({ use: 'delivery.nothing' });
		if ((await valueRow(tx, record, actor.id))?.deliveredIn)
			throw new Refused({ use: 'delivery.sent' });
		const informant = informantOf(may.relation);
		await keepValue(tx, may, { personId: actor.id, informant, use, independent });
	});
}

/**
 * Takes a yes back, until it was sent. It leaves nothing.
 * @throws {Denied} when there is none of this person
 */
export async function takeBackDelivery(
	ctx: Ctx,
	actor: Actor,
	{ record }: z.output<typeof TakeBackDelivery>
): Promise<void> {
	await ctx.db.write(async (tx) => {
		const row = actor.kind === 'person' ? await valueRow(tx, record, actor.id) : undefined;
		const may = authorize(canTakeBack, actor, row && { ...row, id: row.trajectoryId });
		if (row?.deliveredIn) throw new Refused({ use: 'delivery.sent' });
		if (row) await deleteValue(tx, may, row.personId);
	});
	await ctx.db.wipe();
}

/**
 * Makes the file of a provider for one quarter, checks it against its schema and hands it to `leave`.
 * What went along is marked as sent and its values are erased, in the same transaction: nothing goes
 * twice, and a file that could not be written changes nothing.
 * @returns how many measurements went along
 * @throws {Denied} for everyone but the portal's own machine, and for a quarter that is not over
 */
export async function makeDelivery(
	ctx: Ctx,
	actor: Actor,
	wanted: WantedDelivery,
	leave: (text: string) => Promise<void>
): Promise<number> {
	const today = dayInNetherlands(ctx.now());
	const { provider, quarter } = wanted;
	const sent = await ctx.db.write(async (tx) => {
		const there = await isOrganisation(tx, provider);
		const over = firstDayAfter(quarter) <= today;
		const may = authorize(canMakeFile, actor, there ? { id: provider, over } : null);
		const said = await valuesFor(tx, wanted);
		const rows = said.map(({ value }) => value);
		const measurements = toDeliver(rows, ({ trajectoryId, personId }) =>
			hashToken(`${trajectoryId}\n${personId}`)
		);
		const text = deliveryFile(wanted, today, measurements);
		const problems = deliveryProblems(text);
		if (problems.length > 0) throw new Error(`delivery: ${problems.join(', ')}`);
		for (const familyId of new Set(said.map((one) => one.familyId)))
			await recordAudit(ctx, tx, may, { action: 'read', thing: 'delivery', familyId });
		await markSent(tx, may, rows, quarter);
		await leave(text);
		return measurements.length;
	});
	await ctx.db.wipe();
	return sent;
}
