import { error } from '@sveltejs/kit';
import { idOf, type PersonId } from '#lib/kernel/id.ts';

/** The person of the address; what is no id is as unknown as somebody who does not exist. */
export function personOf({ params }: { readonly params: { readonly person?: string } }): PersonId {
	const id = idOf<'Person'>().safeParse(params.person);
	if (!id.success) error(404, 'not found');
	return id.data;
}
