import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { GuestPlanId } from '#lib/toekomstplan/guest.model.ts';
import type { Domain, Field } from '#lib/toekomstplan/model.ts';
import { momentColumn } from './columns.ts';

/** A plan for later of somebody without an account: of no person, and gone after fourteen days. */
export const guestPlan = sqliteTable(
	'guest_plan',
	{
		id: text('id').$type<GuestPlanId>().primaryKey(),
		/** Of the secret that one browser holds. */
		tokenHash: text('token_hash').notNull().unique(),
		until: momentColumn('until').notNull()
	},
	(t) => [index('guest_plan_until').on(t.until)]
);

export const guestWords = sqliteTable(
	'guest_words',
	{
		planId: text('plan_id')
			.$type<GuestPlanId>()
			.notNull()
			.references(() => guestPlan.id),
		domain: text('domain').$type<Domain>().notNull(),
		field: text('field').$type<Field>().notNull(),
		words: text('words').notNull(),
		/** Counts the changes, so that two tabs never overwrite each other. */
		revision: integer('revision').notNull()
	},
	(t) => [primaryKey({ columns: [t.planId, t.domain, t.field] })]
);
