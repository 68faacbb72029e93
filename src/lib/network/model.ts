import { z } from 'zod';
import type { FamilyId, PersonView } from '#lib/family/model.ts';
import { isDay, type Day, type Period } from '#lib/kernel/calendar.ts';
import { idOf, type Id, type PersonId } from '#lib/kernel/id.ts';

export type NetworkHelpId = Id<'NetworkHelp'>;

/** One line as rules need it: who helps, about which children (none: the whole family). */
export type HelpFacts = Period & {
	readonly id: NetworkHelpId;
	readonly personId: PersonId | null;
	readonly children: readonly PersonId[];
	readonly addedBy: PersonId;
};

/** Who helps from the own network, with what, since when (feature P21), as one person may see it. */
export type HelpView = {
	readonly id: NetworkHelpId;
	/** Somebody who takes part in the family, with a magnet; otherwise only the name in words. */
	readonly person: PersonView | null;
	readonly name: string;
	readonly help: string;
	readonly since: Day;
	readonly until: Day | null;
	/** Children whom the viewer may see for; empty when it is about the whole family. */
	readonly about: readonly PersonView[];
	readonly wholeFamily: boolean;
	readonly mayChange: boolean;
	readonly mayEnd: boolean;
};

export type NetworkView = {
	readonly familyId: FamilyId;
	readonly now: readonly HelpView[];
	readonly before: readonly HelpView[];
	/** Null for who may not add a line. */
	readonly form: HelpForm | null;
};

/** What can be chosen when a line is written. */
export type HelpForm = {
	readonly people: readonly PersonView[];
	readonly children: readonly PersonView[];
	/** Whether a line may be about the whole family. */
	readonly wholeFamily: boolean;
};

const optionalDay = z
	.string()
	.trim()
	.default('')
	.refine((text) => text === '' || isDay(text), { error: 'network.dayWrong' })
	.transform((text) => (text === '' ? null : (text as Day)));

const line = {
	key: z.uuid({ error: 'fout.formulier' }),
	person: z.union([z.literal('').transform(() => null), idOf<'Person'>()]).default(null),
	name: z
		.string()
		.trim()
		.max(80, { error: 'network.nameLong' })
		.default('')
		.transform((text) => text || null),
	help: z
		.string()
		.trim()
		.min(1, { error: 'network.helpEmpty' })
		.max(500, { error: 'network.helpLong' }),
	since: z
		.string()
		.trim()
		.refine(isDay, { error: 'network.sinceWrong' })
		.transform((text) => text as Day),
	until: optionalDay
};

/** A box for each child: `child-<id>`. A form sends only those that are ticked. */
export const HelpInput = z.object(line).catchall(z.string());
export const ChangeHelpInput = z
	.object({ ...line, line: idOf<'NetworkHelp'>() })
	.catchall(z.string());
export const EndHelpInput = z.object({
	key: z.uuid({ error: 'fout.formulier' }),
	line: idOf<'NetworkHelp'>()
});

export type HelpFields = z.output<typeof HelpInput>;
