import { expect, test } from 'vitest';
import { aMessage, changed } from '../../tests/support/case-message.ts';
import { aTerminal } from '../../tests/support/terminal.ts';

const past = () => changed(aMessage(), 'sentAt', '2026-01-05T12:00:00+01:00');

test('a good message is taken in once, and a code is only told for a shared address', () => {
	const { file, run } = aTerminal();
	const alone = file('alone.json', past());
	expect(run('import', [alone])).toMatchObject({
		code: 0,
		out: expect.stringContaining('Nieuwe gezinnen: 1')
	});
	expect(run('import', [alone]).out).toContain('al bekend');
	const members = ['mother', 'child'].map((person) => ({ person, email: 'samen@example.org' }));
	const shared = changed(past(), 'families[0].households[0].members', members);
	const { code, out } = aTerminal().run('import', [file('shared.json', shared)]);
	expect(code).toBe(0);
	expect(out).toContain('Geef ieder deze code persoonlijk');
	expect(out).toMatch(/Kim Kind: [2-9A-Z]{6}\n/);
	expect(run('import', [alone]).out).not.toMatch(/: [2-9A-Z]{6}\n/);
}, 60_000);

test('a refused message names each place in two languages and ends with 1', () => {
	const { file, run } = aTerminal();
	const path = 'families[0].plan.goals[0].steps[0].owner';
	const { code, errors } = run('import', [file('bad.json', changed(past(), path, undefined))]);
	expect(code).toBe(1);
	expect(errors).toContain(`${path} — Dit ontbreekt. / This is missing.`);
	expect(errors).toContain('Er is niets veranderd');
}, 60_000);

test('of several files the good ones are taken in, and the refused one is heard', () => {
	const { file, run } = aTerminal();
	const good = file('good.json', past());
	const bad = file('bad.json', changed(past(), 'version', 2));
	const { code, out, errors } = run('import', [bad, good]);
	expect(code).toBe(1);
	expect(out).toContain('good.json: ingelezen');
	expect(errors).toContain('bad.json: geweigerd');
}, 60_000);

test.each([
	['no file', [], 'Gebruik:'],
	['an option', ['--help'], 'Gebruik:'],
	['a file that is not there', ['nowhere.json'], 'niet te lezen']
] as const)('%s is wrong use and ends with 2', (_, files, words) => {
	const { code, errors } = aTerminal().run('import', files);
	expect(code).toBe(2);
	expect(errors).toContain(words);
});

test('text that is not JSON ends with 2, before anything is taken in', () => {
	const { file, run } = aTerminal();
	const good = file('good.json', past());
	const { code, out, errors } = run('import', [good, file('half.json', '{"version": 1,')]);
	expect(code).toBe(2);
	expect(out).toBe('');
	expect(errors).toContain('half.json: dit is geen geldige JSON.');
});

test('settings that are wrong are named, one a line', () => {
	const { file, run } = aTerminal();
	const { code, errors } = run('import', [file('good.json', past())], { PORT: 'x' });
	expect(code).toBe(2);
	expect(errors).toContain('PORT');
});

test('migrate says what it did, and does it twice without harm', () => {
	const { run } = aTerminal();
	for (const turn of [1, 2])
		expect([turn, run('migrate')]).toMatchObject([
			turn,
			{ code: 0, out: expect.stringContaining('De database is bijgewerkt') }
		]);
}, 60_000);
