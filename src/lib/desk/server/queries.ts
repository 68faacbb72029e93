import { recordRead } from '#lib/audit/server/commands.ts';
import type { FamilyId } from '#lib/family/model.ts';
import { canOpenDesk } from '#lib/family/policy.ts';
import { deskFacts } from '#lib/family/server/queries.ts';
import type { Actor } from '#lib/kernel/actor.ts';
import { ageOn, dayInNetherlands, isCurrent, type Day } from '#lib/kernel/calendar.ts';
import type { PersonId } from '#lib/kernel/id.ts';
import { authorize } from '#lib/kernel/policy.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import type { DeskFamily, DeskView, Waiting, WaitingKind } from '../model.ts';
import { chosen, gathered, inOrder, isNear, kindsIn } from '../rules.ts';
import { deskRows } from './store.ts';
import { listWaiting } from './waiting.ts';

/** Whether this person has a desk at all. @throws {Denied} as {@link getDeskPage} */
export async function openDesk(ctx: Ctx, actor: Actor): Promise<void> {
	authorize(canOpenDesk, actor, await deskFacts(ctx, actor));
}

/**
 * The regisseur's own caseload with what waits, in the order in which it waits.
 * @param kind only families in which this waits
 * @param words only families whose names hold these
 * @throws {Denied} for everyone who is not a professional with the second factor
 */
export async function getDeskPage(
	ctx: Ctx,
	actor: Actor,
	{ kind, words }: { readonly kind: WaitingKind | null; readonly words: string }
): Promise<DeskView> {
	const permit = authorize(canOpenDesk, actor, await deskFacts(ctx, actor));
	const today = dayInNetherlands(ctx.now());
	const families = await caseload(ctx, permit.id, today);
	await recordRead(ctx, permit, { thing: 'desk' });
	const { read } = ctx.db;
	const ids = families.map((one) => one.id);
	const waiting = ids.length > 0 ? await listWaiting({ read, families: ids, today }) : [];
	const perFamily = Map.groupBy(waiting, (one) => one.familyId);
	const whole = families.map((one) => ({
		...one,
		waiting: gathered([...(perFamily.get(one.id) ?? []), ...reviewOf(one, today)])
	}));
	return {
		families: inOrder(chosen(whole, kind, words), today),
		total: whole.length,
		kinds: kindsIn(whole),
		...{ kind, words, today }
	};
}

type Quiet = Omit<DeskFamily, 'waiting'>;

async function caseload(ctx: Ctx, who: PersonId, today: Day): Promise<Quiet[]> {
	const { children, kaders } = await deskRows(ctx.db.read, who, today);
	const kindsOf = Map.groupBy(
		kaders.filter((one) => isCurrent(one, today)),
		(one) => one.childId
	);
	const families = Map.groupBy(
		children.filter((child) => isCurrent(child, today)),
		(child): FamilyId => child.familyId
	);
	return [...families].map(([id, rows]) => ({
		id,
		familyName: rows[0]?.familyName ?? '',
		own: rows[0]?.own ?? false,
		children: rows.map((row) => ({
			name: row.name,
			age: row.birthDate ? ageOn(row.birthDate, today) : null
		})),
		kaders: [
			...new Set(rows.flatMap((row) => (kindsOf.get(row.childId) ?? []).map((one) => one.kind)))
		],
		reviewOn: rows[0]?.reviewOn ?? null
	}));
}

const reviewOf = ({ id, reviewOn }: Quiet, today: Day): Waiting[] =>
	reviewOn && isNear(reviewOn, today)
		? [{ familyId: id, kind: 'bekijken', due: reviewOn, since: null, count: 1 }]
		: [];
