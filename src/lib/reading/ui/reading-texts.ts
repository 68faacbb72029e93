import { m } from '#lib/paraglide/messages.js';
import type { Reading } from '#lib/reading/model.ts';

export const SIZE_TEXTS: Readonly<Record<Reading['text'], () => string>> = {
	normal: m['reading.textNormal'],
	large: m['reading.textLarge'],
	largest: m['reading.textLargest']
};

export const SPEED_TEXTS: Readonly<Record<Reading['speed'], () => string>> = {
	slow: m['reading.speedSlow'],
	normal: m['reading.speedNormal'],
	fast: m['reading.speedFast']
};
