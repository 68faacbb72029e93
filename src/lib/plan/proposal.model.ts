import { z } from 'zod';
import type { FamilyId, PersonView } from '#lib/family/model.ts';
import { idOf, type Id, type PersonId } from '#lib/kernel/id.ts';
import type { Day } from '#lib/kernel/calendar.ts';
import { maybeWords } from './edit.model.ts';
import type { Difference } from './history.model.ts';
import type { ItemKind } from './version.model.ts';

export type ProposalId = Id<'Proposal'>;

/** `open` until everyone who must accept did, or somebody did not. */
export type ProposalState = 'open' | 'accepted' | 'declined' | 'withdrawn';

const key = z.uuid({ error: 'fout.formulier' });

/** What a form that proposes asks besides what it changes. */
export const WHY = { why: maybeWords(1000) };

export const AnswerProposal = z.object({
	key,
	proposal: idOf<'Proposal'>(),
	says: z.enum(['ja', 'nee'], { error: 'fout.keuze' }),
	words: maybeWords(1000)
});

export const WithdrawProposal = z.object({ key, proposal: idOf<'Proposal'>() });

/** People of whom one must accept: the regisseur, the owner of a step, the child, or a parent of it. */
export type Side = {
	readonly of: 'regisseur' | 'owner' | 'child';
	readonly people: readonly PersonId[];
};

export type ProposalView = {
	readonly id: ProposalId;
	/** Null for somebody whom the reader may not know of. */
	readonly author: PersonView | null;
	readonly at: Date;
	/** What would change, as this reader may read it; null for who may read nothing of it. */
	readonly difference: Difference | null;
	/** The part changed since in the same words: no yes can let this enter. With what stands there now. */
	readonly stale: { readonly now: Difference | null } | null;
	/** Why, in the proposer's own words. */
	readonly words: string | null;
	readonly state: ProposalState;
	readonly sides: readonly {
		readonly of: Side['of'];
		readonly people: readonly PersonView[];
		readonly accepted: boolean;
	}[];
	readonly answers: readonly {
		readonly person: PersonView | null;
		readonly accepts: boolean;
		readonly words: string | null;
		readonly on: Day;
	}[];
	readonly may: { readonly answer: boolean; readonly withdraw: boolean };
};

/** A part of the plan that somebody may propose to change, by the words it is known by. */
export type Proposable = {
	readonly kind: ItemKind;
	readonly id: string;
	readonly name: string;
	readonly goalId: string | null;
};

export type ProposalsView = {
	readonly familyId: FamilyId;
	/** The reader is a professional: says why with a no. */
	readonly staff: boolean;
	/** Newest first. */
	readonly proposals: readonly ProposalView[];
	/** What this person may propose about; null for who only answers. */
	readonly mayPropose: {
		readonly parts: readonly Proposable[];
		readonly exits: boolean;
	} | null;
};
