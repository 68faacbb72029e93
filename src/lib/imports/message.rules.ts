import { castOf, type Cast } from './cast.ts';
import { checkGezag } from './gezag.rules.ts';
import { checkIds } from './ids.rules.ts';
import type { CaseMessage, MessageFamily } from './message.ts';
import type { Problem } from './model.ts';
import { checkHouseholds, checkPeople, checkSamePeople } from './people.rules.ts';
import { checkKaders, checkPlan } from './plan.rules.ts';
import { problem, type Found, type Way } from './problems.ts';
import { checkIncapacities, checkRestrictions } from './protection.rules.ts';
import { checkRegisseurs } from './regisseurs.rules.ts';
import { checkTrajectories } from './trajectories.rules.ts';

/** Clocks of two computers differ a little. */
const CLOCK_MINUTES = 5;

/**
 * What the fields of a well-formed message must say together: names that exist, ids that are used
 * once, periods that run forward, one regisseur at a time, and the limits of restrictions.
 * @returns every problem, in the order of the message; empty when all is well
 */
export const checkMessage = (message: CaseMessage, now: Date): Problem[] => [
	...checkHead(message, now),
	...checkIds(message),
	...checkProfessionals(message),
	...checkSamePeople(message),
	...message.families.flatMap((family, place) => [
		...checkFamily(family, castOf(message, family, now), ['families', place])
	])
];

function* checkHead(message: CaseMessage, now: Date): Found {
	// A moment far ahead would make every later message look older.
	if (message.sentAt.getTime() > now.getTime() + CLOCK_MINUTES * 60_000)
		yield problem(['sentAt'], 'sentInFuture');
	if (!message.organisations.some(({ id }) => id === message.source))
		yield problem(['source'], 'unknownOrganisation', { name: message.source });
}

function* checkProfessionals({ organisations, professionals }: CaseMessage): Found {
	const known = new Set(organisations.map(({ id }) => id));
	for (const [index, { organisation }] of professionals.entries())
		if (!known.has(organisation))
			yield problem(['professionals', index, 'organisation'], 'unknownOrganisation', {
				name: organisation
			});
}

function* checkFamily(family: MessageFamily, cast: Cast, way: Way): Found {
	yield* checkPeople(family, cast, [...way, 'people']);
	yield* checkHouseholds(family, cast, [...way, 'households']);
	yield* checkGezag(family, cast, [...way, 'gezag']);
	yield* checkKaders(family, cast, [...way, 'kaders']);
	yield* checkRegisseurs(family, cast, [...way, 'regisseurs']);
	yield* checkRestrictions(family, cast, [...way, 'restrictions']);
	yield* checkIncapacities(family, cast, [...way, 'incapacities']);
	yield* checkTrajectories(family, cast, [...way, 'trajectories']);
	yield* checkPlan(family, cast, [...way, 'plan']);
}
