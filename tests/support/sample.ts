import type { CaseMessageText } from '#lib/imports/message.ts';
import { sample, type SampleName } from './case-message.ts';

/** The family of a sample message, to know what should stand on its pages. */
export function familyOf(name: SampleName): CaseMessageText['families'][number] {
	const [family] = (sample(name) as CaseMessageText).families;
	if (!family) throw new Error(`samples/${name}.json has no family`);
	return family;
}

export const goalsOf = (name: SampleName) => familyOf(name).plan?.goals ?? [];

export const stepsOf = (name: SampleName) => goalsOf(name).flatMap((goal) => goal.steps ?? []);
