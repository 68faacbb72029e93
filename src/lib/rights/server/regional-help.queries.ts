import type { RegionId } from '#lib/family/model.ts';
import {
	listAdministered,
	listAdministrators
} from '#lib/identity/server/administrators.queries.ts';
import { visitor, type Actor } from '#lib/kernel/actor.ts';
import { ADULT } from '#lib/family/rules.ts';
import { ageOn, dayInNetherlands, type Day } from '#lib/kernel/calendar.ts';
import { authorize, may } from '#lib/kernel/policy.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import type { Reader } from '#lib/server/db/index.ts';
import { kindOf } from '#lib/server/running.ts';
import { crisisLines } from '../help-lines.ts';
import { canEditRegionalHelp, canOpenRegions, canReadRights } from '../policy.ts';
import {
	REGIONAL_HELP_KINDS,
	type RegionalHelpDesk,
	type RegionalHelpView,
	type RegionFacts,
	type RegionName
} from '../regional-help.model.ts';
import { byKind, isOld } from '../regional-help.rules.ts';
import type { HelpView } from '../view.model.ts';
import {
	birthDateOf,
	changesOf,
	entriesOf,
	lastSequence,
	organisationsIn,
	regionRow,
	regionRows
} from './regional-help.store.ts';

const MOST_CHANGES = 100;

/**
 * Who helps now: a child sees the line for children first. Which region somebody then chooses is kept
 * nowhere. The numbers are there also when the database is not.
 * @param youth the page speaks to a youth, whoever reads it
 */
export async function getHelp(
	ctx: Ctx,
	actor: Actor,
	{ youth }: { youth: boolean }
): Promise<HelpView> {
	authorize(canReadRights, actor, { id: 'hulp' });
	try {
		const child = youth || (await isChild(ctx, actor));
		return { child, lines: crisisLines(child), regions: await regionRows(ctx.db.read) };
	} catch (thrown) {
		ctx.log.error({ event: 'help-without-regions', request: ctx.requestId, kind: kindOf(thrown) });
		return { child: youth, lines: crisisLines(youth), regions: [] };
	}
}

async function isChild(ctx: Ctx, actor: Actor): Promise<boolean> {
	if (actor.kind !== 'person') return false;
	const born = await birthDateOf(ctx.db.read, actor.id);
	return born !== null && ageOn(born, dayInNetherlands(ctx.now())) < ADULT;
}

/** What the rule about the help of a region needs; null when there is no such region. */
export async function regionFacts(
	read: Reader,
	id: RegionId,
	today: Day
): Promise<RegionFacts | null> {
	if (!(await regionRow(read, id))) return null;
	const organisations = await organisationsIn(read, id);
	return {
		id,
		administrators: await listAdministrators(read, id, today),
		organisations: organisations.map((one) => one.id)
	};
}

/**
 * Help in one region, for everybody.
 * @throws {Denied} hide, when there is no such region
 */
export async function getRegionalHelp(
	ctx: Ctx,
	actor: Actor,
	id: RegionId
): Promise<RegionalHelpView> {
	const { read } = ctx.db;
	const region = await regionRow(read, id);
	authorize(canReadRights, actor, region);
	const facts = actor.kind === 'visitor' ? null : await factsNow(ctx, id);
	return {
		region: region ?? { id, name: '' },
		groups: byKind(await entriesOf(read, id), REGIONAL_HELP_KINDS),
		mayEdit: facts !== null && may(canEditRegionalHelp, actor, facts)
	};
}

/**
 * The regions that somebody keeps.
 * @throws {Denied} hide, for who keeps none
 */
export async function listOwnRegions(ctx: Ctx, actor: Actor): Promise<RegionName[]> {
	const id = actor.kind === 'person' ? actor.id : null;
	const own = id ? await listAdministered(ctx.db.read, id, dayInNetherlands(ctx.now())) : [];
	authorize(canOpenRegions, actor, id && { id, regions: own });
	return (await regionRows(ctx.db.read)).filter((region) => own.includes(region.id));
}

/**
 * Help in one region with its history, for its administrator.
 * @throws {Denied} hide, for everybody else
 */
export async function getRegionalHelpDesk(
	ctx: Ctx,
	actor: Actor,
	id: RegionId
): Promise<RegionalHelpDesk> {
	const { read } = ctx.db;
	const today = dayInNetherlands(ctx.now());
	authorize(canEditRegionalHelp, actor, await factsNow(ctx, id));
	const changes = await changesOf(read, id, MOST_CHANGES);
	return {
		region: (await regionRow(read, id)) ?? { id, name: '' },
		today,
		entries: (await entriesOf(read, id)).map((entry) => ({
			...entry,
			old: isOld(entry.checkedOn, today)
		})),
		changes: changes.map(({ givenName, familyName, ...change }) => ({
			...change,
			by: givenName === null ? null : `${givenName} ${familyName}`,
			day: dayInNetherlands(change.at)
		}))
	};
}

/** Who takes a file in for a region on this machine: one of its organisations. */
export async function speakerFor(ctx: Ctx, id: RegionId): Promise<Actor> {
	const [one] = await organisationsIn(ctx.db.read, id);
	return one ? { kind: 'machine', source: one.id } : visitor;
}

/**
 * Grows with every change of the help of any region: who keeps a public page asks whether it is still the
 * same, and forgets the page when it is not.
 */
export const regionalHelpVersion = (read: Reader): Promise<number> => lastSequence(read);

const factsNow = (ctx: Ctx, id: RegionId) =>
	regionFacts(ctx.db.read, id, dayInNetherlands(ctx.now()));
