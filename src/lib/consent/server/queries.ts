import type { FamilyId } from '#lib/family/model.ts';
import { ageOf, participationOf } from '#lib/family/rules.ts';
import { listMyFamilies, loadFamily, personView } from '#lib/family/server/queries.ts';
import type { Actor } from '#lib/kernel/actor.ts';
import { dayInNetherlands } from '#lib/kernel/calendar.ts';
import { may } from '#lib/kernel/policy.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import type { Reader } from '#lib/server/db/index.ts';
import type { ConsentFacts, SharingView } from '../model.ts';
import { canStartShare, SHARES_FROM_AGE } from '../policy.ts';
import { isShared } from '../rules.ts';
import { consentRows } from './store.ts';

/** What was shared, restricted or recorded about a family's children, as rules need it. */
export const loadConsent = (read: Reader, family: FamilyId): Promise<ConsentFacts> =>
	consentRows(read, family);

/** What a youth of 16 or older shares with whom; empty for everyone else. */
export async function listSharing(ctx: Ctx, actor: Actor): Promise<SharingView[]> {
	if (actor.kind !== 'person') return [];
	const today = dayInNetherlands(ctx.now());
	const views: SharingView[] = [];
	for (const familyId of await listMyFamilies(ctx, actor)) {
		const family = await loadFamily(ctx.db.read, familyId, today);
		if (!family || participationOf(family.facts, actor.id)?.relation !== 'kind') continue;
		if ((ageOf(family.facts, actor.id) ?? 0) < SHARES_FROM_AGE) continue;
		const consent = await loadConsent(ctx.db.read, familyId);
		const people = family.people
			.filter((row) =>
				may(canStartShare, actor, {
					id: actor.id,
					withId: row.personId,
					family: family.facts,
					consent
				})
			)
			.map((row) => ({
				person: personView(row, actor.id),
				shared: isShared(consent, actor.id, row.personId)
			}));
		views.push({ familyId, people });
	}
	return views;
}
