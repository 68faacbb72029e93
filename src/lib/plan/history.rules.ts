import type { FamilyFacts } from '#lib/family/model.ts';
import { isRegisseur, participationOf } from '#lib/family/rules.ts';
import type { PersonId } from '#lib/kernel/id.ts';
import { FIELDS, type Difference, type FieldValue, type SeenItem } from './history.model.ts';
import type { ItemChange, ItemContents, ItemKind } from './version.model.ts';

/** What a reader sees of an item before and after; null when that says the same to this reader. */
export function differenceOf(was: SeenItem | null, now: SeenItem | null): Difference | null {
	const some = now ?? was;
	if (!some) return null;
	const fields = FIELDS.map((field) => ({
		field,
		was: was?.fields.get(field) ?? null,
		now: now?.fields.get(field) ?? null
	})).filter((one) => !sameValue(one.was, one.now));
	if (fields.length === 0) return null;
	const change = was === null ? 'new' : now === null ? 'gone' : 'changed';
	return { kind: some.kind, id: some.id, change, name: some.name, fields };
}

function sameValue(a: FieldValue | null, b: FieldValue | null): boolean {
	if (a?.is === 'goal' && b?.is === 'goal') return a.id === b.id;
	return JSON.stringify(a) === JSON.stringify(b);
}

/** Everything that differs for a reader between two states of a plan, in the order of the second. */
export function differencesBetween(
	was: readonly SeenItem[],
	now: readonly SeenItem[]
): Difference[] {
	const name = ({ kind, id }: SeenItem) => `${kind} ${id}`;
	const before = new Map(was.map((item) => [name(item), item]));
	const after = new Set(now.map(name));
	return [
		...now.flatMap((item) => differenceOf(before.get(name(item)) ?? null, item) ?? []),
		...was.flatMap((item) => (after.has(name(item)) ? [] : (differenceOf(item, null) ?? [])))
	];
}

/** What a change would bring back, and the person who is no longer part of the family. */
export type Missing = { readonly change: ItemChange; readonly who: PersonId };

/**
 * Parts of an earlier version that cannot come back: a step needs somebody who takes part today (P6),
 * and a part of the plan is about children of the family. What names them now already stays.
 */
export function cannotComeBack(changes: readonly ItemChange[], family: FamilyFacts): Missing[] {
	return changes.flatMap((change) => {
		const named = peopleIn(change.kind, change.before);
		const gone = peopleIn(change.kind, change.after).filter(
			(who) => !named.includes(who) && !takesPart(family, who, change.kind)
		);
		return gone.map((who) => ({ change, who }));
	});
}

const takesPart = (family: FamilyFacts, who: PersonId, kind: ItemKind): boolean => {
	const me = participationOf(family, who);
	if (kind === 'step') return me !== null || isRegisseur(family, who);
	return me?.relation === 'kind';
};

/** Who does a step, and the children that another part is about. */
function peopleIn(kind: ItemKind, content: ItemChange['after']): readonly PersonId[] {
	if (!content || kind === 'ending') return [];
	if (kind === 'step') return [(content as ItemContents['step']).ownerId];
	if (kind === 'exit') return [(content as ItemContents['exit']).childId];
	return (content as ItemContents['goal' | 'situation']).children;
}
