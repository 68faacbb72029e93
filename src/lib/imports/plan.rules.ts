import type { PersonId } from '#lib/kernel/id.ts';
import { checkChild, checkPerson, type Cast } from './cast.ts';
import { twice } from './ids.rules.ts';
import type { MessageFamily } from './message.ts';
import { checkPeriod } from './periods.ts';
import type { Found, Way } from './problems.ts';

export function* checkKaders({ kaders }: MessageFamily, cast: Cast, list: Way): Found {
	for (const [index, kader] of kaders.entries()) {
		yield* checkChild(kader.child, cast, [...list, index, 'child']);
		yield* checkPeriod(kader, [...list, index]);
	}
}

export function* checkPlan({ plan }: MessageFamily, cast: Cast, way: Way): Found {
	for (const [index, part] of plan.situation.entries())
		yield* checkAbout(part.children, cast, [...way, 'situation', index, 'children']);
	for (const [index, goal] of plan.goals.entries()) {
		yield* checkAbout(goal.children, cast, [...way, 'goals', index, 'children']);
		for (const [s, { owner }] of goal.steps.entries())
			yield* checkPerson(owner, cast, [...way, 'goals', index, 'steps', s, 'owner']);
	}
}

function* checkAbout(children: readonly PersonId[], cast: Cast, list: Way): Found {
	yield* twice(children.map((id, index) => ({ id, way: [...list, index] })));
	for (const [index, child] of children.entries()) yield* checkChild(child, cast, [...list, index]);
}
