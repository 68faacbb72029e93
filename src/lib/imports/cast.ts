import { dayInNetherlands, type Day } from '#lib/kernel/calendar.ts';
import type { PersonId } from '#lib/kernel/id.ts';
import type { CaseMessage, MessageFamily, MessagePerson } from './message.ts';
import { problem, type Found, type Way } from './problems.ts';

type Professional = CaseMessage['professionals'][number];

/** Everyone whom one family's part of a message may name. */
export type Cast = {
	readonly people: ReadonlyMap<PersonId, MessagePerson>;
	readonly professionals: ReadonlyMap<PersonId, Professional>;
	readonly organisations: ReadonlySet<string>;
	readonly guardianOrganisations: ReadonlySet<string>;
	readonly today: Day;
};

export function castOf(message: CaseMessage, family: MessageFamily, now: Date): Cast {
	return {
		people: new Map(family.people.map((person) => [person.id, person])),
		professionals: new Map(message.professionals.map((person) => [person.id, person])),
		organisations: new Set(message.organisations.map(({ id }) => id)),
		guardianOrganisations: new Set(
			message.organisations.filter(({ kind }) => kind === 'gi').map(({ id }) => id)
		),
		today: dayInNetherlands(now)
	};
}

export function* checkPerson(person: PersonId, { people }: Cast, way: Way): Found {
	if (!people.has(person)) yield problem(way, 'unknownPerson', { name: person });
}

export function* checkChild(child: PersonId, cast: Cast, way: Way): Found {
	yield* checkPerson(child, cast, way);
	const relation = cast.people.get(child)?.relation;
	if (relation && relation !== 'kind') yield problem(way, 'notChild', { name: child });
}

export function* checkProfessional(person: PersonId, { professionals }: Cast, way: Way): Found {
	if (!professionals.has(person)) yield problem(way, 'unknownProfessional', { name: person });
}
