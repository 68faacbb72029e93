import { desc, eq, inArray, sql, type SQL } from 'drizzle-orm';
import type { FamilyId } from '#lib/family/model.ts';
import type { PersonId } from '#lib/kernel/id.ts';
import type { Tx } from '#lib/server/db/index.ts';
import { incapacity, restriction } from '#lib/server/db/schema/consent.ts';
import {
	family,
	gezag,
	household,
	participant,
	person,
	professional,
	regisseurAssignment
} from '#lib/server/db/schema/family.ts';
import { caseMessage } from '#lib/server/db/schema/imports.ts';
import { trajectory } from '#lib/server/db/schema/feedback.ts';
import { goal, kader, plan, situation, step } from '#lib/server/db/schema/plan.ts';
import { succession } from '#lib/server/db/schema/regie.ts';
import type { Known } from '../known.ts';
import type { CaseMessage } from '../message.ts';

/** SQLite binds a limited number of values in one statement. */
const PART = 500;

/** Loads everything the rules ask about a message: its earlier self, and the rows its ids point at. */
export async function loadKnown(tx: Tx, message: CaseMessage): Promise<Known> {
	const { families } = message;
	const ids = families.map(({ id }) => id);
	const [earlier] = await tx
		.select({ source: caseMessage.source, fingerprint: caseMessage.fingerprint })
		.from(caseMessage)
		.where(eq(caseMessage.id, message.messageId));
	const [newest] = await tx
		.select({ sentAt: caseMessage.sentAt })
		.from(caseMessage)
		.where(eq(caseMessage.source, message.source))
		.orderBy(desc(caseMessage.sentAt))
		.limit(1);
	return {
		message: earlier ?? null,
		newestOfSource: newest?.sentAt ?? null,
		families: await knownFamilies(tx, ids),
		people: await knownPeople(tx, peopleIn(message)),
		activePlans: await activePlans(tx, ids),
		places: await placesOf(tx, message),
		...(await historyOf(tx, ids))
	};
}

const peopleIn = ({ professionals, families }: CaseMessage): PersonId[] => [
	...new Set([
		...professionals.map(({ id }) => id),
		...families.flatMap(({ people }) => people.map(({ id }) => id))
	])
];

async function knownFamilies(tx: Tx, ids: readonly FamilyId[]): Promise<Known['families']> {
	const rows = await inParts(ids, (part) =>
		tx.select().from(family).where(inArray(family.id, part))
	);
	return new Map(rows.map((row) => [row.id, row]));
}

async function knownPeople(tx: Tx, ids: readonly PersonId[]): Promise<Known['people']> {
	const rows = await inParts(ids, (part) =>
		tx
			.select({
				id: person.id,
				source: person.source,
				professional: sql<number>`${professional.personId} IS NOT NULL`,
				knownUntil: sql<number | null>`max(${family.knownUntil})`
			})
			.from(person)
			.leftJoin(professional, eq(professional.personId, person.id))
			.leftJoin(participant, eq(participant.personId, person.id))
			.leftJoin(family, eq(family.id, participant.familyId))
			.where(inArray(person.id, part))
			.groupBy(person.id)
	);
	return new Map(
		rows.map(({ id, source, professional: found, knownUntil }) => [
			id,
			{
				source,
				professional: found === 1,
				knownUntil: knownUntil === null ? null : new Date(knownUntil)
			}
		])
	);
}

async function activePlans(tx: Tx, ids: readonly FamilyId[]): Promise<Known['activePlans']> {
	const rows = await inParts(ids, (part) =>
		tx
			.select({ id: plan.id, familyId: plan.familyId, state: plan.state })
			.from(plan)
			.where(inArray(plan.familyId, part))
	);
	return new Map(
		rows.filter(({ state }) => state === 'active').map(({ id, familyId }) => [familyId, id])
	);
}

async function placesOf(tx: Tx, { families }: CaseMessage): Promise<Known['places']> {
	const goals = families.flatMap((one) => one.plan.goals);
	const inFamily = async (
		table:
			| typeof household
			| typeof gezag
			| typeof kader
			| typeof regisseurAssignment
			| typeof restriction
			| typeof incapacity
			| typeof trajectory
			| typeof plan,
		rows: readonly { readonly id: string }[]
	) =>
		placed(rows, (part) =>
			tx
				.select({ id: sql<string>`${table.id}`, familyId: table.familyId })
				.from(table)
				.where(inArray(sql`${table.id}`, part))
		);
	return {
		household: await inFamily(
			household,
			families.flatMap((one) => one.households)
		),
		gezag: await inFamily(
			gezag,
			families.flatMap((one) => one.gezag)
		),
		kader: await inFamily(
			kader,
			families.flatMap((one) => one.kaders)
		),
		regisseur: await inFamily(
			regisseurAssignment,
			families.flatMap((one) => one.regisseurs)
		),
		restriction: await inFamily(
			restriction,
			families.flatMap((one) => one.restrictions)
		),
		incapacity: await inFamily(
			incapacity,
			families.flatMap((one) => one.incapacities)
		),
		trajectory: await inFamily(
			trajectory,
			families.flatMap((one) => one.trajectories)
		),
		plan: await inFamily(
			plan,
			families.map((one) => one.plan)
		),
		situation: await placed(
			families.flatMap((one) => one.plan.situation),
			(part) =>
				tx
					.select({ id: situation.id, familyId: plan.familyId })
					.from(situation)
					.innerJoin(plan, eq(plan.id, situation.planId))
					.where(inArray(situation.id, part))
		),
		goal: await placed(goals, (part) =>
			tx
				.select({ id: goal.id, familyId: plan.familyId })
				.from(goal)
				.innerJoin(plan, eq(plan.id, goal.planId))
				.where(inArray(goal.id, part))
		),
		step: await placed(
			goals.flatMap(({ steps }) => steps),
			(part) =>
				tx
					.select({ id: step.id, familyId: plan.familyId })
					.from(step)
					.innerJoin(goal, eq(goal.id, step.goalId))
					.innerJoin(plan, eq(plan.id, goal.planId))
					.where(inArray(step.id, part))
		)
	};
}

async function placed<Id extends string>(
	rows: readonly { readonly id: Id }[],
	read: (part: Id[]) => Promise<{ readonly id: string; readonly familyId: FamilyId }[]>
): Promise<ReadonlyMap<string, FamilyId>> {
	const found = await inParts(
		rows.map(({ id }) => id),
		read
	);
	return new Map(found.map(({ id, familyId }) => [id, familyId]));
}

type History = Pick<
	Known,
	'gezag' | 'kaders' | 'regisseurs' | 'restrictions' | 'incapacities' | 'trajectories'
>;

async function historyOf(tx: Tx, ids: readonly FamilyId[]): Promise<History> {
	return {
		gezag: await inParts(ids, (part) =>
			tx
				.select({
					id: gezag.id,
					familyId: gezag.familyId,
					child: gezag.childId,
					holder: gezag.holderId,
					kind: gezag.kind,
					from: gezag.from,
					until: gezag.until
				})
				.from(gezag)
				.where(inArray(gezag.familyId, part))
		),
		kaders: await inParts(ids, (part) =>
			tx
				.select({
					id: kader.id,
					familyId: kader.familyId,
					child: kader.childId,
					kind: kader.kind,
					from: kader.from,
					until: kader.until
				})
				.from(kader)
				.where(inArray(kader.familyId, part))
		),
		regisseurs: await inParts(ids, (part) =>
			tx
				.select({
					id: regisseurAssignment.id,
					familyId: regisseurAssignment.familyId,
					person: regisseurAssignment.personId,
					from: regisseurAssignment.from,
					until: regisseurAssignment.until,
					reason: regisseurAssignment.reason,
					begunHere: agreed(sql`made.family_id = ${regisseurAssignment}.family_id
						AND made.to_id = ${regisseurAssignment}.person_id
						AND made."from" = ${regisseurAssignment}."from"`),
					endedHere: agreed(sql`made.assignment_id = ${regisseurAssignment}.id`)
				})
				.from(regisseurAssignment)
				.where(inArray(regisseurAssignment.familyId, part))
		),
		restrictions: await inParts(ids, (part) =>
			tx
				.select({
					id: restriction.id,
					familyId: restriction.familyId,
					child: restriction.childId,
					parent: restriction.parentId,
					from: restriction.from,
					until: restriction.until
				})
				.from(restriction)
				.where(inArray(restriction.familyId, part))
		),
		incapacities: await inParts(ids, (part) =>
			tx
				.select({
					id: incapacity.id,
					familyId: incapacity.familyId,
					child: incapacity.childId,
					from: incapacity.from
				})
				.from(incapacity)
				.where(inArray(incapacity.familyId, part))
		),
		trajectories: await inParts(ids, (part) =>
			tx
				.select({
					id: trajectory.id,
					familyId: trajectory.familyId,
					child: trajectory.childId,
					provider: trajectory.providerId,
					help: trajectory.help,
					from: trajectory.from,
					until: trajectory.until
				})
				.from(trajectory)
				.where(inArray(trajectory.familyId, part))
		)
	};
}

/** Whether two colleagues agreed here on a change like this. Names are written out: a subquery needs them. */
const agreed = (like: SQL) =>
	sql`EXISTS (SELECT 1 FROM ${succession} AS made WHERE made.state = 'accepted' AND ${like})`.mapWith(
		Boolean
	);

async function inParts<Value, Row>(
	values: readonly Value[],
	read: (part: Value[]) => PromiseLike<Row[]>
): Promise<Row[]> {
	const rows: Row[] = [];
	for (let start = 0; start < values.length; start += PART)
		rows.push(...(await read(values.slice(start, start + PART))));
	return rows;
}
