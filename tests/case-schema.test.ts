import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { GET } from '../src/routes/api/v1/case-message.schema.json/+server.ts';

test('the portal serves the schema that stands in the documentation, to everyone', async () => {
	const response = await GET({} as Parameters<typeof GET>[0]);
	expect(response.headers.get('content-type')).toBe('application/schema+json; charset=utf-8');
	expect(response.headers.get('cache-control')).toBe('public, max-age=3600');
	expect(await response.text()).toBe(readFileSync('docs/case-message.schema.json', 'utf8'));
});
