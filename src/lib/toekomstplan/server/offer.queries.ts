import { recordRead } from '#lib/audit/server/commands.ts';
import type { FamilyId } from '#lib/family/model.ts';
import { canOpenCaseload } from '#lib/family/policy.ts';
import { assignedView, loadFamily } from '#lib/family/server/queries.ts';
import type { Actor } from '#lib/kernel/actor.ts';
import { dayInNetherlands } from '#lib/kernel/calendar.ts';
import { authorize, may } from '#lib/kernel/policy.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import type { Offer, OffersView } from '../offer.model.ts';
import { canRecordOffer } from '../offer.policy.ts';
import { nothing } from './act.ts';
import type { LoadedYouth } from './load.ts';
import { offerRows, type OfferRow } from './offer.store.ts';
import { listSharers, nameIn } from './share.queries.ts';

/**
 * What a regisseur sees of plans for later: whether youths of the family were asked, when it was talked
 * about, and a way to what a youth shares. Not whether there is a plan.
 * @throws {Denied} `hide` for everyone but the regisseur and the stand-in
 */
export async function getOffersPage(ctx: Ctx, actor: Actor, id: FamilyId): Promise<OffersView> {
	const { read } = ctx.db;
	const family = await loadFamily(read, id, dayInNetherlands(ctx.now()));
	const permit = authorize(canOpenCaseload, actor, family?.facts);
	if (!family) throw nothing(canOpenCaseload.ability);
	const sharers = await listSharers(ctx, actor);
	const youths = [];
	for (const { personId, givenName } of family.people) {
		if (!may(canRecordOffer, actor, { id: personId, family: family.facts })) continue;
		youths.push({
			...{ id: personId, name: givenName },
			offers: (await offerRows(read, personId)).map((row) =>
				offerOf(row, assignedView(family, row.byId, personId)?.name ?? '')
			),
			shares: sharers.some((one) => one.id === personId)
		});
	}
	await recordRead(ctx, permit, { thing: 'toekomstplan-offer', familyId: id });
	return { familyId: id, youths };
}

/** What was written down about a youth, for the youth to read. */
export const offersTo = async (ctx: Ctx, youth: LoadedYouth): Promise<Offer[]> =>
	(await offerRows(ctx.db.read, youth.child.id)).map((row) =>
		offerOf(row, nameIn(youth, row.byId))
	);

const offerOf = ({ id, kind, on }: OfferRow, by: string): Offer => ({ id, kind, on, by });
