import { expect, test } from 'vitest';
import { aMessage, changed, sample } from '../../../tests/support/case-message.ts';
import { checkMessage } from './message.rules.ts';
import { PROBLEMS } from './model.ts';
import { parseMessage } from './problems.ts';
import { sentenceOf } from './wording.ts';

const now = new Date('2026-11-22T12:00:00Z');

/** Every place in a message, as `families[0].people[1].id`. */
function placesIn(value: unknown, path = ''): string[] {
	if (Array.isArray(value))
		return value.flatMap((part: unknown, i) => [
			`${path}[${i}]`,
			...placesIn(part, `${path}[${i}]`)
		]);
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([key, part]) => {
		const here = path === '' ? key : `${path}.${key}`;
		return [here, ...placesIn(part, here)];
	});
}

function problemsOf(json: unknown) {
	const parsed = parseMessage(json);
	return 'problems' in parsed ? parsed.problems : checkMessage(parsed.message, now);
}

/** What might come instead of what belongs somewhere; `undefined` takes the field away. */
const STRANGE_VALUES: readonly unknown[] = [
	undefined,
	null,
	0,
	-1,
	1e308,
	true,
	'',
	' ',
	'x',
	'x'.repeat(10_000),
	'2026-02-30',
	'111222333',
	'\u202e',
	'\u0000',
	'\ud800',
	'__proto__',
	[],
	[null],
	[[]],
	{},
	{ id: {} },
	JSON.parse('{"__proto__":{"polluted":true}}')
];

const PATH = /^(\$|[\w"?.[\]-]+)$/;

test.each([
	['the small message', aMessage(), 2],
	['the family of Piet', sample('piet'), 8]
])(
	'whatever stands in any place of %s, the answer is a list of places and sentences',
	(_, json, share) => {
		const places = placesIn(json);
		expect(places.length).toBeGreaterThan(100);
		for (const [index, place] of places.entries()) {
			// Each place gets a part of the values, the next place another part.
			const values = STRANGE_VALUES.filter((__, turn) => (turn + index) % share === 0);
			for (const value of values)
				for (const problem of problemsOf(changed(json, place, value))) {
					expect(problem.path).toMatch(PATH);
					expect(PROBLEMS).toContain(problem.key);
				}
		}
	},
	60_000
);

/** What may be left out; every other field is asked for at its own place. */
const OPTIONAL =
	/(until|relationWords|email|phone|street|postcode|town|standIn|decidedOn|professionalWords|households|gezag|kaders|trajectories|reason|regisseurs|restrictions|incapacities)$/;

test('a field that is taken away is asked for at its place', () => {
	const required = placesIn(aMessage()).filter(
		(place) => !place.endsWith(']') && !OPTIONAL.test(place)
	);
	expect(required.length).toBeGreaterThan(80);
	for (const place of required) {
		const paths = problemsOf(changed(aMessage(), place, undefined)).map(({ path }) => path);
		expect(paths).toContain(place);
	}
});

test('nothing that somebody typed comes back in a sentence, apart from ids', () => {
	const typed = 'Geheime woorden van iemand';
	for (const place of placesIn(aMessage())) {
		const problems = problemsOf(changed(aMessage(), place, typed));
		for (const problem of problems)
			expect(sentenceOf(problem, 'nl') + sentenceOf(problem, 'en') + problem.path).not.toContain(
				typed
			);
	}
});
