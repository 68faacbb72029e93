import { recordRead } from '#lib/audit/server/commands.ts';
import type { FamilyId } from '#lib/family/model.ts';
import { canEnterFamily, canReadRegisseur } from '#lib/family/policy.ts';
import { childrenOf } from '#lib/family/rules.ts';
import { givenNameOf, listMyFamilies, regisseurCard } from '#lib/family/server/queries.ts';
import type { Actor } from '#lib/kernel/actor.ts';
import { dayInNetherlands } from '#lib/kernel/calendar.ts';
import { authorize, Denied, may } from '#lib/kernel/policy.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import type { PlanView } from '#lib/plan/model.ts';
import { canReadPlan } from '#lib/plan/policy.ts';
import { bySoonest, isOpen, strictest } from '#lib/plan/rules.ts';
import { loadPlan, ruleFacts, type LoadedPlan } from '#lib/plan/server/load.ts';
import { someProposalWaits } from '#lib/plan/server/proposal.queries.ts';
import { planViewFor } from '#lib/plan/server/plan-view.ts';
import { nextMeetingFor } from '#lib/talk/server/meetings.queries.ts';
import { answeredFor } from '#lib/talk/server/questions.queries.ts';
import type { HomeView } from '../model.ts';

type Person = Extract<Actor, { kind: 'person' }>;

/** The first page after signing in: regisseur, what waits, next date. Never refuses who takes part. */
export async function getHomePage(ctx: Ctx, actor: Actor): Promise<HomeView> {
	if (actor.kind !== 'person')
		throw new Denied('family.enter', { outcome: 'hide', reason: 'onbekend' });
	const ids = await listMyFamilies(ctx, actor);
	const [first] = ids;
	const today = dayInNetherlands(ctx.now());
	const loaded = first ? await loadPlan(ctx.db.read, first, today) : null;
	const name = await givenNameOf(ctx, actor.id);
	if (!first || !loaded) return { ...nothingYet, name };
	const permit = authorize(canEnterFamily, actor, loaded.family.facts);
	await recordRead(ctx, permit, { thing: 'family', familyId: first });
	const view = planViewFor(actor, loaded);
	if (view) await recordAlongside(ctx, actor, loaded);
	const knowsRegisseur = may(canReadRegisseur, actor, loaded.family.facts);
	return {
		name,
		familyId: first,
		youth: childrenOf(loaded.family.facts).includes(actor.id),
		knowsRegisseur,
		card: knowsRegisseur ? regisseurCard(loaded.family) : null,
		kader: view
			? strictest(view.children.flatMap((child) => child.kaders.map((one) => one.kind)))
			: null,
		waiting: view ? waitingFor(view) : [],
		next: soonest(
			view ? nextDate(view, loaded.family.facts.today) : null,
			await nextMeetingFor(ctx, actor, loaded)
		),
		answered: await answeredFor(ctx, actor, loaded),
		proposal: await someProposalWaits(ctx.db.read, actor, loaded),
		closed: view ? null : closedBecause(actor, loaded),
		families: ids.length > 1 ? await familiesOf(ctx, actor, ids) : []
	};
}

/** Somebody of the own network who reads along with a parent: this page holds parts of the plan. */
async function recordAlongside(ctx: Ctx, actor: Person, loaded: LoadedPlan): Promise<void> {
	const permit = authorize(canReadPlan, actor, ruleFacts(loaded));
	if (permit.relation !== 'steun') return;
	await recordRead(ctx, permit, { thing: 'plan', familyId: loaded.family.facts.id });
}

/** The first page of somebody who takes part in no family today. */
const nothingYet: Omit<HomeView, 'name'> = {
	familyId: null,
	youth: false,
	card: null,
	knowsRegisseur: false,
	kader: null,
	waiting: [],
	next: null,
	answered: [],
	proposal: false,
	closed: 'geen_plan',
	families: []
};

function waitingFor(view: PlanView): HomeView['waiting'] {
	return [...view.goals.nu, ...view.goals.later]
		.flatMap((goal) => goal.steps)
		.filter((step) => step.owner?.self && isOpen(step.state))
		.toSorted(bySoonest)
		.map(({ title, due, late }) => ({ title, due, late }));
}

function nextDate(view: PlanView, today: string): HomeView['next'] {
	const dates = view.goals.nu
		.flatMap((goal) => goal.steps)
		.flatMap(({ due, title, state }) =>
			due && due >= today && isOpen(state) ? [{ on: due, title }] : []
		);
	const review =
		view.review.on && view.review.on >= today ? [{ on: view.review.on, title: null }] : [];
	return [...dates, ...review].toSorted((a, b) => a.on.localeCompare(b.on)).at(0) ?? null;
}

/** A meeting goes before a date of the plan on the same day: it has a time. */
const soonest = (
	date: HomeView['next'],
	meeting: Awaited<ReturnType<typeof nextMeetingFor>>
): HomeView['next'] => {
	if (!meeting || (date && date.on < meeting.on)) return date;
	return { on: meeting.on, title: null, meeting };
};

function closedBecause(actor: Person, loaded: LoadedPlan): HomeView['closed'] {
	const decision = canReadPlan(actor, ruleFacts(loaded));
	if (decision.outcome !== 'deny') return 'geen_plan';
	return decision.reason === 'geen_gezag' ? 'geen_gezag' : 'jonger_dan_12';
}

async function familiesOf(ctx: Ctx, actor: Person, ids: FamilyId[]): Promise<HomeView['families']> {
	const families: HomeView['families'][number][] = [];
	for (const id of ids) {
		const loaded = await loadPlan(ctx.db.read, id, dayInNetherlands(ctx.now()));
		const view = loaded && planViewFor(actor, loaded);
		families.push({ id, children: view?.children.map((child) => child.person.name) ?? [] });
	}
	return families;
}
