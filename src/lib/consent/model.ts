import { z } from 'zod';
import type { FamilyId, PersonView } from '#lib/family/model.ts';
import { idOf, type Id, type PersonId } from '#lib/kernel/id.ts';
import type { Day, Period } from '#lib/kernel/calendar.ts';

export type ShareId = Id<'Share'>;
export type SupportId = Id<'Support'>;
export type RestrictionId = Id<'Restriction'>;
export type IncapacityId = Id<'Incapacity'>;

/** Who reads along with a parent: somebody close, or an independent client supporter (facts 2.4). */
export const SUPPORT_KINDS = ['naaste', 'clientondersteuner'] as const;
export type SupportKind = (typeof SUPPORT_KINDS)[number];

/** One line of own words about why something is shared; may be left empty. */
export const whyLine = z
	.string()
	.trim()
	.max(200, { error: 'consent.whyLong' })
	.default('')
	.transform((text) => text || null);

/** With whom, in which family; the key makes a double tap one act. */
export const ShareInput = z.object({
	key: z.uuid({ error: 'fout.formulier' }),
	family: idOf<'Family'>(),
	with: idOf<'Person'>(),
	why: whyLine
});

export const EndSupportInput = z.object({
	key: z.uuid({ error: 'fout.formulier' }),
	family: idOf<'Family'>(),
	support: idOf<'Support'>()
});

/** A parent lets this person read along about these children, until this day. */
export type SupportFacts = {
	readonly id: SupportId;
	readonly parentId: PersonId;
	readonly supporterId: PersonId;
	readonly children: readonly PersonId[];
	readonly until: Day | null;
	/** Who lives in a household of this parent: supporters are not known outside it. */
	readonly home: readonly PersonId[];
};

/** What was shared, restricted or recorded about the children of one family, as rules need it. */
export type ConsentFacts = {
	/** Pairs that hold now: this child lets this person see the child's part. */
	readonly shares: readonly { readonly childId: PersonId; readonly withId: PersonId }[];
	/** Those that nobody stopped. Whether one holds today, `supportsOf` says. */
	readonly supports: readonly SupportFacts[];
	readonly restrictions: readonly (Period & {
		readonly childId: PersonId;
		readonly parentId: PersonId;
	})[];
	readonly incapacities: readonly (Period & { readonly childId: PersonId })[];
};

/** For each person of the family with whom the youth may share: whether that is so now. */
export type SharingView = {
	readonly familyId: FamilyId;
	readonly people: readonly { readonly person: PersonView; readonly shared: boolean }[];
};

/** One thing that somebody lets another person see, now or before (feature A6). */
export type ConsentView = {
	readonly familyId: FamilyId;
	/** Of a youth the own part; of a parent what that parent may see about some children. */
	readonly what:
		| { readonly is: 'own-part'; readonly withId: PersonId }
		| {
				readonly is: 'support';
				readonly id: SupportId;
				readonly kind: SupportKind;
				readonly children: readonly string[];
		  };
	readonly name: string;
	readonly why: string | null;
	readonly since: Day;
	/** The day from which it no longer holds, when one was chosen. */
	readonly until: Day | null;
	/** The day on which it ended; null while it holds. */
	readonly ended: Day | null;
};
