import { currentAssignment, isRegisseur, participationOf } from '#lib/family/rules.ts';
import type { Actor } from '#lib/kernel/actor.ts';
import type { PersonId } from '#lib/kernel/id.ts';
import { allow, deny, hide, policy, type Decision } from '#lib/kernel/policy.ts';
import { canReadPlan, type PlanRuleFacts } from '#lib/plan/policy.ts';
import type { QuestionId, Turn } from './question.model.ts';

/** People of the family and its network with something to see here; never professionals. */
function asFamily(actor: Actor, plan: PlanRuleFacts): Decision {
	if (actor.kind !== 'person') return hide('geen_deelnemer');
	const me = participationOf(plan.family, actor.id);
	if (!me || me.relation === 'professional') return hide('niet_van_het_gezin');
	const decision = canReadPlan(actor, plan);
	return decision.outcome === 'allow' ? allow(me.relation) : decision;
}

function asRegisseur(actor: Actor, { family }: PlanRuleFacts): Decision {
	if (actor.kind !== 'person' || !isRegisseur(family, actor.id)) return hide('geen_regisseur');
	return actor.assurance === 'second-factor' ? allow('regisseur') : hide('tweede_factor');
}

const regisseurHere = (actor: Actor, { family }: PlanRuleFacts): boolean =>
	actor.kind === 'person' && isRegisseur(family, actor.id);

/** Who opens the page with questions: who can ask one, and the regisseur. Which, the list says. */
export const canListQuestions = policy('question.list', (actor, plan: PlanRuleFacts) =>
	regisseurHere(actor, plan) ? asRegisseur(actor, plan) : asFamily(actor, plan)
);

/** A question needs someone to answer it: without a regisseur nothing is promised. */
export const canAskQuestion = policy(
	'question.ask',
	(actor, { plan }: { readonly id: QuestionId; readonly plan: PlanRuleFacts }) => {
		if (regisseurHere(actor, plan)) return hide('eigen_vraag');
		const decision = asFamily(actor, plan);
		if (decision.outcome !== 'allow') return decision;
		return currentAssignment(plan.family) ? decision : deny('geen_regisseur_nu');
	}
);

export type QuestionFacts = {
	readonly id: QuestionId;
	readonly askerId: PersonId;
	readonly turn: Turn;
	readonly moved: boolean;
	readonly closed: boolean;
	readonly plan: PlanRuleFacts;
};

/** Between who asked and who is regisseur today; nobody else, also not a regisseur of before. */
export const canReadQuestion = policy('question.read', (actor, question: QuestionFacts) => {
	if (regisseurHere(actor, question.plan)) return asRegisseur(actor, question.plan);
	if (actor.kind !== 'person' || actor.id !== question.askerId) return hide('niet_van_u');
	return asFamily(actor, question.plan);
});

/** Both write, until the asker has closed the question. */
export const canReply = policy('question.reply', (actor, question: QuestionFacts) => {
	const decision = canReadQuestion(actor, question);
	if (decision.outcome !== 'allow') return decision;
	return question.closed ? deny('vraag_gesloten') : decision;
});

/** The regisseur moves the day of the answer once, while there is none. */
export const canMoveDate = policy('question.move-date', (actor, question: QuestionFacts) => {
	const decision = asRegisseur(actor, question.plan);
	if (decision.outcome !== 'allow') return decision;
	if (question.closed) return deny('vraag_gesloten');
	return question.moved || question.turn === 'asker' ? deny('dag_al_verzet') : decision;
});

/** Only who asked says that it is answered. */
export const canCloseQuestion = policy('question.close', (actor, question: QuestionFacts) => {
	if (actor.kind !== 'person' || actor.id !== question.askerId) return hide('niet_van_u');
	const decision = asFamily(actor, question.plan);
	if (decision.outcome !== 'allow') return decision;
	return question.closed ? deny('vraag_gesloten') : decision;
});
