import type { z } from 'zod';
import { recordAudit } from '#lib/audit/server/commands.ts';
import { setSupporterEnd } from '#lib/family/server/people.commands.ts';
import { loadFamily } from '#lib/family/server/queries.ts';
import { participantOf } from '#lib/family/rules.ts';
import { revokeInvitation } from '#lib/identity/server/invitations.ts';
import type { Actor } from '#lib/kernel/actor.ts';
import { dayInNetherlands, type Day } from '#lib/kernel/calendar.ts';
import type { PersonId } from '#lib/kernel/id.ts';
import { authorize, type Permit } from '#lib/kernel/policy.ts';
import { newId } from '#lib/server/crypto.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import type { Tx } from '#lib/server/db/index.ts';
import type { FamilyId } from '#lib/family/model.ts';
import { once } from '#lib/server/receipt.ts';
import type { EndSupportInput, SupportId, SupportKind } from '../model.ts';
import { canEndSupport } from '../policy.ts';
import { holdsOn } from '../rules.ts';
import { endSupportRow, insertSupport, supportRow, supportsFor } from './support.store.ts';

/** Writes down that somebody reads along with a parent, in the transaction in which the rule said yes. */
export async function startSupport(
	ctx: Ctx,
	tx: Tx,
	may: Permit<'support.start', PersonId>,
	row: {
		familyId: FamilyId;
		supporterId: PersonId;
		kind: SupportKind;
		children: PersonId[];
		why: string | null;
		until: Day | null;
	}
): Promise<void> {
	await insertSupport(tx, may, { ...row, id: newId<SupportId>(), startedAt: ctx.now() });
	await followSupports(ctx, tx, may, row.familyId, row.supporterId);
	const { familyId } = row;
	await recordAudit(ctx, tx, may, { action: 'create', thing: 'support', familyId });
}

/**
 * A parent stops it: the next request of who read along finds nothing, and an invitation that was not
 * accepted yet no longer works.
 * @throws {Denied} for anyone but that parent
 */
export async function stopSupport(
	ctx: Ctx,
	actor: Actor,
	input: z.output<typeof EndSupportInput>
): Promise<void> {
	const who = actor.kind === 'person' ? actor.id : null;
	await once(ctx, `support:${who}:${input.key}`, async (tx) => {
		const row = await supportRow(tx, input.family, input.support);
		const may = authorize(canEndSupport, actor, row);
		if (!row || row.endedAt) return '';
		await endSupportRow(tx, may, ctx.now());
		const left = await followSupports(ctx, tx, may, input.family, row.supporterId);
		const family = await loadFamily(tx, input.family, dayInNetherlands(ctx.now()));
		const isPortals = family && participantOf(family.facts, row.supporterId)?.relation === 'steun';
		if (left === 0 && isPortals) await revokeInvitation(ctx, tx, row.supporterId);
		await recordAudit(ctx, tx, may, {
			action: 'delete',
			thing: 'support',
			familyId: input.family
		});
		return '';
	});
}

/** Who came through a parent takes part as long as a parent wants it. @returns for how many parents */
async function followSupports(
	ctx: Ctx,
	tx: Tx,
	may: Permit,
	familyId: FamilyId,
	personId: PersonId
): Promise<number> {
	const today = dayInNetherlands(ctx.now());
	const all = await supportsFor(tx, familyId, personId);
	const left = all.filter((one) => one.endedAt === null && holdsOn(one, today));
	const ends = left.map(({ until }) => until);
	const last = ends.includes(null) ? null : (ends.toSorted().at(-1) ?? today);
	await setSupporterEnd(tx, may, { familyId, personId, until: last });
	return left.length;
}
