import { m } from '#lib/paraglide/messages.js';
import type { IconName } from '#lib/ui/Icon.svelte';
import type { BasicState, Domain } from '../model.ts';

export const BASIC_WORDS: Readonly<Record<Domain, () => string>> = {
	mensen: m['laterStay.mensen'],
	wonen: m['laterStay.wonen'],
	school: m['laterStay.school'],
	geld: m['laterStay.geld'],
	gezondheid: m['laterStay.gezondheid']
};

export const BASIC_STATE_WORDS: Readonly<Record<BasicState, () => string>> = {
	op_orde: m['laterStay.opOrde'],
	bezig: m['laterStay.bezig'],
	nog_niet: m['laterStay.nogNiet']
};

/** The mark beside a state; never red, and never alone. */
export const basicIcon = (state: BasicState | null): IconName =>
	state === 'op_orde' ? 'done' : state === 'bezig' ? 'busy' : 'open';
