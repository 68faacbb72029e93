import type { Permit } from '#lib/kernel/policy.ts';
import { hashToken } from '#lib/server/crypto.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import type { Tx } from '#lib/server/db/index.ts';
import { CHAIN_START, chainText } from '../rules.ts';
import { insertEntry, lastEntry, type AuditRow } from './store.ts';

export type AuditedAct = {
	readonly action: AuditRow['action'];
	/** The kind of thing: `plan`, `share`, `session`. Its id comes from the permit. */
	readonly thing: string;
	readonly familyId?: string;
};

/** Relations of people who read along with a family: for their work, or beside a parent or youth. */
const READS_ALONG = ['regisseur', 'professional', 'steun', 'jim'];

/**
 * Adds one row for what a professional, supporter or JIM reads of a family, and none when family reads: when another
 * family member looked is nobody's business (access-rules, principle 7).
 */
export async function recordRead(
	ctx: Ctx,
	may: Permit,
	read: { readonly thing: string; readonly familyId?: string }
): Promise<void> {
	if (!READS_ALONG.includes(may.relation)) return;
	await ctx.db.write((tx) => recordAudit(ctx, tx, may, { action: 'read', ...read }));
}

/**
 * Adds one row to the access log, made from the permit: who, in which relation, with which ability,
 * to which thing, when (NEN 7513). Belongs in the transaction of the act itself.
 */
export async function recordAudit(ctx: Ctx, tx: Tx, may: Permit, act: AuditedAct): Promise<void> {
	const last = await lastEntry(tx);
	const unhashed = {
		sequence: (last?.sequence ?? 0) + 1,
		at: ctx.now(),
		actorId: may.actor.kind === 'person' ? may.actor.id : null,
		actorKind: may.actor.kind,
		relation: may.relation,
		ability: may.ability,
		action: act.action,
		thing: act.thing,
		thingId: may.id,
		familyId: act.familyId ?? null,
		outcome: 'allowed' as const,
		requestId: ctx.requestId,
		previousHash: last?.hash ?? CHAIN_START
	};
	const hash = hashToken(chainText({ ...unhashed, at: unhashed.at.getTime() }));
	await insertEntry(tx, { ...unhashed, hash });
}
