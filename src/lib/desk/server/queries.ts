import { recordRead } from '#lib/audit/server/commands.ts';
import { canOpenDesk } from '#lib/family/policy.ts';
import { deskFacts } from '#lib/family/server/queries.ts';
import type { Actor } from '#lib/kernel/actor.ts';
import { ageOn, dayInNetherlands, isCurrent, type Day } from '#lib/kernel/calendar.ts';
import { authorize } from '#lib/kernel/policy.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import type { DeskFamily } from '../model.ts';
import { deskRows } from './store.ts';

/**
 * The regisseur's own caseload: families in order of review date, late ones first.
 * @throws {Denied} for everyone who is not a professional with the second factor
 */
export async function getDeskPage(ctx: Ctx, actor: Actor): Promise<DeskFamily[]> {
	const permit = authorize(canOpenDesk, actor, await deskFacts(ctx, actor));
	const today = dayInNetherlands(ctx.now());
	const { children, kaders } = await deskRows(ctx.db.read, permit.id, today);
	await recordRead(ctx, permit, { thing: 'desk' });
	const families = Map.groupBy(
		children.filter((child) => isCurrent(child, today)),
		(child) => child.familyId
	);
	return [...families]
		.map(([id, rows]) => ({
			id,
			familyName: rows[0]?.familyName ?? '',
			children: rows.map((row) => ({
				name: row.name,
				age: row.birthDate ? ageOn(row.birthDate, today) : null
			})),
			kaders: [
				...new Set(
					kaders
						.filter(
							(one) => isCurrent(one, today) && rows.some((row) => row.childId === one.childId)
						)
						.map((one) => one.kind)
				)
			],
			reviewOn: rows[0]?.reviewOn ?? null,
			reviewLate: isPast(rows[0]?.reviewOn ?? null, today)
		}))
		.toSorted((a, b) => (a.reviewOn ?? '9999').localeCompare(b.reviewOn ?? '9999'));
}

const isPast = (on: Day | null, today: Day) => on !== null && on < today;
