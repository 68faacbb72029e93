import type { ConsentFacts } from '#lib/consent/model.ts';
import { loadConsent } from '#lib/consent/server/queries.ts';
import type { FamilyId } from '#lib/family/model.ts';
import { loadFamily, type LoadedFamily } from '#lib/family/server/queries.ts';
import { childrenOf } from '#lib/family/rules.ts';
import type { Day } from '#lib/kernel/calendar.ts';
import type { PersonId } from '#lib/kernel/id.ts';
import type { Reader } from '#lib/server/db/index.ts';
import type { PlanRuleFacts } from '../policy.ts';
import { measuresOf } from '../rules.ts';
import { kaderRows, planRow, type PlanRow } from './store.ts';

/** A family with everything its plan holds, before any rule was asked. Never reaches a page. */
export type LoadedPlan = {
	readonly family: LoadedFamily;
	readonly consent: ConsentFacts;
	readonly kaders: Awaited<ReturnType<typeof kaderRows>>;
	readonly plan: PlanRow | undefined;
};

/**
 * Reads a family with its plan, from the database or within a transaction.
 * @returns null when nobody was ever part of the family
 */
export async function loadPlan(read: Reader, id: FamilyId, today: Day): Promise<LoadedPlan | null> {
	const family = await loadFamily(read, id, today);
	if (!family) return null;
	return {
		family,
		plan: await planRow(read, id),
		consent: await loadConsent(read, id),
		kaders: await kaderRows(read, id)
	};
}

/** What `canReadPlan` decides about. */
export const ruleFacts = ({ family, consent, kaders, plan }: LoadedPlan): PlanRuleFacts => ({
	id: plan?.id ?? family.facts.id,
	family: family.facts,
	consent,
	kaders,
	stepOwners: plan?.steps.map((one) => one.ownerId) ?? []
});

/** The children under a measure of the court today. */
export const measuredChildren = ({ family: { facts }, kaders }: LoadedPlan): PersonId[] =>
	childrenOf(facts).filter((child) => measuresOf(kaders, child, facts.today).length > 0);
