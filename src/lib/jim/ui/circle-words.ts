import { m } from '#lib/paraglide/messages.js';
import type { Circle } from '../model.ts';

export const CIRCLE_WORDS: Readonly<Record<Circle, () => string>> = {
	dicht: m['circle.dicht'],
	gewoon: m['circle.gewoon'],
	ver: m['circle.ver']
};
