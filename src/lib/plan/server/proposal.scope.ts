import { childrenOf } from '#lib/family/rules.ts';
import type { Actor } from '#lib/kernel/actor.ts';
import { may } from '#lib/kernel/policy.ts';
import { possibleOwners } from '../edit.rules.ts';
import { canPropose } from '../proposal.policy.ts';
import { childrenOfChange } from '../proposal.rules.ts';
import type { ItemChange, PlanItem } from '../version.model.ts';
import type { Scope } from './edit.commands.ts';
import { itemsOf } from './items.ts';
import type { LoadedPlan } from './load.ts';
import type { PlanRow } from './store.ts';
import { viewerOf } from './viewer.ts';

/**
 * What somebody may propose about: parts whose children this person sees all of, those children, and
 * people whom this person may know. What lies outside is as unknown as what does not exist.
 */
export function scopeOf(
	actor: Extract<Actor, { kind: 'person' }>,
	loaded: Pick<LoadedPlan, 'family' | 'consent'>,
	plan: PlanRow
): Scope {
	const { family, consent } = loaded;
	const viewer = viewerOf(actor, loaded);
	const items = itemsOf(plan);
	const mayPropose = (id: string, children: ItemFactsChildren) =>
		may(canPropose, actor, { id, children, family: family.facts, consent });
	return {
		items: items.filter((item) => mayPropose(item.id, childrenOfItem(item, items, loaded))),
		children: childrenOf(family.facts).filter((child) => mayPropose(child, [child])),
		owners: possibleOwners(family.facts).filter((one) => viewer.named(one) !== null)
	};
}

type ItemFactsChildren = ReturnType<typeof childrenOfChange>;

/** The children that a part of the plan is about. */
export const childrenOfItem = (
	{ kind, id, content }: PlanItem,
	items: readonly PlanItem[],
	{ family }: Pick<LoadedPlan, 'family'>
): ItemFactsChildren =>
	childrenOfChange({ kind, id, before: content, after: null } as ItemChange, items, family.facts);
