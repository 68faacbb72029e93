import type { OrganisationId } from '#lib/family/model.ts';
import type { PersonId } from '#lib/kernel/id.ts';
import { hashToken } from '#lib/server/crypto.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { standingOf } from './accounts.store.ts';
import { openChallenge } from './challenges.ts';
import { mayLook, stateOf, type InvitationView } from './invitations.ts';
import { staffInvitationByToken } from './invitations.store.ts';
import { creationOptions } from './webauthn.ts';

/** Where a professional works; null for anybody else. */
export async function organisationOf(ctx: Ctx, personId: PersonId): Promise<OrganisationId | null> {
	return (await standingOf(ctx.db.read, personId))?.organisation ?? null;
}

export type StaffInvitationView = {
	readonly state: InvitationView['state'];
	/** What the browser needs to make the key, as JSON; null as long as the code was not given here. */
	readonly options: string | null;
};

/**
 * What the link in a professional's mail leads to. Looking uses nothing up: mail scanners look too.
 * @param network where the request comes from; looking is counted
 * @returns null after too many looks
 */
export async function lookUpStaffInvitation(
	ctx: Ctx,
	secret: string,
	{ token, network }: { token: string; network: string }
): Promise<StaffInvitationView | null> {
	const { config, db } = ctx;
	const found = await staffInvitationByToken(db.read, hashToken(token));
	const state = stateOf(found, ctx.now());
	const asker = { browserHash: hashToken(secret), purpose: 'first-key' } as const;
	const proved = found && state === 'open' ? await openChallenge(ctx, db.read, asker) : null;
	if (found && proved?.personId === found.personId) {
		const { personId, email } = found;
		const who = { personId, email, challenge: proved.challenge, has: [] };
		return { state, options: await creationOptions(config, who) };
	}
	return (await mayLook(ctx, network)) ? { state, options: null } : null;
}
