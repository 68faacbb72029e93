import { z } from 'zod';
import type { RegionId } from '#lib/family/model.ts';
import { isDay, type Day } from '#lib/kernel/calendar.ts';
import { formKey } from '#lib/kernel/form.ts';
import { idOf, type Id, type PersonId } from '#lib/kernel/id.ts';
import { isPhone, isSite } from './contact.rules.ts';

export type RegionalHelpId = Id<'RegionalHelp'>;

/** What kind of help, in the order in which a region shows it. */
export const REGIONAL_HELP_KINDS = [
	'lokaal_team',
	'clientondersteuning',
	'rechtshulp',
	'jongeren',
	'anders'
] as const;
export type RegionalHelpKind = (typeof REGIONAL_HELP_KINDS)[number];

/** Help in one region, as everybody may read it. */
export type RegionalHelp = {
	readonly kind: RegionalHelpKind;
	readonly name: string;
	/** What it does and for whom, in plain words. */
	readonly words: string;
	readonly phone: string | null;
	/** Without "https://". */
	readonly site: string | null;
	readonly hours: string | null;
	/** On this day somebody of the region saw that it is right. */
	readonly checkedOn: Day;
};
export type RegionalHelpEntry = RegionalHelp & { readonly id: RegionalHelpId };

/** What happened to one entry. Nothing stands before a new one, nothing after one that was taken away. */
export type RegionalHelpChange = {
	/** Counts on over all regions. */
	readonly sequence: number;
	readonly helpId: RegionalHelpId;
	readonly at: Date;
	readonly before: RegionalHelp | null;
	readonly after: RegionalHelp | null;
};

const optional = (most: number) =>
	z
		.string()
		.trim()
		.max(most, { error: 'regional.tooLong' })
		.default('')
		.transform((text) => text || null);

const shared = {
	kind: z.enum(REGIONAL_HELP_KINDS, { error: 'regional.kindEmpty' }),
	name: z
		.string()
		.trim()
		.min(2, { error: 'regional.nameEmpty' })
		.max(80, { error: 'regional.tooLong' }),
	words: z
		.string()
		.trim()
		.min(1, { error: 'regional.wordsEmpty' })
		.max(240, { error: 'regional.tooLong' }),
	phone: optional(20).refine((text) => text === null || isPhone(text), {
		error: 'regional.phoneWrong'
	}),
	site: optional(120)
		.transform((text) => text && text.replace(/^https?:\/\//i, '').replace(/\/$/, ''))
		.refine((text) => text === null || isSite(text), { error: 'regional.siteWrong' }),
	hours: optional(120),
	checkedOn: z
		.string()
		.trim()
		.refine(isDay, { error: 'regional.dayWrong' })
		.transform((text) => text as Day)
};

/** Which of the forms of the page this is: an id, or `new`. */
const form = z.string().max(64).default('');

export const AddRegionalHelp = z.object({ key: formKey, form, ...shared });
export const ChangeRegionalHelp = z.object({
	key: formKey,
	form,
	help: idOf<'RegionalHelp'>(),
	...shared
});
export const RegionalHelpAct = z.object({ key: formKey, help: idOf<'RegionalHelp'>() });

/** What a region starts with: see samples/regional-help.json. */
export const RegionalHelpFile = z.array(
	z.strictObject({
		region: idOf<'Region'>(),
		help: z.array(z.strictObject({ id: idOf<'RegionalHelp'>(), ...shared }))
	})
);

export type RegionalHelpFile = z.output<typeof RegionalHelpFile>;

/** A region by name, for who chooses one. */
export type RegionName = { readonly id: RegionId; readonly name: string };

/** Help in one region, for everybody. */
export type RegionalHelpView = {
	readonly region: RegionName;
	readonly groups: readonly {
		readonly kind: RegionalHelpKind;
		readonly entries: readonly RegionalHelpEntry[];
	}[];
	readonly mayEdit: boolean;
};

/** Help in one region, for its administrator. */
export type RegionalHelpDesk = {
	readonly region: RegionName;
	readonly today: Day;
	readonly entries: readonly (RegionalHelpEntry & { readonly old: boolean })[];
	/** Newest first. */
	readonly changes: readonly (RegionalHelpChange & {
		/** Who changed it; null when the portal's own operator did. */
		readonly by: string | null;
		readonly day: Day;
	})[];
};

export type RegionFacts = {
	readonly id: RegionId;
	/** Who is administrator of this region today. */
	readonly administrators: readonly PersonId[];
	/** Whose case systems send messages for this region. */
	readonly organisations: readonly string[];
};
