import type { Actions } from './$types';
import { idOf } from '#lib/kernel/id.ts';
import { goTo, privateAction, privatePage } from '#lib/server/http.ts';
import { WriteConsultation } from '#lib/talk/consultation.model.ts';
import { writeConsultation } from '#lib/talk/server/consultations.commands.ts';
import { getConsultationsPage } from '#lib/talk/server/consultations.queries.ts';
import { familyOf } from '../family.ts';

export const load = privatePage(({ ctx, actor, event }) => {
	const correcting = idOf<'Consultation'>().safeParse(event.url.searchParams.get('verbeter'));
	return getConsultationsPage(ctx, actor, familyOf(event), correcting.data ?? null);
});

export const actions = {
	write: privateAction(
		WriteConsultation.omit({ family: true }),
		async ({ ctx, actor, event, input }) => {
			const family = familyOf(event);
			await writeConsultation(ctx, actor, { ...input, family });
			goTo(event, `/plan/${family}/besproken`);
		}
	)
} satisfies Actions;
