import { recordRead } from '#lib/audit/server/commands.ts';
import type { FamilyId } from '#lib/family/model.ts';
import type { Actor } from '#lib/kernel/actor.ts';
import { dayInNetherlands } from '#lib/kernel/calendar.ts';
import { authorize, Denied } from '#lib/kernel/policy.ts';
import type { GoalGroup, GoalId, SituationId } from '#lib/plan/model.ts';
import { canReadPlan } from '#lib/plan/policy.ts';
import { loadPlan, ruleFacts, type LoadedPlan } from '#lib/plan/server/load.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import type { GoalVoicesView, PartVoicesView, VoicePage } from '../model.ts';
import { askedBy, openItem, statementView, voicesOn, type Asked } from './voice-view.ts';
import { voiceRows } from './voices.store.ts';

/** Goals of which the portal says that somebody's view is not known yet. */
const WAITING_GROUPS: readonly GoalGroup[] = ['nu', 'later'];

type ThePlan = NonNullable<LoadedPlan['plan']>;

/**
 * What people say about the plan as a whole, and what else this person can have a view on.
 * @throws {Denied} as the plan itself
 */
export const getVoicePage = (ctx: Ctx, actor: Actor, familyId: FamilyId): Promise<VoicePage> =>
	asking(ctx, actor, familyId, (asked, plan) => {
		const shown = new Set([
			...plan.situations.filter(asked.viewer.sees).map((one) => `situation:${one.id}`),
			...plan.goals.filter(asked.viewer.sees).map((one) => `goal:${one.id}`)
		]);
		const voices = voicesOn(asked, { kind: 'plan', id: plan.id });
		if (voices) shown.add(`plan:${plan.id}`);
		for (const step of plan.steps) {
			if (voicesOn(asked, { kind: 'step', id: step.id })) shown.add(`step:${step.id}`);
		}
		return {
			familyId,
			plan: voices,
			goals: plan.goals.flatMap((goal) => {
				const item = openItem(asked, { kind: 'goal', id: goal.id }, goal.ownWords);
				if (item) {
					// What is reached or stopped asks for nothing any more.
					const waitsForYou = item.waitsForYou && WAITING_GROUPS.includes(goal.group);
					return [{ ...item, id: goal.id, waitsForYou }];
				}
				const step = plan.steps.find(
					(one) => one.goalId === goal.id && shown.has(`step:${one.id}`)
				);
				return step ? [{ id: goal.id, words: step.title, waitsForYou: false, statements: 0 }] : [];
			}),
			parts: plan.situations.flatMap((part) => {
				const item = openItem(asked, { kind: 'situation', id: part.id }, part.ownWords);
				return item ? [{ ...item, id: part.id }] : [];
			}),
			ownElsewhere: asked.rows.statements
				.filter((row) => row.personId === asked.viewer.actor.id)
				.filter((row) => !shown.has(`${row.subjectKind}:${row.subjectId}`))
				.flatMap((row) => statementView(asked, row) ?? [])
		};
	});

/**
 * What people say about one goal and its steps; see `ui/GoalVoices.svelte` for the page around it.
 *
 * A page that shows this needs the load, four actions and the component:
 * ```ts
 * export const load = privatePage(({ ctx, actor, event }) =>
 * 	getGoalVoices(ctx, actor, familyOf(event), goalOf(event)));
 * export const actions = {
 * 	agree: privateAction(AgreementInput, async ({ ctx, actor, event, input }) => {
 * 		await recordAgreement(ctx, actor, familyOf(event), input);
 * 		goTo(event, event.locals.path);
 * 	}),
 * 	state: …StatementInput, makeStatement…, withdraw: …WithdrawInput, withdrawStatement…,
 * 	answer: …AnswerInput, answerStatement…
 * } satisfies Actions;
 * ```
 * ```svelte
 * <GoalVoices view={data.page.view} {form} today={page.data.today} />
 * ```
 * @throws {Denied} `hide` for a goal of which this person sees nothing, and for an absent one
 */
export const getGoalVoices = (
	ctx: Ctx,
	actor: Actor,
	familyId: FamilyId,
	goalId: GoalId
): Promise<GoalVoicesView> =>
	asking(ctx, actor, familyId, (asked, plan) => {
		const goal = plan.goals.find((one) => one.id === goalId);
		const voices = goal ? voicesOn(asked, { kind: 'goal', id: goal.id }) : null;
		const steps = plan.steps
			.filter((one) => one.goalId === goalId)
			.flatMap((step) => {
				const on = voicesOn(asked, { kind: 'step', id: step.id });
				return on ? [{ title: step.title, voices: on }] : [];
			});
		if (!goal || (!voices && steps.length === 0)) return null;
		return {
			familyId,
			goalId,
			ownWords: voices ? goal.ownWords : null,
			about: asked.viewer.about(goal.children),
			goal: voices,
			steps
		};
	});

/**
 * What people say about one part of the situation.
 * @throws {Denied} `hide` for a part that this person does not see, and for an absent one
 */
export const getPartVoices = (
	ctx: Ctx,
	actor: Actor,
	familyId: FamilyId,
	partId: SituationId
): Promise<PartVoicesView> =>
	asking(ctx, actor, familyId, (asked, plan) => {
		const part = plan.situations.find((one) => one.id === partId);
		const voices = part ? voicesOn(asked, { kind: 'situation', id: part.id }) : null;
		if (!part || !voices) return null;
		const about = asked.viewer.about(part.children);
		return { familyId, ownWords: part.ownWords, about, voices };
	});

/** The plan and all voices are read once; a professional's look is logged. */
async function asking<View>(
	ctx: Ctx,
	actor: Actor,
	familyId: FamilyId,
	view: (asked: Asked, plan: ThePlan) => View | null
): Promise<View> {
	const loaded = await loadPlan(ctx.db.read, familyId, dayInNetherlands(ctx.now()));
	const permit = authorize(canReadPlan, actor, loaded && ruleFacts(loaded));
	const made =
		loaded?.plan && actor.kind === 'person'
			? view(askedBy(actor, loaded, await voiceRows(ctx.db.read, familyId)), loaded.plan)
			: null;
	if (!made) throw new Denied(canReadPlan.ability, { outcome: 'hide', reason: 'onbekend' });
	await recordRead(ctx, permit, { thing: 'voices', familyId });
	return made;
}
