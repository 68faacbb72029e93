import { expect, test } from 'vitest';
import type { FamilyId } from '#lib/family/model.ts';
import { addDays } from '#lib/kernel/calendar.ts';
import { TODAY } from '../../../tests/support/facts.ts';
import type { DeskFamily, Waiting, WaitingKind } from './model.ts';
import { chosen, gathered, inOrder, isNear, isPassed, kindsIn } from './rules.ts';

const waiting = (kind: WaitingKind, days: number | null, count = 1): Waiting => ({
	...{ familyId: 'x' as FamilyId, kind, count },
	due: days === null ? null : addDays(TODAY, days),
	since: days === null ? addDays(TODAY, -3) : null
});
const family = (familyName: string, ...things: readonly Waiting[]): DeskFamily => ({
	...{ id: familyName as FamilyId, familyName, waiting: things, own: true, kaders: [] },
	...{ children: [{ name: `Kind ${familyName}`, age: 9 }], reviewOn: null }
});
const names = (families: readonly DeskFamily[]) => families.map((one) => one.familyName).join(' ');

test('passed days first, then the soonest, then what has no day, then nothing; alike by name', () => {
	const families = [
		family('Niets'),
		family('Érik'),
		family('Zonder', waiting('woorden', null)),
		family('Straks', waiting('vraag', 9)),
		family('Bijna', waiting('woorden', null), waiting('bekijken', 2)),
		family('Dezelfde', waiting('termijn', 2)),
		family('Vandaag', waiting('vraag', 0)),
		family('Gisteren', waiting('vraag', -1), waiting('termijn', 12)),
		family('Lang', waiting('vraag', 10), waiting('bekijken', -30))
	];
	const expected = 'Lang Gisteren Vandaag Bijna Dezelfde Straks Zonder Érik Niets';
	expect(names(inOrder(families, TODAY))).toBe(expected);
	expect(names(inOrder(families.toReversed(), TODAY))).toBe(expected);
});

test('things of one kind in one family are one line, with the soonest day and how many', () => {
	expect(
		gathered([waiting('vraag', 5), waiting('woorden', null, 2), waiting('vraag', -2)])
	).toMatchObject([
		{ kind: 'vraag', due: addDays(TODAY, -2), count: 2 },
		{ kind: 'woorden', due: null, count: 2 }
	]);
});

test('a day waits from fourteen days before it, and has passed on the day after', () => {
	expect([13, 14, 15].map((days) => isNear(addDays(TODAY, days), TODAY))).toEqual([
		...[true, true, false]
	]);
	expect([-1, 0].map((days) => isPassed(waiting('vraag', days), TODAY))).toEqual([true, false]);
	expect(isPassed(waiting('woorden', null), TODAY)).toBe(false);
});

test('filters by kind, and finds names without capitals and accents', () => {
	const families = [family('el Amrani', waiting('vraag', 1)), family('Étienne'), family('Bos')];
	expect(names(chosen(families, 'vraag', ''))).toBe('el Amrani');
	expect(names(chosen(families, null, 'ETIEN'))).toBe('Étienne');
	expect(names(chosen(families, null, 'kind  bos'))).toBe('Bos');
	expect(names(chosen(families, 'vraag', 'bos'))).toBe('');
	expect(names(chosen(families, null, '  '))).toBe('el Amrani Étienne Bos');
	expect(names(chosen(families, null, '%'))).toBe('');
	expect(kindsIn(families)).toEqual([{ kind: 'vraag', families: 1 }]);
});
