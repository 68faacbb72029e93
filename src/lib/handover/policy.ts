import { allow, hide, policy } from '#lib/kernel/policy.ts';
import type { PersonId } from '#lib/kernel/id.ts';
import { canReadItem, type ItemFacts } from '#lib/plan/policy.ts';

export type HandoverFacts = ItemFacts & {
	/** Whose yes is asked today. */
	readonly signers: readonly PersonId[];
};

/** A handover is read by who may see for at least one of its children, like a goal (A5). */
export const canReadHandover = policy('handover.read', (actor, facts: HandoverFacts) =>
	canReadItem(actor, facts)
);

/** Yes or no is said by the person it is asked of, and by nobody for another (P20). */
export const canAnswerHandover = policy('handover.answer', (actor, facts: HandoverFacts) => {
	const read = canReadItem(actor, facts);
	if (read.outcome !== 'allow') return read;
	const asked = actor.kind === 'person' && facts.signers.includes(actor.id);
	return asked ? allow(read.relation) : hide('niet_gevraagd');
});
