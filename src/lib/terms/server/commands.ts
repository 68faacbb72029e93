import type { z } from 'zod';
import { recordAudit } from '#lib/audit/server/commands.ts';
import { familiegroepsplanWaived } from '#lib/familiegroepsplan/server/queries.ts';
import type { FamilyId } from '#lib/family/model.ts';
import type { Actor } from '#lib/kernel/actor.ts';
import { addMonths, dayInNetherlands, type Day } from '#lib/kernel/calendar.ts';
import { authorize } from '#lib/kernel/policy.ts';
import { loadPlan, type LoadedPlan } from '#lib/plan/server/load.ts';
import { newId } from '#lib/server/crypto.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import type { Tx } from '#lib/server/db/index.ts';
import { Refused } from '#lib/server/refused.ts';
import { once } from '#lib/server/receipt.ts';
import type {
	CorrectTermEvent,
	Moment,
	RecordTermEvent,
	TermEventId,
	WithdrawTermEvent
} from '../model.ts';
import { canRecordTermEvent, canTakeBackTermEvent } from '../policy.ts';
import {
	eventFacts,
	insertTermEvent,
	takeBackTermEvent,
	termEventRows,
	type TermEventRow
} from './store.ts';

/** Older days say nothing about a term that runs now: most often the year is a typing error. */
const OLDEST_MONTHS = 24;

type About<Input> = Input & { readonly family: FamilyId };

/**
 * Somebody says on which day a term of a child started, or was met. The same day said again by the same
 * person changes nothing.
 * @throws {Denied} for who may not say it, or when the child's kaders know no such term
 * @throws {Refused} for a day in the future, too long ago, or before the start
 */
export const recordTermEvent = (
	ctx: Ctx,
	actor: Actor,
	input: About<z.output<typeof RecordTermEvent>>
): Promise<void> =>
	change(ctx, actor, input, async ({ tx, loaded, events, today, at }) => {
		const { child, term, moment, on } = input;
		const said = events.filter(
			(one) => one.childId === child && one.term === term && one.withdrawnAt === null
		);
		// That no familiegroepsplan comes may be said by its own record.
		const waived = term === 'plan' ? await familiegroepsplanWaived(tx, input.family) : null;
		const starts = [...daysOf(said, 'start'), ...(waived ? [waived] : [])];
		const facts = loaded && {
			...rulesOf(loaded),
			...{ id: child, term, moment, started: starts.length > 0 }
		};
		const may = authorize(canRecordTermEvent, actor, facts);
		checkDay(on, moment, starts, today);
		const by = may.actor.kind === 'person' ? may.actor.id : null;
		const again = said.some(
			(one) => one.recordedBy === by && one.moment === moment && one.on === on
		);
		if (!by || again) return;
		const id = newId<TermEventId>();
		await insertTermEvent(tx, may, { id, familyId: input.family, term, moment, on, by, at });
		await recordAudit(ctx, tx, may, {
			action: 'create',
			thing: 'term_event',
			familyId: input.family
		});
	});

/**
 * Puts another day in the place of one's own; the first stays to be read.
 * @throws {Denied} for anyone but who said it
 * @throws {Refused} as {@link recordTermEvent}, and when it was taken back already
 */
export const correctTermEvent = (
	ctx: Ctx,
	actor: Actor,
	input: About<z.output<typeof CorrectTermEvent>>
): Promise<void> => takeBack(ctx, actor, input, input.on);

/**
 * Takes back what one said by mistake; it stays to be read.
 * @throws {Denied} for anyone but who said it
 * @throws {Refused} when it was taken back already
 */
export const withdrawTermEvent = (
	ctx: Ctx,
	actor: Actor,
	input: About<z.output<typeof WithdrawTermEvent>>
): Promise<void> => takeBack(ctx, actor, input, null);

const takeBack = (
	ctx: Ctx,
	actor: Actor,
	input: About<z.output<typeof WithdrawTermEvent>>,
	on: Day | null
): Promise<void> =>
	change(ctx, actor, input, async ({ tx, loaded, events, today, at }) => {
		const row = events.find((one) => one.id === input.event);
		const facts = loaded &&
			row && { ...rulesOf(loaded), id: row.id, term: row.term, event: eventFacts(row) };
		const may = authorize(canTakeBackTermEvent, actor, facts);
		if (!row || row.withdrawnAt) throw new Refused({ on: 'terms.changedBefore' });
		if (on === row.on) return;
		if (on) {
			const others = events.filter(
				(one) => one.childId === row.childId && one.term === row.term && !one.withdrawnAt
			);
			checkDay(on, row.moment, daysOf(others, 'start'), today);
		}
		const instead = on ? { id: newId<TermEventId>(), on } : null;
		await takeBackTermEvent(tx, may, row, { at, instead });
		await recordAudit(ctx, tx, may, {
			action: on ? 'update' : 'delete',
			thing: 'term_event',
			familyId: input.family
		});
	});

type Within = {
	readonly tx: Tx;
	readonly loaded: LoadedPlan | null;
	readonly events: readonly TermEventRow[];
	readonly today: Day;
	readonly at: Date;
};

/** Facts, act and access log in one transaction, so that nothing changes in between. */
async function change(
	ctx: Ctx,
	actor: Actor,
	input: { readonly key: string; readonly family: FamilyId },
	work: (within: Within) => Promise<void>
): Promise<void> {
	const person = actor.kind === 'person' ? actor.id : null;
	await once(ctx, `term-event:${person}:${input.key}`, async (tx) => {
		const at = ctx.now();
		const today = dayInNetherlands(at);
		const loaded = await loadPlan(tx, input.family, today);
		const events = await termEventRows(tx, input.family);
		await work({ tx, loaded, events, today, at });
		return '';
	});
}

const rulesOf = ({ family, consent, kaders }: LoadedPlan) => ({
	family: family.facts,
	consent,
	kaders
});

const daysOf = (rows: readonly TermEventRow[], moment: Moment): Day[] =>
	rows.filter((one) => one.moment === moment).map((one) => one.on);

/** @throws {Refused} with the reason beside the field */
function checkDay(on: Day, moment: Moment, starts: readonly Day[], today: Day): void {
	if (on > today) throw new Refused({ on: 'terms.dayInFuture' });
	if (on < addMonths(today, -OLDEST_MONTHS)) throw new Refused({ on: 'terms.dayTooOld' });
	if (moment === 'met' && starts.length > 0 && starts.every((start) => on < start)) {
		throw new Refused({ on: 'terms.dayBeforeStart' });
	}
}
