import { recordRead } from '#lib/audit/server/commands.ts';
import type { FamilyId } from '#lib/family/model.ts';
import { isRegisseur } from '#lib/family/rules.ts';
import type { Actor } from '#lib/kernel/actor.ts';
import { dayInNetherlands, type Day } from '#lib/kernel/calendar.ts';
import { authorize, Denied, may } from '#lib/kernel/policy.ts';
import type { LoadedPlan } from '#lib/plan/server/load.ts';
import { viewerOf } from '#lib/plan/server/viewer.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import type { Reader } from '#lib/server/db/index.ts';
import type { OwnPlanId, OwnPlanView, ReleaseView } from '../model.ts';
import { canManageOwnPlan, canOpenOwnPlan, canReleaseOwnPlan } from '../policy.ts';
import { isReleased, memberOf, WAIVED } from '../rules.ts';
import { loadOwnPlan, ownPlanOf, type LoadedOwnPlan } from './load.ts';
import { pieceRows, releasedPieceRows } from './pieces.store.ts';
import { shownIn, toRelease } from './release-text.ts';
import { eventRows, familiesIn, milestoneRows } from './store.ts';
import { groupView, officeView, pieceViews } from './view.ts';

/**
 * The family's own plan: for the group what it wrote, for the regisseur the page to offer it and,
 * after the release, what the family released.
 * @throws {Denied} `hide` for everyone else, and for the regisseur while the family writes
 */
export async function getOwnPlanPage(ctx: Ctx, actor: Actor, id: FamilyId): Promise<OwnPlanView> {
	const own = await loadOwnPlan(ctx.db.read, id, dayInNetherlands(ctx.now()));
	if (!own || actor.kind !== 'person') throw nothing();
	const events = () => ofPlan(own, (ownPlanId) => eventRows(ctx.db.read, ownPlanId));
	if (isRegisseur(own.facts.family, actor.id)) {
		const permit = authorize(canManageOwnPlan, actor, own.facts);
		const pieces = await ofPlan(own, (ownPlanId) => releasedPieceRows(ctx.db.read, ownPlanId));
		const released = isReleased(own.facts.state) ? pieces : [];
		await recordRead(ctx, permit, { thing: 'own-plan', familyId: id });
		return officeView(actor, own, { events: await events(), pieces: released });
	}
	authorize(canOpenOwnPlan, actor, own.facts);
	const member = memberOf(own.facts, actor.id);
	if (!member) throw nothing();
	const pieces = await ofPlan(own, (ownPlanId) => pieceRows(ctx.db.read, ownPlanId));
	return groupView(actor, own, member, { events: await events(), pieces });
}

/**
 * Exactly what the regisseur will read, for the group: before the release what would be released by
 * this person, after it what was.
 * @throws {Denied} `hide` for everyone outside the group, and when nothing was begun
 */
export async function getReleasePage(ctx: Ctx, actor: Actor, id: FamilyId): Promise<ReleaseView> {
	const own = await loadOwnPlan(ctx.db.read, id, dayInNetherlands(ctx.now()));
	authorize(canOpenOwnPlan, actor, own?.facts);
	if (!own?.ownPlanId || actor.kind !== 'person') throw nothing();
	const member = memberOf(own.facts, actor.id);
	const released = isReleased(own.facts.state);
	if (!member || !(released || own.facts.state === 'bezig')) throw nothing();
	const read = released ? releasedPieceRows : pieceRows;
	const rows = toRelease(await read(ctx.db.read, own.ownPlanId), member);
	return {
		familyId: id,
		state: own.facts.state,
		pieces: pieceViews(rows, viewerOf(actor, own.loaded), own, member),
		mayRelease: may(canReleaseOwnPlan, actor, own.facts),
		shown: shownIn(rows)
	};
}

/** Among these families, those whose own plan this person is writing, or wrote, with others. */
export async function listOwnPlansAmong(
	ctx: Ctx,
	actor: Actor,
	families: readonly LoadedPlan[]
): Promise<FamilyId[]> {
	const found: FamilyId[] = [];
	for (const loaded of families) {
		const own = await ownPlanOf(ctx.db.read, loaded);
		const begun = own.ownPlanId && !['niet_mogelijk', 'niet_gewild'].includes(own.facts.state);
		if (begun && may(canOpenOwnPlan, actor, own.facts)) found.push(loaded.family.facts.id);
	}
	return found;
}

/**
 * The day since which it is certain that no familiegroepsplan comes; null when one may still come.
 * From that day the plan must be there within six weeks (Jeugdwet 4.1.3 lid 5).
 */
export async function familiegroepsplanWaived(read: Reader, family: FamilyId): Promise<Day | null> {
	const [found] = await listWaived(read, [family]);
	return found?.on ?? null;
}

/** The same of many families, in one read; who may still get one is absent. */
export const listWaived = (
	read: Reader,
	families: readonly FamilyId[]
): Promise<{ familyId: FamilyId; on: Day }[]> => familiesIn(read, WAIVED, families);

export type Milestones = {
	readonly familyId: FamilyId;
	readonly offeredOn: Day | null;
	readonly excludedOn: Day | null;
	readonly releasedOn: Day | null;
};

/** When each of these families was first offered an own plan, heard that none can be, and released one (feature F14). */
export async function listOwnPlanMilestones(
	read: Reader,
	families: readonly FamilyId[]
): Promise<Milestones[]> {
	const rowsOf = Map.groupBy(await milestoneRows(read, families), ({ familyId }) => familyId);
	return families.map((familyId) => {
		const first = (act: string) => rowsOf.get(familyId)?.find((one) => one.act === act)?.on ?? null;
		return {
			familyId,
			offeredOn: first('aanbieden'),
			excludedOn: first('uitsluiten'),
			releasedOn: first('vrijgeven')
		};
	});
}

/** Whether this person finds a page about an own plan at this family: for a link to it. */
export const opensOwnPlan = (actor: Actor, { facts }: LoadedOwnPlan): boolean =>
	may(canManageOwnPlan, actor, facts) || may(canOpenOwnPlan, actor, facts);

const ofPlan = async <Row>(
	{ ownPlanId }: LoadedOwnPlan,
	rows: (id: OwnPlanId) => Promise<Row[]>
): Promise<Row[]> => (ownPlanId ? rows(ownPlanId) : []);

const nothing = () => new Denied('own-plan.open', { outcome: 'hide', reason: 'onbekend' });
