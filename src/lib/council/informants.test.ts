import { expect, test } from 'vitest';
import type { Informant } from '#lib/feedback/model.ts';
import { answersFor } from '../../../tests/support/random-answers.ts';
import { catalogueOf } from './catalogue.ts';
import { disclose } from './disclosure.rules.ts';

const catalogue = { ...catalogueOf(['noord']), measures: catalogueOf([]).measures.slice(0, 2) };

/** The figures that are shown when everything was said by this informant. */
const shownOf = (informant: Informant) => {
	const input = answersFor(7, { catalogue, families: 200, regisseurs: 20, unknown: 0 });
	const observations = input.observations
		.filter((one) => one.informant === 'parent')
		.map((one) => ({ ...one, informant }));
	return disclose({ ...input, observations }).tables.cells.filter(({ figure }) => figure).length;
};

test('what a JIM says is in no table: there is no measure for it', () => {
	expect(catalogueOf([]).measures.filter(({ informant }) => informant === 'jim')).toEqual([]);
	expect(shownOf('parent')).toBeGreaterThan(0);
	expect(shownOf('jim')).toBe(0);
});
