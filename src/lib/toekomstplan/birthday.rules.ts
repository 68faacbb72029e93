import { addMonths, birthdayAt, type Day } from '#lib/kernel/calendar.ts';
import { ADULT } from '#lib/family/rules.ts';
import { OFFERED_FROM_AGE, UNTIL_AGE, type Birthday } from './model.ts';

/** When something changes for the youth (A3): it is offered, guardianship ends, it closes. */
export const OWN_BIRTHDAYS = [OFFERED_FROM_AGE, ADULT, UNTIL_AGE] as const;

/** When somebody who sees a part stops seeing it, whatever is shared. */
export const lastBirthdayFor = (relation: string): number =>
	relation === 'voogd' ? ADULT : UNTIL_AGE;

/** The birthday of which somebody is told today: from a month ahead, until the day itself. */
export function birthdayAhead(
	birthDate: Day,
	today: Day,
	ages: readonly number[]
): Birthday | null {
	for (const age of ages) {
		const on = birthdayAt(birthDate, age);
		if (addMonths(on, -1) <= today && today < on) return { age, on };
	}
	return null;
}
