import { expect, test } from 'vitest';
import type { FamilyId } from '#lib/family/model.ts';
import { day } from '#lib/kernel/calendar.ts';
import { aContext } from '../../../../tests/support/database.ts';
import { aPerson, personId } from '../../../../tests/support/facts.ts';
import { aFamilyInDatabase } from '../../../../tests/support/family.ts';
import {
	EndingInput,
	ExitInput,
	GoalInput,
	SituationInput,
	StepInput,
	type EditInput
} from '../edit.model.ts';
import { GOAL_GROUPS, STEP_STATES } from '../model.ts';
import { moveStep, savePart } from './edit.commands.ts';
import { itemsAt } from './history.ts';
import { getVersionPage, getVersionsPage } from './history.queries.ts';
import { itemsOf, withItems } from './items.ts';
import { loadPlan } from './load.ts';
import { planViewFor } from './plan-view.ts';
import { getPlanPage } from './queries.ts';
import { restorePlan } from './restore.commands.ts';
import { sightOf, seenItems } from './sight.ts';
import { planRow, type PlanRow } from './store.ts';
import { changesAfter } from './version.store.ts';
import type { Person } from './viewer.ts';

const FAMILY = 'gezin' as FamilyId;
const ANNA = aPerson(personId('Anna'), 'second-factor');
const ACTS = 60;

/** The same numbers at every run of a seed. */
function dice(seed: number) {
	let state = seed;
	return (sides: number) => {
		state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
		return Math.floor((state / 2 ** 32) * sides);
	};
}

/** A plan without what a version is not about: its number, and what was agreed. */
const content = ({ version: _, agreedVersion: __, agreedOn: ___, ...plan }: PlanRow) => plan;

test.each([1, 2, 3])(
	'every version rebuilt is the plan as it was (seed %i)',
	async (seed) => {
		const { ctx } = await aContext();
		await aFamilyInDatabase(ctx, {
			id: FAMILY,
			people: [
				{ id: 'Noor', relation: 'kind', born: day('2013-03-01') },
				{ id: 'Milan', relation: 'kind', born: day('2016-03-01') },
				{ id: 'vader', relation: 'ouder', gezagOver: { Noor: 'gezamenlijk' } },
				{ id: 'oma', relation: 'netwerk' }
			],
			regisseurs: [{ id: 'Anna' }],
			goals: [{ words: 'doel', children: ['Noor'], steps: [{ title: 'stap', owner: 'oma' }] }]
		});
		const roll = dice(seed);
		const pick = <T>(list: readonly T[]): T => list[roll(list.length)] as T;
		const words = () => `woorden ${roll(1000)}`;
		const children = () => pick(['Noor', 'Milan', 'Noor,Milan']);
		const maybe = <T>(list: readonly { id: T }[]) =>
			list.length > 0 && roll(3) > 0 ? pick(list).id : undefined;
		const now = async () => (await planRow(ctx.db.read, FAMILY)) as PlanRow;

		function edit(plan: PlanRow): EditInput {
			const base = { key: crypto.randomUUID(), ownWords: words(), children: children() };
			switch (roll(5)) {
				case 0:
					return {
						kind: 'goal',
						input: GoalInput.parse({ ...base, goal: maybe(plan.goals), group: pick(GOAL_GROUPS) })
					};
				case 1:
					return {
						kind: 'situation',
						input: SituationInput.parse({ ...base, situation: maybe(plan.situations) })
					};
				case 2:
					return {
						kind: 'exit',
						input: ExitInput.parse({
							...{ ...base, exit: maybe(plan.exits), child: pick(['Noor', 'Milan']) },
							...{ words: words(), judge: words(), state: 'op_weg' }
						})
					};
				case 3:
					return { kind: 'ending', input: EndingInput.parse({ ...base, endWords: words() }) };
				default:
					return {
						kind: 'step',
						input: StepInput.parse({
							...{ ...base, step: maybe(plan.steps), goal: pick(plan.goals).id, title: words() },
							owner: pick(['oma', 'vader', 'Anna'])
						})
					};
			}
		}

		const kept = new Map<number, PlanRow>([[0, await now()]]);
		for (let act = 0; act < ACTS; act += 1) {
			const plan = await now();
			const key = crypto.randomUUID();
			const what = roll(8);
			if (what === 0 && plan.version > 1) {
				const version = 1 + roll(plan.version - 1);
				await restorePlan(ctx, ANNA, FAMILY, { key, version, seen: plan.version });
			} else if (what === 1 && plan.steps.length > 0) {
				const step = pick(plan.steps).id;
				await moveStep(ctx, ANNA, FAMILY, { key, step, state: pick(STEP_STATES) });
			} else await savePart(ctx, ANNA, FAMILY, edit(plan));
			const after = await now();
			kept.set(after.version, after);
		}

		const plan = await now();
		const changes = await changesAfter(ctx.db.read, plan.id, 0);
		expect(kept.size).toBe(plan.version + 1);
		expect(plan.version).toBeGreaterThan(ACTS / 2);
		const inOrder = (row: PlanRow) => {
			const byId = (a: { id: string }, b: { id: string }) => a.id.localeCompare(b.id);
			const { situations, goals, steps, exits, ...rest } = content(row);
			return {
				...rest,
				...{ situations: situations.toSorted(byId), goals: goals.toSorted(byId) },
				...{ steps: steps.toSorted(byId), exits: exits.toSorted(byId) }
			};
		};
		for (const [number, then] of kept) {
			const rebuilt = withItems(plan, itemsAt(plan, changes, number));
			expect(inOrder(rebuilt), `version ${number}`).toEqual(inOrder(then));
		}

		// What a reader may read item by item is what the plan page shows that reader: asked two ways.
		for (const name of ['vader', 'oma', 'Anna', 'Noor', 'Milan']) {
			const actor = aPerson(personId(name), name === 'Anna' ? 'second-factor' : 'link') as Person;
			const loaded = await loadPlan(ctx.db.read, FAMILY, day('2026-11-22'));
			if (!loaded) throw new Error('no family');
			const view = planViewFor(actor, loaded);
			const seen = seenItems(sightOf(actor, loaded), itemsOf(plan));
			const shown = GOAL_GROUPS.flatMap((group) => view?.goals[group] ?? []);
			const ids = (kind: string) => seen.filter((one) => one.kind === kind).map(({ id }) => id);
			const goals = shown.filter(({ ownWords }) => ownWords !== null).map(({ id }) => id);
			const steps = shown.flatMap((goal) => goal.steps.map(({ id }) => id));
			expect(ids('goal').sort(), name).toEqual([...goals].sort());
			expect(ids('step').sort(), name).toEqual([...steps].sort());
			expect(ids('situation').sort(), name).toEqual(
				(view?.situation ?? []).map(({ id }) => id as string).sort()
			);
		}
		const [newest] = (await getVersionsPage(ctx, ANNA, FAMILY)).versions;
		const page = await getVersionPage(ctx, ANNA, FAMILY, newest?.number ?? null);
		expect(page.plan?.goals).toEqual((await getPlanPage(ctx, ANNA, FAMILY)).goals);
	},
	60_000
);
