import type { FamilyId, PersonView } from '#lib/family/model.ts';
import { childrenOf, isRegisseur, participationOf } from '#lib/family/rules.ts';
import { dayInNetherlands } from '#lib/kernel/calendar.ts';
import type { LoadedPlan } from '#lib/plan/server/load.ts';
import type { Viewer } from '#lib/plan/server/viewer.ts';
import type { Reader } from '#lib/server/db/index.ts';
import type { MeetingChoices, MeetingLine } from '../meeting.model.ts';
import type { MeetingFacts } from '../meeting.policy.ts';
import { minutesLater, timeInNetherlands } from '../moments.ts';
import { hasStarted, placeFor, type Member } from '../rules.ts';
import { memberRows, type MeetingRow } from './meetings.store.ts';

/** What the rules about a meeting decide about. */
export const meetingFacts = (
	row: MeetingRow,
	{ family, consent }: Pick<LoadedPlan, 'family' | 'consent'>,
	now: Date
): MeetingFacts => ({
	id: row.id,
	family: family.facts,
	consent,
	children: row.children,
	invited: row.invited,
	state: row.state,
	started: hasStarted(row, now)
});

/** A meeting as one person may read it in a list, in a calendar and on its own page. */
export function meetingLine(
	row: MeetingRow,
	viewer: Viewer,
	loaded: LoadedPlan,
	members: readonly Member[],
	now: Date
): MeetingLine {
	const regisseur = isRegisseur(loaded.family.facts, viewer.actor.id);
	return {
		id: row.id,
		on: dayInNetherlands(row.startsAt),
		time: timeInNetherlands(row.startsAt),
		until: timeInNetherlands(minutesLater(row.startsAt, row.minutes)),
		state: row.state,
		started: hasStarted(row, now),
		place: placeFor(row, { id: viewer.actor.id, regisseur }, members),
		about: viewer.about(row.children)
	};
}

/** Everyone of the family today, as the regisseur chooses from them. */
export function choicesFor(
	viewer: Viewer,
	{ family }: LoadedPlan,
	members: readonly Member[]
): MeetingChoices {
	const today = family.people.filter((row) => participationOf(family.facts, row.personId));
	const named = (id: PersonView['id']) => viewer.named(id) ?? [];
	const households = [...new Set(members.map((one) => one.householdId))];
	return {
		children: childrenOf(family.facts).flatMap(named),
		people: today.flatMap((row) => named(row.personId)),
		households: households.map((id) => ({
			id,
			names: members
				.filter((one) => one.householdId === id)
				.flatMap((one) => viewer.named(one.personId)?.name ?? [])
		}))
	};
}

export const loadMembers = (read: Reader, family: FamilyId): Promise<Member[]> =>
	Promise.resolve(memberRows(read, family));
