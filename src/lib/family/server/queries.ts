import { recordRead } from '#lib/audit/server/commands.ts';
import type { Actor } from '#lib/kernel/actor.ts';
import { dayInNetherlands, type Day } from '#lib/kernel/calendar.ts';
import type { PersonId } from '#lib/kernel/id.ts';
import { authorize } from '#lib/kernel/policy.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import type { Reader } from '#lib/server/db/index.ts';
import type {
	FamilyFacts,
	FamilyId,
	PersonView,
	RegisseurCard,
	RegisseurView,
	RegisseurWord,
	RegionId
} from '../model.ts';
import { canReadRegisseur, type DeskFacts } from '../policy.ts';
import { currentAssignment, standsInToday } from '../rules.ts';
import {
	assignedFamilyIds,
	familyIdsOf,
	familyRows,
	personRow,
	type AssignmentRow,
	type ParticipantRow
} from './store.ts';

/** A family as rules need it, with the names that pages need beside it. */
export type LoadedFamily = {
	readonly facts: FamilyFacts;
	readonly people: readonly ParticipantRow[];
	readonly assignments: readonly AssignmentRow[];
	readonly regionId: RegionId;
	/** The word this region uses. */
	readonly regisseurWord: RegisseurWord;
};

/** Reads a family whole; null when nobody was ever part of it. */
export async function loadFamily(
	read: Reader,
	id: FamilyId,
	today: Day
): Promise<LoadedFamily | null> {
	const rows = await familyRows(read, id);
	if (!rows || rows.participants.length === 0) return null;
	const { participants, gezag, assignments, regionId, regisseurWord } = rows;
	return {
		facts: { id, today, participants, gezag, assignments },
		people: participants,
		assignments,
		regionId,
		regisseurWord
	};
}

/** The families this person belongs to today, by the same rule as `canEnterFamily` (a test compares them). */
export async function listMyFamilies(ctx: Ctx, actor: Actor): Promise<FamilyId[]> {
	if (actor.kind !== 'person') return [];
	const staff = actor.assurance === 'second-factor';
	return familyIdsOf(ctx.db.read, actor.id, dayInNetherlands(ctx.now()), staff);
}

/** The same, each read whole. */
export async function readMyFamilies(ctx: Ctx, actor: Actor): Promise<LoadedFamily[]> {
	const families = [];
	for (const id of await listMyFamilies(ctx, actor)) {
		const family = await loadFamily(ctx.db.read, id, dayInNetherlands(ctx.now()));
		if (family) families.push(family);
	}
	return families;
}

/** The families this person is regisseur of today, or stands in for. */
export async function listCaseload(ctx: Ctx, actor: Actor): Promise<FamilyId[]> {
	if (actor.kind !== 'person' || actor.assurance !== 'second-factor') return [];
	return assignedFamilyIds(ctx.db.read, actor.id, dayInNetherlands(ctx.now()));
}

/**
 * The page about the regisseur of one family.
 * @throws {Denied} for who does not take part, or has nothing to see here
 */
export async function getRegisseurPage(
	ctx: Ctx,
	actor: Actor,
	id: FamilyId
): Promise<RegisseurView> {
	const today = dayInNetherlands(ctx.now());
	const family = await loadFamily(ctx.db.read, id, today);
	const permit = authorize(canReadRegisseur, actor, family?.facts);
	await recordRead(ctx, permit, { thing: 'regisseur', familyId: id });
	const assignments = family?.assignments ?? [];
	const started = assignments.filter((one) => one.from <= today);
	const current = started.find((one) => one.until === null || today < one.until);
	return {
		familyId: id,
		card: family ? regisseurCard(family) : null,
		reason: current?.reason ?? null,
		earlier: started
			.filter(
				(one): one is AssignmentRow & { until: Day } => one.until !== null && one.until <= today
			)
			.map((one) => ({
				name: fullName(one),
				organisation: one.organisation,
				from: one.from,
				until: one.until
			}))
			.reverse(),
		count: started.length
	};
}

/** The card of today's regisseur; null when the family has none. Ask `canReadRegisseur` first. */
export function regisseurCard({
	facts,
	assignments,
	regisseurWord
}: LoadedFamily): RegisseurCard | null {
	const holding = currentAssignment(facts);
	const row = assignments.find((one) => one.id === holding?.id);
	if (!row) return null;
	const coming = assignments.find((one) => one.from > facts.today);
	return {
		word: regisseurWord,
		name: fullName(row),
		initials: initialsOf(row),
		role: row.role,
		organisation: row.organisation,
		phone: row.phone ?? row.organisationPhone,
		workingDays: row.workingDays,
		since: row.from,
		standIn:
			standsInToday(row, facts.today) && row.standInGivenName && row.standInFamilyName
				? {
						name: `${row.standInGivenName} ${row.standInFamilyName}`,
						phone: row.standInPhone,
						until: row.standInUntil
					}
				: null,
		coming: coming ? { name: fullName(coming), from: coming.from, reason: coming.reason } : null
	};
}

/** A person as a page names them to this viewer: family by given name, professionals in full. */
export const personView = (row: ParticipantRow, viewer: PersonId): PersonView => ({
	id: row.personId,
	name: row.relation === 'professional' ? fullName(row) : row.givenName,
	magnet: row.magnet,
	relation: row.relation,
	words: row.words,
	self: row.personId === viewer
});

/** A regisseur or stand-in, of now or before, as a page names them; null when this is not one. */
export function assignedView(
	{ assignments, people }: LoadedFamily,
	id: PersonId,
	viewer: PersonId
): PersonView | null {
	const row = assignments.find((one) => one.personId === id || one.standInId === id);
	if (!row) return null;
	const standIn = row.personId !== id;
	return {
		id,
		name: standIn ? `${row.standInGivenName} ${row.standInFamilyName}` : fullName(row),
		magnet: people.length,
		relation: 'professional',
		words: null,
		self: id === viewer
	};
}

/** Facts for the desk of the one who asks; null when the portal does not know this person. */
export async function deskFacts(ctx: Ctx, actor: Actor): Promise<DeskFacts | null> {
	if (actor.kind !== 'person') return null;
	const row = await personRow(ctx.db.read, actor.id);
	return row ? { id: actor.id, professional: row.professional } : null;
}

/** What this person is called; empty for someone the portal does not know. */
export const givenNameOf = async (ctx: Ctx, who: PersonId): Promise<string> =>
	(await personRow(ctx.db.read, who))?.givenName ?? '';

const fullName = (row: { givenName: string; familyName: string }) =>
	`${row.givenName} ${row.familyName}`;

const initialsOf = (row: { givenName: string; familyName: string }) => {
	const last = row.familyName.split(' ').at(-1) ?? '';
	return `${row.givenName.charAt(0)}${last.charAt(0)}`.toUpperCase();
};
