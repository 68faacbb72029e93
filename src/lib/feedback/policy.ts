import type { FamilyFacts, ParticipantFacts } from '#lib/family/model.ts';
import { OWN_SIGN_IN_AGE } from '#lib/family/policy.ts';
import { ageOf, hasGezag, participantOf } from '#lib/family/rules.ts';
import { canStandBeside, type JimFacts } from '#lib/jim/policy.ts';
import { addDays } from '#lib/kernel/calendar.ts';
import type { PersonId } from '#lib/kernel/id.ts';
import { allow, hide, policy } from '#lib/kernel/policy.ts';

/** So many days after help ended somebody can still say how it was. */
export const DAYS_AFTER = 92;

/**
 * Who is asked what the help is worth: the youth from 12, who has gezag over a child, and who brings a
 * child up in a foster family or family home. Nothing is shown in return, and nothing depends on it.
 * Others can use the open form of the region.
 */
export const canAnswer = policy('feedback.answer', (actor, family: FamilyFacts) => {
	if (actor.kind !== 'person') return hide('geen_deelnemer');
	const me = participantOf(family, actor.id);
	if (!me || !tookPartLately(me, family)) return hide('geen_deelnemer');
	switch (me.relation) {
		case 'kind':
			return (ageOf(family, actor.id) ?? 0) >= OWN_SIGN_IN_AGE
				? allow('kind')
				: hide('jonger_dan_12');
		case 'ouder':
		case 'voogd':
			return childrenEver(family).some((child) => hasGezag(family, actor.id, child))
				? allow(me.relation)
				: hide('geen_gezag');
		case 'pleegouder':
		case 'gezinshuisouder':
			return allow(me.relation);
		case 'netwerk':
		case 'steun':
		case 'professional':
			return hide('niet_gevraagd');
	}
	return hide('onbekende_relatie');
});

/**
 * Who stands beside a youth now is asked as a JIM, also when the same person has another place in the
 * family: an informant of its own. After the end of the relation nobody is.
 */
export const canAnswerAsJim = policy('feedback.answer-as-jim', (actor, facts: JimFacts) =>
	canStandBeside(actor, facts)
);

const tookPartLately = ({ from, until }: ParticipantFacts, { today }: FamilyFacts): boolean =>
	from <= today && (until === null || today < addDays(until, DAYS_AFTER));

const childrenEver = (family: FamilyFacts): PersonId[] =>
	family.participants.filter((one) => one.relation === 'kind').map((one) => one.personId);

/** The form of a region is for everybody: with help, without it, with an account or without. */
export const canAnswerOpenly = policy(
	'feedback.answer-openly',
	(actor, _region: { readonly id: string }) =>
		actor.kind === 'machine' ? hide('geen_mens') : allow('iedereen')
);
