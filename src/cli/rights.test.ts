import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { sourceMark } from '#lib/rights/build/read.ts';

const review = (given: readonly string[], at = '') => {
	const moved = `globalThis.Date = class extends Date { constructor(...a) { super(...(a.length ? a : ['${at}'])); } };`;
	const clock = at ? ['--import', `data:text/javascript,${encodeURIComponent(moved)}`] : [];
	const done = spawnSync(process.execPath, [...clock, 'src/cli/rights.ts', ...given], {
		encoding: 'utf8'
	});
	return { code: done.status, out: done.stdout, errors: done.stderr };
};

test('on the day of the check nothing is due', () => {
	const { code, out } = review([], '2026-11-29T12:00:00Z');
	expect(code).toBe(0);
	expect(out).toMatch(/^Moet nu worden nagekeken: niets$/m);
	expect(out).toMatch(/^Ouder dan de Nederlandse tekst: niets$/m);
	expect(out).toMatch(/^Nog niet vertaald: niets$/m);
}, 30_000);

test('half a year later it lists articles, words and help lines, and still ends well', () => {
	const soon = review([], '2027-05-10T12:00:00Z');
	expect(soon.out).toMatch(/^Moet binnen 30 dagen worden nagekeken: \d+$/m);
	const { code, out } = review([], '2027-06-01T12:00:00Z');
	expect(code).toBe(0);
	expect(out).toMatch(/^ {2}\d{4}-\d\d-\d\d {2}ouder\/klacht\/nl\.md$/m);
	expect(out).toMatch(/^ {2}\d{4}-\d\d-\d\d {2}words\/nl\.yaml$/m);
	expect(out).toMatch(/^ {2}2027-05-22 {2}help-lines\.ts: Veilig Thuis$/m);
}, 60_000);

test('with --hashes it gives the mark of every Dutch file', () => {
	const { code, out } = review(['--hashes']);
	const file = 'ouder/klacht/nl.md';
	const mark = sourceMark(readFileSync(`src/lib/rights/content/${file}`, 'utf8'));
	expect(code).toBe(0);
	expect(out.split('\n')).toContain(`${mark}  ${file}`);
	expect(out).not.toContain('en.md');
}, 30_000);

test('anything else is wrong use', () => {
	expect(review(['--alles'])).toMatchObject({ code: 2, out: '' });
}, 30_000);
