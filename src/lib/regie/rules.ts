import type { KaderKind } from '#lib/rights/kader.model.ts';
import { strictest } from '#lib/plan/rules.ts';
import type { RegieView, RegionConfiguration } from './model.ts';

/**
 * Who has the regie for a child in these kaders, as the region's paper says it. The strictest kader
 * decides. Where the paper is silent about that one, nothing is claimed: what it says about a lighter
 * kader need not hold.
 */
export function regieOf(
	configuration: RegionConfiguration | null,
	kaders: readonly KaderKind[]
): RegieView {
	const kind = strictest(kaders);
	const regie = kind && configuration?.kaders[kind];
	return regie && configuration ? { regie, paper: configuration.paper } : null;
}
