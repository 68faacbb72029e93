import { recordRead } from '#lib/audit/server/commands.ts';
import { feedbackDoor } from '#lib/feedback/server/door.queries.ts';
import { listOwnPlansAmong } from '#lib/familiegroepsplan/server/queries.ts';
import { canEnterFamily, canReadRegisseur } from '#lib/family/policy.ts';
import { childrenOf } from '#lib/family/rules.ts';
import { givenNameOf, listMyFamilies, regisseurCard } from '#lib/family/server/queries.ts';
import { getBesideLinks } from '#lib/jim/server/beside.queries.ts';
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
import { laterDoors, ownDoor, type OwnDoor } from '#lib/toekomstplan/server/queries.ts';
import type { FirstView, HomeView } from '../model.ts';

type Person = Extract<Actor, { kind: 'person' }>;

/** The families this person belongs to today, each with its plan. Never reaches a page. */
export async function loadMyPlans(ctx: Ctx, actor: Actor): Promise<LoadedPlan[]> {
	const plans = [];
	for (const id of await listMyFamilies(ctx, actor)) {
		const loaded = await loadPlan(ctx.db.read, id, dayInNetherlands(ctx.now()));
		if (loaded) plans.push(loaded);
	}
	return plans;
}

/**
 * Everything on the first page after signing in. A family is read once, for all that is shown of it.
 * @param asked whether there is a plan of one's own for later, for who asked it already
 */
export async function getHomePage(
	ctx: Ctx,
	actor: Actor,
	asked: () => Promise<OwnDoor | null> = () => ownDoor(ctx, actor)
): Promise<FirstView> {
	const plans = await loadMyPlans(ctx, actor);
	const families = plans.map(({ family }) => family);
	const home = await homeView(ctx, actor, plans);
	const beside = await getBesideLinks(ctx, actor, families);
	return {
		...home,
		beside,
		ownPlans: await listOwnPlansAmong(ctx, actor, plans),
		later: await laterDoors(ctx, actor, asked),
		feedback: await feedbackDoor(ctx, actor, {
			families: families.map(({ facts }) => facts),
			jim: beside.beside.length > 0
		})
	};
}

/**
 * Regisseur, what waits, next date. Never refuses who takes part.
 * @param plans of this person's families, read already
 */
async function homeView(ctx: Ctx, actor: Actor, plans: readonly LoadedPlan[]): Promise<HomeView> {
	if (actor.kind !== 'person')
		throw new Denied('family.enter', { outcome: 'hide', reason: 'onbekend' });
	const [loaded] = plans;
	const name = await givenNameOf(ctx, actor.id);
	if (!loaded) return { ...nothingYet, name };
	const first = loaded.family.facts.id;
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
		families: plans.length > 1 ? familiesOf(actor, plans) : []
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

const familiesOf = (actor: Person, plans: readonly LoadedPlan[]): HomeView['families'] =>
	plans.map((loaded) => ({
		id: loaded.family.facts.id,
		children: planViewFor(actor, loaded)?.children.map((child) => child.person.name) ?? []
	}));
