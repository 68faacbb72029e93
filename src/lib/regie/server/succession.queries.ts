import { recordRead } from '#lib/audit/server/commands.ts';
import type { AssignmentFacts, FamilyId } from '#lib/family/model.ts';
import { currentAssignment } from '#lib/family/rules.ts';
import { listColleagues } from '#lib/family/server/assignment.commands.ts';
import { loadFamily, type LoadedFamily } from '#lib/family/server/queries.ts';
import type { Actor } from '#lib/kernel/actor.ts';
import { addDays, dayInNetherlands, type Day } from '#lib/kernel/calendar.ts';
import { authorize, Denied, may as allows } from '#lib/kernel/policy.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import type { AskedOfMe, AssignmentView } from '../succession.model.ts';
import { canAnswerSuccession, canArrange } from '../succession.policy.ts';
import { comingAssignment, isOpen } from '../succession.rules.ts';
import { askedOf, lastAsked } from './succession.store.ts';

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
	const last = await lastAsked(read, mine.id);
	const open = last && isOpen(last.row, family.facts) ? last : null;
	const coming = family.assignments.find((one) => one.id === comingAssignment(family.facts)?.id);
	return {
		familyId: id,
		familyName: familyNameOf(family),
		since: mine.from,
		standIn: standInOf(family, mine),
		asked: open && {
			...{ id: open.row.id, name: fullName(open), from: open.row.from, reason: open.row.reason }
		},
		refused: last && !coming ? refusedIn(last, family.facts.today) : null,
		coming: coming ? { name: fullName(coming), from: coming.from } : null,
		colleagues,
		tomorrow: addDays(family.facts.today, 1)
	};
}

/** Who stands in now or later, as the family's card names them. */
function standInOf(
	{ assignments, facts }: LoadedFamily,
	mine: AssignmentFacts
): AssignmentView['standIn'] {
	const row = assignments.find((one) => one.id === mine.id);
	if (!row?.standInId || !row.standInFrom) return null;
	const { standInFrom: from, standInUntil: until } = row;
	if (until !== null && until <= facts.today) return null;
	const name = `${row.standInGivenName ?? ''} ${row.standInFamilyName ?? ''}`.trim();
	return { name, from, until: until && addDays(until, -1) };
}

function refusedIn(
	last: NonNullable<Awaited<ReturnType<typeof lastAsked>>>,
	today: Day
): AssignmentView['refused'] {
	if (last.row.state === 'declined') return { name: fullName(last), why: 'declined' };
	const late = last.row.state === 'asked' && last.row.from <= today;
	return late ? { name: fullName(last), why: 'late' } : null;
}

/**
 * What colleagues ask of this professional. Says which family, and nothing else about it; that it was
 * seen is written down.
 */
export async function listAskedOfMe(ctx: Ctx, actor: Actor): Promise<AskedOfMe[]> {
	if (actor.kind !== 'person' || actor.assurance !== 'second-factor') return [];
	const list: AskedOfMe[] = [];
	for (const { row, ...by } of await askedOf(ctx.db.read, actor.id)) {
		const family = await loadFamily(ctx.db.read, row.familyId, dayInNetherlands(ctx.now()));
		const facts = family && { ...row, family: family.facts };
		if (!facts || !allows(canAnswerSuccession, actor, facts)) continue;
		const permit = authorize(canAnswerSuccession, actor, facts);
		await recordRead(ctx, permit, { thing: 'succession', familyId: row.familyId });
		list.push({
			...{ id: row.id, by: fullName(by), from: row.from, reason: row.reason },
			familyName: familyNameOf(family)
		});
	}
	return list;
}

/** As the desk names a family: by its first child. */
const familyNameOf = ({ people }: LoadedFamily) =>
	people.find((one) => one.relation === 'kind')?.familyName ?? '';

const fullName = (row: { readonly givenName: string; readonly familyName: string }) =>
	`${row.givenName} ${row.familyName}`;
