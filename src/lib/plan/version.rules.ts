import type { ItemChange, ItemKind, PlanItem } from './version.model.ts';

/** Names an item within a plan: ids are unique per kind only. */
export const itemKey = ({ kind, id }: { kind: ItemKind; id: string }): string => `${kind} ${id}`;

/** Whether two contents say the same, whatever the order of their fields. */
export function saysTheSame(a: object | null, b: object | null): boolean {
	if (a === null || b === null) return a === b;
	const names = new Set([...Object.keys(a), ...Object.keys(b)]);
	return [...names].every(
		(name) =>
			JSON.stringify(a[name as keyof typeof a] ?? null) ===
			JSON.stringify(b[name as keyof typeof b] ?? null)
	);
}

/** Whether these changes of one item did more than give it another place in its list. */
export const saysSomethingElse = (changes: readonly ItemChange[]): boolean => {
	const unplaced = (content: ItemChange['after']) => content && { ...content, position: 0 };
	return changes.some(({ before, after }) => !saysTheSame(unplaced(before), unplaced(after)));
};

const changeOf = (from: PlanItem | undefined, to: PlanItem | undefined): ItemChange | null => {
	const some = from ?? to;
	if (!some || saysTheSame(from?.content ?? null, to?.content ?? null)) return null;
	return {
		kind: some.kind,
		id: some.id,
		before: from?.content ?? null,
		after: to?.content ?? null
	} as ItemChange;
};

/** What turns one state of a plan into another. Empty when they say the same. */
export function changesBetween(from: readonly PlanItem[], to: readonly PlanItem[]): ItemChange[] {
	const before = new Map(from.map((item) => [itemKey(item), item]));
	const after = new Map(to.map((item) => [itemKey(item), item]));
	return [...new Set([...before.keys(), ...after.keys()])].flatMap(
		(key) => changeOf(before.get(key), after.get(key)) ?? []
	);
}

/**
 * The plan as it was before these changes.
 * @param now the plan as it is
 * @param changes what happened since, oldest first
 */
export function undo(now: readonly PlanItem[], changes: readonly ItemChange[]): PlanItem[] {
	const items = new Map(now.map((item) => [itemKey(item), item]));
	for (const { kind, id, before } of changes.toReversed()) {
		const key = itemKey({ kind, id });
		if (before === null) items.delete(key);
		else items.set(key, { kind, id, content: before } as PlanItem);
	}
	return [...items.values()];
}
