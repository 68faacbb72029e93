import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { aMessage } from '../../tests/support/case-message.ts';
import { aTerminal } from '../../tests/support/terminal.ts';

test('makes the file of a provider once, and says what is wrong otherwise', () => {
	const { file, run, folder } = aTerminal();
	const message = aMessage();
	expect(run('import', [file('message.json', message)]).code).toBe(0);
	const provider = message.source;
	const path = `${folder}/levering-${provider}-2025-Q3.jsonl`;
	const deliver = (...given: string[]) => run('delivery', given, {}, folder);

	expect(deliver(provider).code).toBe(2);
	expect(deliver(provider, '2099-Q1')).toMatchObject({
		code: 1,
		errors: expect.stringContaining('geweigerd')
	});
	expect(deliver('nergens', '2025-Q3').code).toBe(1);
	expect(existsSync(path)).toBe(false);

	expect(deliver(provider, '2025-Q3')).toMatchObject({
		code: 0,
		out: expect.stringContaining('0 metingen')
	});
	expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({ comparedNationally: false });
	expect(deliver(provider, '2025-Q3')).toMatchObject({
		code: 1,
		errors: expect.stringContaining('is er al')
	});
}, 60_000);
