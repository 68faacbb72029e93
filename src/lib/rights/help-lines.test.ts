import { expect, test } from 'vitest';
import { CRISIS_LINES, OTHER_LINES } from './help-lines.ts';

test('the crisis panel keeps its order, the child line beside the one for everybody', () => {
	expect(CRISIS_LINES.map((line) => line.id)).toEqual([
		'emergency',
		'veiligThuis',
		'kindertelefoon',
		'suicide',
		'jeugdstem'
	]);
});

test('a number that begins with 0800 is free, any other 08 number is not', () => {
	for (const line of [...CRISIS_LINES, ...OTHER_LINES]) {
		if (!line.number?.startsWith('08')) continue;
		expect(line.cost, line.name).toBe(line.number.startsWith('0800') ? 'free' : 'normal');
	}
});
