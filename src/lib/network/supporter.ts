import { z } from 'zod';
import { SUPPORT_KINDS, whyLine, type SupportId, type SupportKind } from '#lib/consent/model.ts';
import type { FamilyId, PersonView } from '#lib/family/model.ts';
import { isDay, type Day } from '#lib/kernel/calendar.ts';
import { idOf } from '#lib/kernel/id.ts';

const short = z.string().trim().max(80, { error: 'network.nameLong' }).default('');

/** Who reads along: somebody known, or a name and an address. A box for each child: `child-<id>`. */
export const SupporterInput = z
	.object({
		key: z.uuid({ error: 'fout.formulier' }),
		person: z.union([z.literal('').transform(() => null), idOf<'Person'>()]).default(null),
		givenName: short,
		familyName: short,
		email: z.string().trim().max(254, { error: 'fout.email' }).default(''),
		kind: z.enum(SUPPORT_KINDS, { error: 'support.kindEmpty' }),
		why: whyLine,
		until: z
			.string()
			.trim()
			.default('')
			.refine((text) => text === '' || isDay(text), { error: 'network.dayWrong' })
			.transform((text) => (text === '' ? null : (text as Day)))
	})
	.catchall(z.string());
export type SupporterFields = z.output<typeof SupporterInput>;

/** The page on which a parent brings somebody along. */
export type SupportersView = {
	readonly familyId: FamilyId;
	readonly now: readonly {
		readonly id: SupportId;
		readonly name: string;
		readonly kind: SupportKind;
		readonly since: Day;
		readonly until: Day | null;
		readonly children: readonly PersonView[];
	}[];
	/** People of the own network who already take part. */
	readonly people: readonly PersonView[];
	/** The children whose part this parent may see now. */
	readonly children: readonly PersonView[];
};
