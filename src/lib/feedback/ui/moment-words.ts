import { m } from '#lib/paraglide/messages.js';
import type { IconName } from '#lib/ui/Icon.svelte';

type FamilyMoment = 'start' | 'halfway' | 'end' | 'monthly' | 'stopping';

export const MOMENT_WORDS: Readonly<
	Record<FamilyMoment, { readonly word: () => string; readonly icon: IconName }>
> = {
	start: { word: m['feedback.start'], icon: 'onward' },
	halfway: { word: m['feedback.halfway'], icon: 'busy' },
	end: { word: m['feedback.end'], icon: 'done' },
	monthly: { word: m['feedback.monthly'], icon: 'calendar' },
	stopping: { word: m['feedback.stopping'], icon: 'exit' }
};
export const FAMILY_MOMENT_NAMES = Object.keys(MOMENT_WORDS) as FamilyMoment[];

/** Faces from sad to glad; beside each one stand its words. */
export const FACES: readonly IconName[] = ['cry', 'frown', 'flat', 'smile', 'laugh'];
