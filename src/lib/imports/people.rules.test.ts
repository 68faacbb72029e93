import { expect, test } from 'vitest';
import { day } from '#lib/kernel/calendar.ts';
import type { MessagePerson } from './message.ts';
import { mayBeInvited } from './people.rules.ts';

const child = {
	id: 'c',
	relation: 'kind',
	language: 'nl',
	givenName: 'K',
	familyName: 'K'
} as const;

test.each([
	['eleven years and 364 days', '2014-11-23', false],
	['twelve today', '2014-11-22', true],
	['twelve yesterday', '2014-11-21', true]
])('a child of %s', (_, birthDate, expected) => {
	const person = { ...child, birthDate: day(birthDate), from: day('2026-01-01') };
	expect(mayBeInvited({ ...person, id: person.id as MessagePerson['id'] }, day('2026-11-22'))).toBe(
		expected
	);
});

test.each([
	['ouder', {}, true],
	['voogd', {}, true],
	['pleegouder', {}, true],
	['gezinshuisouder', {}, true],
	['netwerk', {}, true],
	['professional', {}, false],
	['ouder', { until: day('2026-11-22') }, false],
	['ouder', { until: day('2026-11-23') }, true],
	['ouder', { from: day('2026-11-23') }, false],
	['netwerk', { birthDate: day('2016-01-01') }, false]
] as const)('%s with %j: invited is %s', (relation, changes, expected) => {
	const { id: text, ...names } = child;
	const person = { ...names, id: text as MessagePerson['id'], from: day('2026-01-01'), ...changes };
	expect(mayBeInvited({ ...person, relation }, day('2026-11-22'))).toBe(expected);
});
