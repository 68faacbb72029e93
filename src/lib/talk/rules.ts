import type { HouseholdId } from '#lib/family/model.ts';
import type { Day } from '#lib/kernel/calendar.ts';
import type { PersonId } from '#lib/kernel/id.ts';
import type { MeetingState, PlaceView } from './meeting.model.ts';
import { minutesLater, workdaysLater } from './moments.ts';
import type { Expectation, Turn } from './question.model.ts';

/** Our own promise, not a term from the law: within so many working days there is an answer. */
export const ANSWER_WITHIN_WORKDAYS = 5;

export const answerExpectedOn = (asked: Day): Day => workdaysLater(asked, ANSWER_WITHIN_WORKDAYS);

/** A meeting that has started takes no more agenda points; from then on it has decisions. */
export const hasStarted = (meeting: { readonly startsAt: Date }, now: Date): boolean =>
	meeting.startsAt <= now;

/** A meeting is over when its planned end has passed. */
export const isOver = (
	meeting: { readonly startsAt: Date; readonly minutes: number },
	now: Date
): boolean => minutesLater(meeting.startsAt, meeting.minutes) <= now;

/** Whether the meeting still comes, or goes on now. */
export const isAhead = (
	meeting: { readonly startsAt: Date; readonly minutes: number; readonly state: MeetingState },
	now: Date
): boolean => meeting.state === 'planned' && !isOver(meeting, now);

export type Member = { readonly householdId: HouseholdId; readonly personId: PersonId };

/** Whether two people live together in at least one household. */
export const liveTogether = (members: readonly Member[], a: PersonId, b: PersonId): boolean =>
	a === b ||
	members.some(
		(one) =>
			one.personId === a &&
			members.some((two) => two.personId === b && two.householdId === one.householdId)
	);

/**
 * The place of a meeting as one person may know it (access-rules, "Two households"). Every output
 * takes it from here: page, list, calendar file.
 */
export function placeFor(
	meeting: { readonly placeText: string | null; readonly placeHouseholdId: HouseholdId | null },
	viewer: { readonly id: PersonId; readonly regisseur: boolean },
	members: readonly Member[]
): PlaceView {
	const { placeText, placeHouseholdId: home } = meeting;
	if (home !== null && !viewer.regisseur) {
		const lives = members.some((one) => one.householdId === home && one.personId === viewer.id);
		if (!lives) return { kind: 'elsewhere' };
	}
	return placeText === null ? { kind: 'unknown' } : { kind: 'known', text: placeText };
}

type Asked = {
	readonly turn: Turn;
	readonly expectedOn: Day;
	readonly movedTo: Day | null;
	readonly movedWords: string | null;
	readonly closedAt: Date | null;
};

/** When an answer is expected, and whether that day has passed: from the day after, while it waits. */
export function expectation(question: Asked, today: Day): Expectation {
	const on = question.movedTo ?? question.expectedOn;
	return {
		on,
		moved: question.movedTo
			? { from: question.expectedOn, words: question.movedWords ?? '' }
			: null,
		late: stateOf(question) === 'waiting' && on < today
	};
}

export const stateOf = (
	question: Pick<Asked, 'turn' | 'closedAt'>
): 'waiting' | 'answered' | 'closed' => {
	if (question.closedAt) return 'closed';
	return question.turn === 'regisseur' ? 'waiting' : 'answered';
};
