import { participationOf } from '#lib/family/rules.ts';
import { regisseurCard } from '#lib/family/server/queries.ts';
import type { Actor } from '#lib/kernel/actor.ts';
import { dayInNetherlands } from '#lib/kernel/calendar.ts';
import type { PersonId } from '#lib/kernel/id.ts';
import { authorize, may, type Permit } from '#lib/kernel/policy.ts';
import { isOpen as isToDo } from '#lib/plan/rules.ts';
import { loadPlan, type LoadedPlan } from '#lib/plan/server/load.ts';
import type { Person } from '#lib/plan/server/viewer.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { meetingsAheadFor, whenOf } from '#lib/talk/server/meetings.queries.ts';
import type { JimPart, SharedGoal, SharedParts } from '../model.ts';
import { canReadJimPart } from '../policy.ts';
import { wordsFor, type LoadedJim } from './load.ts';
import { viewsOf } from './views.store.ts';

/** The JIM as the rules know them: the preview of the youth asks for exactly this person. */
export const asJim = ({ row }: LoadedJim): Person => ({
	kind: 'person',
	id: row.jimId ?? ('' as PersonId),
	assurance: 'link'
});

export const asYouth = ({ row }: LoadedJim): Person => ({
	kind: 'person',
	id: row.youthId,
	assurance: 'link'
});

const has = (actor: Actor, { facts }: LoadedJim, part: JimPart) =>
	may(canReadJimPart, actor, { ...facts, part });

/**
 * What this person sees of what the youth shares, with the proof for each part. Of the plan: only what
 * the youth may see, and goals that are about nobody else.
 */
export async function sharedPartsFor(
	ctx: Ctx,
	actor: Actor,
	loaded: LoadedJim
): Promise<{ parts: SharedParts; permits: Permit[] }> {
	const { row, facts, family } = loaded;
	const open = facts.parts.filter((part) => has(actor, loaded, part));
	const isShown = (part: JimPart) => open.includes(part);
	const ofPlan = open.some((part) => part !== 'woorden');
	const plan = ofPlan ? await loadPlan(ctx.db.read, row.familyId, family.facts.today) : null;
	return {
		parts: {
			words: isShown('woorden') ? wordsFor(ctx, row) : null,
			goals: isShown('doelen') && plan ? await goalsOf(ctx, loaded, plan) : null,
			steps: isShown('stappen') && plan ? stepsOf(row.youthId, plan) : null,
			meetings:
				isShown('afspraken') && plan
					? (await meetingsAheadFor(ctx, asYouth(loaded), plan)).map(whenOf)
					: null,
			regisseur: isShown('regisseur') ? regisseurCard(family) : null
		},
		permits: open.map((part) => authorize(canReadJimPart, actor, { ...facts, part }))
	};
}

/** Goals that are about this youth and nobody else, and are not stopped. */
export const ownGoals = ({ plan, family }: LoadedPlan, youth: PersonId) =>
	participationOf(family.facts, youth)
		? (plan?.goals ?? []).filter(
				({ group, children }) =>
					group !== 'gestopt' && children.length === 1 && children[0] === youth
			)
		: [];

async function goalsOf(ctx: Ctx, { row }: LoadedJim, plan: LoadedPlan): Promise<SharedGoal[]> {
	const views = await viewsOf(ctx.db.read, row.id);
	return ownGoals(plan, row.youthId).map((goal) => ({
		id: goal.id,
		words: goal.ownWords,
		group: goal.group,
		steps: (plan.plan?.steps ?? [])
			.filter(({ goalId }) => goalId === goal.id)
			.map(({ title, state }) => ({ title, state })),
		views: views
			.filter(({ goalId }) => goalId === goal.id)
			.map(({ id, words, at, shownAt }) => ({
				...{ id, words, on: dayInNetherlands(at) },
				shown: shownAt !== null
			}))
	}));
}

const stepsOf = (youth: PersonId, { plan }: LoadedPlan): NonNullable<SharedParts['steps']> =>
	(plan?.steps ?? [])
		.filter(({ ownerId, state }) => ownerId === youth && isToDo(state))
		.map(({ title, due }) => ({ title, due }));
