import type { Actor } from '#lib/kernel/actor.ts';
import { authorize } from '#lib/kernel/policy.ts';
import { hashToken, newId, newToken } from '#lib/server/crypto.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { once, receipt } from '#lib/server/receipt.ts';
import { newOwnKey, wrapKey } from '#lib/server/seal.ts';
import { DEVICE_DAYS, type DeviceId } from '../device.model.ts';
import { daysAfter } from '../guest.rules.ts';
import { canOpenPlan, canWriteInPlan } from '../policy.ts';
import { withPlan } from './act.ts';
import {
	eraseBrowser,
	eraseDevice,
	eraseOldDevices,
	insertDevice,
	renameBrowser
} from './device.store.ts';
import { ownFacts } from './load.ts';

/** The row that a key belongs to: a key that is moved to another row does not open there. */
export const aboutDevice = (id: DeviceId): string => `device ${id}`;

/**
 * The youth lets this browser hold words that could not be sent. A new key each time: what lay there
 * under an earlier choice stays closed. As with words, it is not in the access log.
 * @param token by which the browser is known already
 * @returns the secret for the browser to keep
 * @throws {Denied} for everyone but the youth, under 27
 */
export async function keepOnDevice(
	ctx: Ctx,
	actor: Actor,
	{ key, token = newToken() }: { key: string; token?: string | undefined }
): Promise<string> {
	const tokenHash = hashToken(token);
	const id = await once(ctx, receipt(actor, 'toekomstplan:device', key), async (tx) => {
		const youth = await withPlan(ctx, tx, actor, canWriteInPlan.ability);
		const facts = ownFacts(youth);
		const may = authorize(canWriteInPlan, actor, facts);
		await eraseDevice(tx, authorize(canOpenPlan, actor, facts), {
			planId: youth.plan.id,
			tokenHash
		});
		const made = newId<DeviceId>();
		await insertDevice(tx, may, {
			id: made,
			planId: youth.plan.id,
			tokenHash,
			sealedKey: wrapKey(ctx.config.sealKey, aboutDevice(made), newOwnKey()),
			until: daysAfter(ctx.now(), DEVICE_DAYS)
		});
		return made;
	});
	await ctx.db.write((tx) => renameBrowser(tx, id as DeviceId, tokenHash));
	return token;
}

/**
 * The youth takes the choice back. The key is gone, so what may be left on the device opens nowhere.
 * @throws {Denied} for everyone but the youth
 */
export async function leaveDevice(
	ctx: Ctx,
	actor: Actor,
	{ key, token }: { key: string; token: string | undefined }
): Promise<void> {
	await once(ctx, receipt(actor, 'toekomstplan:device-off', key), async (tx) => {
		const youth = await withPlan(ctx, tx, actor, canOpenPlan.ability);
		const may = authorize(canOpenPlan, actor, ownFacts(youth));
		const tokenHash = hashToken(token ?? '');
		await eraseDevice(tx, may, { planId: youth.plan.id, tokenHash });
		return '';
	});
	await ctx.db.wipe();
}

/** Leaving quickly and signing out end what anybody kept in this browser, with its keys. */
export async function endDevice(ctx: Ctx, token: string): Promise<void> {
	await ctx.db.write((tx) => eraseBrowser(tx, hashToken(token)));
	await ctx.db.wipe();
}

/** Choices whose time is over, and their keys. */
export const forgetDevices = (ctx: Ctx): Promise<void> =>
	ctx.db.write(async (tx) => void (await eraseOldDevices(tx, ctx.now())));
