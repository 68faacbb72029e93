import type { FamilyId, PersonView } from '#lib/family/model.ts';
import type { Id, PersonId } from '#lib/kernel/id.ts';
import type { Period } from '#lib/kernel/calendar.ts';

export type ShareId = Id<'Share'>;
export type RestrictionId = Id<'Restriction'>;
export type IncapacityId = Id<'Incapacity'>;

/** What was shared, restricted or recorded about the children of one family, as rules need it. */
export type ConsentFacts = {
	/** Pairs that hold now: this child lets this person see the child's part. */
	readonly shares: readonly { readonly childId: PersonId; readonly withId: PersonId }[];
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
