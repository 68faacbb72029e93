import { describe, expect, test } from 'vitest';
import { KADER_KINDS, type KaderKind } from '#lib/rights/kader.model.ts';
import { RegionConfiguration } from './model.ts';
import { configurationOf, REGION_CONFIGURATIONS } from './regions/all.ts';
import { rijnmond } from './regions/rijnmond.ts';
import { regieOf } from './rules.ts';

/** Facts 1.14: who has the regie, what that person is called, who answers for safety, who stays. */
const table: Record<string, Record<KaderKind, string>> = {
	rijnmond: {
		vrijwillig: 'lokaal_team casusregisseur - -',
		intensief_vrijwillig: 'lokaal_team casusregisseur - -',
		onderzoek: 'unknown',
		voorlopige_ots: 'gi casusregisseur - lokaal_team',
		ots: 'gi casusregisseur - lokaal_team',
		uithuisplaatsing: 'gi casusregisseur - lokaal_team',
		voogdij: 'unknown',
		jeugdreclassering: 'gi casusregisseur - lokaal_team',
		gesloten: 'unknown'
	},
	haaglanden: {
		vrijwillig: 'gemeente procesregisseur - -',
		intensief_vrijwillig: 'gemeente procesregisseur - -',
		onderzoek: 'unknown',
		voorlopige_ots: 'lokaal_team procesregisseur gi gi',
		ots: 'lokaal_team procesregisseur gi gi',
		uithuisplaatsing: 'lokaal_team procesregisseur gi gi',
		voogdij: 'unknown',
		jeugdreclassering: 'lokaal_team procesregisseur gi gi',
		gesloten: 'unknown'
	}
};

function said(region: string, kaders: readonly KaderKind[]): string {
	const found = regieOf(configurationOf(region), kaders);
	if (!found) return 'unknown';
	const { holder, word, safety, involved } = found.regie;
	return [holder, word, safety ?? '-', involved.join() || '-'].join(' ');
}

test('every region that is shipped stands in the table, and every id once', () => {
	expect(REGION_CONFIGURATIONS.map((one) => one.id).toSorted()).toEqual(
		Object.keys(table).toSorted()
	);
});

describe.each(Object.entries(table))('%s', (region, rows) => {
	test.each(KADER_KINDS)('%s', (kind) => {
		expect(said(region, [kind])).toBe(rows[kind]);
	});

	test('the strictest of two decides', () => {
		expect(said(region, ['vrijwillig', 'ots'])).toBe(rows.ots);
		expect(said(region, ['ots', 'vrijwillig'])).toBe(rows.ots);
		expect(said(region, ['ots', 'uithuisplaatsing'])).toBe(rows.uithuisplaatsing);
	});

	test('a strictest one that the paper does not know is not filled in from a lighter one', () => {
		expect(said(region, ['vrijwillig', 'voogdij'])).toBe('unknown');
		expect(said(region, ['vrijwillig', 'onderzoek'])).toBe('unknown');
	});

	test('without a kader nothing is claimed', () => {
		expect(said(region, [])).toBe('unknown');
	});

	test('says which paper it is from', () => {
		expect(regieOf(configurationOf(region), ['ots'])?.paper.year).toBeLessThan(2026);
	});
});

test.each(KADER_KINDS)('an unknown region claims nothing about %s', (kind) => {
	expect(said('voorbeeldregio', [kind])).toBe('unknown');
});

test('only in Haaglanden a regisseur comes when there are risks', () => {
	const risks = (region: string) =>
		KADER_KINDS.filter((kind) => configurationOf(region)?.kaders[kind]?.onlyWithRisks);
	expect(risks('haaglanden')).toEqual(['vrijwillig', 'intensief_vrijwillig']);
	expect(risks('rijnmond')).toEqual([]);
});

test.each<[string, object]>([
	['a kader left out', { kaders: { ...rijnmond.kaders, ots: undefined } }],
	['a kader that does not exist', { kaders: { ...rijnmond.kaders, tbs: null } }],
	['a holder that does not exist', { kaders: { ...rijnmond.kaders, ots: { holder: 'ouders' } } }],
	['no paper', { paper: undefined }],
	['a field too many', { note: 'x' }]
])('a configuration with %s is refused', (_, wrong) => {
	expect(RegionConfiguration.safeParse({ ...rijnmond, ...wrong }).success).toBe(false);
});
