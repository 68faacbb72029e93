import { and, asc, eq, notInArray, sql, type SQL } from 'drizzle-orm';
import type { FamilyId } from '#lib/family/model.ts';
import type { Permit } from '#lib/kernel/policy.ts';
import type { Tx } from '#lib/server/db/index.ts';
import { goal, kader, plan, situation, step } from '#lib/server/db/schema/plan.ts';
import type { MessageFamily } from '../message.ts';
import { periodOf } from '../periods.ts';
import { put, putInFamily } from './rows.store.ts';

type MayImport = Permit<'family.import', FamilyId>;

export async function saveKaders(tx: Tx, may: MayImport, { kaders }: MessageFamily) {
	const rows = kaders.map((row) => ({
		...{ id: row.id, familyId: may.id, childId: row.child, kind: row.kind },
		...periodOf(row),
		...{ decidedBy: row.decidedBy, decidedOn: row.decidedOn ?? null }
	}));
	await putInFamily(tx, kader, rows);
}

export async function savePlan(
	tx: Tx,
	may: MayImport,
	{ plan: sent }: MessageFamily
): Promise<void> {
	const row = {
		...{ id: sent.id, familyId: may.id, state: sent.state, from: sent.from },
		...{ reviewOn: sent.reviewOn ?? null, reviewWords: sent.reviewWords ?? null }
	};
	await putInFamily(tx, plan, [row]);
	const parts = sent.situation.map((part, position) => ({
		...{ id: part.id, planId: sent.id, position, ownWords: part.ownWords },
		...{ professionalWords: part.professionalWords ?? null, children: part.children }
	}));
	await put(tx, situation, parts, situation.id);
	await placeAfter(tx, situation, eq(situation.planId, sent.id), sent.situation);
	const goals = sent.goals.map((one, position) => ({
		...{ id: one.id, planId: sent.id, position, group: one.group, ownWords: one.ownWords },
		...{ professionalWords: one.professionalWords ?? null, resultWords: one.resultWords ?? null },
		children: one.children
	}));
	await put(tx, goal, goals, goal.id);
	await placeAfter(tx, goal, eq(goal.planId, sent.id), sent.goals);
	const steps = sent.goals.flatMap(({ id, steps: list }) =>
		list.map((one, position) => ({
			...{ id: one.id, goalId: id, position, title: one.title },
			...{ ownerId: one.owner, due: one.due ?? null, state: one.state }
		}))
	);
	await put(tx, step, steps, step.id);
	for (const { id, steps: list } of sent.goals)
		await placeAfter(tx, step, eq(step.goalId, id), list);
}

/** What a message leaves out of a list stands after what it names, in its old order. */
async function placeAfter(
	tx: Tx,
	table: typeof situation | typeof goal | typeof step,
	inList: SQL,
	sent: readonly { readonly id: string }[]
): Promise<void> {
	const id = sql<string>`${table.id}`;
	const named = sent.map((one) => one.id);
	const leftOut = await tx
		.select({ id })
		.from(table)
		.where(and(inList, notInArray(id, named)))
		.orderBy(asc(table.position));
	for (const [index, row] of leftOut.entries())
		await tx
			.update(table)
			.set({ position: sent.length + index })
			.where(eq(id, row.id));
}
