import type { z } from 'zod';
import { recordAudit } from '#lib/audit/server/commands.ts';
import type { RegionId } from '#lib/family/model.ts';
import type { Actor } from '#lib/kernel/actor.ts';
import { dayInNetherlands, type Day } from '#lib/kernel/calendar.ts';
import { authorize, Denied, type Permit } from '#lib/kernel/policy.ts';
import { newId } from '#lib/server/crypto.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import type { Tx } from '#lib/server/db/index.ts';
import { forgetKeptPages } from '#lib/server/kept-pages.ts';
import { Refused } from '#lib/server/refused.ts';
import { once, receipt } from '#lib/server/receipt.ts';
import { canEditRegionalHelp } from '../policy.ts';
import type {
	AddRegionalHelp,
	ChangeRegionalHelp,
	RegionalHelp,
	RegionalHelpAct,
	RegionalHelpEntry,
	RegionalHelpId
} from '../regional-help.model.ts';
import { changedFields } from '../regional-help.rules.ts';
import { regionFacts } from './regional-help.queries.ts';
import {
	deleteEntry,
	entriesOf,
	insertChange,
	insertEntry,
	updateEntry,
	wasEver
} from './regional-help.store.ts';

type Edit = Permit<'regional-help.edit', RegionId>;
type Open = { readonly tx: Tx; readonly may: Edit; readonly today: Day };

/**
 * Adds help to a region.
 * @throws {Denied} for anybody but an administrator of that region
 * @throws {Refused} when there is no way to reach it, or when it was checked on a day to come
 */
export const addRegionalHelp = (
	ctx: Ctx,
	actor: Actor,
	id: RegionId,
	{ key, ...fields }: z.output<typeof AddRegionalHelp>
): Promise<void> =>
	change(ctx, actor, id, { act: 'add', key }, async (open) => {
		const help = checked(fields, open.today);
		await add(ctx, open, newId<RegionalHelpId>(), help);
	});

/**
 * Changes an entry in every field.
 * @throws {Denied} as {@link addRegionalHelp}, and when the entry is not of this region
 * @throws {Refused} as {@link addRegionalHelp}
 */
export const changeRegionalHelp = (
	ctx: Ctx,
	actor: Actor,
	id: RegionId,
	{ key, help: helpId, ...fields }: z.output<typeof ChangeRegionalHelp>
): Promise<void> =>
	change(ctx, actor, id, { act: 'change', key }, async (open) => {
		const before = await entryIn(open, helpId);
		const after = checked(fields, open.today);
		if (changedFields(before, after).length === 0) throw new Refused({ name: 'fout.gelijk' });
		await updateEntry(open.tx, open.may, helpId, after);
		await note(ctx, open, { helpId, before, after, action: 'update' });
	});

/** Somebody saw today that an entry is still right. @throws {Denied} as {@link changeRegionalHelp} */
export const confirmRegionalHelp = (
	ctx: Ctx,
	actor: Actor,
	id: RegionId,
	{ key, help: helpId }: z.output<typeof RegionalHelpAct>
): Promise<void> =>
	change(ctx, actor, id, { act: 'confirm', key }, async (open) => {
		const before = await entryIn(open, helpId);
		if (before.checkedOn === open.today) return;
		const after = { ...before, checkedOn: open.today };
		await updateEntry(open.tx, open.may, helpId, after);
		await note(ctx, open, { helpId, before, after, action: 'update' });
	});

/** Takes an entry away; its history stays. @throws {Denied} as {@link changeRegionalHelp} */
export const removeRegionalHelp = (
	ctx: Ctx,
	actor: Actor,
	id: RegionId,
	{ key, help: helpId }: z.output<typeof RegionalHelpAct>
): Promise<void> =>
	change(ctx, actor, id, { act: 'remove', key }, async (open) => {
		const before = await entryIn(open, helpId);
		await deleteEntry(open.tx, open.may, helpId);
		await note(ctx, open, { helpId, before, after: null, action: 'delete' });
	});

/**
 * Takes in what a region starts with. What is there already, and what was taken away here, stays as it is.
 * @returns how many entries are new
 * @throws {Denied} when there is no such region, or the machine speaks for none of its organisations
 */
export const takeInRegionalHelp = (
	ctx: Ctx,
	actor: Actor,
	id: RegionId,
	entries: readonly RegionalHelpEntry[]
): Promise<number> =>
	ctx.db.write(async (tx) => {
		const open = await opened(ctx, tx, actor, id);
		let added = 0;
		for (const { id: helpId, ...help } of entries) {
			if (await wasEver(tx, helpId)) continue;
			await add(ctx, open, helpId, checked(help, open.today));
			added += 1;
		}
		return added;
	});

async function opened(ctx: Ctx, tx: Tx, actor: Actor, id: RegionId): Promise<Open> {
	const today = dayInNetherlands(ctx.now());
	const may = authorize(canEditRegionalHelp, actor, await regionFacts(tx, id, today));
	return { tx, may, today };
}

/** Rule, act, history and access log in one transaction, once for each form. */
async function change(
	ctx: Ctx,
	actor: Actor,
	id: RegionId,
	{ act, key }: { readonly act: string; readonly key: string },
	work: (open: Open) => Promise<void>
): Promise<void> {
	await once(ctx, receipt(actor, `regional-help:${act}`, key), async (tx) => {
		await work(await opened(ctx, tx, actor, id));
		return '';
	});
	// The pages that lead to this list are kept in memory.
	forgetKeptPages();
}

async function entryIn({ tx, may }: Open, helpId: RegionalHelpId): Promise<RegionalHelp> {
	const entry = (await entriesOf(tx, may.id)).find(({ id }) => id === helpId);
	if (!entry) throw new Denied(may.ability, { outcome: 'hide', reason: 'onbekend' });
	return fieldsOf(entry);
}

const fieldsOf = ({ kind, name, words, phone, site, hours, checkedOn }: RegionalHelp) => ({
	...{ kind, name, words, phone, site, hours, checkedOn }
});

function checked(fields: RegionalHelp, today: Day): RegionalHelp {
	const help = fieldsOf(fields);
	const errors: Record<string, string> = {
		...(!help.phone && !help.site && { phone: 'regional.noWay' }),
		...(help.checkedOn > today && { checkedOn: 'regional.dayAhead' })
	};
	if (Object.keys(errors).length > 0) throw new Refused(errors);
	return help;
}

async function add(ctx: Ctx, open: Open, helpId: RegionalHelpId, help: RegionalHelp) {
	await insertEntry(open.tx, open.may, helpId, help);
	await note(ctx, open, { helpId, before: null, after: help, action: 'create' });
}

async function note(
	ctx: Ctx,
	{ tx, may }: Open,
	{
		action,
		...change
	}: {
		readonly helpId: RegionalHelpId;
		readonly before: RegionalHelp | null;
		readonly after: RegionalHelp | null;
		readonly action: 'create' | 'update' | 'delete';
	}
): Promise<void> {
	await insertChange(tx, may, { ...change, at: ctx.now() });
	await recordAudit(ctx, tx, may, { action, thing: 'regional-help' });
}
