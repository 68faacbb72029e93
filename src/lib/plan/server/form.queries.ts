import { childrenOf } from '#lib/family/rules.ts';
import type { PersonView } from '#lib/family/model.ts';
import type { ExitId, GoalId, SituationId, StepId } from '../model.ts';
import type { ChildrenForm, Draft, PartForm, StepForm } from '../page.model.ts';
import { named, noForm, partForm, subject, toWrite, type FormAsked } from './form.load.ts';
import { measuredChildren } from './load.ts';

/** Somebody's words as a field shows them. */
const text = (words: string | null | undefined): string => words ?? '';

/** With one child there is nothing to choose. */
const chosen = (children: readonly PersonView[], part: { children: readonly string[] } | null) =>
	(part?.children ?? (children.length === 1 ? children.map((one) => one.id) : [])).join(',');

/** The form for a goal. @param id null for a new one */
export async function getGoalForm(asked: FormAsked, id: GoalId | null): Promise<ChildrenForm> {
	const writing = await toWrite(asked);
	const part = await subject(writing, 'goal', id);
	const goal = part.content;
	const children = named(writing, childrenOf(writing.loaded.family.facts));
	const draft: Draft = {
		ownWords: text(goal?.ownWords),
		professionalWords: text(goal?.professionalWords),
		resultWords: text(goal?.resultWords),
		group: goal?.group ?? 'nu',
		children: chosen(children, goal)
	};
	return { ...partForm(writing, 'goal', part), draft, children };
}

/** The form for a step of a goal. @param id null for a new one */
export async function getStepForm(
	asked: FormAsked,
	{ goal: goalId, step: id }: { readonly goal: GoalId; readonly step: StepId | null }
): Promise<StepForm> {
	const writing = await toWrite(asked);
	const goal = await subject(writing, 'goal', goalId);
	const part = await subject(writing, 'step', id);
	const step = part.content;
	if (!goal.content || (step && step.goalId !== goalId)) throw noForm();
	const draft: Draft = {
		goal: goalId,
		title: text(step?.title),
		owner: text(step?.ownerId),
		due: text(step?.due),
		state: step?.state ?? 'niet_begonnen'
	};
	const { ownWords } = goal.content;
	return {
		...partForm(writing, 'step', part),
		...{ draft, goal: { id: goalId, ownWords }, gone: part.gone || goal.gone },
		owners: writing.scope.owners.flatMap((one) => writing.sight.named(one) ?? [])
	};
}

/** The form for a part of the situation. @param id null for a new one */
export async function getSituationForm(
	asked: FormAsked,
	id: SituationId | null
): Promise<ChildrenForm> {
	const writing = await toWrite(asked);
	const part = await subject(writing, 'situation', id);
	const children = named(writing, childrenOf(writing.loaded.family.facts));
	const draft: Draft = {
		ownWords: text(part.content?.ownWords),
		professionalWords: text(part.content?.professionalWords),
		children: chosen(children, part.content)
	};
	return { ...partForm(writing, 'situation', part), draft, children };
}

/** The form for how the help ends: for who sees every child. */
export async function getEndingForm(asked: FormAsked): Promise<PartForm> {
	const writing = await toWrite(asked);
	const part = await subject(writing, 'ending', writing.plan.id);
	const draft: Draft = {
		reviewOn: text(part.content?.reviewOn),
		reviewWords: text(part.content?.reviewWords),
		endWords: text(part.content?.endWords),
		relapseWords: text(part.content?.relapseWords)
	};
	return { ...partForm(writing, 'ending', part), draft };
}

/**
 * The form for an exit condition, about a child under a measure of the court.
 * @param id null for a new one
 * @throws {Denied} `hide` also when no child is under a measure
 */
export async function getExitForm(asked: FormAsked, id: ExitId | null): Promise<ChildrenForm> {
	const writing = await toWrite(asked);
	const part = await subject(writing, 'exit', id);
	const exit = part.content;
	const children = named(writing, measuredChildren(writing.loaded));
	if (children.length === 0) throw noForm();
	const [only] = children.length === 1 ? children : [];
	const draft: Draft = {
		child: exit?.childId ?? text(only?.id),
		words: text(exit?.words),
		judge: text(exit?.judge),
		state: exit?.state ?? 'nog_niet',
		stateWords: text(exit?.stateWords)
	};
	return { ...partForm(writing, 'exit', part), draft, children };
}
