import type { Id } from '#lib/kernel/id.ts';

export type ProposalId = Id<'Proposal'>;

/** `open` until everyone who must accept did, or somebody did not. */
export type ProposalState = 'open' | 'accepted' | 'declined' | 'withdrawn';
