import { recordRead } from '#lib/audit/server/commands.ts';
import type { FamilyId } from '#lib/family/model.ts';
import { currentAssignment } from '#lib/family/rules.ts';
import { listColleagues } from '#lib/family/server/assignment.commands.ts';
import { loadFamily, type LoadedFamily } from '#lib/family/server/queries.ts';
import type { Actor } from '#lib/kernel/actor.ts';
import { addDays, dayInNetherlands } from '#lib/kernel/calendar.ts';
import { authorize, Denied, may } from '#lib/kernel/policy.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import type { AskedOfMe, AssignmentView } from '../succession.model.ts';
import { canAnswerSuccession, canArrange } from '../succession.policy.ts';
import { comingAssignment } from '../succession.rules.ts';
import { askedFor, askedOf } from './succession.store.ts';

/**
 * Who looks after a family, for its regisseur: stand-in, successor, and whom one can ask.
 * @throws {Denied} for anyone but the regisseur of today
 */
export async function getAssignmentPage(
	ctx: Ctx,
	actor: Actor,
	id: FamilyId
): Promise<AssignmentView> {
	const { read } = ctx.db;
	const family = await loadFamily(read, id, dayInNetherlands(ctx.now()));
	const permit = authorize(canArrange, actor, family?.facts);
	const mine = family && currentAssignment(family.facts);
	if (!family || !mine) {
		throw new Denied(canArrange.ability, { outcome: 'hide', reason: 'onbekend' });
	}
	await recordRead(ctx, permit, { thing: 'assignment', familyId: id });
	const colleagues = (await listColleagues(read, id)).filter((one) => one.id !== mine.personId);
	const nameOf = (who: string) => colleagues.find((one) => one.id === who)?.name ?? '';
	const asked = await askedFor(read, id);
	const coming = comingAssignment(family.facts);
	const { standInId, standInFrom, standInUntil } = mine;
	const over = standInUntil !== null && standInUntil <= family.facts.today;
	return {
		familyId: id,
		familyName: familyNameOf(family),
		since: mine.from,
		standIn:
			standInId && standInFrom && !over
				? {
						name: nameOf(standInId),
						from: standInFrom,
						until: standInUntil && addDays(standInUntil, -1)
					}
				: null,
		asked: asked
			? { id: asked.id, name: nameOf(asked.toId), from: asked.from, reason: asked.reason }
			: null,
		coming: coming && { name: nameOf(coming.personId), from: coming.from },
		colleagues,
		tomorrow: addDays(family.facts.today, 1)
	};
}

/** What colleagues ask of this professional. Says which family, and nothing else about it. */
export async function listAskedOfMe(ctx: Ctx, actor: Actor): Promise<AskedOfMe[]> {
	if (actor.kind !== 'person') return [];
	const list: AskedOfMe[] = [];
	for (const { row, givenName, familyName } of await askedOf(ctx.db.read, actor.id)) {
		const family = await loadFamily(ctx.db.read, row.familyId, dayInNetherlands(ctx.now()));
		if (!family || !may(canAnswerSuccession, actor, { ...row, family: family.facts })) continue;
		list.push({
			...{ id: row.id, by: `${givenName} ${familyName}`, from: row.from, reason: row.reason },
			familyName: familyNameOf(family)
		});
	}
	return list;
}

/** As the desk names a family: by its first child. */
const familyNameOf = ({ people }: LoadedFamily) =>
	people.find((one) => one.relation === 'kind')?.familyName ?? '';
