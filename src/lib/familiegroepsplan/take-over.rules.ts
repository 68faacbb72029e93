import type { Id, PersonId } from '#lib/kernel/id.ts';
import type { Day } from '#lib/kernel/calendar.ts';
import type { GoalId } from '#lib/plan/model.ts';
import type { ItemChange, ItemContents, PlanItem } from '#lib/plan/version.model.ts';
import type { PieceId, PieceKind } from './model.ts';

export type ReleasedPiece = {
	readonly id: PieceId;
	readonly kind: PieceKind;
	readonly goalId: PieceId | null;
	readonly words: string;
	readonly authorId: PersonId;
	readonly ownerId: PersonId | null;
	readonly due: Day | null;
	readonly children: readonly PersonId[];
};

/**
 * What the family released, as new parts of the plan: situations, goals and steps, in the family's
 * own words, unchanged. A step whose goal is not among them becomes a goal of its own, because the
 * regisseur adds no words. How the family will see that it works, and remarks, stay where they are.
 * @param newId an id that nobody has
 */
export function takenOver(
	pieces: readonly ReleasedPiece[],
	items: readonly PlanItem[],
	newId: () => string
): ItemChange[] {
	const next = {
		situation: last(items, 'situation'),
		goal: last(items, 'goal'),
		step: last(items, 'step')
	};
	const goals = new Map<PieceId, GoalId>();
	const addGoal = (piece: ReleasedPiece): ItemChange => {
		const id = newId() as Id<'Goal'>;
		goals.set(piece.id, id);
		return {
			kind: 'goal',
			id,
			before: null,
			after: {
				position: (next.goal += 1),
				group: 'nu',
				ownWords: piece.words,
				professionalWords: null,
				resultWords: null,
				children: piece.children
			}
		};
	};
	const addStep = (piece: ReleasedPiece, goalId: GoalId): ItemChange => ({
		kind: 'step',
		id: newId(),
		before: null,
		after: {
			position: (next.step += 1),
			goalId,
			title: piece.words,
			ownerId: piece.ownerId ?? piece.authorId,
			due: piece.due,
			state: 'niet_begonnen',
			stateBy: null,
			stateOn: null
		}
	});

	const changes: ItemChange[] = [];
	for (const piece of pieces.filter(({ kind }) => kind === 'situatie')) {
		changes.push({
			kind: 'situation',
			id: newId(),
			before: null,
			after: {
				position: (next.situation += 1),
				ownWords: piece.words,
				professionalWords: null,
				children: piece.children
			}
		});
	}
	for (const piece of pieces.filter(({ kind }) => kind === 'doel')) changes.push(addGoal(piece));
	for (const piece of pieces.filter(({ kind }) => kind === 'stap' || kind === 'hulp')) {
		if (!goals.has(piece.goalId ?? piece.id)) changes.push(addGoal(piece));
		const goal = goals.get(piece.goalId ?? piece.id) ?? goals.get(piece.id);
		if (goal) changes.push(addStep(piece, goal));
	}
	return changes;
}

/** The last place that is taken; -1 when there is none. */
const last = (items: readonly PlanItem[], kind: 'situation' | 'goal' | 'step'): number =>
	Math.max(
		-1,
		...items.flatMap((item) =>
			item.kind === kind ? [(item.content as ItemContents[typeof kind]).position] : []
		)
	);
