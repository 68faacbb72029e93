import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { caseMessageJsonSchema } from './json-schema.ts';

const text = `${JSON.stringify(caseMessageJsonSchema(), null, '\t')}\n`;

test('the copy in the documentation is the schema itself', () => {
	// Not equal? `node scripts/write-case-schema.mjs` writes it again.
	expect(readFileSync('docs/case-message.schema.json', 'utf8')).toBe(text);
});

const objectsIn = (value: unknown): object[] => {
	if (typeof value !== 'object' || value === null) return [];
	return [value, ...Object.values(value).flatMap(objectsIn)];
};

test('every object refuses fields it does not know', () => {
	const objects = objectsIn(JSON.parse(text)).filter((part) => 'properties' in part);
	expect(objects.length).toBeGreaterThan(15);
	for (const part of objects) expect(part).toMatchObject({ additionalProperties: false });
});

test('the documentation names every field and every choice', () => {
	const documentation = readFileSync('docs/case-message.md', 'utf8');
	const parts = objectsIn(JSON.parse(text));
	const fields = parts.flatMap((part) =>
		'properties' in part ? Object.keys(part.properties ?? {}) : []
	);
	const choices = parts.flatMap((part) =>
		'enum' in part && Array.isArray(part.enum) ? part.enum : []
	);
	expect(new Set(fields).size).toBeGreaterThan(45);
	const missing = [...new Set([...fields, ...choices.map(String)])].filter(
		(name) => !new RegExp(`[\`.]${name}(\\[\\])?\``).test(documentation)
	);
	expect(missing).toEqual([]);
});
