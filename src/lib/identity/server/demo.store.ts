import { eq, isNull, sql } from 'drizzle-orm';
import type { Reader } from '#lib/server/db/index.ts';
import { councilSeat } from '#lib/server/db/schema/council.ts';
import { family, participant, person, professional } from '#lib/server/db/schema/family.ts';

/** Family members with when they take part, family by family. */
export const demoParticipants = (read: Reader, most: number) =>
	read
		.select({
			familyId: participant.familyId,
			id: person.id,
			givenName: person.givenName,
			familyName: person.familyName,
			relation: participant.relation,
			words: participant.relationWords,
			until: participant.until
		})
		.from(participant)
		.innerJoin(person, eq(person.id, participant.personId))
		.leftJoin(professional, eq(professional.personId, person.id))
		.where(isNull(professional.personId))
		.innerJoin(family, eq(family.id, participant.familyId))
		// In the order in which the families were taken in.
		.orderBy(sql`${family}.rowid`, participant.magnet)
		.limit(most);

export const demoProfessionals = (read: Reader, most: number) =>
	read
		.select({
			id: person.id,
			givenName: person.givenName,
			familyName: person.familyName,
			role: professional.role
		})
		.from(professional)
		.innerJoin(person, eq(person.id, professional.personId))
		.orderBy(person.familyName)
		.limit(most);

/** Who sits in a council, with when. */
export const demoCouncil = (read: Reader, most: number) =>
	read
		.select({
			id: person.id,
			givenName: person.givenName,
			familyName: person.familyName,
			seat: councilSeat.seat,
			until: councilSeat.until
		})
		.from(councilSeat)
		.innerJoin(person, eq(person.id, councilSeat.personId))
		.orderBy(person.familyName)
		.limit(most);
