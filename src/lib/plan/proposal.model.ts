import { z } from 'zod';
import type { PersonView } from '#lib/family/model.ts';
import { idOf, type Id, type PersonId } from '#lib/kernel/id.ts';
import type { Day } from '#lib/kernel/calendar.ts';
import { maybeWords } from './edit.model.ts';
import type { ItemContent, ItemKind } from './version.model.ts';

export type ProposalId = Id<'Proposal'>;

/** `open` until everyone who must accept did, or somebody did not. */
export type ProposalState = 'open' | 'accepted' | 'declined' | 'withdrawn';

const key = z.uuid({ error: 'fout.formulier' });

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
	readonly author: PersonView | null;
	readonly on: Day;
	readonly kind: ItemKind;
	readonly isNew: boolean;
	readonly before: ItemContent | null;
	readonly after: ItemContent;
	/** Why, in the proposer's own words. */
	readonly words: string | null;
	readonly state: ProposalState;
	readonly sides: readonly {
		readonly of: Side['of'];
		readonly people: readonly (PersonView | null)[];
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
