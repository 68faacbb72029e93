import { recordAudit } from '#lib/audit/server/commands.ts';
import type { ConsentFacts } from '#lib/consent/model.ts';
import { loadConsent } from '#lib/consent/server/queries.ts';
import type { FamilyId, PersonView } from '#lib/family/model.ts';
import { canReadRegisseur } from '#lib/family/policy.ts';
import { childrenOf } from '#lib/family/rules.ts';
import {
	givenNameOf,
	listMyFamilies,
	loadFamily,
	personView,
	regisseurCard,
	type LoadedFamily
} from '#lib/family/server/queries.ts';
import type { Actor } from '#lib/kernel/actor.ts';
import { dayInNetherlands, isCurrent } from '#lib/kernel/calendar.ts';
import type { PersonId } from '#lib/kernel/id.ts';
import { authorize, Denied, may, type Permit } from '#lib/kernel/policy.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import type { Reader } from '#lib/server/db/index.ts';
import {
	GOAL_GROUPS,
	type GoalGroup,
	type GoalView,
	type HomeView,
	type PlanView
} from '../model.ts';
import {
	canReadChildPart,
	canReadItem,
	canReadKader,
	canReadPlan,
	canReadStep,
	type PlanRuleFacts
} from '../policy.ts';
import { bySoonest, isLate, isOpen, strictest } from '../rules.ts';
import { kaderRows, planItems, planRow } from './store.ts';

type Person = Extract<Actor, { kind: 'person' }>;

/** A family with everything its plan holds, before any rule was asked. Never leaves this file. */
type Loaded = {
	readonly family: LoadedFamily;
	readonly consent: ConsentFacts;
	readonly kaders: Awaited<ReturnType<typeof kaderRows>>;
	readonly plan: Awaited<ReturnType<typeof planRow>>;
	readonly items: Awaited<ReturnType<typeof planItems>>;
};

/**
 * The one plan of a family, as far as this person may see it.
 * @throws {Denied} `hide` for a stranger and for an absent plan alike; `deny` with a reason for a parent
 * without gezag and for a child under 12
 */
export async function getPlanPage(ctx: Ctx, actor: Actor, id: FamilyId): Promise<PlanView> {
	const loaded = await loadPlan(ctx, id);
	const permit = authorize(canReadPlan, actor, loaded && ruleFacts(loaded));
	if (actor.kind !== 'person' || !loaded?.plan) throw new Denied('plan.read', absent);
	await recordProfessionalRead(ctx, permit, id);
	return planView(actor, loaded, loaded.plan);
}

/** The first page after signing in: regisseur, what waits, next date. Never refuses who takes part. */
export async function getHomePage(ctx: Ctx, actor: Actor): Promise<HomeView> {
	if (actor.kind !== 'person') throw new Denied('family.enter', absent);
	const ids = await listMyFamilies(ctx, actor);
	const [first] = ids;
	const loaded = first ? await loadPlan(ctx, first) : null;
	const name = await givenNameOf(ctx, actor.id);
	if (!first || !loaded) return { ...nothingYet, name };
	const view = visiblePlan(actor, loaded);
	const knowsRegisseur = may(canReadRegisseur, actor, loaded.family.facts);
	return {
		name,
		familyId: first,
		card: knowsRegisseur ? regisseurCard(loaded.family) : null,
		kader: view
			? strictest(view.children.flatMap((child) => child.kaders.map((one) => one.kind)))
			: null,
		waiting: view ? waitingFor(view) : [],
		next: view ? nextDate(view, loaded.family.facts.today) : null,
		closed: view ? null : closedBecause(actor, loaded),
		families: ids.length > 1 ? await familiesOf(ctx, actor, ids) : []
	};
}

/** The first page of somebody who takes part in no family today. */
const nothingYet: Omit<HomeView, 'name'> = {
	familyId: null,
	card: null,
	kader: null,
	waiting: [],
	next: null,
	closed: 'geen_plan',
	families: []
};

const absent = { outcome: 'hide', reason: 'onbekend' } as const;

async function loadPlan(ctx: Ctx, id: FamilyId): Promise<Loaded | null> {
	const { read } = ctx.db;
	const family = await loadFamily(read, id, dayInNetherlands(ctx.now()));
	if (!family) return null;
	const plan = await planRow(read, id);
	return {
		family,
		plan,
		consent: await loadConsent(read, id),
		kaders: await kaderRows(read, id),
		items: plan ? await planItems(read, plan.id) : { situations: [], goals: [], steps: [] }
	};
}

const ruleFacts = ({ family, consent, kaders, items, plan }: Loaded): PlanRuleFacts => ({
	id: plan?.id ?? family.facts.id,
	family: family.facts,
	consent,
	kaders,
	stepOwners: items.steps.map((one) => one.ownerId)
});

const visiblePlan = (actor: Person, loaded: Loaded): PlanView | null =>
	loaded.plan && may(canReadPlan, actor, ruleFacts(loaded))
		? planView(actor, loaded, loaded.plan)
		: null;

/** Every read of a family's plan by a professional leaves one row in the access log. */
async function recordProfessionalRead(ctx: Ctx, permit: Permit, familyId: FamilyId): Promise<void> {
	if (permit.relation !== 'regisseur' && permit.relation !== 'professional') return;
	await ctx.db.write((tx) =>
		recordAudit(ctx, tx, permit, { action: 'read', thing: 'plan', familyId })
	);
}

function planView(actor: Person, loaded: Loaded, plan: NonNullable<Loaded['plan']>): PlanView {
	const { family, consent, kaders, items } = loaded;
	const { today } = family.facts;
	const facts = { family: family.facts, consent };
	const rows = new Map(family.people.map((row) => [row.personId, row]));
	const openChildren = new Set(
		childrenOf(family.facts).filter((id) => may(canReadChildPart, actor, { ...facts, id }))
	);
	const named = (id: PersonId): PersonView | null => {
		const row = rows.get(id);
		if (!row) return null;
		const hiddenChild = row.relation === 'kind' && id !== actor.id && !openChildren.has(id);
		return hiddenChild ? null : personView(row, actor.id);
	};
	const about = (children: readonly PersonId[]) =>
		children.filter((id) => openChildren.has(id)).flatMap((id) => named(id) ?? []);
	const whole = (item: { id: string; children: readonly PersonId[] }) =>
		may(canReadItem, actor, { ...item, ...facts });

	const goals = Object.fromEntries(
		GOAL_GROUPS.map((group): [GoalGroup, GoalView[]] => [group, []])
	) as Record<GoalGroup, GoalView[]>;
	for (const goal of items.goals) {
		const steps = items.steps.filter(
			(one) =>
				one.goalId === goal.id &&
				may(canReadStep, actor, {
					...facts,
					id: one.id,
					ownerId: one.ownerId,
					children: goal.children
				})
		);
		const seenWhole = whole(goal);
		if (!seenWhole && steps.length === 0) continue;
		goals[goal.group].push({
			id: goal.id,
			group: goal.group,
			ownWords: seenWhole ? goal.ownWords : null,
			professionalWords: seenWhole ? goal.professionalWords : null,
			resultWords: seenWhole ? goal.resultWords : null,
			about: about(goal.children),
			steps: steps.map((one) => ({
				id: one.id,
				title: one.title,
				owner: named(one.ownerId),
				due: one.due,
				late: isLate(one, today),
				state: one.state
			}))
		});
	}

	const children = childrenOf(family.facts).flatMap((id) => {
		const labels = kaders.filter(
			(kader) =>
				kader.childId === id &&
				isCurrent(kader, today) &&
				may(canReadKader, actor, { ...facts, id: kader.id, kader })
		);
		const row = rows.get(id);
		if (!row || (labels.length === 0 && !openChildren.has(id))) return [];
		return [{ person: personView(row, actor.id), kaders: labels }];
	});

	return {
		id: plan.id,
		familyId: family.facts.id,
		reach: children.length > 0 ? 'whole' : 'own-steps',
		children,
		situation: items.situations.filter(whole).map((one) => ({
			id: one.id,
			ownWords: one.ownWords,
			professionalWords: one.professionalWords,
			about: about(one.children)
		})),
		goals,
		review:
			children.length > 0
				? { on: plan.reviewOn, words: plan.reviewWords }
				: { on: null, words: null }
	};
}

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

function closedBecause(actor: Person, loaded: Loaded): HomeView['closed'] {
	const decision = canReadPlan(actor, ruleFacts(loaded));
	if (decision.outcome !== 'deny') return 'geen_plan';
	return decision.reason === 'geen_gezag' ? 'geen_gezag' : 'jonger_dan_12';
}

async function familiesOf(ctx: Ctx, actor: Person, ids: FamilyId[]): Promise<HomeView['families']> {
	const families: HomeView['families'][number][] = [];
	for (const id of ids) {
		const loaded = await loadPlan(ctx, id);
		const view = loaded && visiblePlan(actor, loaded);
		families.push({ id, children: view?.children.map((child) => child.person.name) ?? [] });
	}
	return families;
}
