import { and, eq, sql } from 'drizzle-orm';
import type { Day } from '#lib/kernel/calendar.ts';
import type { PersonId } from '#lib/kernel/id.ts';
import { prepared, type Reader } from '#lib/server/db/index.ts';
import { participant, person } from '#lib/server/db/schema/family.ts';
import { kader, plan } from '#lib/server/db/schema/plan.ts';

/** Families of which the asked person is the regisseur, or stands in, on the asked day. */
const assignedFamilies = sql`(
	SELECT family_id FROM regisseur_assignment
	WHERE "from" <= ${sql.placeholder('today')}
		AND ("until" IS NULL OR "until" > ${sql.placeholder('today')})
		AND (person_id = ${sql.placeholder('person')} OR (
			stand_in_id = ${sql.placeholder('person')}
			AND stand_in_from <= ${sql.placeholder('today')}
			AND (stand_in_until IS NULL OR stand_in_until > ${sql.placeholder('today')})
		))
)`;

const deskChildren = prepared((read) =>
	read
		.select({
			familyId: participant.familyId,
			childId: participant.personId,
			name: person.givenName,
			familyName: person.familyName,
			birthDate: person.birthDate,
			reviewOn: plan.reviewOn,
			from: participant.from,
			until: participant.until,
			/** The viewer is the regisseur, and does not only stand in. */
			own: sql<boolean>`EXISTS (
				SELECT 1 FROM regisseur_assignment AS mine
				WHERE mine.family_id = ${participant.familyId}
					AND mine.person_id = ${sql.placeholder('person')}
					AND mine."from" <= ${sql.placeholder('today')}
					AND (mine."until" IS NULL OR mine."until" > ${sql.placeholder('today')})
			)`.mapWith(Boolean)
		})
		.from(participant)
		.innerJoin(person, eq(person.id, participant.personId))
		.leftJoin(plan, and(eq(plan.familyId, participant.familyId), eq(plan.state, 'active')))
		.where(
			and(eq(participant.relation, 'kind'), sql`${participant.familyId} IN ${assignedFamilies}`)
		)
		.orderBy(participant.familyId, participant.magnet)
		.prepare()
);

const deskKaders = prepared((read) =>
	read
		.select({ childId: kader.childId, kind: kader.kind, from: kader.from, until: kader.until })
		.from(kader)
		.where(sql`${kader.familyId} IN ${assignedFamilies}`)
		.orderBy(kader.from)
		.prepare()
);

/** The children of a whole caseload and their kaders, in two reads whatever its size. */
export const deskRows = async (read: Reader, who: PersonId, today: Day) => ({
	children: await deskChildren(read).all({ person: who, today }),
	kaders: await deskKaders(read).all({ person: who, today })
});
