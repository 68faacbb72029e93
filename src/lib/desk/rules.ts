import { addDays, type Day } from '#lib/kernel/calendar.ts';
import {
	WAITING_KINDS,
	type DeskFamily,
	type DeskView,
	type Waiting,
	type WaitingKind
} from './model.ts';

/** A day that is further away does not wait yet. */
export const NEAR_DAYS = 14;

/** Whether something with a day belongs on the desk: its day has passed, or is near. */
export const isNear = (due: Day, today: Day): boolean => due <= addDays(today, NEAR_DAYS);

export const isPassed = ({ due }: Pick<Waiting, 'due'>, today: Day): boolean =>
	due !== null && due < today;

/** What waits in one family: by its day, then what has no day; of one kind, one thing with its count. */
export function gathered(waiting: readonly Waiting[]): Waiting[] {
	return [...Map.groupBy(waiting, (one) => one.kind).values()]
		.map((same) => {
			const [first, ...more] = same.toSorted(bySoonest);
			return {
				...(first as Waiting),
				count: more.reduce((sum, one) => sum + one.count, first?.count ?? 0)
			};
		})
		.toSorted(bySoonest);
}

/**
 * The order of the desk: families with a day that has passed first, then the soonest day, then what
 * waits without a day, then families of which nothing waits; alike, by name.
 */
export const inOrder = (families: readonly DeskFamily[], today: Day): DeskFamily[] =>
	families
		.map((family) => ({ family, rank: rankOf(family, today) }))
		.toSorted((a, b) => order(a.rank, b.rank) || byName(a.family, b.family))
		.map((one) => one.family);

/** @returns two texts that sort: the group, and within it the soonest day */
function rankOf({ waiting }: DeskFamily, today: Day): string {
	const due = waiting.flatMap((one) => one.due ?? []).toSorted()[0];
	if (due) return `${due < today ? 'a' : 'b'}${due}`;
	return waiting.length > 0 ? 'c' : 'd';
}

/** What the filter leaves: families in which this kind waits, and whose names hold these words. */
export const chosen = (
	families: readonly DeskFamily[],
	kind: WaitingKind | null,
	words: string
): DeskFamily[] => {
	const wanted = plain(words).split(/\s+/u).filter(Boolean);
	return families.filter((family) => {
		if (kind && !family.waiting.some((one) => one.kind === kind)) return false;
		if (wanted.length === 0) return true;
		const names = plain([family.familyName, ...family.children.map((one) => one.name)].join(' '));
		return wanted.every((word) => names.includes(word));
	});
};

/** In how many families something of each kind waits. */
export const kindsIn = (families: readonly DeskFamily[]): DeskView['kinds'] =>
	WAITING_KINDS.flatMap((kind) => {
		const count = families.filter((one) => one.waiting.some((each) => each.kind === kind)).length;
		return count > 0 ? [{ kind, families: count }] : [];
	});

/** Without capitals and accents: nobody types them in a hurry. */
const plain = (text: string) => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();

const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
const dayOf = (one: Waiting) => one.due ?? `~${one.since ?? ''}`;
const bySoonest = (a: Waiting, b: Waiting) => order(dayOf(a), dayOf(b));
const byName = (a: DeskFamily, b: DeskFamily) =>
	order(plain(a.familyName), plain(b.familyName)) || order(a.id, b.id);
