import { describe, expect, test } from 'vitest';
import { JIM_STATES } from './model.ts';
import { JIM_ACTS, nextState, PARTIES, stateAt, type JimAct, type Party } from './state.rules.ts';

/**
 * The whole table, in another shape than the rules: for each state a line with an act, who does it, and
 * where it leads. Everything that has no line must be refused.
 */
const TABLE = `
niemand      ask        jongere  gevraagd
gevraagd     accept     link     actief
gevraagd     talkFirst  link     praat_eerst
gevraagd     refuse     link     nee
gevraagd     block      klok     op
gevraagd     lapse      klok     verlopen
gevraagd     withdraw   jongere  ingetrokken
praat_eerst  accept     link     actief
praat_eerst  talkFirst  link     praat_eerst
praat_eerst  refuse     link     nee
praat_eerst  block      klok     op
praat_eerst  lapse      klok     verlopen
praat_eerst  withdraw   jongere  ingetrokken
actief       end        jongere  gestopt
actief       end        jim      gestopt
`;

const expected = new Map(
	TABLE.trim()
		.split('\n')
		.map((line) => line.split(/\s+/))
		.map(([state, act, party, to]) => [`${state} ${act} ${party}`, to])
);

const STATES = ['niemand', ...JIM_STATES] as const;

describe('states × acts × sides', () => {
	const all = STATES.flatMap((state) =>
		JIM_ACTS.flatMap((act) =>
			PARTIES.map((party): [typeof state, JimAct, Party] => [state, act, party])
		)
	);

	test('every line of the table is asked', () => {
		expect(all).toHaveLength(STATES.length * JIM_ACTS.length * PARTIES.length);
		const asked = new Set(all.map((line) => line.join(' ')));
		expect([...expected.keys()].filter((line) => !asked.has(line))).toEqual([]);
	});

	test.each(all)('%s: %s by %s', (state, act, party) => {
		expect(nextState(state, act, party)).toBe(expected.get(`${state} ${act} ${party}`) ?? null);
	});

	test('every state can be reached, and from an end nothing goes on', () => {
		const reached = new Set([...expected.values()]);
		expect(JIM_STATES.filter((state) => !reached.has(state))).toEqual([]);
		for (const end of ['nee', 'op', 'verlopen', 'ingetrokken', 'gestopt'] as const)
			for (const act of JIM_ACTS)
				for (const party of PARTIES) expect(nextState(end, act, party)).toBeNull();
	});
});

test.each([
	['gevraagd', '2026-12-06T11:59:59.999Z', 'gevraagd'],
	['gevraagd', '2026-12-06T12:00:00Z', 'verlopen'],
	['praat_eerst', '2026-12-06T12:00:00Z', 'verlopen'],
	['actief', '2027-12-06T12:00:00Z', 'actief'],
	['nee', '2027-12-06T12:00:00Z', 'nee'],
	['gestopt', '2027-12-06T12:00:00Z', 'gestopt']
] as const)('%s at %s is %s', (state, at, then) => {
	expect(stateAt({ state, expiresAt: new Date('2026-12-06T12:00:00Z') }, new Date(at))).toBe(then);
});
