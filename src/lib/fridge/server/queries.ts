import { recordRead } from '#lib/audit/server/commands.ts';
import type { FamilyId, PersonView } from '#lib/family/model.ts';
import { canReadRegisseur } from '#lib/family/policy.ts';
import { regisseurCard, type LoadedFamily } from '#lib/family/server/queries.ts';
import type { Actor } from '#lib/kernel/actor.ts';
import { dayInNetherlands } from '#lib/kernel/calendar.ts';
import { fitsPdf } from '#lib/kernel/letters.ts';
import { authorize, Denied, may } from '#lib/kernel/policy.ts';
import type { GoalView, PlanView } from '#lib/plan/model.ts';
import { canReadPlan } from '#lib/plan/policy.ts';
import { isOpen } from '#lib/plan/rules.ts';
import { loadPlan, ruleFacts } from '#lib/plan/server/load.ts';
import { planViewFor } from '#lib/plan/server/plan-view.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { wordsOf } from '#lib/server/words.ts';
import type { FridgeSheet, SheetGoal, SheetPerson } from '../model.ts';
import { withoutNames } from '../rules.ts';

/**
 * The sheet for the kitchen: goals and open steps of now, as far as this person may see them.
 * @param names false for a kitchen that others come in: people by what they are, no name in any text
 * @param language of the words that stand in the place of names
 * @throws {Denied} like the plan page
 */
export async function getFridgeSheet(
	ctx: Ctx,
	actor: Actor,
	id: FamilyId,
	{ names, language }: { names: boolean; language: string }
): Promise<FridgeSheet> {
	const loaded = await loadPlan(ctx.db.read, id, dayInNetherlands(ctx.now()));
	const permit = authorize(canReadPlan, actor, loaded && ruleFacts(loaded));
	const view = loaded && actor.kind === 'person' ? planViewFor(actor, loaded) : null;
	if (!loaded || !view) throw new Denied(canReadPlan.ability, { outcome: 'hide', reason: 'leeg' });
	await recordRead(ctx, permit, { thing: 'fridge', familyId: id });
	const { family } = loaded;
	const card = may(canReadRegisseur, actor, family.facts) ? regisseurCard(family) : null;
	const told = names ? asIs : withoutNamesOf(family, wordsOf('fridge', language)('someone'));
	const goals = goalsOf(view, names, told);
	return {
		familyId: id,
		names,
		printedOn: family.facts.today,
		goals,
		reviewOn: view.review.on,
		call: card && { word: card.word, name: names ? card.name : null, phone: card.phone },
		fitsPdf: fitsPdf(JSON.stringify([goals, names ? card?.name : null]))
	};
}

const asIs = (text: string) => text;

const withoutNamesOf = ({ people, assignments }: LoadedFamily, instead: string) => {
	const names = [
		...people.flatMap((one) => [one.givenName, one.familyName]),
		...assignments.flatMap((one) => [one.givenName, one.familyName]),
		...assignments.flatMap((one) => [one.standInGivenName ?? '', one.standInFamilyName ?? ''])
	];
	return (text: string) => withoutNames(text, names, instead);
};

function goalsOf(view: PlanView, names: boolean, told: (text: string) => string): SheetGoal[] {
	const open = view.goals.nu.map((goal) => ({
		...goal,
		steps: goal.steps.filter((step) => isOpen(step.state))
	}));
	const owners = open.flatMap(({ steps }) => steps.flatMap(({ owner }) => owner ?? []));
	return open
		.filter(({ ownWords, steps }) => ownWords !== null || steps.length > 0)
		.map((goal: GoalView) => ({
			words: goal.ownWords === null ? null : told(goal.ownWords),
			steps: goal.steps.map(({ title, owner, due, state }) => ({
				...{ title: told(title), due, state },
				who: sheetPerson(owner, owners, names)
			}))
		}));
}

function sheetPerson(
	owner: PersonView | null,
	all: readonly PersonView[],
	names: boolean
): SheetPerson {
	if (!owner) return { name: null, relation: null, nth: null, magnet: null };
	const alike = [...new Set(all.filter(sameRelation(owner)).map((one) => one.magnet))].toSorted(
		(a, b) => a - b
	);
	return {
		name: names ? owner.name : null,
		relation: owner.relation,
		nth: alike.length > 1 ? alike.indexOf(owner.magnet) + 1 : null,
		magnet: owner.magnet
	};
}

const sameRelation = (owner: PersonView) => (one: PersonView) => one.relation === owner.relation;
