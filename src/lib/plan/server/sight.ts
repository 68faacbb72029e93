import type { PersonView } from '#lib/family/model.ts';
import { may } from '#lib/kernel/policy.ts';
import type { Field, FieldValue, SeenItem } from '../history.model.ts';
import { canReadStep } from '../policy.ts';
import type { ItemContents, PlanItem } from '../version.model.ts';
import type { LoadedPlan } from './load.ts';
import { viewerOf, type Person, type Viewer } from './viewer.ts';
import { words } from './word-difference.ts';

/** Goals as they were at one moment: a step is seen by the children of its goal at that moment. */
export type GoalsThen = ReadonlyMap<string, ItemContents['goal']>;

/** How one person reads items of any moment, by the rules of today. */
export type Sight = Viewer & {
	/** Words about the whole family, of any moment: for who sees every child that ever was in it. */
	readonly seesEver: boolean;
	readonly seesStep: (id: string, step: ItemContents['step'], goals: GoalsThen) => boolean;
};

export function sightOf(actor: Person, loaded: LoadedPlan): Sight {
	const { family, consent } = loaded;
	const viewer = viewerOf(actor, loaded);
	const ever = family.facts.participants.filter((one) => one.relation === 'kind');
	return {
		...viewer,
		seesEver:
			viewer.seesAll &&
			ever.every((one) => viewer.sees({ id: one.personId, children: [one.personId] })),
		seesStep: (id, { ownerId, goalId }, goals) =>
			may(canReadStep, actor, {
				...{ id, ownerId, children: goals.get(goalId)?.children ?? [] },
				...{ family: family.facts, consent }
			})
	};
}

export const goalsIn = (items: readonly PlanItem[]): GoalsThen =>
	new Map(items.flatMap((item) => (item.kind === 'goal' ? [[item.id, item.content]] : [])));

/** An item as this person may read it at that moment; null for one that is not theirs to see. */
export function seenItem(sight: Sight, item: PlanItem, goals: GoalsThen): SeenItem | null {
	const { kind, id } = item;
	switch (item.kind) {
		case 'ending': {
			const { reviewOn, ...own } = item.content;
			const seen = { kind, id, name: '', fields: fieldsOf({}) };
			if (sight.openChildren.size === 0) return null;
			const on = reviewOn && ({ is: 'day', day: reviewOn } as const);
			if (!sight.seesEver) return { ...seen, fields: fieldsOf({ reviewOn: on }) };
			return { ...seen, fields: fieldsOf({ reviewOn: on, ...texts(own) }) };
		}
		case 'situation': {
			const { children, position: _, ...own } = item.content;
			if (!sight.sees({ id, children })) return null;
			const fields = fieldsOf({ ...texts(own), about: people(sight.about(children)) });
			return { kind, id, name: own.ownWords, fields };
		}
		case 'goal': {
			const { children, position: _, group, ...own } = item.content;
			if (!sight.sees({ id, children })) return null;
			const fields = fieldsOf({
				...texts(own),
				group: { is: 'group', group },
				about: people(sight.about(children))
			});
			return { kind, id, name: own.ownWords, fields };
		}
		case 'step':
			return sight.seesStep(id, item.content, goals) ? seenStep(sight, item, goals) : null;
		case 'exit': {
			const { childId, state, position: _, ...own } = item.content;
			if (!sight.sees({ id, children: [childId] })) return null;
			const fields = fieldsOf({
				...texts(own),
				about: people(sight.about([childId])),
				state: { is: 'exit', state }
			});
			return { kind, id, name: own.words, fields };
		}
	}
}

function seenStep(
	sight: Sight,
	{ kind, id, content }: Extract<PlanItem, { kind: 'step' }>,
	goals: GoalsThen
): SeenItem {
	const { title, ownerId, goalId, due, state } = content;
	const goal = goals.get(goalId);
	const seen = goal && sight.sees({ id: goalId, children: goal.children });
	const fields = fieldsOf({
		...texts({ title }),
		owner: { is: 'person', person: sight.named(ownerId) },
		due: due && { is: 'day', day: due },
		state: { is: 'step', state },
		goal: seen ? { is: 'goal', id: goalId, words: goal.ownWords } : null
	});
	return { kind, id, name: title, fields };
}

type Said = Readonly<Partial<Record<Field, FieldValue | null>>>;

const fieldsOf = (said: Said): ReadonlyMap<Field, FieldValue> =>
	new Map(
		Object.entries(said).flatMap(([field, value]): [Field, FieldValue][] =>
			value ? [[field as Field, value]] : []
		)
	);

const people = (list: readonly PersonView[]): FieldValue => ({ is: 'people', people: list });

const texts = (said: Readonly<Partial<Record<Field, string | null>>>): Said =>
	Object.fromEntries(
		Object.entries(said).map(([field, text]) => [
			field,
			text ? words([{ text, changed: false }]) : null
		])
	);

/** Everything of a plan that this person reads at that moment. */
export function seenItems(sight: Sight, items: readonly PlanItem[]): SeenItem[] {
	const goals = goalsIn(items);
	return items.flatMap((item) => seenItem(sight, item, goals) ?? []);
}
