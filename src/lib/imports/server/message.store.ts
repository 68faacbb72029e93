import { and, eq, ne } from 'drizzle-orm';
import type { Permit } from '#lib/kernel/policy.ts';
import type { Tx } from '#lib/server/db/index.ts';
import {
	family,
	organisation,
	person,
	professional,
	region
} from '#lib/server/db/schema/family.ts';
import { caseMessage } from '#lib/server/db/schema/imports.ts';
import type { CaseMessage } from '../message.ts';
import type { MessageId } from '../model.ts';
import { ALL, put } from './rows.store.ts';

type MayDeliver = Permit<'message.deliver', MessageId>;
type Source = CaseMessage['source'];

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
