import { AGE_BANDS, HELP_KINDS, INDICATORS } from '#lib/feedback/model.ts';
import { KADER_KINDS } from '#lib/rights/kader.model.ts';
import type { Catalogue, Measure } from './table.model.ts';

const grade = (high: number) => ({ kind: 'grade', low: 1, high }) as const;
const share = { kind: 'share' } as const;

/** What is published of what families say, organisations register (facts 6.1) and the portal keeps (F14). */
export const MEASURES: readonly Measure[] = [
	{ criterion: 'use', informant: 'youth', scale: grade(10) },
	{ criterion: 'use', informant: 'parent', scale: grade(10) },
	{ criterion: 'independent', informant: 'youth', scale: grade(5) },
	{ criterion: 'independent', informant: 'parent', scale: grade(5) },
	{ criterion: 'goals', informant: 'youth', scale: grade(5) },
	{ criterion: 'goals', informant: 'parent', scale: grade(5) },
	{ criterion: 'goals', informant: 'registration', scale: share },
	{ criterion: 'dropout', informant: 'registration', scale: share },
	{ criterion: 'no-new-start', informant: 'registration', scale: share },
	...INDICATORS.map((criterion) => ({ criterion, informant: 'system' as const, scale: share }))
];

export const catalogueOf = (regions: readonly string[]): Catalogue => ({
	measures: MEASURES,
	regions: regions.toSorted(),
	ageBand: AGE_BANDS,
	help: HELP_KINDS,
	kader: KADER_KINDS
});
