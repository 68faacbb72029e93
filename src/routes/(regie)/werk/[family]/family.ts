import { error } from '@sveltejs/kit';
import type { RequestEvent } from '@sveltejs/kit';
import type { FamilyId } from '#lib/family/model.ts';
import { idOf } from '#lib/kernel/id.ts';

/** The family of the address; what is no id is as unknown as a family that does not exist. */
export function familyOf({ params }: Pick<RequestEvent, 'params'>): FamilyId {
	const id = idOf<'Family'>().safeParse(params.family);
	if (!id.success) error(404, 'not found');
	return id.data;
}
