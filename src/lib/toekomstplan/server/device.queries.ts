import type { Actor } from '#lib/kernel/actor.ts';
import { dayInNetherlands } from '#lib/kernel/calendar.ts';
import { authorize, may } from '#lib/kernel/policy.ts';
import { hashToken } from '#lib/server/crypto.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { unwrapKey } from '#lib/server/seal.ts';
import type { DeviceKey, DeviceView } from '../device.model.ts';
import type { ToekomstplanId } from '../model.ts';
import { canOpenPlan, canWriteInPlan } from '../policy.ts';
import { nothing, withPlan } from './act.ts';
import { aboutDevice } from './device.commands.ts';
import { deviceOf, type DeviceRow } from './device.store.ts';
import { ownFacts } from './load.ts';
import { planOf } from './store.ts';

/**
 * Whether words may wait in this browser.
 * @param token by which the browser is known
 * @throws {Denied} `hide` for everyone but the youth
 */
export async function getDevice(
	ctx: Ctx,
	actor: Actor,
	token: string | undefined
): Promise<DeviceView> {
	const youth = await withPlan(ctx, ctx.db.read, actor, canOpenPlan.ability);
	authorize(canOpenPlan, actor, ownFacts(youth));
	const row = await chosenIn(ctx, youth.plan.id, token);
	return {
		choice: row ? { id: row.id, until: dayInNetherlands(row.until) } : null,
		mayWrite: may(canWriteInPlan, actor, ownFacts(youth))
	};
}

/**
 * What opens the words that wait in this browser.
 * @throws {Denied} `hide` for everyone but the youth, and in a browser for which nothing was chosen
 */
export async function getDeviceKey(
	ctx: Ctx,
	actor: Actor,
	token: string | undefined
): Promise<DeviceKey> {
	const youth = await withPlan(ctx, ctx.db.read, actor, canWriteInPlan.ability);
	authorize(canWriteInPlan, actor, ownFacts(youth));
	const row = await chosenIn(ctx, youth.plan.id, token);
	if (!row) throw nothing(canWriteInPlan.ability);
	const { id, sealedKey, until } = row;
	const key = unwrapKey(ctx.config.sealKey, aboutDevice(id), sealedKey);
	return { id, key: [...key], until: until.getTime() };
}

/** For the page's script only: the key asks its own rule. */
export async function holdsOnDevice(
	ctx: Ctx,
	actor: Actor,
	token: string | undefined
): Promise<boolean> {
	if (!token || actor.kind !== 'person') return false;
	const plan = await planOf(ctx.db.read, actor.id);
	return plan !== undefined && (await chosenIn(ctx, plan.id, token)) !== undefined;
}

async function chosenIn(
	ctx: Ctx,
	planId: ToekomstplanId,
	token: string | undefined
): Promise<DeviceRow | undefined> {
	if (!token) return undefined;
	const row = await deviceOf(ctx.db.read, { planId, tokenHash: hashToken(token) });
	return row && row.until > ctx.now() ? row : undefined;
}
