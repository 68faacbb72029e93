import type { OrganisationId } from '#lib/family/model.ts';
import type { Quarter } from '#lib/feedback/model.ts';
import type { Actor } from '#lib/kernel/actor.ts';
import { isCurrent } from '#lib/kernel/calendar.ts';
import { allow, deny, hide, policy } from '#lib/kernel/policy.ts';
import type { AdviceFacts, CouncilFacts, Seat } from './model.ts';

/** Tables, never rows, for who sits in the council of this organisation today, with a key. */
export const canReadTables = policy('council.read', (actor, council: CouncilFacts) => {
	const seat = seatOf(actor, council);
	return seat ? allow(seat) : hide('geen_raadslid');
});

export const canGiveAdvice = policy('council.advise', (actor, council: CouncilFacts) => {
	if (seatOf(actor, council) === 'lid') return allow('lid');
	return hide('geen_raadslid');
});

export const canAnswerAdvice = policy('council.answer', (actor, council: AdviceFacts) => {
	if (seatOf(actor, council) !== 'organisatie') return hide('geen_raadslid');
	return council.answered ? deny('advies_beantwoord') : allow('organisatie');
});

/** Only the portal's own machine names who sits where. */
export const canAppointSeat = policy(
	'council.appoint',
	(actor, organisation: { readonly id: OrganisationId }) =>
		actor.kind === 'machine' && actor.source === organisation.id
			? allow('beheer')
			: hide('onbekend')
);

/** The job alone: nobody publishes by hand, and nobody publishes what is not over (D5). */
export const canPublish = policy(
	'council.publish',
	(actor, quarter: { readonly id: Quarter; readonly due: boolean; readonly published: boolean }) =>
		actor.kind === 'machine' && quarter.due && !quarter.published ? allow('taak') : hide('onbekend')
);

function seatOf(actor: Actor, { seats, today }: CouncilFacts): Seat | null {
	if (actor.kind !== 'person' || actor.assurance !== 'second-factor') return null;
	const own = seats.filter((one) => one.personId === actor.id && isCurrent(one, today));
	return own[0]?.seat ?? null;
}
