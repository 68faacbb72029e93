import { OWN_SIGN_IN_AGE } from '#lib/family/policy.ts';
import type { FamilyFacts, Relation } from '#lib/family/model.ts';
import { ageOf, isRegisseur, participationOf } from '#lib/family/rules.ts';
import type { ConsentFacts } from '#lib/consent/model.ts';
import { isRestricted } from '#lib/consent/rules.ts';
import type { Actor } from '#lib/kernel/actor.ts';
import type { PersonId } from '#lib/kernel/id.ts';
import { allow, deny, hide, policy, type Decision } from '#lib/kernel/policy.ts';
import { canReadItem, canReadPlan, type PlanRuleFacts } from '#lib/plan/policy.ts';
import type { AgendaPointId, MeetingId, MeetingState, SupporterId } from './meeting.model.ts';

export type MeetingFacts = {
	readonly id: MeetingId;
	readonly family: FamilyFacts;
	readonly consent: ConsentFacts;
	readonly children: readonly PersonId[];
	readonly invited: readonly PersonId[];
	readonly state: MeetingState;
	readonly started: boolean;
};

function asRegisseur(actor: Actor, family: FamilyFacts): Decision {
	if (actor.kind !== 'person' || !isRegisseur(family, actor.id)) return hide('geen_regisseur');
	return actor.assurance === 'second-factor' ? allow('regisseur') : hide('tweede_factor');
}

/** Who sees a meeting: the regisseur, and who is invited and still stands where that is right. */
export const canReadMeeting = policy('meeting.read', (actor, meeting: MeetingFacts) => {
	const { family, invited } = meeting;
	if (actor.kind !== 'person') return hide('geen_deelnemer');
	if (isRegisseur(family, actor.id)) return asRegisseur(actor, family);
	const me = participationOf(family, actor.id);
	if (!me || !invited.includes(actor.id)) return hide('niet_uitgenodigd');
	switch (me.relation) {
		case 'kind':
			return (ageOf(family, actor.id) ?? 0) >= OWN_SIGN_IN_AGE
				? allow('kind')
				: hide('jonger_dan_12');
		case 'ouder':
		case 'voogd':
			return asParent(actor.id, actor, meeting);
		case 'pleegouder':
		case 'gezinshuisouder':
		case 'netwerk':
			return allow(me.relation);
		case 'professional':
			return actor.assurance === 'second-factor' ? allow('professional') : hide('tweede_factor');
	}
	return hide('onbekende_relatie');
});

/**
 * A parent sees for at least one of the children. One whose view of any of them is restricted does
 * not: the words on the agenda are about all of them.
 */
function asParent(person: PersonId, actor: Actor, meeting: MeetingFacts): Decision {
	const { children, consent, family } = meeting;
	const restricted = children.some((child) => isRestricted(consent, child, person, family.today));
	return restricted ? hide('beperkt') : canReadItem(actor, meeting);
}

export type PlanMeetingFacts = { readonly id: MeetingId; readonly family: FamilyFacts };

/** Only the regisseur and the stand-in plan a meeting. */
export const canPlanMeeting = policy('meeting.plan', (actor, { family }: PlanMeetingFacts) =>
	asRegisseur(actor, family)
);

/** Only the regisseur moves or cancels one, until it has started. */
export const canChangeMeeting = policy('meeting.change', (actor, meeting: MeetingFacts) => {
	const decision = asRegisseur(actor, meeting.family);
	if (decision.outcome !== 'allow') return decision;
	return notAhead(meeting) ?? decision;
});

/** After the start the regisseur writes what was decided. */
export const canDecide = policy('meeting.decide', (actor, meeting: MeetingFacts) => {
	const decision = asRegisseur(actor, meeting.family);
	if (decision.outcome !== 'allow') return decision;
	if (meeting.state === 'cancelled') return deny('overleg_afgezegd');
	return meeting.started ? decision : deny('overleg_nog_niet');
});

function notAhead(meeting: MeetingFacts): Decision | null {
	if (meeting.state === 'cancelled') return deny('overleg_afgezegd');
	return meeting.started ? deny('overleg_begonnen') : null;
}

/** Everyone invited of the family's side; professionals ask the regisseur. */
const FAMILY_SIDE: readonly Relation[] = [
	'kind',
	'ouder',
	'voogd',
	'pleegouder',
	'gezinshuisouder',
	'netwerk'
];

function takesPart(actor: Actor, meeting: MeetingFacts): Decision {
	const decision = canReadMeeting(actor, meeting);
	if (decision.outcome !== 'allow') return decision;
	if (!FAMILY_SIDE.includes(decision.relation as Relation)) return hide('niet_van_het_gezin');
	return notAhead(meeting) ?? decision;
}

/** The agenda has two sides: the family's and the regisseur's, both until the start. */
export const canAddPoint = policy('agenda-point.add', (actor, meeting: MeetingFacts) => {
	const decision = asRegisseur(actor, meeting.family);
	if (decision.outcome === 'allow') return notAhead(meeting) ?? decision;
	return takesPart(actor, meeting);
});

export type PointFacts = {
	readonly id: AgendaPointId;
	readonly authorId: PersonId;
	readonly meeting: MeetingFacts;
};

/** Only its author takes an agenda point back, until the start. */
export const canWithdrawPoint = policy('agenda-point.withdraw', (actor, point: PointFacts) => {
	if (actor.kind !== 'person' || actor.id !== point.authorId) return hide('niet_van_u');
	return canAddPoint(actor, point.meeting);
});

/** Whoever is invited of the family's side brings someone along, until the start. */
export const canBringSupporter = policy('supporter.bring', (actor, meeting: MeetingFacts) =>
	takesPart(actor, meeting)
);

export type SupporterFacts = {
	readonly id: SupporterId;
	readonly byId: PersonId;
	readonly meeting: MeetingFacts;
};

/** Only who brings someone says that they do not come after all, until the start. */
export const canWithdrawSupporter = policy(
	'supporter.withdraw',
	(actor, supporter: SupporterFacts) => {
		if (actor.kind !== 'person' || actor.id !== supporter.byId) return hide('niet_van_u');
		return takesPart(actor, supporter.meeting);
	}
);

export type MeetingsFacts = {
	readonly id: string;
	readonly plan: PlanRuleFacts;
	readonly meetings: readonly MeetingFacts[];
};

/** Who opens the list: who may open the plan, and who is only invited to a meeting. */
export const canListMeetings = policy('meeting.list', (actor, facts: MeetingsFacts) => {
	for (const meeting of facts.meetings) {
		const decision = canReadMeeting(actor, meeting);
		if (decision.outcome === 'allow') return decision;
	}
	return canReadPlan(actor, facts.plan);
});
