import { expect, test } from 'vitest';
import { aMessage, changed } from '../../../tests/support/case-message.ts';
import { parseMessage, pathOf, sourceOf } from './problems.ts';

const found = (json: unknown) => {
	const parsed = parseMessage(json);
	return 'problems' in parsed ? parsed.problems.map(({ path, key }) => `${path} ${key}`) : [];
};

test('a whole message has no problems', () => {
	expect(found(aMessage())).toEqual([]);
});

const family = 'families[0]';
test.each([
	['a step without an owner', `${family}.plan.goals[0].steps[0].owner`, undefined, 'required'],
	['a version that does not exist', 'version', 2, 'notOneOf'],
	['no version', 'version', undefined, 'required'],
	['no families', 'families', [], 'tooFew'],
	['a child without a birth date', `${family}.people[0].birthDate`, undefined, 'required'],
	['a relation that does not exist', `${family}.people[1].relation`, 'buurman', 'notOneOf'],
	['no relation', `${family}.people[1].relation`, undefined, 'notOneOf'],
	['a name for a professional in a family', `${family}.people[4].givenName`, 'Wil', 'unknownField'],
	['a day that does not exist', `${family}.people[0].birthDate`, '2026-02-30', 'notDay'],
	['a day with an hour', `${family}.kaders[0].from`, '2026-01-01T00:00:00Z', 'notDay'],
	['a day as a number', `${family}.kaders[0].from`, 20260101, 'wrongType'],
	['a moment without an offset', 'sentAt', '2026-11-20T12:00:00', 'notMoment'],
	['no moment', 'sentAt', undefined, 'required'],
	['a field that nobody knows', `${family}.plan.colour`, 'blue', 'unknownField'],
	['a citizen number field', `${family}.people[0].bsn`, '111222333', 'unknownField'],
	['a citizen number as id', `${family}.people[0].id`, '111222333', 'citizenNumber'],
	['a citizen number as name', `${family}.people[0].familyName`, '111222333', 'citizenNumber'],
	[
		'a citizen number in words',
		`${family}.plan.goals[0].ownWords`,
		'Ik: 111.222.333',
		'citizenNumber'
	],
	[
		'a citizen number as phone',
		`${family}.households[0].members[0].phone`,
		'111222333',
		'citizenNumber'
	],
	[
		'a citizen number in an address',
		`${family}.households[0].members[0].email`,
		'111222333@example.org',
		'citizenNumber'
	],
	['a name that turns around', `${family}.people[1].givenName`, 'Mo\u202eredeom', 'strangeSigns'],
	['a line break in words', `${family}.plan.situation[0].ownWords`, 'Een\nTwee', 'strangeSigns'],
	['a name of spaces', `${family}.people[1].givenName`, '   ', 'empty'],
	['a name that is too long', `${family}.people[1].givenName`, 'x'.repeat(81), 'tooLong'],
	['a step that is too long', `${family}.plan.goals[0].steps[0].title`, 'x'.repeat(201), 'tooLong'],
	[
		'a long list',
		`${family}.plan.goals[0].steps`,
		Array(41).fill(aMessage().families[0]?.plan.goals[0]?.steps[0]),
		'tooMany'
	],
	['an id with a space', `${family}.id`, 'family 1', 'notId'],
	['an id with an accent', `${family}.id`, 'familië', 'notId'],
	['an address without a sign', `${family}.households[0].members[0].email`, 'mother', 'notEmail'],
	['a phone number of letters', `${family}.households[0].members[0].phone`, 'bel me', 'notPhone'],
	['a language in full', `${family}.people[0].language`, 'Nederlands', 'notLanguage'],
	['a state that does not exist', `${family}.plan.goals[0].steps[0].state`, 'mislukt', 'notOneOf'],
	['a goal about nobody', `${family}.plan.goals[0].children`, [], 'tooFew'],
	['null where a day belongs', `${family}.gezag[0].until`, null, 'wrongType'],
	['a list where a thing belongs', `${family}.plan`, [], 'wrongType']
] as const)('%s is refused at its place', (_, path, value, key) => {
	expect(found(changed(aMessage(), path, value))).toEqual([`${path} ${key}`]);
});

test.each([5, null, 'text', [], true])('%j is not a message', (json) => {
	expect(found(json)).toEqual(['$ wrongType']);
});

test('keys that somebody made up cannot act in a terminal', () => {
	expect(pathOf(['families', 0, '\u001b[2J\u202ex'])).toBe('families[0]["??2J?x"]');
	const json: unknown = JSON.parse('{"__proto__":{"version":1}}');
	expect(found(json)).toContain('__proto__ unknownField');
});

test('words are trimmed and addresses are written small', () => {
	const json = changed(
		changed(aMessage(), 'families[0].people[1].givenName', '  Mo '),
		'families[0].households[0].members[0].email',
		'Mother@Example.org'
	);
	const parsed = parseMessage(json);
	const first = 'message' in parsed ? parsed.message.families[0] : undefined;
	expect(first?.people[1]).toMatchObject({ givenName: 'Mo' });
	expect(first?.households[0]?.members[0]?.email).toBe('mother@example.org');
});

test('the source of a message is known before the rest is checked', () => {
	expect(sourceOf({ source: 'team', other: 1 })).toBe('team');
	expect(sourceOf({ source: 5 })).toBe('');
	expect(sourceOf(null)).toBe('');
});
