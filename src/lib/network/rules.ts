import type { Day } from '#lib/kernel/calendar.ts';
import { idOf, type PersonId } from '#lib/kernel/id.ts';

/** A line with a day from which it no longer holds is over from that day on. */
export const isOver = (help: { readonly until: Day | null }, today: Day): boolean =>
	help.until !== null && help.until <= today;

const BOX = 'child-';

/** The name of the box of one child in a form. */
export const boxOf = (child: PersonId): string => `${BOX}${child}`;

/** The children whose boxes were ticked; what is no id was never a box of ours. */
export const tickedChildren = (form: Readonly<Record<string, unknown>>): PersonId[] =>
	Object.keys(form)
		.filter((name) => name.startsWith(BOX))
		.flatMap((name) => {
			const id = idOf<'Person'>().safeParse(name.slice(BOX.length));
			return id.success ? [id.data] : [];
		});
