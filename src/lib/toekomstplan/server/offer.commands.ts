import type { z } from 'zod';
import { recordAudit } from '#lib/audit/server/commands.ts';
import type { FamilyId } from '#lib/family/model.ts';
import { loadFamily } from '#lib/family/server/queries.ts';
import type { Actor } from '#lib/kernel/actor.ts';
import { birthdayAt, dayInNetherlands } from '#lib/kernel/calendar.ts';
import { authorize } from '#lib/kernel/policy.ts';
import { newId } from '#lib/server/crypto.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { once, receipt } from '#lib/server/receipt.ts';
import { Refused } from '#lib/server/refused.ts';
import { OFFERED_FROM_AGE } from '../model.ts';
import type { OfferId, RecordOffer, WithdrawOffer } from '../offer.model.ts';
import { canRecordOffer } from '../offer.policy.ts';
import { nothing } from './act.ts';
import { deleteOffer, findOffer, insertOffer, offerRows } from './offer.store.ts';

/**
 * The regisseur writes down that a youth was asked, or that it was talked about. The same day again
 * changes nothing.
 * @throws {Denied} `hide` for everyone but the regisseur and the stand-in
 * @throws {Refused} for a day that is to come, or before the youth was 16
 */
export async function recordOffer(
	ctx: Ctx,
	actor: Actor,
	familyId: FamilyId,
	{ key, form: child, kind, on }: z.output<typeof RecordOffer>
): Promise<void> {
	await once(ctx, receipt(actor, 'toekomstplan:offer', key), async (tx) => {
		const today = dayInNetherlands(ctx.now());
		const family = await loadFamily(tx, familyId, today);
		const may = authorize(canRecordOffer, actor, family && { id: child, family: family.facts });
		const born = family?.people.find((one) => one.personId === child)?.birthDate;
		if (actor.kind !== 'person' || !born) throw nothing(canRecordOffer.ability);
		if (on > today) throw new Refused({ on: 'laterOffer.ahead' });
		if (on < birthdayAt(born, OFFERED_FROM_AGE)) throw new Refused({ on: 'laterOffer.early' });
		const known = await offerRows(tx, child);
		if (known.some((one) => one.kind === kind && one.on === on)) return '';
		await insertOffer(tx, may, {
			...{ id: newId<OfferId>(), familyId, kind, on, byId: actor.id }
		});
		await recordAudit(ctx, tx, may, { action: 'create', thing: 'toekomstplan-offer', familyId });
		return '';
	});
}

/** The regisseur takes a line away that was a mistake. @throws {Denied} as {@link recordOffer} */
export async function withdrawOffer(
	ctx: Ctx,
	actor: Actor,
	familyId: FamilyId,
	input: z.output<typeof WithdrawOffer>
): Promise<void> {
	await once(ctx, receipt(actor, 'toekomstplan:withdraw-offer', input.key), async (tx) => {
		const family = await loadFamily(tx, familyId, dayInNetherlands(ctx.now()));
		const row = await findOffer(tx, familyId, input.offer);
		const may = authorize(
			canRecordOffer,
			actor,
			family && row && { id: row.personId, family: family.facts }
		);
		await deleteOffer(tx, may, input.offer);
		await recordAudit(ctx, tx, may, { action: 'delete', thing: 'toekomstplan-offer', familyId });
		return '';
	});
}
