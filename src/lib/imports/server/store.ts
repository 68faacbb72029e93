import {
	and,
	asc,
	eq,
	getTableColumns,
	inArray,
	isNotNull,
	ne,
	notInArray,
	sql
} from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { FamilyId } from '#lib/family/model.ts';
import type { PersonId } from '#lib/kernel/id.ts';
import type { Permit } from '#lib/kernel/policy.ts';
import { newId } from '#lib/server/crypto.ts';
import type { Tx } from '#lib/server/db/index.ts';
import { incapacity, restriction } from '#lib/server/db/schema/consent.ts';
import {
	family,
	gezag,
	household,
	householdMember,
	organisation,
	participant,
	person,
	professional,
	region,
	regisseurAssignment
} from '#lib/server/db/schema/family.ts';
import { caseMessage } from '#lib/server/db/schema/imports.ts';
import { goal, kader, plan, situation, step } from '#lib/server/db/schema/plan.ts';
import type { CaseMessage, MessageFamily } from '../message.ts';
import type { MessageId } from '../model.ts';

type MayDeliver = Permit<'message.deliver', MessageId>;
type MayImport = Permit<'family.import', FamilyId>;

/** Keeps that a message was taken in. Its text is not kept. */
export const saveMessage = (tx: Tx, may: MayDeliver, row: Omit<MessageRow, 'id'>) =>
	tx.insert(caseMessage).values({ ...row, id: may.id });
type MessageRow = typeof caseMessage.$inferInsert;

/**
 * Region, organisations and professionals of a message.
 * @param newest whether no newer message of this source was taken in; otherwise only what is missing
 * is added
 */
export async function saveSurroundings(
	tx: Tx,
	may: MayDeliver,
	message: CaseMessage,
	newest: boolean
): Promise<void> {
	const { source, region: place } = message;
	const ownRegion = newest && !(await isRegionOfOthers(tx, place.id, source));
	await put(tx, region, [place], region.id, ownRegion ? [] : ALL);
	for (const { id, name, kind, phone = null } of message.organisations) {
		const own = newest && !(await isOrganisationOfOthers(tx, id, source));
		const row = { id, regionId: place.id, name, kind, phone };
		await put(tx, organisation, [row], organisation.id, own ? [] : ALL);
	}
	const people = message.professionals.map(({ id, givenName, familyName }) => ({
		...{ id, source, givenName, familyName, birthDate: null },
		language: 'nl'
	}));
	await put(tx, person, people, person.id, newest ? ['source', 'birthDate', 'language'] : ALL);
	const rows = message.professionals.map((one) => ({
		personId: one.id,
		organisationId: one.organisation,
		role: one.role,
		phone: one.phone ?? null,
		workingDays: one.workingDays
	}));
	await put(tx, professional, rows, professional.personId, newest ? [] : ALL);
}

/** A region in which another source has families is not changed by this one. */
async function isRegionOfOthers(tx: Tx, id: CaseMessage['region']['id'], source: Source) {
	const [other] = await tx
		.select({ id: family.id })
		.from(family)
		.where(and(eq(family.regionId, id), ne(family.source, source)))
		.limit(1);
	return other !== undefined;
}

/** An organisation that sends messages itself, or that another source works with, is not changed. */
async function isOrganisationOfOthers(tx: Tx, id: Source, source: Source) {
	if (id === source) return false;
	const [sender] = await tx
		.select({ id: caseMessage.id })
		.from(caseMessage)
		.where(eq(caseMessage.source, id))
		.limit(1);
	const [worker] = await tx
		.select({ id: person.id })
		.from(professional)
		.innerJoin(person, eq(person.id, professional.personId))
		.where(and(eq(professional.organisationId, id), ne(person.source, source)))
		.limit(1);
	return sender !== undefined || worker !== undefined;
}
type Source = CaseMessage['source'];

/** Everything of one family that a message names. What it leaves out stays as it was. */
export async function saveFamily(
	tx: Tx,
	may: MayImport,
	message: CaseMessage,
	sent: MessageFamily,
	newerPeople: ReadonlySet<PersonId>
): Promise<void> {
	await put(
		tx,
		family,
		[
			{
				id: may.id,
				regionId: message.region.id,
				source: message.source,
				knownUntil: message.sentAt
			}
		],
		family.id,
		['source']
	);
	await savePeople(tx, may, message.source, sent, newerPeople);
	await saveHouseholds(tx, may, sent);
	await saveRelations(tx, may, sent);
	await saveProtection(tx, may, sent);
	await savePlan(tx, may, sent);
}

async function savePeople(
	tx: Tx,
	may: MayImport,
	source: Source,
	{ people }: MessageFamily,
	newer: ReadonlySet<PersonId>
): Promise<void> {
	const named = people.flatMap((one) =>
		one.relation === 'professional'
			? []
			: [
					{
						...{ id: one.id, source, language: one.language },
						...{ givenName: one.givenName, familyName: one.familyName },
						birthDate: one.birthDate ?? null
					}
				]
	);
	const older = named.filter(({ id }) => newer.has(id));
	await put(tx, person, older, person.id, ALL);
	await put(
		tx,
		person,
		named.filter(({ id }) => !newer.has(id)),
		person.id,
		['source']
	);
	const magnetOf = await magnets(tx, may.id);
	const rows = people.map((one) => ({
		id: newId<typeof participant.$inferSelect.id>(),
		...{ familyId: may.id, personId: one.id, relation: one.relation },
		relationWords: one.relationWords ?? null,
		magnet: magnetOf(one.id),
		...periodOf(one)
	}));
	await put(
		tx,
		participant,
		rows,
		[participant.familyId, participant.personId],
		['id', 'familyId', 'personId']
	);
}

/** A person keeps the magnet they have; someone new gets the next one of the family. */
async function magnets(tx: Tx, familyId: FamilyId): Promise<(person: PersonId) => number> {
	const taken = await tx
		.select({ personId: participant.personId, magnet: participant.magnet })
		.from(participant)
		.where(eq(participant.familyId, familyId));
	const known = new Map(taken.map(({ personId, magnet }) => [personId, magnet]));
	let next = Math.max(-1, ...known.values()) + 1;
	return (personId) => known.get(personId) ?? next++;
}

async function saveHouseholds(tx: Tx, may: MayImport, { households }: MessageFamily) {
	if (households.length === 0) return;
	const rows = households.map(({ id, street, postcode, town, addressHidden }) => ({
		...{ id, familyId: may.id, addressHidden },
		...{ street: street ?? null, postcode: postcode ?? null, town: town ?? null }
	}));
	await put(tx, household, rows, household.id, ['familyId']);
	// Who is no longer in the list no longer lives there: their contact details go as well.
	await tx.delete(householdMember).where(
		inArray(
			householdMember.householdId,
			households.map(({ id }) => id)
		)
	);
	const members = households.flatMap(({ id, members: list }) =>
		list.map(({ person: personId, email = null, phone = null }) => ({
			...{ householdId: id, personId, email, phone }
		}))
	);
	if (members.length > 0) await tx.insert(householdMember).values(members);
}

async function saveRelations(tx: Tx, may: MayImport, sent: MessageFamily): Promise<void> {
	const familyId = may.id;
	const gezagRows = sent.gezag.map((row) => ({
		...{ id: row.id, familyId, childId: row.child, holderId: row.holder, kind: row.kind },
		...periodOf(row)
	}));
	await put(tx, gezag, gezagRows, gezag.id, ['familyId']);
	const kaders = sent.kaders.map((row) => ({
		...{ id: row.id, familyId, childId: row.child, kind: row.kind },
		...periodOf(row),
		...{ decidedBy: row.decidedBy, decidedOn: row.decidedOn ?? null }
	}));
	await put(tx, kader, kaders, kader.id, ['familyId']);
	const regisseurs = sent.regisseurs.map((row) => ({
		...{ id: row.id, familyId, personId: row.person, reason: row.reason },
		...periodOf(row),
		standInId: row.standIn?.person ?? null,
		standInFrom: row.standIn?.from ?? null,
		standInUntil: row.standIn?.until ?? null
	}));
	await put(tx, regisseurAssignment, regisseurs, regisseurAssignment.id, ['familyId']);
}

async function saveProtection(tx: Tx, may: MayImport, sent: MessageFamily): Promise<void> {
	const familyId = may.id;
	const restrictions = sent.restrictions.map((row) => ({
		...{ id: row.id, familyId, childId: row.child, parentId: row.parent, reason: row.reason },
		...{ professionalId: row.professional, secondProfessionalId: row.secondProfessional },
		...{ from: row.from, until: row.until }
	}));
	await put(tx, restriction, restrictions, restriction.id, ['familyId']);
	const incapacities = sent.incapacities.map((row) => ({
		...{ id: row.id, familyId, childId: row.child, reason: row.reason },
		...{ professionalId: row.professional, from: row.from, reviewBy: row.reviewBy }
	}));
	await put(tx, incapacity, incapacities, incapacity.id, ['familyId']);
}

async function savePlan(tx: Tx, may: MayImport, { plan: sent }: MessageFamily): Promise<void> {
	const row = {
		...{ id: sent.id, familyId: may.id, state: sent.state, from: sent.from },
		...{ reviewOn: sent.reviewOn ?? null, reviewWords: sent.reviewWords ?? null }
	};
	await put(tx, plan, [row], plan.id, ['familyId']);
	const parts = sent.situation.map((part, position) => ({
		...{ id: part.id, planId: sent.id, position, ownWords: part.ownWords },
		...{ professionalWords: part.professionalWords ?? null, children: part.children }
	}));
	await put(tx, situation, parts, situation.id);
	await placeAfter(tx, situation, eq(situation.planId, sent.id), sent.situation);
	const goals = sent.goals.map((one, position) => ({
		...{ id: one.id, planId: sent.id, position, group: one.group, ownWords: one.ownWords },
		...{ professionalWords: one.professionalWords ?? null, resultWords: one.resultWords ?? null },
		children: one.children
	}));
	await put(tx, goal, goals, goal.id);
	await placeAfter(tx, goal, eq(goal.planId, sent.id), sent.goals);
	const steps = sent.goals.flatMap(({ id, steps: list }) =>
		list.map((one, position) => ({
			...{ id: one.id, goalId: id, position, title: one.title },
			...{ ownerId: one.owner, due: one.due ?? null, state: one.state }
		}))
	);
	await put(tx, step, steps, step.id);
	for (const { id, steps: list } of sent.goals)
		await placeAfter(tx, step, eq(step.goalId, id), list);
}

/** What a message leaves out of a list stands after what it names, in its old order. */
async function placeAfter(
	tx: Tx,
	table: typeof situation | typeof goal | typeof step,
	inList: SQL,
	sent: readonly { readonly id: string }[]
): Promise<void> {
	const id = sql<string>`${table.id}`;
	const named = sent.map((one) => one.id);
	const leftOut = await tx
		.select({ id })
		.from(table)
		.where(and(inList, notInArray(id, named)))
		.orderBy(asc(table.position));
	for (const [index, row] of leftOut.entries())
		await tx
			.update(table)
			.set({ position: sent.length + index })
			.where(eq(id, row.id));
}

/** How many people of the portal have each address: more than one share it. */
export async function peoplePerAddress(
	tx: Tx,
	addresses: readonly string[]
): Promise<ReadonlyMap<string, number>> {
	const rows = await tx
		.select({
			email: householdMember.email,
			people: sql<number>`count(DISTINCT ${householdMember.personId})`
		})
		.from(householdMember)
		.where(and(isNotNull(householdMember.email), inArray(householdMember.email, [...addresses])))
		.groupBy(householdMember.email);
	return new Map(rows.map(({ email, people }) => [email ?? '', people]));
}

const periodOf = ({ from, until }: Pick<MessageFamily['gezag'][number], 'from' | 'until'>) => ({
	from,
	until: until ?? null
});

/** Keep the whole row that is already there. */
const ALL = 'all';

/**
 * Adds rows; of a row that is already there, every column but `kept` takes the new value.
 * The target's own columns need not be named in `kept`.
 */
async function put<T extends SQLiteTable>(
	tx: Tx,
	table: T,
	rows: readonly T['$inferInsert'][],
	target: SQLiteColumn | SQLiteColumn[],
	kept: readonly string[] | typeof ALL = []
): Promise<void> {
	for (let start = 0; start < rows.length; start += 200) {
		const insert = tx.insert(table).values(rows.slice(start, start + 200));
		if (kept === ALL) await insert.onConflictDoNothing();
		else await insert.onConflictDoUpdate({ target, set: replaced(table, kept) });
	}
}

function replaced(table: SQLiteTable, kept: readonly string[]): Record<string, SQL> {
	const columns = Object.entries(getTableColumns(table)).filter(([name]) => !kept.includes(name));
	return Object.fromEntries(
		columns.map(([name, column]) => [name, sql`excluded.${sql.identifier(column.name)}`])
	);
}
