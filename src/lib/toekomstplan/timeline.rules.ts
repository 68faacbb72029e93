import { addDays, addMonths, birthdayAt, type Day } from '#lib/kernel/calendar.ts';
import { TIMELINE, type Age, type Answers, type ItemId, type Turn } from './timeline.ts';

export type DatedItem = (typeof TIMELINE)[number] & {
	/** From when there is something to do. */
	readonly starts: Day;
	/** When it changes. */
	readonly on: Day;
};

/** What a youth said about one item. */
export type Mark = {
	readonly item: ItemId;
	/** Done, or not for this youth; null while it is open. */
	readonly state: 'gedaan' | 'niet' | null;
	readonly remindOn: Day | null;
};

/** `now`: there is something to do; it stays a while after the day, for who was late. */
export type ItemPlace = 'now' | 'coming' | 'past';

export type PlacedItem = DatedItem &
	Pick<Mark, 'state' | 'remindOn'> & { readonly place: ItemPlace };

/** How long something that changed still stands under "now" when nobody ticked it. */
const LINGER_MONTHS = 3;

/** When nothing is to be awaited, a reminder comes after this many days. */
const REMIND_DAYS = 14;

/** The day on which somebody has an age in years and months; 1 March for 29 February in other years. */
export const dayAtAge = (birthDate: Day, [years, months]: Age): Day =>
	months === 0 ? birthdayAt(birthDate, years) : addMonths(birthDate, years * 12 + months);

const monthOf = (day: Day) => Number(day.slice(5, 7));
const firstOfMonth = (day: Day) => `${day.slice(0, 8)}01` as Day;
const nextMonth = (day: Day) => addMonths(firstOfMonth(day), 1);
const nextQuarter = (day: Day) => addMonths(firstOfMonth(day), 3 - ((monthOf(day) - 1) % 3));

/** The day on which something really changes, for who reaches the age on this day. */
export function turned(day: Day, turn: Turn): Day {
	switch (turn) {
		case 'day':
			return day;
		case 'next-month':
			return nextMonth(day);
		case 'month-end':
			return addDays(nextMonth(day), -1);
		case 'next-quarter':
			return nextQuarter(day);
		case 'quarter-end':
			return addDays(nextQuarter(day), -1);
	}
}

/** Every item with its days, for who was born on this day. */
export const datedTimeline = (birthDate: Day): DatedItem[] =>
	TIMELINE.map((item) => ({
		...item,
		starts: dayAtAge(birthDate, item.start),
		on: turned(dayAtAge(birthDate, item.age), item.turn)
	}));

/**
 * The timeline of one youth today: only what may apply, in order of the days. What was asked and not
 * answered stays in: nothing is missed by not answering.
 */
export function timelineFor({
	birthDate,
	today,
	answers,
	marks
}: {
	readonly birthDate: Day;
	readonly today: Day;
	readonly answers: Answers;
	readonly marks: readonly Mark[];
}): PlacedItem[] {
	return datedTimeline(birthDate)
		.filter(({ asks }) => asks === null || answers[asks] !== 'nee')
		.map((item) => {
			const mark = marks.find((one) => one.item === item.id);
			const { state = null, remindOn = null } = mark ?? {};
			return { ...item, state, remindOn, place: placeOf(item, today) };
		})
		.toSorted((a, b) => a.on.localeCompare(b.on) || a.starts.localeCompare(b.starts));
}

function placeOf({ starts, on }: DatedItem, today: Day): ItemPlace {
	if (today < starts) return 'coming';
	return today < addMonths(on, LINGER_MONTHS) ? 'now' : 'past';
}

/** When a reminder that is asked today comes: when it starts, or in two weeks when it has started. */
export const reminderDay = ({ starts }: Pick<DatedItem, 'starts'>, today: Day): Day =>
	starts > today ? starts : addDays(today, REMIND_DAYS);

/** Whether a reminder waits to be seen. */
export const isDue = (mark: Pick<Mark, 'state' | 'remindOn'>, today: Day): boolean =>
	mark.state === null && mark.remindOn !== null && mark.remindOn <= today;

const hourInNetherlands = new Intl.DateTimeFormat('en-GB', {
	timeZone: 'Europe/Amsterdam',
	hour: '2-digit',
	hour12: false
});

/** A mail about later wakes nobody up. */
export const isByDay = (moment: Date): boolean => {
	const hour = Number(hourInNetherlands.format(moment));
	return hour >= 9 && hour < 21;
};
