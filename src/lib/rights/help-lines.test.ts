import { expect, test } from 'vitest';
import { CRISIS_LINES, crisisLines, HELP_LINE_IDS, HELP_LINES, OTHER_LINES } from './help-lines.ts';

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

test('a child meets the Kindertelefoon directly after 112', () => {
	expect(crisisLines(true).map((line) => line.id)).toEqual([
		'emergency',
		'kindertelefoon',
		'veiligThuis',
		'suicide',
		'jeugdstem'
	]);
	expect(crisisLines(false)).toEqual(CRISIS_LINES);
});

test('0900 costs extra, and says so', () => {
	for (const line of HELP_LINES)
		if (line.number?.startsWith('09')) expect(line.cost, line.name).toBe('extra');
});

test('every line can be reached, and each has a name of its own', () => {
	expect(HELP_LINES.map((line) => line.id).sort()).toEqual([...HELP_LINE_IDS].sort());
	const unreachable = HELP_LINES.filter(
		({ number, chat, id }) => !number && !chat && id !== 'kjrw'
	);
	expect(unreachable).toEqual([]);
});

test('no old names, and no number that the fact sheet calls uncertain as if it were sure', () => {
	const text = JSON.stringify(HELP_LINES);
	// Facts 3 and 10.3: dead names; two numbers for one; numbers that nobody found again.
	expect(text).not.toMatch(
		/Sensoor|AKJ|AMK|Meldpunt Kindermishandeling|0900-?123 ?1230|0900-8020|0900-0767/
	);
	expect(text).not.toMatch(/088-605 0101|0800-5010|030-789|0900-1450|088-208 0000/);
	const loket = HELP_LINES.find((line) => line.id === 'juridischLoket');
	expect(loket?.numberIs).toBe('probable');
});
