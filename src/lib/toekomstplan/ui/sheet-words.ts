import type { Day } from '#lib/kernel/calendar.ts';
import { m } from '#lib/paraglide/messages.js';
import { longDay, plainDay } from '#lib/ui/format.ts';
import { FIELDS, PARTS, type Part, type PartView } from '../model.ts';
import type { Sheet, SheetLine } from '../sheet.ts';
import { BASIC_STATE_WORDS, BASIC_WORDS } from './basic-words.ts';
import { FIELD_WORDS, PART_WORDS } from './part-words.ts';
import { itemTitle, itemWhat } from './timeline-words.ts';

/** The parts of an address such as `?deel=wonen&deel=geld`; what is none is passed over. */
export const pickedParts = (url: URL): Part[] => {
	const asked = url.searchParams.getAll('deel');
	return PARTS.filter((part) => asked.includes(part));
};

/** The parts in words, in the language of the page. */
export const sheetOf = (parts: readonly PartView[], today: Day): Sheet => ({
	title: m['laterTake.sheet'](),
	parts: parts.map((view) => ({ title: PART_WORDS[view.part](), lines: linesOf(view, today) })),
	made: m['laterTake.made']({ day: plainDay(today) })
});

function linesOf(view: PartView, today: Day): SheetLine[] {
	if (view.part === 'tijdlijn')
		return view.items
			.filter(({ place }) => place !== 'past')
			.flatMap((item): SheetLine[] => [
				{ is: 'item', text: `${longDay(item.on, today)}: ${itemTitle(item.id)}` },
				{ is: 'words', text: itemWhat(item.id) }
			]);
	if (view.part === 'basis')
		return [
			...view.basics.map(({ basic, state }): SheetLine => {
				const said = state ? BASIC_STATE_WORDS[state]() : m['laterStay.unsaid']();
				return { is: 'words', text: `${BASIC_WORDS[basic]()}: ${said}` };
			}),
			...view.stays.map((name): SheetLine => {
				return { is: 'words', text: m['laterStay.saidYes']({ name }) };
			})
		];
	const { words } = view;
	const written = FIELDS.filter((field) => words[field] !== '');
	if (written.length === 0) return [{ is: 'words', text: m['laterShare.empty']() }];
	return written.flatMap((field): SheetLine[] => [
		{ is: 'heading', text: FIELD_WORDS[field]() },
		...words[field]
			.split('\n')
			.filter((line) => line.trim() !== '')
			.map((text): SheetLine => ({ is: 'words', text }))
	]);
}
