import { addMonths, ageOn, type Day } from '#lib/kernel/calendar.ts';
import { checkChild, checkPerson, checkProfessional, type Cast } from './cast.ts';
import type { MessageFamily, MessagePerson } from './message.ts';
import { checkPeriod } from './periods.ts';
import { problem, type Found, type Way } from './problems.ts';

const RESTRICTION_MONTHS = 3;
const REVIEW_MONTHS = 6;
const OWN_WEIGHT_AGE = 12;

export function* checkRestrictions({ restrictions }: MessageFamily, cast: Cast, list: Way): Found {
	for (const [index, row] of restrictions.entries()) {
		const way = [...list, index];
		yield* checkChild(row.child, cast, [...way, 'child']);
		yield* checkPerson(row.parent, cast, [...way, 'parent']);
		const relation = cast.people.get(row.parent)?.relation;
		if (relation && relation !== 'ouder' && relation !== 'voogd')
			yield problem([...way, 'parent'], 'mayNotBeRestricted', { name: row.parent });
		yield* checkProfessional(row.professional, cast, [...way, 'professional']);
		yield* checkProfessional(row.secondProfessional, cast, [...way, 'secondProfessional']);
		if (row.secondProfessional === row.professional)
			yield problem([...way, 'secondProfessional'], 'secondSame');
		yield* checkPeriod(row, way);
		if (row.until > addMonths(row.from, RESTRICTION_MONTHS))
			yield problem([...way, 'until'], 'restrictionTooLong');
	}
}

export function* checkIncapacities({ incapacities }: MessageFamily, cast: Cast, list: Way): Found {
	for (const [index, row] of incapacities.entries()) {
		const way = [...list, index];
		yield* checkChild(row.child, cast, [...way, 'child']);
		yield* checkProfessional(row.professional, cast, [...way, 'professional']);
		const birthDate = birthDateOf(cast.people.get(row.child));
		if (birthDate && ageOn(birthDate, row.from) < OWN_WEIGHT_AGE)
			yield problem([...way, 'from'], 'underTwelve');
		if (row.reviewBy <= row.from) yield problem([...way, 'reviewBy'], 'periodTurned');
		if (row.reviewBy > addMonths(row.from, REVIEW_MONTHS))
			yield problem([...way, 'reviewBy'], 'reviewTooLate');
	}
}

const birthDateOf = (person: MessagePerson | undefined): Day | undefined =>
	person && person.relation !== 'professional' ? person.birthDate : undefined;
