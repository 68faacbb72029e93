import type { FamilyId } from '#lib/family/model.ts';
import { listMyFamilies } from '#lib/family/server/queries.ts';
import type { Actor } from '#lib/kernel/actor.ts';
import { dayInNetherlands } from '#lib/kernel/calendar.ts';
import { may } from '#lib/kernel/policy.ts';
import { canReadPlan } from '#lib/plan/policy.ts';
import { loadPlan, ruleFacts } from '#lib/plan/server/load.ts';
import { openPlan } from '#lib/plan/server/queries.ts';
import type { Person } from '#lib/plan/server/viewer.ts';
import { answerMust } from '#lib/rights/server/must.queries.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import type { TermsView } from '#lib/terms/model.ts';
import { canReadTerms } from '#lib/terms/policy.ts';
import { getTermsPage } from '#lib/terms/server/queries.ts';
import type { Rechtspositie, RunningTerm } from '../model.ts';
import { answersOf, whoOf } from '../rules.ts';

type FamilyPart = Rechtspositie['families'][number];

/**
 * The rights that hold now for this person, from the kaders and terms of the family's plan.
 * @returns null when there is nothing of a family to say: the general page is for everyone
 */
export async function findRechtspositie(
	ctx: Ctx,
	actor: Actor,
	locale: string
): Promise<Rechtspositie | null> {
	if (actor.kind !== 'person') return null;
	const families: FamilyPart[] = [];
	for (const id of await listMyFamilies(ctx, actor)) {
		const part = await partOf(ctx, actor, id, locale);
		if (part) families.push(part);
	}
	if (families.length === 0) return null;
	const youth = families.some((one) => one.children.some(({ person }) => person.self));
	return { youth, families };
}

async function partOf(
	ctx: Ctx,
	actor: Person,
	id: FamilyId,
	locale: string
): Promise<FamilyPart | null> {
	const loaded = await loadPlan(ctx.db.read, id, dayInNetherlands(ctx.now()));
	const facts = loaded?.family.facts;
	const who = facts && whoOf(facts, actor.id);
	if (!facts || !who || !loaded.plan || !may(canReadPlan, actor, ruleFacts(loaded))) return null;
	const { children } = await openPlan(ctx, actor, loaded);
	if (children.length === 0) return null;
	const terms = may(canReadTerms, actor, ruleFacts(loaded))
		? await getTermsPage(ctx, actor, id)
		: null;
	return {
		id,
		children: children.map(({ person, kaders }) => {
			const running = runningOf(terms, person.id);
			const answers = answersOf(facts, who, {
				person: actor.id,
				child: person.id,
				kaders: kaders.map((one) => one.kind),
				directive: running.some((one) => one.term === 'aanwijzing' && !one.passed),
				region: loaded.family.regionId
			});
			const must = answers.heard.length > 0 ? answerMust(actor, answers, locale) : null;
			return { person, must, running };
		})
	};
}

const runningOf = (terms: TermsView | null, child: string): RunningTerm[] =>
	(terms?.children ?? [])
		.filter(({ person }) => person.id === child)
		.flatMap((one) => one.terms)
		.flatMap(({ term, starts }) =>
			starts
				.filter(({ state }) => state !== 'met')
				.map(({ due, state }) => ({ term, due, passed: state === 'passed' }))
		)
		.toSorted((a, b) => a.due.localeCompare(b.due));
