import { error } from '@sveltejs/kit';
import { idOf } from '#lib/kernel/id.ts';
import type { MeetingId } from '#lib/talk/meeting.model.ts';
import { familyOf } from '../../family.ts';

/** Family and meeting of the address; what is no id is as unknown as what does not exist. */
export function placeOf(event: {
	readonly params: { readonly family?: string; readonly meeting?: string };
}) {
	const meeting = idOf<'Meeting'>().safeParse(event.params.meeting);
	if (!meeting.success) error(404, 'not found');
	return { family: familyOf(event), meeting: meeting.data satisfies MeetingId };
}
