import { index, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { PersonId } from '#lib/kernel/id.ts';
import type { FamilyId } from '#lib/family/model.ts';
import type { NetworkHelpId } from '#lib/network/model.ts';
import { dayColumn } from './columns.ts';
import { family, person } from './family.ts';

/** Somebody from the own network helps, with what, since when (feature P21). */
export const networkHelp = sqliteTable(
	'network_help',
	{
		id: text('id').$type<NetworkHelpId>().primaryKey(),
		familyId: text('family_id')
			.$type<FamilyId>()
			.notNull()
			.references(() => family.id),
		/** Somebody who takes part in the family; otherwise `name` says who it is. */
		personId: text('person_id')
			.$type<PersonId>()
			.references(() => person.id),
		/** In the family's words: "buurvrouw Ria". */
		name: text('name'),
		/** With what, in the family's own words. */
		help: text('help').notNull(),
		/** About which children; none of them named means the whole family. */
		children: text('children', { mode: 'json' }).$type<PersonId[]>().notNull(),
		from: dayColumn('from').notNull(),
		until: dayColumn('until'),
		addedBy: text('added_by')
			.$type<PersonId>()
			.notNull()
			.references(() => person.id)
	},
	(t) => [index('network_help_family').on(t.familyId), index('network_help_person').on(t.personId)]
);
