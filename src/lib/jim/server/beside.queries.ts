import { readMyFamilies, type LoadedFamily } from '#lib/family/server/queries.ts';
import { ageOf } from '#lib/family/rules.ts';
import type { Actor } from '#lib/kernel/actor.ts';
import { dayInNetherlands } from '#lib/kernel/calendar.ts';
import { authorize, Denied, may } from '#lib/kernel/policy.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import type { BesideLinks, BesideView, OwnJim } from '../model.ts';
import { ALONE_FROM_AGE, canKeepCircle, canSayAsParent, canStandBeside } from '../policy.ts';
import { isOpen, stateAt } from '../state.rules.ts';
import { calledBy, familyOfYouth, nameIn, withFacts, youthIn } from './load.ts';
import { lastAsked } from './progress.store.ts';
import { besideRow, jimsBy, jimsInFamily, jimsOfYouth, type JimRow } from './store.ts';

/**
 * The first page: what a youth asked and has, beside whom somebody stands, and of whom a parent may
 * know that there is a JIM.
 * @throws {Denied} for who has nothing of these
 */
export async function getBesidePage(ctx: Ctx, actor: Actor): Promise<BesideView> {
	const own = await ownView(ctx, actor);
	const doors = await besideDoors(ctx, actor, await readMyFamilies(ctx, actor));
	if (!own && doors.beside.length === 0 && doors.children.length === 0) throw nothing();
	return { own, ...doors };
}

async function ownView(ctx: Ctx, actor: Actor): Promise<BesideView['own']> {
	const family = await familyOfYouth(ctx, ctx.db.read, actor);
	if (!family || actor.kind !== 'person') return null;
	authorize(canKeepCircle, actor, { id: actor.id, family: family.facts });
	const rows = (await jimsOfYouth(ctx.db.read, actor.id)).map((row) => ownJim(ctx, row));
	const remindOn = (await besideRow(ctx.db.read, actor.id))?.remindOn ?? null;
	const now = rows.find(({ state }) => state !== 'gestopt' && state !== 'verlopen') ?? null;
	return {
		now,
		before: rows.filter(({ state }) => state === 'gestopt'),
		mayAsk: !now || !(isOpen(now.state) || now.state === 'actief'),
		askedOn: await lastAsked(ctx.db.read, actor.id),
		reminded: remindOn !== null && remindOn <= family.facts.today,
		tellsParents: (ageOf(family.facts, actor.id) ?? 0) < ALONE_FROM_AGE
	};
}

function ownJim(ctx: Ctx, row: JimRow): OwnJim {
	const name = calledBy(ctx, row);
	return {
		id: row.id,
		state: stateAt(row, ctx.now()),
		name,
		otherName: row.givenName && row.givenName !== name ? row.givenName : null,
		until: dayInNetherlands(row.expiresAt),
		since: row.startedAt && dayInNetherlands(row.startedAt),
		ended: row.endedAt && dayInNetherlands(row.endedAt),
		endedBy: row.endedBy
	};
}

/**
 * The page on which a youth asks somebody.
 * @throws {Denied} for anyone but a youth from 12
 */
export async function getAskPage(ctx: Ctx, actor: Actor): Promise<{ tellsParents: boolean }> {
	const own = await ownView(ctx, actor);
	if (!own) throw nothing();
	return { tellsParents: own.tellsParents };
}

/** Beside whom this person stands, and of which children this parent may know: for links, and for the page. */
async function besideDoors(
	ctx: Ctx,
	actor: Actor,
	families: readonly LoadedFamily[]
): Promise<Pick<BesideView, 'beside' | 'children'>> {
	if (actor.kind !== 'person') return { beside: [], children: [] };
	const named = async (
		rows: readonly JimRow[],
		rule: typeof canStandBeside | typeof canSayAsParent
	) => {
		const found = [];
		for (const row of rows) {
			const loaded = await withFacts(ctx, ctx.db.read, row, families);
			if (loaded && may(rule, actor, loaded.facts))
				found.push({ id: row.id, name: nameIn(loaded.family, row.youthId) });
		}
		return found;
	};
	const inFamilies = [];
	for (const { facts } of families) inFamilies.push(...(await jimsInFamily(ctx.db.read, facts.id)));
	return {
		beside: await named(await jimsBy(ctx.db.read, actor.id), canStandBeside),
		children: await named(inFamilies, canSayAsParent)
	};
}

/**
 * What the first page after signing in leads to.
 * @param families those of this person, read already
 */
export async function getBesideLinks(
	ctx: Ctx,
	actor: Actor,
	families: readonly LoadedFamily[]
): Promise<BesideLinks> {
	const family = youthIn(families, actor);
	const own =
		!!family &&
		actor.kind === 'person' &&
		may(canKeepCircle, actor, { id: actor.id, family: family.facts });
	return { own, ...(await besideDoors(ctx, actor, families)) };
}

const nothing = () => new Denied(canKeepCircle.ability, { outcome: 'hide', reason: 'onbekend' });
