import { z } from 'zod';
import type { FamilyId, PersonView } from '#lib/family/model.ts';
import { isDay, type Day } from '#lib/kernel/calendar.ts';
import { formKey } from '#lib/kernel/form.ts';
import { idOf, type Id, type PersonId } from '#lib/kernel/id.ts';

export type TermEventId = Id<'TermEvent'>;

/**
 * The terms that the portal counts. First contact is a term of its own for each measure: whom the GI
 * must speak differs, and each measure has its own notice.
 */
export const TERM_KINDS = [
	'contact_voogdij',
	'contact_ots',
	'contact_jeugdreclassering',
	'plan',
	'plan_op_papier',
	'aanwijzing',
	'intrekking'
] as const;
export type TermKind = (typeof TERM_KINDS)[number];

/**
 * The two things that can be said of a term, each with its day: that what starts it has happened, and
 * that what it asks has happened. Of each term, what these are:
 * - `contact_*`: the GI was charged with the measure and had notice of it / the first contact was had;
 * - `plan`: it became certain that no familiegroepsplan comes / the plan is ready;
 * - `plan_op_papier`: the plan was asked for on paper / it was given;
 * - `aanwijzing`: the written directive was sent or handed over / (never said: to ask a judge is a
 *   person's own matter);
 * - `intrekking`: the GI was asked to withdraw a directive / the GI decided in writing.
 */
export const MOMENTS = ['start', 'met'] as const;
export type Moment = (typeof MOMENTS)[number];

/** What somebody said, as rules need it. Only what was not taken back counts. */
export type TermEventFacts = {
	readonly id: TermEventId;
	readonly childId: PersonId;
	readonly term: TermKind;
	readonly moment: Moment;
	readonly on: Day;
	readonly recordedBy: PersonId;
	readonly withdrawn: boolean;
};

/** `running`: the day has not passed. `met`: it has happened. `passed`: the day is over. */
export type TermState = 'running' | 'met' | 'passed';

/** One counted term. */
export type CountedTerm = {
	/** The last day on which it is in time. */
	readonly due: Day;
	readonly state: TermState;
	/** When it happened; the earliest day that was said. */
	readonly metOn: Day | null;
	/** It happened after the day of the law. */
	readonly metLate: boolean;
};

/** Who said a day, and when. */
export type Saying = {
	/** With an id only for what the viewer said: that can be corrected. */
	readonly ownEvent: TermEventId | null;
	/** Null for somebody who may not be named here. */
	readonly person: PersonView | null;
	readonly recordedOn: Day;
	/** Nobody said this here: the record of the familiegroepsplan did. */
	readonly ofOwnPlan?: true;
};

/** What somebody first said and took back: kept, so that nothing changes in silence. */
export type TakenBack = {
	readonly moment: Moment;
	readonly on: Day;
	readonly instead: Day | null;
	readonly person: PersonView | null;
	readonly takenBackOn: Day;
};

/** The steps of "what you can do now", in this order (facts 2.9). */
export const LADDER_STEPS = [
	'gi',
	'teamleider',
	'vertrouwenspersoon',
	'klacht',
	'geschil',
	'veiligheid'
] as const;
export type LadderStep = (typeof LADDER_STEPS)[number];

/** One term of one child. People may have said different days: each day is counted and shown. */
export type TermView = {
	readonly term: TermKind;
	readonly starts: readonly (CountedTerm & {
		readonly on: Day;
		readonly said: readonly Saying[];
	})[];
	readonly mets: readonly { readonly on: Day; readonly said: readonly Saying[] }[];
	readonly takenBack: readonly TakenBack[];
	/** What to do when a day has passed, or when somebody does not agree that it happened. */
	readonly ladder: readonly LadderStep[];
	/** Whether the ladder begins at a GI or, without a measure, at whoever gives help. */
	readonly asks: 'gi' | 'hulp';
	/** Whether this person may say that it happened. */
	readonly mayMeet: boolean;
};

export type TermsView = {
	readonly familyId: FamilyId;
	readonly children: readonly {
		readonly person: PersonView;
		readonly terms: readonly TermView[];
		/** Terms of which this person may say that they started. */
		readonly offered: readonly TermKind[];
	}[];
};

const on = z
	.string()
	.refine(isDay, { error: 'terms.dayUnknown' })
	.transform((text) => text as Day);

/** Somebody says that a term started, or that what it asks has happened. */
export const RecordTermEvent = z.object({
	key: formKey,
	child: idOf<'Person'>(),
	term: z.enum(TERM_KINDS, { error: 'fout.formulier' }),
	moment: z.enum(MOMENTS, { error: 'fout.formulier' }),
	on
});

/** The day was wrong: another takes its place, and the first stays to be read. */
export const CorrectTermEvent = z.object({ key: formKey, event: idOf<'TermEvent'>(), on });

/** It was a mistake altogether. */
export const WithdrawTermEvent = z.object({ key: formKey, event: idOf<'TermEvent'>() });
