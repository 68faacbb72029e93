import { recordAudit } from '#lib/audit/server/commands.ts';
import type { FamilyId } from '#lib/family/model.ts';
import type { Actor } from '#lib/kernel/actor.ts';
import { authorize } from '#lib/kernel/policy.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { Refused } from '#lib/server/refused.ts';
import type { OwnPlanId, Release, WithPerson } from '../model.ts';
import {
	canEndInvitation,
	canInviteToGroup,
	canReleaseOwnPlan,
	type InviteFacts
} from '../policy.ts';
import { memberOf } from '../rules.ts';
import { acting, unknown, type Acting } from './act.ts';
import { moved } from './offer.commands.ts';
import { pieceRows, releasePieces } from './pieces.store.ts';
import { shownIn, toRelease } from './release-text.ts';
import { addInvitation, endInvitations } from './store.ts';

/** A parent asks someone of the network to write along. @throws {Denied} */
export const inviteToGroup = (ctx: Ctx, actor: Actor, family: FamilyId, input: WithPerson) =>
	acting(ctx, actor, family, input.key, async (asked) => {
		const permit = authorize(canInviteToGroup, actor, inviteFacts(asked, input));
		await addInvitation(asked.tx, permit, {
			personId: input.person,
			invitedById: asked.actor.id,
			at: asked.at
		});
		await recordAudit(ctx, asked.tx, permit, {
			action: 'create',
			thing: 'own-plan',
			familyId: family
		});
	});

/** The one who invited takes it back, or who was invited leaves. @throws {Denied} */
export const endInvitation = (ctx: Ctx, actor: Actor, family: FamilyId, input: WithPerson) =>
	acting(ctx, actor, family, input.key, async (asked) => {
		const permit = authorize(canEndInvitation, actor, inviteFacts(asked, input));
		await endInvitations(asked.tx, permit, {
			personId: input.person,
			invitedById: asked.actor.id,
			at: asked.at
		});
		await recordAudit(ctx, asked.tx, permit, {
			action: 'delete',
			thing: 'own-plan',
			familyId: family
		});
	});

/**
 * The family gives its plan to the regisseur: exactly the pieces that this parent was shown.
 * @throws {Denied}
 * @throws {Refused} when nothing was written, or when it is no longer what was shown
 */
export const releaseOwnPlan = (ctx: Ctx, actor: Actor, family: FamilyId, input: Release) =>
	acting(ctx, actor, family, input.key, async (asked) => {
		const { tx, own, at } = asked;
		const permit = authorize(canReleaseOwnPlan, actor, withId(asked));
		const member = memberOf(own.facts, asked.actor.id);
		if (!member) throw unknown();
		const rows = toRelease(await pieceRows(tx, permit.id), member);
		if (rows.length === 0) throw new Refused({ shown: 'ownPlan.nothingWritten' });
		if (shownIn(rows) !== input.shown) throw new Refused({ shown: 'ownPlan.changedMeanwhile' });
		await releasePieces(tx, permit, { pieces: rows.map((row) => row.id), at });
		await moved(ctx, asked, permit, { act: 'vrijgeven', words: null });
	});

/** The facts of an own plan that exists. */
function withId({ own }: Acting): Acting['own']['facts'] & { readonly id: OwnPlanId } {
	if (!own.ownPlanId) throw unknown();
	return { ...own.facts, id: own.ownPlanId };
}

const inviteFacts = (
	asked: Acting,
	input: WithPerson
): InviteFacts & { readonly id: OwnPlanId } => ({
	...withId(asked),
	guestId: input.person
});
