import type { HandoverState } from '#lib/handover/model.ts';
import { m } from '#lib/paraglide/messages.js';

/** Where a handover stands, in words. */
export const STATE_WORDS: Readonly<Record<HandoverState, () => string>> = {
	agreed: m['handover.agreed'],
	waiting: m['handover.waiting'],
	disputed: m['handover.disputed']
};
