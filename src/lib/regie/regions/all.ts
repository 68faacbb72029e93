import type { RegionConfiguration } from '../model.ts';
import { haaglanden } from './haaglanden.ts';
import { rijnmond } from './rijnmond.ts';

/** Every region that said who has the regie; see docs/operations.md for adding one. */
export const REGION_CONFIGURATIONS: readonly RegionConfiguration[] = [haaglanden, rijnmond];

/** What the region with this id says; null for a region that said nothing. */
export const configurationOf = (region: string): RegionConfiguration | null =>
	REGION_CONFIGURATIONS.find((one) => one.id === region) ?? null;
