import type { JimState } from './model.ts';

/** What can happen to a relation between a youth and a JIM. */
export const JIM_ACTS = [
	'ask',
	'accept',
	'talkFirst',
	'refuse',
	'block',
	'lapse',
	'withdraw',
	'end'
] as const;
export type JimAct = (typeof JIM_ACTS)[number];

/**
 * On whose side somebody stands. `link`: who holds the link, and for a yes the code that was told in
 * person; `klok`: time, and the fifth wrong code.
 */
export const PARTIES = ['jongere', 'jim', 'link', 'klok'] as const;
export type Party = (typeof PARTIES)[number];

type Moves = Readonly<
	Partial<Record<JimAct, { readonly by: readonly Party[]; readonly to: JimState }>>
>;

const ANSWERS: Moves = {
	accept: { by: ['link'], to: 'actief' },
	talkFirst: { by: ['link'], to: 'praat_eerst' },
	refuse: { by: ['link'], to: 'nee' },
	block: { by: ['klok'], to: 'op' },
	lapse: { by: ['klok'], to: 'verlopen' },
	withdraw: { by: ['jongere'], to: 'ingetrokken' }
};

/** Every move there is. What does not stand here cannot happen: a JIM is never swapped or brought back. */
const MOVES: Readonly<Record<JimState | 'niemand', Moves>> = {
	niemand: { ask: { by: ['jongere'], to: 'gevraagd' } },
	gevraagd: ANSWERS,
	praat_eerst: ANSWERS,
	actief: { end: { by: ['jongere', 'jim'], to: 'gestopt' } },
	nee: {},
	op: {},
	verlopen: {},
	ingetrokken: {},
	gestopt: {}
};

/** Where an act leads; null when it cannot happen, or is not for this side. */
export function nextState(state: JimState | 'niemand', act: JimAct, party: Party): JimState | null {
	const move = MOVES[state][act];
	return move?.by.includes(party) ? move.to : null;
}

/** The question is still open: somebody may say yes, or the youth may take it back. */
export const isOpen = (state: JimState): boolean => state === 'gevraagd' || state === 'praat_eerst';

/** The state that holds at this moment: time ends an open question without anybody writing it down. */
export const stateAt = (row: { state: JimState; expiresAt: Date }, now: Date): JimState =>
	isOpen(row.state) && now >= row.expiresAt
		? (nextState(row.state, 'lapse', 'klok') ?? row.state)
		: row.state;
