import type { FamilyId } from '#lib/family/model.ts';
import { isRegisseur } from '#lib/family/rules.ts';
import type { PersonId } from '#lib/kernel/id.ts';
import { may } from '#lib/kernel/policy.ts';
import { canReadItem } from '#lib/plan/policy.ts';
import type { LoadedPlan } from '#lib/plan/server/load.ts';
import type { HandoverId } from '../model.ts';
import type { HandoverFacts } from '../policy.ts';
import { signersOf } from '../rules.ts';

/** What the rules of a handover decide about. */
export function handoverFacts(
	{ family, consent }: Pick<LoadedPlan, 'family' | 'consent'>,
	row: { readonly id: HandoverId; readonly familyId: FamilyId; readonly children: PersonId[] }
): HandoverFacts {
	const item = { id: row.id, children: row.children, family: family.facts, consent };
	const mayRead = (id: PersonId) =>
		isRegisseur(family.facts, id) ||
		may(canReadItem, { kind: 'person', id, assurance: 'link' }, item);
	return { ...item, signers: signersOf(family.facts, row.children, mayRead) };
}
