import { error } from '@sveltejs/kit';
import type { RequestEvent } from '@sveltejs/kit';
import type { JimId } from '#lib/jim/model.ts';
import { idOf } from '#lib/kernel/id.ts';

/** The relation that an address names. */
export function jimOf({ params }: Pick<RequestEvent, 'params'>): JimId {
	const id = idOf<'Jim'>().safeParse(params.jim);
	if (!id.success) error(404, 'not found');
	return id.data;
}
