import { recordRead } from '#lib/audit/server/commands.ts';
import type { FamilyId, PersonView } from '#lib/family/model.ts';
import { childrenOf } from '#lib/family/rules.ts';
import type { Actor } from '#lib/kernel/actor.ts';
import { dayInNetherlands } from '#lib/kernel/calendar.ts';
import { authorize, Denied } from '#lib/kernel/policy.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { possibleOwners } from '../edit.rules.ts';
import type { ExitId, GoalId, SituationId, StepId } from '../model.ts';
import type { ChildrenForm, Draft, EndingForm, StepForm } from '../page.model.ts';
import { canWritePlan } from '../policy.ts';
import { loadPlan, measuredChildren, ruleFacts, type LoadedPlan } from './load.ts';
import type { PlanRow } from './store.ts';
import { viewerOf, type Viewer } from './viewer.ts';

type Writing = { readonly loaded: LoadedPlan; readonly plan: PlanRow; readonly viewer: Viewer };

/** @throws {Denied} `hide` for anyone but the regisseur and the stand-in, and without a plan */
async function toWrite(ctx: Ctx, actor: Actor, family: FamilyId): Promise<Writing> {
	const loaded = await loadPlan(ctx.db.read, family, dayInNetherlands(ctx.now()));
	const permit = authorize(canWritePlan, actor, loaded?.plan && ruleFacts(loaded));
	if (!loaded?.plan || actor.kind !== 'person') throw nothing();
	await recordRead(ctx, permit, { thing: 'plan', familyId: family });
	return { loaded, plan: loaded.plan, viewer: viewerOf(actor, loaded) };
}

const nothing = () =>
	new Denied(canWritePlan.ability, { outcome: 'hide' as const, reason: 'onbekend' });

/** The part with this id; null for a new one. @throws {Denied} `hide` when it is not in this plan */
function partOf<T extends { readonly id: string }>(
	rows: readonly T[],
	id: string | null
): T | null {
	if (id === null) return null;
	const found = rows.find((one) => one.id === id);
	if (!found) throw nothing();
	return found;
}

const childrenToChoose = ({ loaded, viewer }: Writing): PersonView[] =>
	viewer.about(childrenOf(loaded.family.facts));

/** Somebody's words as a field shows them. */
const text = (words: string | null | undefined): string => words ?? '';

/** With one child there is nothing to choose. */
const chosen = (children: readonly PersonView[], part: { children: readonly string[] } | null) =>
	(part?.children ?? (children.length === 1 ? children.map((one) => one.id) : [])).join(',');

/** The form for a goal. @param id null for a new one */
export async function getGoalForm(
	ctx: Ctx,
	actor: Actor,
	family: FamilyId,
	id: GoalId | null
): Promise<ChildrenForm> {
	const writing = await toWrite(ctx, actor, family);
	const goal = partOf(writing.plan.goals, id);
	const children = childrenToChoose(writing);
	const draft: Draft = {
		ownWords: text(goal?.ownWords),
		professionalWords: text(goal?.professionalWords),
		resultWords: text(goal?.resultWords),
		group: goal?.group ?? 'nu',
		children: chosen(children, goal)
	};
	return { familyId: family, draft, children, isNew: !goal };
}

/** The form for a step of a goal. @param id null for a new one */
export async function getStepForm(
	ctx: Ctx,
	actor: Actor,
	family: FamilyId,
	{ goal: goalId, step: id }: { readonly goal: GoalId; readonly step: StepId | null }
): Promise<StepForm> {
	const { loaded, plan, viewer } = await toWrite(ctx, actor, family);
	const goal = partOf(plan.goals, goalId);
	if (!goal) throw nothing();
	const step = partOf(
		plan.steps.filter((one) => one.goalId === goalId),
		id
	);
	const draft: Draft = {
		goal: goalId,
		title: text(step?.title),
		owner: text(step?.ownerId),
		due: text(step?.due),
		state: step?.state ?? 'niet_begonnen'
	};
	const owners = possibleOwners(loaded.family.facts).flatMap((one) => viewer.named(one) ?? []);
	return { familyId: family, draft, owners, goal, isNew: !step };
}

/** The form for a part of the situation. @param id null for a new one */
export async function getSituationForm(
	ctx: Ctx,
	actor: Actor,
	family: FamilyId,
	id: SituationId | null
): Promise<ChildrenForm> {
	const writing = await toWrite(ctx, actor, family);
	const part = partOf(writing.plan.situations, id);
	const children = childrenToChoose(writing);
	const draft: Draft = {
		ownWords: text(part?.ownWords),
		professionalWords: text(part?.professionalWords),
		children: chosen(children, part)
	};
	return { familyId: family, draft, children, isNew: !part };
}

/** The form for how the help ends. */
export async function getEndingForm(ctx: Ctx, actor: Actor, family: FamilyId): Promise<EndingForm> {
	const { plan } = await toWrite(ctx, actor, family);
	const draft: Draft = {
		reviewOn: text(plan.reviewOn),
		reviewWords: text(plan.reviewWords),
		endWords: text(plan.endWords),
		relapseWords: text(plan.relapseWords)
	};
	return { familyId: family, draft, isNew: false };
}

/**
 * The form for an exit condition, about a child under a measure of the court.
 * @param id null for a new one
 * @throws {Denied} `hide` also when no child is under a measure
 */
export async function getExitForm(
	ctx: Ctx,
	actor: Actor,
	family: FamilyId,
	id: ExitId | null
): Promise<ChildrenForm> {
	const { loaded, plan, viewer } = await toWrite(ctx, actor, family);
	const exit = partOf(plan.exits, id);
	const children = viewer.about(measuredChildren(loaded));
	if (children.length === 0) throw nothing();
	const [only] = children.length === 1 ? children : [];
	const draft: Draft = {
		child: exit?.childId ?? text(only?.id),
		words: text(exit?.words),
		judge: text(exit?.judge),
		state: exit?.state ?? 'nog_niet',
		stateWords: text(exit?.stateWords)
	};
	return { familyId: family, draft, children, isNew: !exit };
}
