import { expect, test } from 'vitest';
import { templateOf, TEMPLATES, THEMES } from './templates.ts';
import dutch from '../../../messages/nl.json' with { type: 'json' };

const texts: Readonly<Record<string, string>> = dutch.template;

test('there are examples for each theme, each with an id and words of its own', () => {
	for (const theme of THEMES) {
		expect(TEMPLATES.filter((one) => one.theme === theme).length, theme).toBeGreaterThan(2);
	}
	expect(new Set(TEMPLATES.map(({ id }) => id)).size).toBe(TEMPLATES.length);
	const words = TEMPLATES.flatMap(({ goal, step }) =>
		[goal, step].map((key) => texts[key.replace('template.', '')])
	);
	expect(words).not.toContain(undefined);
	expect(new Set(words).size).toBe(2 * TEMPLATES.length);
});

test('an example never speaks as the child, and names no illness', () => {
	for (const text of Object.values(texts)) {
		expect(text).not.toMatch(/\b(ik|mijn|mij)\b|adhd|autis|stoornis|trauma|verslav/i);
	}
});

test.each([
	['1', 'template.eat'],
	['99', undefined],
	[null, undefined]
])('the address names example %s', (id, goal) => {
	expect(templateOf(id)?.goal).toBe(goal);
});
