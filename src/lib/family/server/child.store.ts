import { and, eq, sql } from 'drizzle-orm';
import type { PersonId } from '#lib/kernel/id.ts';
import { prepared, type Reader } from '#lib/server/db/index.ts';
import { participant, person } from '#lib/server/db/schema/family.ts';

const asChild = prepared((read) =>
	read
		.selectDistinct({
			familyId: participant.familyId,
			givenName: person.givenName,
			birthDate: person.birthDate
		})
		.from(participant)
		.innerJoin(person, eq(person.id, participant.personId))
		.where(
			and(eq(participant.personId, sql.placeholder('person')), eq(participant.relation, 'kind'))
		)
		.prepare()
);

/** The families that this person is or ever was a child of. */
export const childRows = (read: Reader, who: PersonId) => asChild(read).all({ person: who });
