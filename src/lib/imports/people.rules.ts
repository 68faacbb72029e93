import { OWN_SIGN_IN_AGE } from '#lib/family/policy.ts';
import { ageOn, type Day } from '#lib/kernel/calendar.ts';
import type { PersonId } from '#lib/kernel/id.ts';
import { checkPerson, type Cast } from './cast.ts';
import { twice } from './ids.rules.ts';
import type { CaseMessage, MessageFamily, MessagePerson } from './message.ts';
import { checkPeriod } from './periods.ts';
import { problem, type Found, type Way } from './problems.ts';

/** Somebody in two families is one person: with one name, birth date and language. */
export function* checkSamePeople({ families }: CaseMessage): Found {
	const first = new Map<PersonId, string>();
	for (const [place, { people }] of families.entries())
		for (const [index, person] of people.entries()) {
			if (person.relation === 'professional') continue;
			const { givenName, familyName, birthDate, language } = person;
			const written = JSON.stringify([givenName, familyName, birthDate, language]);
			if ((first.get(person.id) ?? written) !== written)
				yield problem(['families', place, 'people', index], 'personDiffers', { name: person.id });
			first.set(person.id, written);
		}
}

export function* checkPeople({ people }: MessageFamily, cast: Cast, list: Way): Found {
	for (const [index, person] of people.entries()) {
		const way = [...list, index];
		const listed = cast.professionals.has(person.id);
		if (person.relation === 'professional' && !listed)
			yield problem([...way, 'id'], 'unknownProfessional', { name: person.id });
		if (person.relation !== 'professional' && listed)
			yield problem([...way, 'id'], 'alsoProfessional', { name: person.id });
		if (person.relation !== 'professional' && person.birthDate && person.birthDate > cast.today)
			yield problem([...way, 'birthDate'], 'birthInFuture');
		yield* checkPeriod(person, way);
	}
}

export function* checkHouseholds({ households }: MessageFamily, cast: Cast, list: Way): Found {
	for (const [index, { members }] of households.entries()) {
		const way = [...list, index, 'members'];
		yield* twice(members.map(({ person }, m) => ({ id: person, way: [...way, m, 'person'] })));
		for (const [m, { person }] of members.entries())
			yield* checkPerson(person, cast, [...way, m, 'person']);
	}
}

/**
 * Who may be invited on a day: people of the family who are adults, and from twelve on also
 * children; never professionals, and nobody whose place in the family has ended or is still to come.
 */
export function mayBeInvited(person: MessagePerson, today: Day): boolean {
	if (person.relation === 'professional') return false;
	if (person.from > today || (person.until && person.until <= today)) return false;
	if (!person.birthDate) return true;
	return ageOn(person.birthDate, today) >= OWN_SIGN_IN_AGE;
}
