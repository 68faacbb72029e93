import { z } from 'zod';
import type { FamilyId, PersonView } from '#lib/family/model.ts';
import type { Day } from '#lib/kernel/calendar.ts';
import { idOf, type Id, type PersonId } from '#lib/kernel/id.ts';
import { dayField, family, key, people, words } from './fields.ts';

export type ConsultationId = Id<'Consultation'>;

export const WriteConsultation = z.object({
	key,
	family,
	day: dayField('consult.noDay'),
	present: words('consult.noPresent', 500),
	why: words('consult.noWhy'),
	outcome: words('consult.noOutcome'),
	children: people,
	/** The entry that this one corrects. */
	corrects: z.union([z.literal('').transform(() => null), idOf<'Consultation'>()]).optional()
});
export type WriteConsultation = z.output<typeof WriteConsultation>;

export type ConsultationView = {
	readonly id: ConsultationId;
	readonly on: Day;
	readonly present: string;
	readonly why: string;
	readonly outcome: string;
	readonly about: readonly PersonView[];
	readonly author: PersonView | null;
	readonly writtenOn: Day;
	/** Only when the viewer may see that one too. */
	readonly corrects: ConsultationId | null;
	readonly correctedBy: ConsultationId | null;
};

/** What stands in the form at first: of the entry that is corrected, or empty. */
export type ConsultationForm = {
	readonly corrects: ConsultationId | null;
	readonly day: Day;
	readonly present: string;
	readonly why: string;
	readonly outcome: string;
	readonly children: readonly PersonId[];
};

export type ConsultationsView = {
	readonly familyId: FamilyId;
	readonly entries: readonly ConsultationView[];
	/** Null for who does not write here. */
	readonly write: {
		/** Children to tick; empty for a professional who writes about the children of the own steps. */
		readonly children: readonly PersonView[];
		readonly start: ConsultationForm;
	} | null;
};
