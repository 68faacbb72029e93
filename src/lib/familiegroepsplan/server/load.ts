import type { FamilyId } from '#lib/family/model.ts';
import type { Day } from '#lib/kernel/calendar.ts';
import { loadPlan, type LoadedPlan } from '#lib/plan/server/load.ts';
import type { Reader } from '#lib/server/db/index.ts';
import type { OwnPlanId } from '../model.ts';
import type { OwnPlanFacts } from '../policy.ts';
import { isReleased, mayBeOffered, offerChildren } from '../rules.ts';
import { ownPlanRow } from './store.ts';

/** A family with how far its own plan is, and not a word of what is in it. */
export type LoadedOwnPlan = {
	readonly loaded: LoadedPlan;
	/** Undefined before anything happened. */
	readonly ownPlanId: OwnPlanId | undefined;
	/** The day on which its state began. */
	readonly since: Day | null;
	readonly facts: OwnPlanFacts;
	/** The children for whom the law gives the offer today. */
	readonly offered: OwnPlanFacts['children'];
};

/**
 * Reads how far a family is with its own plan, from the database or within a transaction. What the
 * family began stays about the same children; before that the law of today says about whom.
 * @returns null when nobody was ever part of the family
 */
export async function loadOwnPlan(
	read: Reader,
	id: FamilyId,
	today: Day
): Promise<LoadedOwnPlan | null> {
	const loaded = await loadPlan(read, id, today);
	return loaded && ownPlanOf(read, loaded);
}

/** The same, for who read the family already. */
export async function ownPlanOf(read: Reader, loaded: LoadedPlan): Promise<LoadedOwnPlan> {
	const family = loaded.family.facts;
	const row = await ownPlanRow(read, family.id);
	const offered = mayBeOffered(offerChildren(family), loaded.kaders, family.today);
	const state = row?.state ?? 'niet_aangeboden';
	const begun = row && (state === 'bezig' || isReleased(state));
	return {
		loaded,
		ownPlanId: row?.id,
		since: row?.since ?? null,
		offered,
		facts: {
			id: row?.id ?? family.id,
			family,
			consent: loaded.consent,
			state,
			children: begun ? row.children : offered,
			invitations: row?.invitations ?? []
		}
	};
}
