import type { ItemContents, ItemKind, PlanItem } from '../version.model.ts';
import type { PlanRow } from './store.ts';

/** A plan as a list of its parts, for versions and proposals. */
export function itemsOf(plan: PlanRow): PlanItem[] {
	const { id, reviewOn, reviewWords, endWords, relapseWords } = plan;
	return [
		{ kind: 'ending', id, content: { reviewOn, reviewWords, endWords, relapseWords } },
		...plan.situations.map(({ id, ...content }) => ({ kind: 'situation' as const, id, content })),
		...plan.goals.map(({ id, ...content }) => ({ kind: 'goal' as const, id, content })),
		...plan.steps.map(({ id, ...content }) => ({ kind: 'step' as const, id, content })),
		...plan.exits.map(({ id, ...content }) => ({ kind: 'exit' as const, id, content }))
	];
}

const listOfKind = <K extends ItemKind>(items: readonly PlanItem[], kind: K) =>
	items
		.filter((item) => item.kind === kind)
		.map(({ id, content }) => ({ ...(content as ItemContents[K]), id }));

const byPosition = (a: { position: number }, b: { position: number }) => a.position - b.position;

/** The same plan with other parts: how it was in an earlier version. */
export function withItems(plan: PlanRow, items: readonly PlanItem[]): PlanRow {
	const [ending] = listOfKind(items, 'ending');
	return {
		...plan,
		...ending,
		id: plan.id,
		situations: listOfKind(items, 'situation').toSorted(byPosition),
		goals: listOfKind(items, 'goal').toSorted(byPosition),
		steps: listOfKind(items, 'step').toSorted(byPosition),
		exits: listOfKind(items, 'exit').toSorted(byPosition)
	} as PlanRow;
}
