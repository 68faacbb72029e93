import { m } from '#lib/paraglide/messages.js';
import type { Difference } from '#lib/plan/history.model.ts';
import type { Proposable, ProposalState, ProposalView } from '#lib/plan/proposal.model.ts';
import { shortened, whatHappened, when } from './version-words.ts';

export const STATE_WORDS: Readonly<Record<ProposalState, () => string>> = {
	open: m['proposal.open'],
	accepted: m['proposal.accepted'],
	declined: m['proposal.declined'],
	withdrawn: m['proposal.withdrawn']
};

/** "Van mama, dinsdag 3 december, 14.30 uur". */
export function madeBy({ author, at }: ProposalView, today: string | undefined): string {
	const said = { when: when(at, today) };
	if (!author) return m['proposal.byOther'](said);
	return author.self
		? m['proposal.bySelf'](said)
		: m['proposal.by']({ ...said, name: author.name });
}

/** Whose yes it is: names, or what this person is to the family when the reader may not know the name. */
export function whoseYes({ of, people }: ProposalView['sides'][number], staff: boolean): string {
	const [last, ...others] = people.map((one) => one.name).reverse();
	if (last === undefined) {
		return of === 'regisseur' ? m['proposal.noRegisseur']() : m['proposal.someone']();
	}
	const names = others.length
		? m['proposal.oneOf']({ names: others.reverse().join(', '), last })
		: last;
	if (of !== 'regisseur') return names;
	return `${staff ? m['proposal.ownRegisseur']() : m['proposal.regisseur']()} (${names})`;
}

/** What somebody answered. */
export function answerWords({ person, accepts }: ProposalView['answers'][number]): string {
	if (person?.self) return accepts ? m['proposal.selfYes']() : m['proposal.selfNo']();
	const name = person?.name ?? m['proposal.someone']();
	return accepts ? m['proposal.answerYes']({ name }) : m['proposal.answerNo']({ name });
}

/** What a proposal is about. Of a change that nobody agreed to yet, no line says that it happened. */
export const titleOf = (one: Difference): string =>
	one.change === 'new' && one.kind !== 'ending'
		? `${whatHappened(one)} ${shortened(one.name)}`
		: partWords(one);

/** A part of the plan by the words it is known by. */
export function partWords({ kind, name: whole }: Pick<Proposable, 'kind' | 'name'>): string {
	const name = shortened(whole);
	switch (kind) {
		case 'goal':
			return m['proposal.goalPart']({ name });
		case 'step':
			return m['proposal.stepPart']({ name });
		case 'situation':
			return m['proposal.situationPart']({ name });
		case 'exit':
			return m['proposal.exitPart']({ name });
		case 'ending':
			return m['ending.title']();
	}
}

/** Where its form stands, under the address of the plan. */
export function addressOf({ kind, id, goalId }: Proposable): string {
	switch (kind) {
		case 'goal':
			return `doel/${id}/wijzig`;
		case 'step':
			return `doel/${goalId}/stap/${id}`;
		case 'situation':
			return `situatie/${id}`;
		case 'exit':
			return `voorwaarde/${id}`;
		case 'ending':
			return 'einde/wijzig';
	}
}
