import { error } from '@sveltejs/kit';
import { idOf, type Id } from '#lib/kernel/id.ts';
import type { GoalId } from '#lib/plan/model.ts';

/** The last part of the address of a form for something that is not there yet. */
const NEW = 'nieuw';

/** The part of the plan that an address names; null for a new one. */
export function partOf<Noun extends string>(text: string | undefined): Id<Noun> | null {
	if (text === NEW) return null;
	const id = idOf<Noun>().safeParse(text);
	if (!id.success) error(404, 'not found');
	return id.data;
}

/** The goal of the address; what is no id is as unknown as a goal that does not exist. */
export function goalOf({ params }: { readonly params: { readonly goal?: string } }): GoalId {
	const id = partOf<'Goal'>(params.goal);
	if (!id) error(404, 'not found');
	return id;
}
