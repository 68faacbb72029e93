import { describe, expect, test } from 'vitest';
import { checkChain } from '#lib/audit/server/queries.ts';
import { loadMyPlans } from '#lib/home/server/queries.ts';
import type { Actor } from '#lib/kernel/actor.ts';
import { dayInNetherlands } from '#lib/kernel/calendar.ts';
import { Denied } from '#lib/kernel/policy.ts';
import { getPlanPage } from '#lib/plan/server/queries.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { Refused } from '#lib/server/refused.ts';
import { auditEntry, ownPlanEvent, ownPlanPiece } from '#lib/server/db/schema/index.ts';
import { dump } from '../../../../tests/support/case-message.ts';
import {
	aBusyWorld,
	anOwnPlanWorld,
	answered,
	decline,
	exclude,
	FAMILY,
	OWN_PLAN_FAMILY,
	person,
	piece,
	release,
	releasedBy,
	staff,
	who,
	withKey,
	withWords
} from '../../../../tests/support/own-plan.ts';
import { AddPiece, ChangePiece, RemovePiece, WithWords, type PieceId } from '../model.ts';
import { endInvitation, inviteToGroup, releaseOwnPlan } from './group.commands.ts';
import {
	answerOwnPlan,
	beginOwnPlan,
	declineOwnPlan,
	excludeOwnPlan,
	offerOwnPlan
} from './offer.commands.ts';
import { loadOwnPlan } from './load.ts';
import { addPiece, changePiece, removePiece } from './pieces.commands.ts';
import {
	familiegroepsplanWaived,
	getOwnPlanPage,
	getReleasePage,
	opensOwnPlan,
	listOwnPlanMilestones,
	listOwnPlansAmong
} from './queries.ts';
import { takeOverOwnPlan } from './take-over.commands.ts';
import { listWaitingOwnPlans } from './waiting.ts';

const CANARY = 'kanarie-7f3a';

async function findsPage(ctx: Ctx, actor: Actor): Promise<boolean> {
	const own = await loadOwnPlan(ctx.db.read, FAMILY, dayInNetherlands(ctx.now()));
	return own !== null && opensOwnPlan(actor, own);
}

describe('what nobody else reads', () => {
	const outsiders = [
		['the regisseur', staff('Anna')],
		['the stand-in', staff('Bert')],
		['the regisseur without a second factor', who('Anna')],
		['another professional', staff('werker')],
		['a foster parent', who('pleeg')],
		['network that was not asked', who('tante')],
		['a father whose view is restricted', who('beperkt')],
		['a parent without gezag', who('zonder')],
		['a step-parent who was not asked', who('stief')],
		['a child under 12', who('Bo')],
		['a stranger', who('niemand')]
	] as const;

	test.each(outsiders)('%s finds no page and changes nothing', async (_, actor) => {
		const { ctx } = await aBusyWorld(CANARY);
		const [first] = await ctx.db.read.select().from(ownPlanPiece);
		const id = first?.id ?? ('' as PieceId);
		const before = await dump(ctx.db);
		const change = { key: crypto.randomUUID(), piece: id, words: 'Anders.' };
		const attempts = [
			() => getOwnPlanPage(ctx, actor, FAMILY),
			() => getReleasePage(ctx, actor, FAMILY),
			() => offerOwnPlan(ctx, actor, FAMILY, withWords('Alsnog.')),
			() => excludeOwnPlan(ctx, actor, FAMILY, exclude('belang', 'Niet goed.')),
			() => beginOwnPlan(ctx, actor, FAMILY, withKey()),
			() => declineOwnPlan(ctx, actor, FAMILY, decline()),
			() => inviteToGroup(ctx, actor, FAMILY, person('tante')),
			() => endInvitation(ctx, actor, FAMILY, person('oma')),
			() => addPiece(ctx, actor, FAMILY, piece('situatie', 'Ik ook.')),
			() => changePiece(ctx, actor, FAMILY, ChangePiece.parse(change)),
			() => removePiece(ctx, actor, FAMILY, RemovePiece.parse(change)),
			() => releaseOwnPlan(ctx, actor, FAMILY, release('iets')),
			() => answerOwnPlan(ctx, actor, FAMILY, withWords('Mooi.')),
			() => takeOverOwnPlan(ctx, actor, FAMILY, withKey())
		];
		for (const attempt of attempts) {
			const thrown: unknown = await attempt().then(
				() => 'nothing was refused',
				(problem: unknown) => problem
			);
			expect(thrown).toBeInstanceOf(Denied);
			expect((thrown as Denied).decision.outcome).toBe('hide');
			expect(String(thrown)).not.toContain(CANARY);
		}
		expect(await findsPage(ctx, actor)).toBe(false);
		expect(await listOwnPlansAmong(ctx, actor, await loadMyPlans(ctx, actor))).toEqual([]);
		expect(await dump(ctx.db)).toBe(before);
	});

	test('the plan, what waits and the access log say nothing of it', async () => {
		const { ctx } = await aBusyWorld(CANARY);
		const plan = await getPlanPage(ctx, staff('Anna'), FAMILY);
		const log = await ctx.db.read.select().from(auditEntry);
		const waiting = await listWaitingOwnPlans(ctx.db.read, [FAMILY]);
		expect(JSON.stringify([plan, log, waiting])).not.toContain(CANARY);
		expect(waiting).toEqual([]);
		expect((await checkChain(ctx.db.read)).whole).toBe(true);
	});

	test('a family that has no such right finds no page, and no regisseur can offer it', async () => {
		const { ctx } = await anOwnPlanWorld({
			...OWN_PLAN_FAMILY,
			kaders: [
				{ child: 'Kim', kind: 'jeugdreclassering' },
				{ child: 'Bo', kind: 'voogdij' }
			]
		});
		for (const actor of [who('moeder'), who('vader'), staff('Anna')]) {
			await expect(getOwnPlanPage(ctx, actor, FAMILY)).rejects.toMatchObject({
				decision: { outcome: 'hide' }
			});
			expect(await findsPage(ctx, actor)).toBe(false);
		}
		const offer = offerOwnPlan(ctx, staff('Anna'), FAMILY, withWords('Wilt u?'));
		await expect(offer).rejects.toBeInstanceOf(Denied);
	});

	test('of two children it is about the one for whom the law gives it', async () => {
		const { ctx } = await anOwnPlanWorld({
			...OWN_PLAN_FAMILY,
			kaders: [{ child: 'Kim', kind: 'jeugdreclassering' }]
		});
		const view = await getOwnPlanPage(ctx, who('moeder'), FAMILY);
		expect(view.about.map(({ name }) => name)).toEqual(['Bo']);
		await expect(getOwnPlanPage(ctx, who('vader'), FAMILY)).rejects.toBeInstanceOf(Denied);
	});
});

describe('offering and not wanting', () => {
	test('the regisseur offers, with words and a day, and the parents read it', async () => {
		const { ctx } = await anOwnPlanWorld();
		await offerOwnPlan(ctx, staff('Anna'), FAMILY, withWords('Wilt u dit?'));
		const view = await getOwnPlanPage(ctx, who('moeder'), FAMILY);
		expect(view).toMatchObject({
			state: 'aangeboden',
			events: [{ act: 'aanbieden', by: { name: 'Anna Achternaam' }, words: 'Wilt u dit?' }],
			may: { begin: true, decline: true, release: false }
		});
		expect(await listOwnPlanMilestones(ctx.db.read, [FAMILY])).toEqual([
			{ familyId: FAMILY, offeredOn: '2026-11-22', excludedOn: null, releasedOn: null }
		]);
		expect(await familiegroepsplanWaived(ctx.db.read, FAMILY)).toBeNull();
	});

	test('words about both children are for who may see both', async () => {
		const { ctx } = await anOwnPlanWorld();
		await offerOwnPlan(ctx, staff('Anna'), FAMILY, withWords('Voor Kim en Bo.'));
		const view = await getOwnPlanPage(ctx, who('vader'), FAMILY);
		expect(view.events).toMatchObject([{ act: 'aanbieden', words: null }]);
		expect(view.about.map(({ name }) => name)).toEqual(['Kim']);
	});

	test('a parent says no: from that day none comes, until a parent begins after all', async () => {
		const { ctx, moveTo } = await anOwnPlanWorld();
		await declineOwnPlan(ctx, who('vader'), FAMILY, decline());
		expect(await familiegroepsplanWaived(ctx.db.read, FAMILY)).toBe('2026-11-22');
		const view = await getOwnPlanPage(ctx, staff('Anna'), FAMILY);
		expect(view).toMatchObject({ state: 'niet_gewild', events: [{ by: { name: 'vader' } }] });
		moveTo('2026-11-25T12:00:00Z');
		await beginOwnPlan(ctx, who('moeder'), FAMILY, withKey());
		expect(await familiegroepsplanWaived(ctx.db.read, FAMILY)).toBeNull();
	});

	test('the regisseur says why it cannot be, the parents read it, and it can be offered later', async () => {
		const { ctx } = await anOwnPlanWorld();
		await excludeOwnPlan(
			ctx,
			staff('Bert'),
			FAMILY,
			exclude('bedreiging', 'Dit is er aan de hand.')
		);
		expect(await familiegroepsplanWaived(ctx.db.read, FAMILY)).toBe('2026-11-22');
		expect(await getOwnPlanPage(ctx, who('moeder'), FAMILY)).toMatchObject({
			events: [{ act: 'uitsluiten', exclusion: 'bedreiging', words: 'Dit is er aan de hand.' }],
			may: { begin: false }
		});
		const anyway = beginOwnPlan(ctx, who('moeder'), FAMILY, withKey());
		await expect(anyway).rejects.toMatchObject({ decision: { reason: 'eigen_plan_anders' } });
		await offerOwnPlan(ctx, staff('Anna'), FAMILY, withWords('Nu kan het wel.'));
		expect(await familiegroepsplanWaived(ctx.db.read, FAMILY)).toBeNull();
	});

	test('only a parent says that parents do not want it', async () => {
		const { ctx } = await anOwnPlanWorld();
		const attempt = declineOwnPlan(ctx, staff('Anna'), FAMILY, decline());
		await expect(attempt).rejects.toBeInstanceOf(Denied);
		expect(await ctx.db.read.select().from(ownPlanEvent)).toEqual([]);
	});
});

describe('writing', () => {
	test('everyone in the group writes and reads, with author, day and who does it', async () => {
		const { ctx } = await aBusyWorld(CANARY);
		const [goal] = (await ctx.db.read.select().from(ownPlanPiece)).filter(
			({ kind }) => kind === 'doel'
		);
		const step = piece('stap', 'Elke dag bellen', {
			goal: goal?.id ?? '',
			owner: 'oma',
			due: '2026-12-01'
		});
		await addPiece(ctx, who('Kim'), FAMILY, step);
		const view = await getOwnPlanPage(ctx, who('moeder'), FAMILY);
		expect(view.pieces.at(-1)).toMatchObject({
			words: 'Elke dag bellen',
			author: { name: 'Kim' },
			owner: { name: 'oma' },
			due: '2026-12-01',
			on: '2026-11-22',
			goalId: goal?.id,
			mayChange: false
		});
		expect(view.pieces.map((one) => one.mayChange)).toEqual([false, true, false]);
		// Grandmother may not know a child here who did not share: the words are there, without a name.
		const forOma = await getOwnPlanPage(ctx, who('oma'), FAMILY);
		expect(forOma.pieces.at(-1)).toMatchObject({ words: 'Elke dag bellen', author: null });
		expect(forOma.about).toEqual([]);
	});

	test('what is about one half-sibling is not read by the parent of the other', async () => {
		const { ctx } = await aBusyWorld(CANARY);
		await addPiece(ctx, who('moeder'), FAMILY, piece('situatie', 'Over Bo.', { about: 'Bo' }));
		const words = async (name: string) =>
			(await getOwnPlanPage(ctx, who(name), FAMILY)).pieces.map((one) => one.words);
		expect(await words('vader')).not.toContain('Over Bo.');
		expect(await words('Kim')).not.toContain('Over Bo.');
		expect(await words('oma')).toContain('Over Bo.');
		// Asked by the father, the neighbour reads what he reads.
		await inviteToGroup(ctx, who('vader'), FAMILY, person('buurvrouw'));
		expect(await words('buurvrouw')).toEqual(await words('vader'));
	});

	test('a double tap writes once', async () => {
		const { ctx } = await aBusyWorld(CANARY);
		const input = piece('situatie', 'Eén keer.');
		await Promise.all(Array.from({ length: 10 }, () => addPiece(ctx, who('oma'), FAMILY, input)));
		const rows = await ctx.db.read.select().from(ownPlanPiece);
		expect(rows.filter(({ words }) => words === 'Eén keer.')).toHaveLength(1);
	});

	test.each<[string, Record<string, string>, string]>([
		['without a goal', { owner: 'oma' }, 'goal'],
		['with a goal from elsewhere', { owner: 'oma', goal: 'nergens' }, 'goal'],
		['without somebody who does it', { goal: 'GOAL' }, 'owner'],
		['for somebody outside the group', { goal: 'GOAL', owner: 'tante' }, 'owner'],
		['for the regisseur', { goal: 'GOAL', owner: 'Anna' }, 'owner'],
		['about a child that the writer may not know of', { about: 'Bo' }, 'about']
	])('a step %s is not taken, and nothing changes', async (_, more, field) => {
		const { ctx } = await aBusyWorld(CANARY);
		const rows = await ctx.db.read.select().from(ownPlanPiece);
		const goal = rows.find(({ kind }) => kind === 'doel')?.id ?? '';
		const before = await dump(ctx.db);
		const filled = { ...more, ...(more.goal === 'GOAL' && { goal }) };
		const attempt = addPiece(ctx, who('vader'), FAMILY, piece('stap', 'Bellen', filled));
		const thrown: unknown = await attempt.catch((problem: unknown) => problem);
		expect(thrown).toBeInstanceOf(Refused);
		expect(Object.keys((thrown as Refused).errors)).toEqual([field]);
		expect(await dump(ctx.db)).toBe(before);
	});

	test.each([
		[{ words: '  ' }, 'fout.woordenLeeg'],
		[{ words: 'x'.repeat(2001) }, 'fout.woordenLang'],
		[{ due: '2026-02-30' }, 'fout.dag']
	])('%o is bad input', (more, key) => {
		const parsed = AddPiece.safeParse({
			...{ key: crypto.randomUUID(), kind: 'stap', words: 'Bellen' },
			...more
		});
		expect(parsed.error?.issues[0]?.message).toBe(key);
		expect(WithWords.safeParse({ key: crypto.randomUUID(), words: ' ' }).success).toBe(false);
	});

	test('the author changes a piece and takes it away; steps of a goal stay', async () => {
		const { ctx } = await aBusyWorld(CANARY);
		const rows = () => ctx.db.read.select().from(ownPlanPiece);
		const goal = (await rows()).find(({ kind }) => kind === 'doel')?.id ?? ('' as PieceId);
		await addPiece(ctx, who('oma'), FAMILY, piece('stap', 'Koken', { goal, owner: 'oma' }));
		const change = { piece: goal, words: 'Een ander doel.' };
		const changing = () => ChangePiece.parse({ key: crypto.randomUUID(), ...change });
		await changePiece(ctx, who('moeder'), FAMILY, changing());
		expect((await rows()).map((one) => one.words)).toContain('Een ander doel.');
		await expect(changePiece(ctx, who('oma'), FAMILY, changing())).rejects.toBeInstanceOf(Denied);
		await removePiece(ctx, who('moeder'), FAMILY, RemovePiece.parse(changing()));
		const left = await rows();
		expect(left.map((one) => [one.kind, one.goalId])).toEqual([
			['situatie', null],
			['stap', null]
		]);
	});

	test('who is no longer asked reads nothing any more, from the next request', async () => {
		const { ctx } = await aBusyWorld(CANARY);
		await endInvitation(ctx, who('moeder'), FAMILY, person('oma'));
		await expect(getOwnPlanPage(ctx, who('oma'), FAMILY)).rejects.toBeInstanceOf(Denied);
		await inviteToGroup(ctx, who('moeder'), FAMILY, person('oma'));
		await endInvitation(ctx, who('oma'), FAMILY, person('oma'));
		await expect(getOwnPlanPage(ctx, who('oma'), FAMILY)).rejects.toBeInstanceOf(Denied);
	});

	test('a step-parent who is asked along writes', async () => {
		const { ctx } = await aBusyWorld(CANARY);
		await inviteToGroup(ctx, who('moeder'), FAMILY, person('stief'));
		await addPiece(ctx, who('stief'), FAMILY, piece('situatie', 'Ik zie het ook.'));
		const view = await getOwnPlanPage(ctx, who('stief'), FAMILY);
		expect(view).toMatchObject({ holder: false, may: { release: false } });
	});
});

describe('the release', () => {
	test('the regisseur reads exactly what was shown, and the reading is logged', async () => {
		const world = await aBusyWorld(CANARY);
		const { ctx } = world;
		await addPiece(ctx, who('moeder'), FAMILY, piece('situatie', 'Over Bo.', { about: 'Bo' }));
		// The father does not read what is about Bo, so that he cannot give it away either.
		await releasedBy(world, 'vader');
		const view = await getOwnPlanPage(ctx, staff('Anna'), FAMILY);
		expect(view.pieces.map((one) => one.words)).toEqual([`${CANARY} oma`, `${CANARY} doel`]);
		expect(view.may).toMatchObject({ answer: true, takeOver: false });
		const log = (await ctx.db.read.select().from(auditEntry)).at(-1);
		expect(log).toMatchObject({ action: 'read', thing: 'own-plan', ability: 'own-plan.manage' });
		const forOma = await getOwnPlanPage(ctx, who('oma'), FAMILY);
		expect(forOma.events.at(-1)).toMatchObject({ act: 'vrijgeven', by: { name: 'vader' } });
		expect(await listWaitingOwnPlans(ctx.db.read, [FAMILY])).toEqual([
			{ familyId: FAMILY, kind: 'familiegroepsplan', on: '2026-11-22' }
		]);
		const [milestones] = await listOwnPlanMilestones(ctx.db.read, [FAMILY]);
		expect(milestones?.releasedOn).toBe('2026-11-22');
	});

	test('what changed after it was shown is not given away', async () => {
		const { ctx } = await aBusyWorld(CANARY);
		const { shown } = await getReleasePage(ctx, who('moeder'), FAMILY);
		await addPiece(ctx, who('oma'), FAMILY, piece('situatie', 'Nog iets.'));
		const before = await dump(ctx.db);
		const attempt = releaseOwnPlan(ctx, who('moeder'), FAMILY, release(shown));
		await expect(attempt).rejects.toMatchObject({ errors: { shown: 'ownPlan.changedMeanwhile' } });
		expect(await dump(ctx.db)).toBe(before);
	});

	test.each(['oma', 'Kim'])('%s cannot release', async (name) => {
		const world = await aBusyWorld(CANARY);
		await expect(releasedBy(world, name)).rejects.toBeInstanceOf(Denied);
	});

	test('an empty plan is not released', async () => {
		const { ctx } = await anOwnPlanWorld();
		await beginOwnPlan(ctx, who('moeder'), FAMILY, withKey());
		const { shown } = await getReleasePage(ctx, who('moeder'), FAMILY);
		const attempt = releaseOwnPlan(ctx, who('moeder'), FAMILY, release(shown));
		await expect(attempt).rejects.toBeInstanceOf(Refused);
	});

	test('after it nobody changes a word; a remark can be added, and the regisseur reads it', async () => {
		const world = await aBusyWorld(CANARY);
		const { ctx } = world;
		await releasedBy(world, 'moeder');
		const [mine] = await ctx.db.read.select().from(ownPlanPiece);
		const change = { key: crypto.randomUUID(), piece: mine?.id ?? '', words: 'Anders.' };
		const changing = changePiece(ctx, who('oma'), FAMILY, ChangePiece.parse(change));
		await expect(changing).rejects.toMatchObject({ errors: { words: 'ownPlan.alreadyReleased' } });
		const taking = removePiece(ctx, who('oma'), FAMILY, RemovePiece.parse(change));
		await expect(taking).rejects.toMatchObject({ decision: { reason: 'eigen_plan_dicht' } });
		const adding = addPiece(ctx, who('oma'), FAMILY, piece('situatie', 'Nog iets.'));
		await expect(adding).rejects.toBeInstanceOf(Refused);
		await addPiece(ctx, who('oma'), FAMILY, piece('opmerking', 'En dit nog.'));
		const view = await getOwnPlanPage(ctx, staff('Anna'), FAMILY);
		expect(view.pieces.at(-1)).toMatchObject({ kind: 'opmerking', words: 'En dit nog.' });
	});
});

describe('the answer', () => {
	test('the regisseur answers once, and the group reads it', async () => {
		const world = await aBusyWorld(CANARY);
		const { ctx } = world;
		await releasedBy(world, 'moeder');
		await answered(world);
		const view = await getOwnPlanPage(ctx, who('oma'), FAMILY);
		expect(view.events.at(-1)).toMatchObject({ act: 'antwoorden', words: 'Dank u wel.' });
		expect(await listWaitingOwnPlans(ctx.db.read, [FAMILY])).toEqual([]);
		await expect(answered(world)).rejects.toMatchObject({ decision: { outcome: 'deny' } });
	});

	test('the regisseur takes it over: one version, in the own words of the family', async () => {
		const world = await aBusyWorld(CANARY);
		const { ctx } = world;
		const [, goal] = await ctx.db.read.select().from(ownPlanPiece);
		const doing = { goal: goal?.id ?? '', owner: 'oma', due: '2026-12-01' };
		await addPiece(ctx, who('oma'), FAMILY, piece('stap', 'Elke dag bellen', doing));
		await addPiece(ctx, who('oma'), FAMILY, piece('hulp', 'Oppassen', { owner: 'oma' }));
		await addPiece(ctx, who('moeder'), FAMILY, piece('gelukt', 'We lachen weer'));
		await releasedBy(world, 'moeder');
		const early = takeOverOwnPlan(ctx, staff('Anna'), FAMILY, withKey());
		await expect(early).rejects.toMatchObject({ decision: { outcome: 'deny' } });
		await answered(world);
		const input = withKey();
		for (const _ of [1, 2]) await takeOverOwnPlan(ctx, staff('Anna'), FAMILY, input);
		const plan = await getPlanPage(ctx, who('moeder'), FAMILY);
		expect(plan.situation.map((one) => one.ownWords)).toEqual([`${CANARY} oma`]);
		expect(plan.goals.nu.map((one) => [one.ownWords, one.steps.map((step) => step.title)])).toEqual(
			[
				['Er staat al iets', []],
				[`${CANARY} doel`, ['Elke dag bellen']],
				['Oppassen', ['Oppassen']]
			]
		);
		expect(plan.goals.nu[1]?.steps[0]).toMatchObject({
			owner: { name: 'oma' },
			due: '2026-12-01',
			state: 'niet_begonnen'
		});
		const { rows } = await ctx.db.client.execute(
			'SELECT number, author_id AS author, cause FROM plan_version'
		);
		expect(rows.map((row) => ({ ...row }))).toEqual([
			{ number: 1, author: 'Anna', cause: 'familiegroepsplan' }
		]);
		const view = await getOwnPlanPage(ctx, who('oma'), FAMILY);
		expect(view.state).toBe('overgenomen');
	});
});
