import { index, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { AssignmentId, FamilyId } from '#lib/family/model.ts';
import type { PersonId } from '#lib/kernel/id.ts';
import type { SuccessionId, SuccessionState } from '#lib/regie/succession.model.ts';
import { dayColumn, momentColumn } from './columns.ts';
import { family, professional } from './family.ts';

/** A regisseur asks a colleague to take over a family from a day on (P3). Holds with a yes only. */
export const succession = sqliteTable(
	'succession',
	{
		id: text('id').$type<SuccessionId>().primaryKey(),
		familyId: text('family_id')
			.$type<FamilyId>()
			.notNull()
			.references(() => family.id),
		/** The assignment that ends when this one begins. */
		assignmentId: text('assignment_id').$type<AssignmentId>().notNull(),
		byId: text('by_id')
			.$type<PersonId>()
			.notNull()
			.references(() => professional.personId),
		toId: text('to_id')
			.$type<PersonId>()
			.notNull()
			.references(() => professional.personId),
		from: dayColumn('from').notNull(),
		/** Why, in words the family may read. */
		reason: text('reason').notNull(),
		state: text('state').$type<SuccessionState>().notNull(),
		askedAt: momentColumn('asked_at').notNull(),
		answeredAt: momentColumn('answered_at')
	},
	(t) => [index('succession_family').on(t.familyId), index('succession_to').on(t.toId, t.state)]
);
