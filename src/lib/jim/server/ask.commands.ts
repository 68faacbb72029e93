import type { z } from 'zod';
import { recordAudit } from '#lib/audit/server/commands.ts';
import { revokeInvitation } from '#lib/identity/server/invitations.ts';
import type { Actor } from '#lib/kernel/actor.ts';
import { dayInNetherlands } from '#lib/kernel/calendar.ts';
import { authorize } from '#lib/kernel/policy.ts';
import { hashCode, hashToken, newCode, newId, newToken } from '#lib/server/crypto.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { linkTo } from '#lib/server/links.ts';
import { once, receipt } from '#lib/server/receipt.ts';
import { LIMITS, withinLimit } from '#lib/server/rate-limit.ts';
import { Refused } from '#lib/server/refused.ts';
import { INVITATION_DAYS, type AskJim, type Handed, type JimId, type OfJim } from '../model.ts';
import { canAskJim, canEndJim, canWithdrawJim } from '../policy.ts';
import { isOpen, stateAt } from '../state.rules.ts';
import { familyOfYouth, loadJim, newPairKey, ownKeyOf, sealName } from './load.ts';
import {
	deleteAnswered,
	deleteBetween,
	deleteJim,
	deleteLapsed,
	insertJim,
	jimsOfYouth,
	saveEnd,
	saveWish
} from './store.ts';

const DAY = 24 * 60 * 60_000;

/**
 * A youth asks somebody to be the JIM. The portal writes to nobody: the youth hands the link over, and
 * tells the code.
 * @param locale in whose language the link opens
 * @returns what to hand over, shown this once; null for a form that was handled before
 * @throws {Denied} for anyone but a youth from 12 @throws {Refused} while somebody was asked already
 */
export async function askJim(
	ctx: Ctx,
	actor: Actor,
	input: z.output<typeof AskJim>,
	locale: string
): Promise<Handed | null> {
	let handed: Handed | null = null;
	await once(ctx, receipt(actor, 'jim:ask', input.key), async (tx) => {
		const family = await familyOfYouth(ctx, tx, actor);
		const youth = actor.kind === 'person' ? actor.id : null;
		const may = authorize(
			canAskJim,
			actor,
			family && youth ? { id: youth, family: family.facts } : null
		);
		const at = ctx.now();
		const states = (await jimsOfYouth(tx, may.id)).map((row) => stateAt(row, at));
		if (states.some((state) => isOpen(state) || state === 'actief'))
			throw new Refused({ name: 'beside.askedAlready' });
		if (!(await withinLimit(tx, LIMITS.supporterInvitation, may.id, at)))
			throw new Refused({ name: 'beside.askedOften' });
		await ownKeyOf(ctx, tx, may);
		await deleteAnswered(tx, may);
		const id = newId<JimId>();
		const { key, sealedKey } = newPairKey(ctx, id);
		const token = newToken();
		const code = newCode();
		await insertJim(tx, may, {
			...{ id, familyId: family?.facts.id ?? ('' as never), sealedKey },
			sealedName: sealName(key, id, input.name),
			...{ tokenHash: hashToken(token), codeHash: hashCode(code) },
			...{ askedAt: at, expiresAt: new Date(at.getTime() + INVITATION_DAYS * DAY) }
		});
		const link = linkTo(ctx.config, locale, `/uitnodiging/naast/${token}`);
		handed = { name: input.name, link, code };
		return '';
	});
	return handed;
}

/**
 * The youth takes the question back: the link is dead, and nothing of it is kept, also not in the
 * database's log.
 * @throws {Denied} for anyone but the youth, and after somebody said yes
 */
export async function withdrawJim(
	ctx: Ctx,
	actor: Actor,
	input: z.output<typeof OfJim>
): Promise<void> {
	await once(ctx, receipt(actor, 'jim:withdraw', input.key), async (tx) => {
		const loaded = await loadJim(ctx, tx, input.jim);
		const may = authorize(canWithdrawJim, actor, loaded?.facts);
		await deleteJim(tx, may);
		return '';
	});
	await ctx.db.wipe();
}

/**
 * Youth or JIM stops it. The next request of the JIM finds nothing, mail that waits is not sent, and
 * the key of the two is gone: nobody reads what was between them any more.
 * @throws {Denied} for anyone but these two
 */
export async function endJim(ctx: Ctx, actor: Actor, input: z.output<typeof OfJim>): Promise<void> {
	await once(ctx, receipt(actor, 'jim:end', input.key), async (tx) => {
		const loaded = await loadJim(ctx, tx, input.jim);
		const may = authorize(canEndJim, actor, loaded?.facts);
		if (!loaded) return '';
		const { youthId, jimId } = loaded.row;
		const at = ctx.now();
		await deleteBetween(tx, may);
		await saveEnd(tx, may, { at, by: may.relation === 'jim' ? 'jim' : 'jongere' });
		await saveWish(tx, may, youthId, 'nog_niet', dayInNetherlands(at));
		if (jimId) await revokeInvitation(ctx, tx, jimId);
		// Without the family: who reads its log would learn of a JIM.
		await recordAudit(ctx, tx, may, { action: 'delete', thing: 'jim' });
		return '';
	});
	await ctx.db.wipe();
}

/** Takes away questions whose time is over, with every name in them. */
export const forgetQuestions = (ctx: Ctx): Promise<void> =>
	ctx.db.write(async (tx) => {
		await deleteLapsed(tx, ctx.now());
	});
