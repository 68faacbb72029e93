import { recordAudit } from '#lib/audit/server/commands.ts';
import type { RegionId } from '#lib/family/model.ts';
import type { Actor } from '#lib/kernel/actor.ts';
import { dayInNetherlands, type Day } from '#lib/kernel/calendar.ts';
import type { PersonId } from '#lib/kernel/id.ts';
import { authorize } from '#lib/kernel/policy.ts';
import { newId } from '#lib/server/crypto.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import type { Reader, Tx } from '#lib/server/db/index.ts';
import { canAppointAdministrator } from '../policy.ts';
import { standingOf } from './accounts.store.ts';
import {
	administratorsOf,
	endAdministrators,
	insertAdministrator,
	regionOf
} from './administrators.store.ts';

type Who = { readonly personId: PersonId; readonly regionId: RegionId };

/**
 * Makes a professional administrator of a region, from today; who is one already, stays one.
 * @throws {Denied} for anybody but a professional of an organisation of that region, with no closed account
 */
export const appointAdministrator = (
	ctx: Ctx,
	actor: Actor,
	{ personId, regionId, until }: Who & { readonly until: Day | null }
): Promise<void> =>
	ctx.db.write(async (tx) => {
		const may = authorize(
			canAppointAdministrator,
			actor,
			await factsOf(tx, { personId, regionId })
		);
		const today = dayInNetherlands(ctx.now());
		const there = await administratorsOf(tx, regionId, today);
		if (there.some((one) => one.personId === personId)) return;
		await insertAdministrator(tx, may, { id: newId(), regionId, from: today, until });
		await recordAudit(ctx, tx, may, { action: 'create', thing: 'administrator' });
	});

/**
 * Ends it, from today on: the next request is refused.
 * @returns whether there was something to end
 * @throws {Denied} as {@link appointAdministrator}
 */
export const dismissAdministrator = (ctx: Ctx, actor: Actor, who: Who): Promise<boolean> =>
	ctx.db.write(async (tx) => {
		const may = authorize(canAppointAdministrator, actor, await factsOf(tx, who));
		const today = dayInNetherlands(ctx.now());
		const ended = await endAdministrators(tx, may, who.regionId, today);
		if (ended.length > 0)
			await recordAudit(ctx, tx, may, { action: 'delete', thing: 'administrator' });
		return ended.length > 0;
	});

async function factsOf(tx: Tx | Reader, { personId, regionId }: Who) {
	const standing = await standingOf(tx, personId);
	if (!standing) return null;
	const { organisation } = standing;
	const own = organisation && (await regionOf(tx, organisation));
	return { ...standing, id: personId, ofRegion: own === regionId };
}
