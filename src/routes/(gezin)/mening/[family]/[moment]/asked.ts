import { error, type RequestEvent } from '@sveltejs/kit';
import type { FamilyId } from '#lib/family/model.ts';
import { isMoment } from '#lib/feedback/form.model.ts';
import { idOf } from '#lib/kernel/id.ts';

/** Which family and which moment an address names. */
export function askedOf({ params }: Pick<RequestEvent, 'params'>) {
	const family = idOf<'Family'>().safeParse(params.family);
	const { moment = '' } = params;
	if (!family.success || !isMoment(moment)) return error(404, 'not found');
	return { familyId: family.data satisfies FamilyId, moment };
}
