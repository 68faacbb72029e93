import { dayInNetherlands } from '#lib/kernel/calendar.ts';
import { may } from '#lib/kernel/policy.ts';
import type { ProposalView } from '../proposal.model.ts';
import { canAnswerProposal, canWithdrawProposal, type ProposalFacts } from '../proposal.policy.ts';
import { entering, hasAccepted } from '../proposal.rules.ts';
import { differenceOf } from '../history.rules.ts';
import type { Difference } from '../history.model.ts';
import type { ItemChange, PlanItem } from '../version.model.ts';
import { itemsOf } from './items.ts';
import { measuredChildren, type LoadedPlan } from './load.ts';
import { changeOf } from './proposal.facts.ts';
import type { ProposalRow } from './proposal.store.ts';
import { goalsIn, seenItem, type Sight } from './sight.ts';
import type { PlanRow } from './store.ts';
import { markWords } from './word-difference.ts';

/** One proposal as one person may read it. */
export function proposalView(
	sight: Sight,
	loaded: LoadedPlan,
	plan: PlanRow,
	row: ProposalRow,
	facts: ProposalFacts
): ProposalView {
	const items = itemsOf(plan);
	const proposed = changeOf(row);
	const open = row.state === 'open';
	const today = open
		? entering(proposed, {
				...{ items, family: loaded.family.facts },
				measured: measuredChildren(loaded)
			})
		: null;
	const goals = goalsIn(items);
	const read = (content: ItemChange['after']) =>
		content && seenItem(sight, { kind: row.kind, id: row.itemId, content } as PlanItem, goals);
	const said = (change: ItemChange): Difference | null => {
		const found = differenceOf(read(change.before), read(change.after));
		return found && markWords(found);
	};
	const now = items.find((one) => one.kind === row.kind && one.id === row.itemId)?.content ?? null;
	const nowSeen = read(now);
	const author = sight.named(row.authorId);
	// Who sees only the step that names them reads that step, and nobody's words around it.
	const whole = facts.children.some((child) => sight.openChildren.has(child));
	const ownWords = author !== null && (author.self || (whole && read(row.after) !== null));
	const mayAnswer = may(canAnswerProposal, sight.actor, facts);
	return {
		...{ id: row.id, at: row.at, state: row.state, author },
		words: ownWords ? row.words : null,
		difference: said(today ?? proposed),
		stale: open && !today ? { now: nowSeen && differenceOf(null, nowSeen) } : null,
		sides: facts.sides.map((side) => ({
			of: side.of,
			people: side.people.flatMap((one) => sight.named(one) ?? []),
			accepted: hasAccepted(side, row.authorId, row.answers)
		})),
		answers: row.answers.map(({ personId, accepts, words, at }) => {
			const person = sight.named(personId);
			const readable = person !== null && (person.self || whole);
			return { person, accepts, words: readable ? words : null, on: dayInNetherlands(at) };
		}),
		may: {
			answer: mayAnswer && !row.answers.some((one) => one.personId === sight.actor.id),
			withdraw: may(canWithdrawProposal, sight.actor, facts)
		}
	};
}
