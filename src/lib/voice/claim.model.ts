import { z } from 'zod';
import type { FamilyId, PersonView } from '#lib/family/model.ts';
import { idOf, type Id, type PersonId } from '#lib/kernel/id.ts';
import { isDay, type Day } from '#lib/kernel/calendar.ts';
import { optionalWords, words } from './model.ts';

export type ClaimId = Id<'Claim'>;
export type ClaimVersionId = Id<'ClaimVersion'>;
export type CorrectionId = Id<'Correction'>;

/** Fact and opinion stand apart (feature P9; facts 2.10). */
export const CLAIM_KINDS = ['feit', 'mening'] as const;
export type ClaimKind = (typeof CLAIM_KINDS)[number];

export const CORRECTION_OUTCOMES = ['aangepast', 'niet_aangepast'] as const;
export type CorrectionOutcome = (typeof CORRECTION_OUTCOMES)[number];

const key = z.uuid({ error: 'fout.formulier' });
const dayOf = z
	.string({ error: 'claim.dayMissing' })
	.refine(isDay, { error: 'claim.dayMissing' })
	.transform((text) => text as Day);

const childId = idOf<'Person'>();

/** A group of checkboxes comes as one text with commas between. */
const children = z
	.string({ error: 'claim.childrenMissing' })
	.transform((text) => text.split(','))
	.pipe(z.array(childId).min(1).max(20))
	.transform((ids): PersonId[] => ids);

/** A fact or an opinion: who said it, on which day, about which children. */
export const ClaimInput = z.object({
	key,
	kind: z.enum(CLAIM_KINDS, { error: 'claim.kindMissing' }),
	words,
	saidBy: words.refine((text) => text.length <= 200, { error: 'voice.wordsLong' }),
	saidOn: dayOf,
	children
});
export type ClaimInput = z.output<typeof ClaimInput>;

/** What is wrong, and what should be there, in the person's own words. */
export const CorrectionInput = z.object({
	key,
	claim: idOf<'Claim'>(),
	wrong: words,
	right: words
});
export type CorrectionInput = z.output<typeof CorrectionInput>;

/** What the regisseur decides. With `aangepast` come the new words of the fact. */
export const DecisionInput = z.object({
	key,
	correction: idOf<'Correction'>(),
	outcome: z.enum(CORRECTION_OUTCOMES, { error: 'claim.outcomeMissing' }),
	answer: words,
	/** Needed with `aangepast` only. */
	newWords: optionalWords
});
export type DecisionInput = z.output<typeof DecisionInput>;

/** One text of a fact or opinion. Earlier texts stay to be read. */
export type ClaimText = {
	readonly words: string;
	readonly saidBy: string;
	readonly saidOn: Day;
	readonly writtenBy: PersonView | null;
	readonly writtenOn: Day;
};

export type CorrectionView = {
	readonly id: CorrectionId;
	readonly person: PersonView;
	readonly on: Day;
	readonly wrong: string;
	readonly right: string;
	/** Null while it waits for an answer. */
	readonly decision: {
		readonly outcome: CorrectionOutcome;
		readonly answer: string;
		readonly by: PersonView | null;
		readonly on: Day;
	} | null;
	readonly mayDecide: boolean;
};

export type ClaimView = {
	readonly id: ClaimId;
	readonly kind: ClaimKind;
	readonly about: readonly PersonView[];
	readonly text: ClaimText;
	/** Newest first. */
	readonly earlier: readonly ClaimText[];
	readonly corrections: readonly CorrectionView[];
	readonly mayAsk: boolean;
};

export type ClaimsPage = {
	readonly familyId: FamilyId;
	readonly facts: readonly ClaimView[];
	readonly opinions: readonly ClaimView[];
	/** The children to choose from, for who may write here; null for everyone else. */
	readonly writeAbout: readonly PersonView[] | null;
	/** Whether this person can put own words beside the plan instead. */
	readonly mayState: boolean;
};
