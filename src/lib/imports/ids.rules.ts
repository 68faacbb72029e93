import type { CaseMessage, MessageFamily } from './message.ts';
import { problem, type Found, type Way } from './problems.ts';

/** Each id stands once among things of its kind, in the whole message; people once in each family. */
export function* checkIds(message: CaseMessage): Found {
	const { families } = message;
	const inEach = <Item extends { readonly id: string }>(
		list: (family: MessageFamily) => readonly Item[],
		name: string
	) =>
		families.flatMap((family, place) =>
			list(family).map(({ id }, index) => ({ id, way: ['families', place, name, index, 'id'] }))
		);
	yield* twice(message.organisations.map(({ id }, i) => ({ id, way: ['organisations', i, 'id'] })));
	yield* twice(message.professionals.map(({ id }, i) => ({ id, way: ['professionals', i, 'id'] })));
	yield* twice(families.map(({ id }, place) => ({ id, way: ['families', place, 'id'] })));
	for (const [place, family] of families.entries())
		yield* twice(
			family.people.map(({ id }, i) => ({ id, way: ['families', place, 'people', i, 'id'] }))
		);
	yield* twice(inEach((family) => family.households, 'households'));
	yield* twice(inEach((family) => family.gezag, 'gezag'));
	yield* twice(inEach((family) => family.kaders, 'kaders'));
	yield* twice(inEach((family) => family.regisseurs, 'regisseurs'));
	yield* twice(inEach((family) => family.restrictions, 'restrictions'));
	yield* twice(inEach((family) => family.incapacities, 'incapacities'));
	yield* twice(inEach((family) => family.trajectories, 'trajectories'));
	yield* checkPlanIds(families);
}

function* checkPlanIds(families: readonly MessageFamily[]): Found {
	const plans = families.map(({ plan }, place) => ({ plan, way: ['families', place, 'plan'] }));
	const goals = plans.flatMap(({ plan, way }) =>
		plan.goals.map((goal, index) => ({ goal, way: [...way, 'goals', index] }))
	);
	yield* twice(plans.map(({ plan, way }) => ({ id: plan.id, way: [...way, 'id'] })));
	yield* twice(
		plans.flatMap(({ plan, way }) =>
			plan.situation.map(({ id }, index) => ({ id, way: [...way, 'situation', index, 'id'] }))
		)
	);
	yield* twice(goals.map(({ goal, way }) => ({ id: goal.id, way: [...way, 'id'] })));
	yield* twice(
		goals.flatMap(({ goal, way }) =>
			goal.steps.map(({ id }, index) => ({ id, way: [...way, 'steps', index, 'id'] }))
		)
	);
}

export function* twice(named: readonly { readonly id: string; readonly way: Way }[]): Found {
	const seen = new Set<string>();
	for (const { id, way } of named) {
		if (seen.has(id)) yield problem(way, 'duplicateId', { name: id });
		seen.add(id);
	}
}
