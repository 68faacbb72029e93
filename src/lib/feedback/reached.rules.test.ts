import { expect, test } from 'vitest';
import type { PersonId } from '#lib/kernel/id.ts';
import { goalsReached } from './reached.rules.ts';

const said = (goalId: string, personId: string, score: number, children = ['Noor']) => ({
	...{ goalId, score, personId: personId as PersonId },
	children: children as PersonId[]
});

test.each<[string, ReturnType<typeof said>[], number[]]>([
	['nobody scored a goal', [], []],
	['eight of ten', [said('school', 'Noor', 8)], [1]],
	['just under it', [said('school', 'Noor', 7)], [0]],
	['the mean of two', [said('school', 'Noor', 10), said('school', 'mama', 6)], [1]],
	['a mean under it', [said('school', 'Noor', 10), said('school', 'mama', 5)], [0]],
	[
		'what somebody said last counts, not what was said most',
		[said('school', 'Noor', 2), said('school', 'Noor', 3), said('school', 'Noor', 9)],
		[1]
	],
	[
		'each goal for itself',
		[said('school', 'Noor', 9), said('slapen', 'Noor', 2), said('slapen', 'mama', 3)],
		[1, 0]
	],
	['a goal of the brother only', [said('school', 'Sem', 9, ['Sem'])], []],
	['a goal of both', [said('school', 'Sem', 9, ['Sem', 'Noor'])], [1]]
])('%s', (_, scores, reached) => {
	expect(goalsReached(scores, 'Noor' as PersonId)).toEqual(reached);
});
