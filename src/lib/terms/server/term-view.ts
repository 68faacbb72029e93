import type { PersonView } from '#lib/family/model.ts';
import { dayInNetherlands, type Day } from '#lib/kernel/calendar.ts';
import type { PersonId } from '#lib/kernel/id.ts';
import type { KaderKind } from '#lib/rights/kader.model.ts';
import type { Moment, Saying, TermKind, TermView } from '../model.ts';
import { ladderOf, termsOf } from '../rules.ts';
import { eventFacts, type TermEventRow } from './store.ts';

type Shown = {
	readonly term: TermKind;
	/** Everything that was said of this term of this child. */
	readonly events: readonly TermEventRow[];
	readonly kinds: readonly KaderKind[];
	readonly holidays: ReadonlySet<Day>;
	readonly today: Day;
	readonly named: (id: PersonId) => PersonView | null;
	readonly viewer: PersonId;
	readonly underMeasure: boolean;
	readonly mayMeet: boolean;
	/** The day on which it became certain that no familiegroepsplan comes: it starts the term of the plan. */
	readonly waived: Day | null;
};

/** One term of one child as a page shows it; nothing when nobody said anything that still stands. */
export function termView(shown: Shown): TermView[] {
	const { term, events, kinds, holidays, today, named } = shown;
	const counting = events.filter((one) => one.withdrawnAt === null);
	const takenBack = events.flatMap((one) =>
		one.withdrawnAt
			? [
					{
						moment: one.moment,
						on: one.on,
						instead: events.find((other) => other.id === one.replacedBy)?.on ?? null,
						person: named(one.recordedBy),
						takenBackOn: dayInNetherlands(one.withdrawnAt)
					}
				]
			: []
	);
	const ofOwnPlan = (moment: Moment, on: Day): Saying[] =>
		moment === 'start' && on === shown.waived
			? [{ ownEvent: null, person: null, recordedOn: on, ofOwnPlan: true }]
			: [];
	const said = (moment: Moment, on: Day): Saying[] => [
		...ofOwnPlan(moment, on),
		...counting
			.filter((one) => one.moment === moment && one.on === on)
			.map((one) => ({
				ownEvent: one.recordedBy === shown.viewer ? one.id : null,
				person: named(one.recordedBy),
				recordedOn: dayInNetherlands(one.recordedAt)
			}))
	];
	const metDays = [...new Set(counting.filter((one) => one.moment === 'met').map((one) => one.on))];
	return [
		{
			term,
			starts: termsOf(term, events.map(eventFacts), today, holidays, shown.waived).map((one) => ({
				...one,
				said: said('start', one.on)
			})),
			mets: metDays.toSorted().map((on) => ({ on, said: said('met', on) })),
			takenBack,
			ladder: ladderOf(term, kinds),
			asks: shown.underMeasure ? 'gi' : 'hulp',
			mayMeet: shown.mayMeet
		}
	];
}
