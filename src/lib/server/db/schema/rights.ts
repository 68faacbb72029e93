import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { RegionId } from '#lib/family/model.ts';
import type { PersonId } from '#lib/kernel/id.ts';
import type {
	RegionalHelp,
	RegionalHelpId,
	RegionalHelpKind
} from '#lib/rights/regional-help.model.ts';
import { dayColumn, momentColumn } from './columns.ts';
import { region } from './family.ts';

/** Help in one region (feature R9), kept by its administrator; everybody reads it. */
export const regionalHelp = sqliteTable(
	'regional_help',
	{
		id: text('id').$type<RegionalHelpId>().primaryKey(),
		regionId: text('region_id')
			.$type<RegionId>()
			.notNull()
			.references(() => region.id),
		kind: text('kind').$type<RegionalHelpKind>().notNull(),
		name: text('name').notNull(),
		words: text('words').notNull(),
		phone: text('phone'),
		site: text('site'),
		hours: text('hours'),
		checkedOn: dayColumn('checked_on').notNull()
	},
	(t) => [index('regional_help_region').on(t.regionId)]
);

/** Every change of it: append-only (triggers refuse changes). The newest number is the version of all of it. */
export const regionalHelpChange = sqliteTable(
	'regional_help_change',
	{
		sequence: integer('sequence').primaryKey(),
		helpId: text('help_id').$type<RegionalHelpId>().notNull(),
		regionId: text('region_id')
			.$type<RegionId>()
			.notNull()
			.references(() => region.id),
		at: momentColumn('at').notNull(),
		/** Empty when an operator took a file in. No foreign key: the history outlives the person's row. */
		byId: text('by_id').$type<PersonId>(),
		relation: text('relation').notNull(),
		before: text('before', { mode: 'json' }).$type<RegionalHelp>(),
		after: text('after', { mode: 'json' }).$type<RegionalHelp>()
	},
	(t) => [index('regional_help_change_region').on(t.regionId, t.sequence)]
);
