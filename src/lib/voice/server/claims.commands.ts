import { recordAudit } from '#lib/audit/server/commands.ts';
import type { FamilyId } from '#lib/family/model.ts';
import type { Actor } from '#lib/kernel/actor.ts';
import { authorize } from '#lib/kernel/policy.ts';
import { newId } from '#lib/server/crypto.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { Refused } from '#lib/server/refused.ts';
import type {
	ClaimId,
	ClaimInput,
	ClaimVersionId,
	CorrectionId,
	CorrectionInput,
	DecisionInput
} from '../claim.model.ts';
import { canAskCorrection, canDecideCorrection, canWriteClaim } from '../policy.ts';
import { change } from './change.ts';
import {
	claimRow,
	correctionRow,
	insertClaim,
	insertCorrection,
	insertDecision,
	newestVersion
} from './claims.store.ts';

/**
 * The regisseur writes down a fact or an opinion: who said it, on which day, about which children.
 * @throws {Refused} when the day has still to come
 * @throws {Denied} for everyone but the regisseur and the stand-in
 */
export const writeClaim = (
	ctx: Ctx,
	actor: Actor,
	family: FamilyId,
	input: ClaimInput
): Promise<void> =>
	change(ctx, actor, { noun: 'claim', family, key: input.key }, async ({ tx, me, loaded }) => {
		const { children } = input;
		const { facts } = loaded.family;
		const asked = { id: family, children, family: facts, consent: loaded.consent };
		const may = authorize(canWriteClaim, actor, asked);
		if (input.saidOn > facts.today) throw new Refused({ saidOn: 'claim.dayToCome' });
		const { kind, words, saidBy, saidOn } = input;
		await insertClaim(
			tx,
			may,
			{ kind, children },
			{
				...{ id: newId<ClaimVersionId>(), claimId: newId<ClaimId>(), words, saidBy, saidOn },
				...{ personId: me, at: ctx.now() }
			}
		);
		await recordAudit(ctx, tx, may, { action: 'create', thing: 'claim', familyId: family });
	});

/**
 * A family member says what is wrong in a fact and what should be there.
 * @throws {Denied} for who does not see the fact; with a reason for an opinion and for a professional
 */
export const askCorrection = (
	ctx: Ctx,
	actor: Actor,
	family: FamilyId,
	{ key, claim, wrong, right }: CorrectionInput
): Promise<void> =>
	change(ctx, actor, { noun: 'correction', family, key }, async ({ tx, me, loaded }) => {
		const row = await claimRow(tx, family, claim);
		const { facts } = loaded.family;
		const may = authorize(
			canAskCorrection,
			actor,
			row && { ...row, family: facts, consent: loaded.consent }
		);
		await insertCorrection(tx, may, {
			...{ id: newId<CorrectionId>(), personId: me, wrong, right, at: ctx.now() }
		});
		await recordAudit(ctx, tx, may, { action: 'create', thing: 'correction', familyId: family });
	});

/**
 * The regisseur answers a request, once. With `aangepast` the fact gets new words; the old ones stay.
 * @throws {Refused} when it is changed and the new words are missing
 * @throws {Denied} for everyone but the regisseur, and when it was answered before
 */
export const decideCorrection = (
	ctx: Ctx,
	actor: Actor,
	family: FamilyId,
	{ key, correction, outcome, answer, newWords }: DecisionInput
): Promise<void> =>
	change(ctx, actor, { noun: 'decision', family, key }, async ({ tx, me, loaded }) => {
		const row = await correctionRow(tx, family, correction);
		const { facts } = loaded.family;
		const claim = row && {
			...{ id: row.claimId, kind: row.kind, children: row.children },
			...{ family: facts, consent: loaded.consent }
		};
		const may = authorize(
			canDecideCorrection,
			actor,
			row && claim && { id: row.id, isOpen: row.decidedAt === null, claim }
		);
		const current = row && (await newestVersion(tx, row.claimId));
		const changed = outcome === 'aangepast' ? newWords : null;
		if (outcome === 'aangepast' && changed === null) {
			throw new Refused({ newWords: 'claim.newWordsMissing' });
		}
		const at = ctx.now();
		const version =
			current && changed
				? { ...current, id: newId<ClaimVersionId>(), words: changed, personId: me, at }
				: null;
		await insertDecision(tx, may, { personId: me, outcome, answer, at }, version);
		await recordAudit(ctx, tx, may, { action: 'update', thing: 'correction', familyId: family });
	});
