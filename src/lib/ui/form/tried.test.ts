import { describe, expect, it } from 'vitest';
import { filled, problemsById, saidAbout } from './tried.ts';

const TRIED = { errors: { words: 'edit.short' }, values: { form: 'reply', words: 'Ja' } };

describe('filled', () => {
	it('starts with what is there as long as nothing was tried', () => {
		const start = { words: 'Nu' };
		expect(filled(null, {}, start)).toEqual({ draft: start, errors: {}, failed: false });
	});

	it('keeps what was typed in the form that was sent', () => {
		expect(filled(TRIED, { form: 'reply' }, { words: 'Nu' })).toEqual({
			draft: TRIED.values,
			errors: TRIED.errors,
			failed: true
		});
	});

	it('leaves the other forms of the page as they were', () => {
		expect(filled(TRIED, { form: 'ask' }, { words: 'Nu' })).toEqual({
			draft: { words: 'Nu' },
			errors: {},
			failed: false
		});
		expect(filled(TRIED, { form: 'reply', line: '7' }).failed).toBe(false);
	});

	it('takes the only form of a page without marks', () => {
		expect(filled(TRIED).failed).toBe(true);
	});
});

describe('problemsById', () => {
	it('puts the name of the form before each field', () => {
		expect(problemsById(TRIED)).toEqual({ 'reply-words': 'edit.short' });
	});

	it('leaves the names as they are for a form without a name', () => {
		expect(problemsById({ errors: { key: 'fout.formulier' }, values: {} })).toEqual({
			key: 'fout.formulier'
		});
		expect(problemsById(null)).toBeUndefined();
	});
});

describe('saidAbout', () => {
	it.each([
		[undefined, undefined, undefined],
		['fout', undefined, 'a-error'],
		[undefined, 'zo', 'a-hint'],
		['fout', 'zo', 'a-error a-hint']
	])('error %s and hint %s give %s', (error, hint, ids) => {
		expect(saidAbout('a', error, hint)).toBe(ids);
	});
});
