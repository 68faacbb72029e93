import type { PersonId } from '#lib/kernel/id.ts';
import type { Reader } from '#lib/server/db/index.ts';
import type { ItemKind, PlanItem } from '../version.model.ts';
import { itemsOf } from './items.ts';
import type { LoadedPlan } from './load.ts';
import { childrenOfItem } from './proposal.scope.ts';
import type { PlanRow } from './store.ts';
import { changesOfItem } from './version.store.ts';

export type GoneItem = { readonly item: PlanItem; readonly children: readonly PersonId[] };

/** A part that was in the plan and was taken out, as it was last; null for any other id. */
export async function goneItem(
	read: Reader,
	plan: PlanRow,
	loaded: Pick<LoadedPlan, 'family'>,
	{ kind, id }: { readonly kind: ItemKind; readonly id: string }
): Promise<GoneItem | null> {
	const items = itemsOf(plan);
	const item = items.some((one) => one.kind === kind && one.id === id)
		? null
		: await lastOf(read, plan, { kind, id });
	if (!item) return null;
	const goalId = item.kind === 'step' ? item.content.goalId : null;
	const goal = goalId && (await lastOf(read, plan, { kind: 'goal', id: goalId }));
	return { item, children: childrenOfItem(item, goal ? [...items, goal] : items, loaded) };
}

async function lastOf(
	read: Reader,
	plan: PlanRow,
	{ kind, id }: { readonly kind: ItemKind; readonly id: string }
): Promise<PlanItem | null> {
	const last = (await changesOfItem(read, plan.id, { kind, id, after: 0 })).at(-1);
	if (!last || last.after !== null || !last.before) return null;
	return { kind, id, content: last.before } as PlanItem;
}
