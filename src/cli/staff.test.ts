import { expect, test } from 'vitest';
import { aMessage, changed } from '../../tests/support/case-message.ts';
import { aTerminal } from '../../tests/support/terminal.ts';

const past = () => changed(aMessage(), 'sentAt', '2026-01-05T12:00:00+01:00');

test('a professional gets a code that is said once, family and strangers get none', () => {
	const { file, run } = aTerminal();
	expect(run('import', [file('message.json', past())]).code).toBe(0);
	const { code, out, errors } = run('staff', ['invite', 'worker', 'Wil@Voorbeeld.nl']);
	expect({ code, errors }).toEqual({ code: 0, errors: '' });
	expect(out).toMatch(/^worker: uitgenodigd\./);
	expect(out).toMatch(/nooit per e-mail: [2-9A-Z]{6}\n$/);
	for (const id of ['mother', 'nobody']) {
		const refused = run('staff', ['invite', id, 'x@voorbeeld.nl']);
		expect(refused).toMatchObject({ code: 1, out: '' });
		expect(refused.errors).toContain('Er is niets veranderd.');
	}
}, 60_000);

test.each([
	['nothing', [], 'Gebruik:'],
	['another command', ['remove', 'worker', 'wil@voorbeeld.nl'], 'Gebruik:'],
	['no address', ['invite', 'worker'], 'Gebruik:'],
	['an address too many', ['invite', 'worker', 'a@b.nl', 'c@d.nl'], 'Gebruik:'],
	['an id that cannot be', ['invite', 'een werker', 'wil@voorbeeld.nl'], 'Gebruik:'],
	['an address that cannot be', ['invite', 'worker', 'wil'], 'dit is geen e-mailadres']
] as const)(
	'%s is wrong use and ends with 2',
	(_, given, words) => {
		const { code, errors } = aTerminal().run('staff', given);
		expect(code).toBe(2);
		expect(errors).toContain(words);
	},
	30_000
);
