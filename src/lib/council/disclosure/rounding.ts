import type { Figure, Scale } from '../table.model.ts';
import type { DisclosureRules } from './rules.ts';

/**
 * What may be shown of a mean: rounded (D4), and never the end of its scale, which would say of everybody
 * what everybody said (D3).
 * @param mean from the true values: of grades, or of noughts and ones
 * @param families the true number under it
 */
export function shown(
	mean: number,
	families: number,
	scale: Scale,
	{ ends, steps }: DisclosureRules
): Figure {
	const count = roundTo(families, steps.count);
	if (scale.kind === 'grade') {
		const value = roundTo(mean, steps.grade);
		const [lowest, highest] = [scale.low + steps.grade, scale.high - steps.grade];
		if (value > highest) return { families: count, value: highest, bound: 'above' };
		if (value < lowest) return { families: count, value: lowest, bound: 'below' };
		return { families: count, value, bound: 'exact' };
	}
	const share = mean * 100;
	if (share >= ends.above) return { families: count, value: ends.above, bound: 'above' };
	if (share <= ends.below) return { families: count, value: ends.below, bound: 'below' };
	const step = families < steps.small ? steps.shareOfFew : steps.share;
	return { families: count, value: roundTo(share, step), bound: 'exact' };
}

// The shift keeps a half from falling either way by how a fraction happens to be stored.
const roundTo = (number: number, step: number) => Math.round(number / step + 1e-9) * step;
