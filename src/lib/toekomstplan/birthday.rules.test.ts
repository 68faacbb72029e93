import { describe, expect, test } from 'vitest';
import { day } from '#lib/kernel/calendar.ts';
import { birthdayAhead, lastBirthdayFor, OWN_BIRTHDAYS } from './birthday.rules.ts';

describe('a birthday is told a month ahead', () => {
	test.each([
		['2010-02-14', '2026-01-13', null],
		['2010-02-14', '2026-01-14', '2026-02-14'],
		['2010-02-14', '2026-02-13', '2026-02-14'],
		['2010-02-14', '2026-02-14', null],
		['2010-02-14', '2028-02-01', '2028-02-14'],
		['2010-02-14', '2027-02-01', null],
		['2010-02-14', '2037-02-13', '2037-02-14'],
		// On 29 February: 1 March in other years.
		['2008-02-29', '2026-01-31', null],
		['2008-02-29', '2026-02-01', '2026-03-01'],
		['2008-02-29', '2026-02-28', '2026-03-01'],
		// A month before the 31st is the last day of a shorter month.
		['2010-03-31', '2026-02-28', '2026-03-31']
	])('born %s, on %s: %s', (born, today, on) => {
		expect(birthdayAhead(day(born), day(today), OWN_BIRTHDAYS)?.on ?? null).toBe(on);
	});
});

test.each([
	['voogd', 18],
	['ouder', 27],
	['netwerk', 27],
	['regisseur', 27]
])('%s sees until %i', (relation, age) => {
	expect(lastBirthdayFor(relation)).toBe(age);
});
