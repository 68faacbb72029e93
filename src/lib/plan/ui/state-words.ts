import { m } from '#lib/paraglide/messages.js';
import type { ExitState, GoalGroup, StepState } from '#lib/plan/model.ts';
import type { IconName, RepeatedIcon } from '#lib/ui/Icon.svelte';

/** The five states of a step, each with a word and a sign. */
export const STEP_WORDS: Readonly<Record<StepState, { icon: RepeatedIcon; word: () => string }>> = {
	niet_begonnen: { icon: 'open', word: m['step.notStarted'] },
	bezig: { icon: 'busy', word: m['step.busy'] },
	kan_nog_niet: { icon: 'blocked', word: m['step.blocked'] },
	klaar: { icon: 'done', word: m['step.done'] },
	niet_meer_nodig: { icon: 'dropped', word: m['step.dropped'] }
};

export const GROUP_WORDS: Readonly<Record<GoalGroup, () => string>> = {
	nu: m['goal.now'],
	later: m['goal.later'],
	bereikt: m['goal.reached'],
	gestopt: m['goal.stopped']
};

export const EXIT_WORDS: Readonly<Record<ExitState, { icon: IconName; word: () => string }>> = {
	nog_niet: { icon: 'open', word: m['exits.notYet'] },
	op_weg: { icon: 'busy', word: m['exits.onTheWay'] },
	bereikt: { icon: 'done', word: m['exits.reached'] }
};
