import type { z } from 'zod';
import type { FamilyId } from '#lib/family/model.ts';
import { childrenOf } from '#lib/family/rules.ts';
import type { Actor } from '#lib/kernel/actor.ts';
import { dayInNetherlands } from '#lib/kernel/calendar.ts';
import type { PersonId } from '#lib/kernel/id.ts';
import { authorize, Denied } from '#lib/kernel/policy.ts';
import { newId } from '#lib/server/crypto.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import type { Tx } from '#lib/server/db/index.ts';
import { once, receipt } from '#lib/server/receipt.ts';
import { Refused } from '#lib/server/refused.ts';
import type { EditInput, GroupInput, MoveStepInput } from '../edit.model.ts';
import { draftChange, movedGoal, movedStep, possibleOwners, subjectOf } from '../edit.rules.ts';
import { canMoveStep, canWritePlan } from '../policy.ts';
import type { ItemChange, PlanItem } from '../version.model.ts';
import { saysSomethingElse } from '../version.rules.ts';
import { changePlan } from './change.ts';
import { isExample } from './example.ts';
import { itemsOf } from './items.ts';
import { loadPlan, measuredChildren, ruleFacts, type LoadedPlan } from './load.ts';
import type { PlanRow } from './store.ts';
import { changesOfItem } from './version.store.ts';

/** A family whose plan is there, and who changes it. */
export type Editing = {
	readonly by: PersonId;
	readonly person: Extract<Actor, { kind: 'person' }>;
	readonly loaded: LoadedPlan;
	readonly plan: PlanRow;
};

const NOTHING = { outcome: 'hide', reason: 'onbekend' } as const;

/** Loads the plan within the transaction. @throws {Denied} `hide` when there is none */
export async function editing(
	ctx: Ctx,
	tx: Tx,
	actor: Actor,
	family: FamilyId,
	ability: string
): Promise<Editing> {
	const loaded = await loadPlan(tx, family, dayInNetherlands(ctx.now()));
	if (actor.kind !== 'person' || !loaded?.plan) throw new Denied(ability, NOTHING);
	return { by: actor.id, person: actor, loaded, plan: loaded.plan };
}

/** What somebody may write about: anything else answers as if it were not there. */
export type Scope = {
	readonly items: readonly PlanItem[];
	readonly children: readonly PersonId[];
	readonly owners: readonly PersonId[];
};

const everything = ({ loaded: { family }, plan }: Editing): Scope => ({
	items: itemsOf(plan),
	children: childrenOf(family.facts),
	owners: possibleOwners(family.facts)
});

/**
 * What a form changes in this plan.
 * @param scope what the writer may write about; without it, everything, as the regisseur may
 * @throws {Denied} `hide` for an item that is not in it
 * @throws {Refused} with message keys by field, for a child, goal or owner that is not of this family,
 * and for an example that nobody made into own words
 */
export function drafted(now: Editing, edit: EditInput, scope: Scope = everything(now)): ItemChange {
	const { by, loaded, plan } = now;
	const change = draftChange(edit, {
		planId: plan.id,
		...scope,
		family: loaded.family.facts,
		measured: measuredChildren(loaded),
		by,
		newId: newId()
	});
	if (!change) throw new Denied(`${edit.kind}.edit`, NOTHING);
	if ('errors' in change) throw new Refused(change.errors);
	refuseExample(change);
	return change;
}

/** An example is a start: its words enter a plan as the family's own, and not as ours. */
function refuseExample({ kind, before, after }: ItemChange): void {
	if (kind === 'goal' && after && after.ownWords !== before?.ownWords && isExample(after.ownWords))
		throw new Refused({ ownWords: 'edit.stillExample' });
	if (kind === 'step' && after && after.title !== before?.title && isExample(after.title))
		throw new Refused({ title: 'edit.stillExample' });
}

/**
 * The regisseur adds or changes one part of the plan: one version.
 * @returns the id of the part
 * @throws {Denied} for anyone but the regisseur and the stand-in
 * @throws {Refused} when the words cannot enter this plan, and, for a form that says at which version it
 * was made (`seen`), when somebody changed that part since; nothing changed then
 */
export const savePart = (
	ctx: Ctx,
	actor: Actor,
	family: FamilyId,
	edit: EditInput
): Promise<string> =>
	once(ctx, receipt(actor, `plan:${edit.kind}`, edit.input.key), async (tx) => {
		const now = await editing(ctx, tx, actor, family, canWritePlan.ability);
		const may = authorize(canWritePlan, actor, ruleFacts(now.loaded));
		await refuseStale(tx, now.plan, edit);
		const change = drafted(now, edit);
		await changePlan(ctx, tx, may, {
			plan: now.plan,
			familyId: family,
			cause: 'edit',
			changes: changed(change)
		});
		return change.id;
	});

/**
 * The owner of a step, or the regisseur, says where it stands.
 * @throws {Denied} for everyone else, and for a step that is not in this plan
 */
export const moveStep = (
	ctx: Ctx,
	actor: Actor,
	family: FamilyId,
	input: z.output<typeof MoveStepInput>
): Promise<string> =>
	once(ctx, receipt(actor, 'plan:move', input.key), async (tx) => {
		const now = await editing(ctx, tx, actor, family, canMoveStep.ability);
		const { loaded, plan, by } = now;
		const step = itemsOf(plan).find(
			(item): item is Extract<PlanItem, { kind: 'step' }> =>
				item.kind === 'step' && item.id === input.step
		);
		const goal = plan.goals.find((one) => one.id === step?.content.goalId);
		const may = authorize(
			canMoveStep,
			actor,
			step && {
				id: step.id,
				ownerId: step.content.ownerId,
				children: goal?.children ?? [],
				family: loaded.family.facts,
				consent: loaded.consent
			}
		);
		if (!step || step.content.state === input.state) return input.step;
		const on = loaded.family.facts.today;
		await changePlan(ctx, tx, may, {
			plan,
			familyId: family,
			cause: 'edit',
			changes: [movedStep(step, input.state, { by, on })]
		});
		return input.step;
	});

/**
 * The regisseur puts a goal in another group; a stopped goal comes back so (P5).
 * @throws {Denied} for anyone but the regisseur and the stand-in, and for a goal of another plan
 */
export const moveGoal = (
	ctx: Ctx,
	actor: Actor,
	family: FamilyId,
	input: z.output<typeof GroupInput>
): Promise<string> =>
	once(ctx, receipt(actor, 'plan:group', input.key), async (tx) => {
		const { loaded, plan } = await editing(ctx, tx, actor, family, canWritePlan.ability);
		const may = authorize(canWritePlan, actor, ruleFacts(loaded));
		const goal = itemsOf(plan).find(
			(item): item is Extract<PlanItem, { kind: 'goal' }> =>
				item.kind === 'goal' && item.id === input.goal
		);
		if (!goal) throw new Denied(canWritePlan.ability, NOTHING);
		await changePlan(ctx, tx, may, {
			plan,
			familyId: family,
			cause: 'edit',
			changes: changed(movedGoal(goal, input.group))
		});
		return input.goal;
	});

/**
 * Two people in the same part: the later one is told, and nobody's words are lost.
 * @throws {Refused} at the field `seen`
 */
export async function refuseStale(tx: Tx, plan: PlanRow, edit: EditInput): Promise<void> {
	const { seen } = edit.input;
	const id = subjectOf(edit, plan.id);
	if (seen === undefined || id === null) return;
	const since = await changesOfItem(tx, plan.id, { kind: edit.kind, id, after: seen });
	if (since.at(-1)?.after === null) throw new Refused({ seen: 'fout.intussenWeg' });
	if (saysSomethingElse(since)) throw new Refused({ seen: 'fout.intussenAnders' });
}

/** A form that says what is there already changes nothing and makes no version. */
const changed = (change: ItemChange): ItemChange[] =>
	JSON.stringify(change.before) === JSON.stringify(change.after) ? [] : [change];
