import { addMonths, type Day } from '#lib/kernel/calendar.ts';
import type { RegionalHelp, RegionalHelpKind } from './regional-help.model.ts';

/** What was seen half a year ago may be wrong by now. */
export const isOld = (checkedOn: Day, today: Day): boolean => addMonths(checkedOn, 6) <= today;

const FIELDS = ['kind', 'name', 'words', 'phone', 'site', 'hours', 'checkedOn'] as const;
export type RegionalHelpField = (typeof FIELDS)[number];

/** What differs between two states of an entry; of a new or a removed one everything that it has. */
export function changedFields(
	before: RegionalHelp | null,
	after: RegionalHelp | null
): { field: RegionalHelpField; before: string | null; after: string | null }[] {
	return FIELDS.map((field) => ({
		field,
		before: before?.[field] ?? null,
		after: after?.[field] ?? null
	})).filter((one) => one.before !== one.after);
}

/** The entries by kind, in the order of the kinds; kinds without any are left out. */
export const byKind = <E extends { readonly kind: RegionalHelpKind }>(
	entries: readonly E[],
	kinds: readonly RegionalHelpKind[]
): { kind: RegionalHelpKind; entries: E[] }[] =>
	kinds
		.map((kind) => ({ kind, entries: entries.filter((entry) => entry.kind === kind) }))
		.filter((group) => group.entries.length > 0);
