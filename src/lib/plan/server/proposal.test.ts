import { beforeEach, describe, expect, test } from 'vitest';
import type { FamilyId } from '#lib/family/model.ts';
import { visitor, type Actor } from '#lib/kernel/actor.ts';
import { day, dayInNetherlands } from '#lib/kernel/calendar.ts';
import { Denied } from '#lib/kernel/policy.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { Refused } from '#lib/server/refused.ts';
import {
	auditEntry,
	formReceipt,
	goal,
	plan,
	planVersion,
	proposal,
	proposalAnswer,
	step
} from '#lib/server/db/schema/index.ts';
import { aContext } from '../../../../tests/support/database.ts';
import { aPerson, personId } from '../../../../tests/support/facts.ts';
import { aFamilyInDatabase } from '../../../../tests/support/family.ts';
import { EndingInput, ExitInput, GoalInput, StepInput, type EditInput } from '../edit.model.ts';
import type { ProposalId } from '../proposal.model.ts';
import { savePart } from './edit.commands.ts';
import { getGoalForm } from './form.queries.ts';
import { loadPlan } from './load.ts';
import { answerProposal, proposePart, withdrawProposal } from './proposal.commands.ts';
import { getProposals, someProposalWaits } from './proposal.queries.ts';
import { restorePlan } from './restore.commands.ts';
import { proposalsWaiting } from './waiting.ts';

const FAMILY = 'gezin' as FamilyId;
const ANNA = aPerson(personId('Anna'), 'second-factor');
const BRAM = aPerson(personId('Bram'), 'second-factor');
const MOTHER = aPerson(personId('moeder'));
const FATHER = aPerson(personId('vader'));
const OMA = aPerson(personId('oma'));
const NOOR = aPerson(personId('Noor'));
const key = () => crypto.randomUUID();

let ctx: Ctx;
let ofNoor: string;
let ofSam: string;

beforeEach(async () => {
	({ ctx } = await aContext());
	await aFamilyInDatabase(ctx, {
		id: FAMILY,
		people: [
			{ id: 'Noor', relation: 'kind', born: day('2013-03-01') },
			{ id: 'Sam', relation: 'kind', born: day('2019-03-01') },
			{ id: 'moeder', relation: 'ouder', gezagOver: { Noor: 'eenhoofdig', Sam: 'eenhoofdig' } },
			{ id: 'vader', relation: 'ouder', gezagOver: { Noor: 'gezamenlijk' } },
			{ id: 'andere-vader', relation: 'ouder' },
			{ id: 'oma', relation: 'netwerk' },
			{ id: 'ex-oom', relation: 'netwerk', until: day('2026-01-01') }
		],
		regisseurs: [{ id: 'Anna', standIn: 'Bram', standInFrom: day('2026-01-01') }],
		goals: [
			{ words: 'doel van Noor', children: ['Noor'] },
			{ words: 'doel van Sam', children: ['Sam'] }
		]
	});
	const rows = await ctx.db.read.select().from(goal);
	ofNoor = rows.find((one) => one.children[0] === 'Noor')?.id ?? '';
	ofSam = rows.find((one) => one.children[0] === 'Sam')?.id ?? '';
});

const aStep = (given: Record<string, string> = {}): EditInput => ({
	kind: 'step',
	input: StepInput.parse({ key: key(), goal: ofNoor, title: 'Oma bakt', owner: 'oma', ...given })
});
const aGoal = (given: Record<string, string> = {}): EditInput => ({
	kind: 'goal',
	input: GoalInput.parse({
		...{ key: key(), goal: ofNoor, ownWords: 'anders', group: 'nu', children: 'Noor', ...given }
	})
});
const propose = async (actor: Actor, edit: EditInput, why: string | null = 'omdat') =>
	(await proposePart(ctx, actor, FAMILY, edit, why)) as ProposalId;
const answer = (actor: Actor, id: ProposalId, says: 'ja' | 'nee', words: string | null = null) =>
	answerProposal(ctx, actor, FAMILY, { key: key(), proposal: id, says, words });
const seen = async (actor: Actor) => (await getProposals(ctx, actor, FAMILY)).proposals;
const waits = async (actor: Actor) => {
	const loaded = await loadPlan(ctx.db.read, FAMILY, dayInNetherlands(ctx.now()));
	if (!loaded || actor.kind !== 'person') throw new Error('nothing');
	return someProposalWaits(ctx.db.read, actor, loaded);
};
const versions = () => ctx.db.read.select().from(planVersion);
const everything = async () =>
	JSON.stringify(
		await Promise.all(
			[plan, goal, step, planVersion, proposal, proposalAnswer, auditEntry, formReceipt].map(
				(table) => ctx.db.read.select().from(table)
			)
		)
	);
/** What was thrown, after looking that nothing was written. */
const refusal = async (work: () => Promise<unknown>) => {
	const before = await everything();
	const thrown = await work().catch((e: unknown) => e);
	expect(await everything()).toBe(before);
	return thrown;
};
const expectHidden = async (work: () => Promise<unknown>) => {
	const thrown = await refusal(work);
	expect(thrown).toBeInstanceOf(Denied);
	expect((thrown as Denied).decision.outcome).toBe('hide');
};
const expectRefused = async (work: () => Promise<unknown>, errors: object) => {
	const thrown = await refusal(work);
	expect(thrown).toBeInstanceOf(Refused);
	expect((thrown as Refused).errors).toEqual(errors);
};

describe('a step of grandmother, proposed by mother', () => {
	test('enters when the regisseur and grandmother said yes: one version', async () => {
		const id = await propose(MOTHER, aStep());
		expect(await versions()).toEqual([]);
		expect([await waits(OMA), await waits(ANNA), await waits(MOTHER)]).toEqual([true, true, false]);
		await answer(OMA, id, 'ja', 'graag');
		expect(await waits(OMA)).toBe(false);
		expect(await ctx.db.read.select().from(step)).toEqual([]);
		await answer(ANNA, id, 'ja');
		expect(await versions()).toMatchObject([{ number: 1, cause: 'proposal', authorId: 'Anna' }]);
		expect(await ctx.db.read.select().from(step)).toMatchObject([
			{ title: 'Oma bakt', ownerId: 'oma', state: 'niet_begonnen', stateBy: null }
		]);
		expect(await ctx.db.read.select().from(proposal)).toMatchObject([
			{ state: 'accepted', authorId: 'moeder', words: 'omdat' }
		]);
	});

	test('the stand-in counts as the regisseur', async () => {
		const id = await propose(MOTHER, aStep());
		await answer(BRAM, id, 'ja');
		await answer(OMA, id, 'ja');
		expect(await versions()).toHaveLength(1);
	});

	test('grandmother, who sees nothing else, reads the step and no words around it', async () => {
		await propose(MOTHER, aStep());
		const [one] = await seen(OMA);
		expect(one).toMatchObject({ words: null, may: { answer: true, withdraw: false } });
		const fields = one?.difference?.fields.map(({ field }) => field);
		expect(fields).toEqual(['title', 'owner', 'state']);
		expect(JSON.stringify(await getProposals(ctx, OMA, FAMILY))).not.toContain('Noor');
		expect((await seen(MOTHER))[0]).toMatchObject({ words: 'omdat', may: { withdraw: true } });
		expect((await getProposals(ctx, OMA, FAMILY)).mayPropose).toBeNull();
	});

	test('one no ends it, in own words', async () => {
		const id = await propose(MOTHER, aStep());
		await answer(ANNA, id, 'ja');
		await answer(OMA, id, 'nee', 'dat lukt mij niet');
		expect(await versions()).toEqual([]);
		expect((await seen(MOTHER))[0]).toMatchObject({
			state: 'declined',
			answers: [{ accepts: true }, { accepts: false, words: 'dat lukt mij niet' }]
		});
		await expectHidden(() => answer(OMA, id, 'ja'));
	});

	test('the regisseur says why with a no', async () => {
		const id = await propose(MOTHER, aStep());
		await expectRefused(() => answer(ANNA, id, 'nee'), { words: 'fout.reden' });
		await answer(ANNA, id, 'nee', 'nog te vroeg');
		expect((await seen(MOTHER))[0]?.state).toBe('declined');
	});

	test('only mother takes it back', async () => {
		const id = await propose(MOTHER, aStep());
		const withdraw = (actor: Actor) =>
			withdrawProposal(ctx, actor, FAMILY, { key: key(), proposal: id });
		for (const actor of [FATHER, OMA, ANNA, NOOR, visitor]) {
			await expectHidden(() => withdraw(actor));
		}
		await withdraw(MOTHER);
		expect((await seen(MOTHER))[0]?.state).toBe('withdrawn');
		await expectHidden(() => answer(OMA, id, 'ja'));
	});

	test('nobody else says yes or no, and she not to her own', async () => {
		const id = await propose(MOTHER, aStep());
		const others = ['ex-oom', 'niemand', 'andere-vader', 'Anna'].map((one) =>
			aPerson(personId(one))
		);
		for (const actor of [MOTHER, FATHER, NOOR, visitor, ...others]) {
			await expectHidden(() => answer(actor, id, 'ja'));
		}
		await expectHidden(() => answer(ANNA, 'elders' as ProposalId, 'ja'));
	});

	test('the same form twice is one proposal, and one answer', async () => {
		const edit = aStep();
		const id = await propose(MOTHER, edit);
		expect(await propose(MOTHER, edit)).toBe(id);
		const input = { key: key(), proposal: id, says: 'ja', words: null } as const;
		await answerProposal(ctx, OMA, FAMILY, input);
		await answerProposal(ctx, OMA, FAMILY, input);
		expect(await ctx.db.read.select().from(proposal)).toHaveLength(1);
		expect(await ctx.db.read.select().from(proposalAnswer)).toHaveLength(1);
	});
});

describe('who may propose what', () => {
	test('a father never proposes or reads about the child of another', async () => {
		await propose(MOTHER, aStep({ goal: ofSam, title: 'geheim van Sam' }));
		expect(await seen(FATHER)).toEqual([]);
		const { mayPropose } = await getProposals(ctx, FATHER, FAMILY);
		expect(JSON.stringify(mayPropose)).not.toContain('Sam');
		await expectHidden(() => propose(FATHER, aGoal({ goal: ofSam, children: 'Noor' })));
		// What he may not know of answers as what does not exist.
		const child = { children: 'fout.kinderen' };
		await expectRefused(() => propose(FATHER, aGoal({ children: 'Sam' })), child);
		await expectRefused(() => propose(FATHER, aGoal({ children: 'Noor,wie' })), child);
		const goalError = { goal: 'fout.doel' };
		await expectRefused(() => propose(FATHER, aStep({ goal: ofSam })), goalError);
		await expectRefused(() => propose(FATHER, aStep({ goal: 'elders' })), goalError);
		const owner = { owner: 'fout.eigenaar' };
		await expectRefused(() => propose(FATHER, aStep({ owner: 'Sam' })), owner);
		await expectRefused(() => propose(FATHER, aStep({ owner: 'wie' })), owner);
		const ending = EndingInput.parse({ key: key(), endWords: 'klaar' });
		await expectHidden(() => propose(FATHER, { kind: 'ending', input: ending }));
	});

	test.each<[string, Actor]>([
		['grandmother', OMA],
		['a parent without gezag', aPerson(personId('andere-vader'))],
		['a child under 12', aPerson(personId('Sam'))],
		['who left', aPerson(personId('ex-oom'))],
		['the regisseur without second factor', aPerson(personId('Anna'))],
		['a stranger', aPerson(personId('niemand'))],
		['a visitor', visitor]
	])('%s proposes nothing', async (_, actor) => {
		for (const edit of [aStep(), aGoal({ goal: ofSam }), aGoal()]) {
			await expectHidden(() => propose(actor, edit));
		}
	});

	test('what says the same, who cannot be asked, and a child without a measure are refused', async () => {
		const same = aGoal({ ownWords: 'doel van Noor' });
		await expectRefused(() => propose(MOTHER, same), { ownWords: 'fout.gelijk' });
		const unasked = aStep({ owner: 'andere-vader' });
		await expectRefused(() => propose(MOTHER, unasked), { owner: 'fout.nietVragen' });
		const input = ExitInput.parse({
			...{ key: key(), child: 'Noor', words: 'w', judge: 'j', state: 'nog_niet' }
		});
		await expectRefused(() => propose(MOTHER, { kind: 'exit', input }), {
			child: 'fout.maatregel'
		});
	});

	test('a family proposes no words of professionals, and none are lost', async () => {
		const id = await propose(MOTHER, aGoal({ professionalWords: 'verzonnen' }));
		await answer(NOOR, id, 'ja');
		await answer(ANNA, id, 'ja');
		const rows = await ctx.db.read.select().from(goal);
		expect(rows.find((one) => one.id === ofNoor)).toMatchObject({
			...{ ownWords: 'anders', professionalWords: 'vakwoorden bij doel van Noor' }
		});
	});
});

test('the regisseur proposes a step for a child of 13, who says no', async () => {
	const id = await propose(ANNA, aStep({ owner: 'Noor' }));
	await expectHidden(() => answer(ANNA, id, 'ja'));
	await expectHidden(() => answer(MOTHER, id, 'ja'));
	await answer(NOOR, id, 'nee', 'ik wil dat niet');
	expect(await versions()).toEqual([]);
	expect((await seen(ANNA))[0]).toMatchObject({
		state: 'declined',
		answers: [{ words: 'ik wil dat niet' }]
	});
});

test('a child under 12: a parent with gezag says yes', async () => {
	const id = await propose(ANNA, aStep({ goal: ofSam, owner: 'Sam' }));
	await expectHidden(() => answer(FATHER, id, 'ja'));
	await answer(MOTHER, id, 'ja');
	expect(await versions()).toMatchObject([{ cause: 'proposal', authorId: 'moeder' }]);
});

describe('the plan changed since', () => {
	test('elsewhere: both changes stay', async () => {
		const id = await propose(MOTHER, aGoal());
		await savePart(ctx, ANNA, FAMILY, aGoal({ ownWords: 'doel van Noor', group: 'later' }));
		await answer(NOOR, id, 'ja');
		await answer(ANNA, id, 'ja');
		const rows = await ctx.db.read.select().from(goal);
		expect(rows.find((one) => one.id === ofNoor)).toMatchObject({
			...{ ownWords: 'anders', group: 'later' }
		});
	});

	test('in the same words: no yes lets it enter, the page shows both, a no still ends it', async () => {
		const id = await propose(MOTHER, aGoal());
		await answer(NOOR, id, 'ja');
		await savePart(ctx, ANNA, FAMILY, aGoal({ ownWords: 'van Anna' }));
		await expectRefused(() => answer(ANNA, id, 'ja'), { proposal: 'fout.intussen' });
		const [one] = await seen(MOTHER);
		expect(JSON.stringify(one?.stale?.now)).toContain('van Anna');
		expect(JSON.stringify(one?.difference)).toContain('anders');
		await answer(ANNA, id, 'nee', 'het staat er al anders');
		expect((await seen(MOTHER))[0]).toMatchObject({ state: 'declined', stale: null });
	});

	test('a form of before the change is told so, and nobody else is', async () => {
		await savePart(ctx, ANNA, FAMILY, aGoal({ ownWords: 'van Anna' }));
		const late = aGoal({ seen: '0' });
		await expectRefused(() => propose(MOTHER, late), { seen: 'fout.intussenAnders' });
		await expectHidden(() => propose(OMA, late));
	});

	test('a part that was taken out: who could propose about it is told so, and sees the form', async () => {
		await savePart(ctx, ANNA, FAMILY, aGoal());
		const added = await savePart(ctx, ANNA, FAMILY, {
			kind: 'goal',
			input: GoalInput.parse({ key: key(), ownWords: 'nieuw', group: 'nu', children: 'Sam' })
		});
		const id = await propose(MOTHER, aStep({ goal: added }));
		await restorePlan(ctx, ANNA, FAMILY, { key: key(), version: 1, seen: 2 });
		const late = aGoal({ goal: added, children: 'Sam', seen: '2' });
		await expectRefused(() => propose(MOTHER, late), { seen: 'fout.intussenWeg' });
		await expectHidden(() => propose(FATHER, late));
		const form = (actor: Actor, again: boolean) =>
			getGoalForm({ ctx, actor, family: FAMILY, again }, added as never);
		expect(await form(MOTHER, true)).toMatchObject({ gone: true, now: null });
		expect(await form(ANNA, true)).toMatchObject({ gone: true });
		await expect(form(MOTHER, false)).rejects.toBeInstanceOf(Denied);
		await expect(form(FATHER, true)).rejects.toBeInstanceOf(Denied);
		// Its goal is gone: the regisseur still finds it, and ends it.
		expect((await seen(ANNA))[0]).toMatchObject({ id, stale: { now: null } });
		await answer(ANNA, id, 'nee', 'het doel is weg');
	});
});

test('what waits for the regisseur: not own proposals, and not after an answer', async () => {
	const waiting = () => proposalsWaiting(ctx.db.read, [FAMILY]);
	expect(await proposalsWaiting(ctx.db.read, [])).toEqual([]);
	const id = await propose(MOTHER, aStep());
	await propose(ANNA, aStep());
	const on = dayInNetherlands(ctx.now());
	expect(await waiting()).toEqual([{ familyId: FAMILY, kind: 'proposal', on }]);
	expect(await proposalsWaiting(ctx.db.read, ['ander-gezin' as FamilyId])).toEqual([]);
	await answer(ANNA, id, 'ja');
	expect(await waiting()).toEqual([]);
});
