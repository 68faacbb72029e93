import type { FamilyId, OrganisationId } from '#lib/family/model.ts';
import { addDays, addMonths, type Day } from '#lib/kernel/calendar.ts';
import { may } from '#lib/kernel/policy.ts';
import type { Database, Tx } from '#lib/server/db/index.ts';
import type { Asked, Criterion, Observation, Quarter } from '../model.ts';
import { canAnswer } from '../policy.ts';
import { firstDayAfter, firstDayOf } from '../quarter.rules.ts';
import { QUESTIONS } from '../questionnaires.ts';
import { aboutChildren, placeOf, regisseurOf, type Around, type Placed } from '../split.rules.ts';
import { goalsReached } from '../reached.rules.ts';
import { shownIn } from '../stories.rules.ts';
import { isDropout, NEW_START_MONTHS, startedAgain } from '../trajectory.rules.ts';
import { aroundRows, familyIdsBetween } from './around.store.ts';
import { indicatorsIn } from './indicators.ts';
import { pseudonymsToRead } from './key.ts';
import type { Pseudonyms } from './pseudonym.ts';
import { endedBetween, endedIn, scoresOf, type TrajectoryRow } from './registered.store.ts';
import { answerRows, eraseLinks, type AnswerRow } from './store.ts';
import { toldIn } from './story.store.ts';

type Transaction = Tx;

/** With the organisation whose council may see it, where there is one. */
export type ObservationOf = Observation & { readonly organisation: OrganisationId | null };
export type AskedOf = Asked & { readonly organisation: OrganisationId | null };

/**
 * Everything said and registered in a quarter. What comes from the open form is not among it: nobody knows
 * how many people fill that in (see {@link openObservationsOf}).
 * @throws when the quarter was published: nothing is left to read
 */
export async function observationsOf(
	database: Database,
	quarter: Quarter
): Promise<readonly ObservationOf[]> {
	const pseudonyms = await pseudonymsToRead(database, quarter);
	const said = (await answerRows(database.read, quarter)).filter(({ open }) => !open);
	return [...said.map(asObservation), ...(await registeredIn(database, quarter, pseudonyms))];
}

/** What came from the open forms of regions. Each form counts as one family: a threshold over them proves nothing. */
export async function openObservationsOf(
	database: Database,
	quarter: Quarter
): Promise<readonly ObservationOf[]> {
	const rows = await answerRows(database.read, quarter);
	return rows.filter(({ open }) => open).map(asObservation);
}

/**
 * What the portal's own records say of a quarter: for its tables, and for nothing else.
 * @throws when the quarter was published
 */
export const indicatorsOf = async (
	database: Database,
	quarter: Quarter
): Promise<readonly Observation[]> =>
	indicatorsIn(database.read, quarter, await pseudonymsToRead(database, quarter));

/** How many families could have answered, by criterion and informant. */
export async function askedIn(database: Database, quarter: Quarter): Promise<readonly AskedOf[]> {
	const pseudonyms = await pseudonymsToRead(database, quarter);
	const after = firstDayAfter(quarter);
	const ids = await familyIdsBetween(database.read, firstDayOf(quarter), after);
	const asked: AskedOf[] = [];
	for (const around of (await aroundRows(database.read, ids, addDays(after, -1))).values())
		asked.push(...askedOfFamily(around, pseudonyms));
	return asked;
}

/**
 * Destroys the quarter's key and takes its answers away: what counts is in the frozen tables (D11).
 * Belongs in the publication's own transaction; afterwards call {@link forgetClosed}.
 */
export const closeQuarter = (transaction: Transaction, quarter: Quarter): Promise<void> =>
	eraseLinks(transaction, quarter);

/**
 * Empties the log of the database, which still holds what {@link closeQuarter} took away. Outside any
 * transaction, once the publication is written.
 */
export const forgetClosed = (database: Database): Promise<void> => database.wipe();

const asObservation = (row: AnswerRow): ObservationOf => ({
	criterion: row.criterion,
	informant: row.informant,
	family: row.family,
	respondent: row.respondent,
	regisseur: row.regisseur,
	value: row.value,
	split: { region: row.region, ageBand: row.ageBand, help: row.help, kader: row.kader },
	organisation: row.organisation
});

function askedOfFamily(around: Around, pseudonyms: Pseudonyms): AskedOf[] {
	const { family } = around;
	const informants = new Map<'youth' | 'parent', Placed>();
	for (const { personId, relation } of family.participants) {
		const actor = { kind: 'person', id: personId, assurance: 'link' } as const;
		if (!may(canAnswer, actor, family)) continue;
		const place = placeOf(around, aboutChildren(around, personId));
		informants.set(relation === 'kind' ? 'youth' : 'parent', place);
	}
	return [...informants].flatMap(([informant, { organisation, ...split }]) =>
		ASKED_CRITERIA.map((criterion) => ({
			...{ criterion, informant, split, organisation },
			family: pseudonyms('family', family.id)
		}))
	);
}

const ASKED_CRITERIA: readonly Criterion[] = [
	...new Set(QUESTIONS.questions.map(({ criterion }) => criterion))
];

/** Drop-out, goals on the scale of the plan, and whether help was needed again: never from answers. */
async function registeredIn(
	{ read }: Database,
	quarter: Quarter,
	pseudonyms: Pseudonyms
): Promise<ObservationOf[]> {
	const ended = await endedIn(read, quarter);
	const back = (on: Day) => addMonths(on, -NEW_START_MONTHS);
	const known = await endedBetween(read, back(firstDayOf(quarter)), back(firstDayAfter(quarter)));
	const ids = [...new Set([...ended, ...known].map(({ familyId }) => familyId))];
	const families = await aroundRows(read, ids, addDays(firstDayAfter(quarter), -1));
	const scores = await scoresOf(read, ids);
	const observed = (criterion: Criterion, row: TrajectoryRow, values: readonly number[]) =>
		values.map((value) => observationOf(criterion, row, value, families, pseudonyms));
	return [
		...ended.flatMap((row) =>
			observed('dropout', row, row.reason && isDropout(row.reason) ? [1] : [0])
		),
		...ended.flatMap((row) =>
			observed(
				'goals',
				row,
				goalsReached(
					scores.filter(({ familyId }) => familyId === row.familyId),
					row.childId
				)
			)
		),
		...known.flatMap((row) =>
			row.until === null
				? []
				: observed('no-new-start', row, [
						startedAgain({ ...row, until: row.until }, trajectoriesOf(families, row.familyId))
							? 0
							: 1
					])
		)
	];
}

const trajectoriesOf = (families: ReadonlyMap<FamilyId, Around>, id: FamilyId) =>
	families.get(id)?.trajectories ?? [];

function observationOf(
	criterion: Criterion,
	row: TrajectoryRow,
	value: number,
	families: ReadonlyMap<FamilyId, Around>,
	pseudonyms: Pseudonyms
): ObservationOf {
	const around = onLastDay(row, families.get(row.familyId));
	const { organisation: _, ...split } = around ? placeOf(around, [row.childId]) : NOWHERE;
	return {
		...{ criterion, value, informant: 'registration' },
		family: pseudonyms('family', row.familyId),
		respondent: pseudonyms('person', row.childId),
		regisseur: pseudonyms('regisseur', (around && regisseurOf(around)) ?? ''),
		split: { ...split, help: row.help },
		organisation: row.providerId
	};
}

const NOWHERE: Placed = {
	region: null,
	ageBand: null,
	help: null,
	kader: null,
	organisation: null
};

/** The family as it was when this help ended: age, kader and regisseur of then. */
function onLastDay({ until }: TrajectoryRow, around: Around | undefined): Around | undefined {
	if (!around || !until) return around;
	return { ...around, family: { ...around.family, today: addDays(until, -1) } };
}

/** Stories told in a quarter, of regions in which ten people or more told one. Read before it is closed. */
export async function storiesOf(
	{ read }: Database,
	quarter: Quarter
): Promise<readonly { readonly region: string; readonly words: string }[]> {
	const stories = await toldIn(read, quarter);
	const regions = [...new Set(stories.map(({ region }) => region))];
	return regions.flatMap((one) =>
		shownIn(one, stories).map(({ region, words }) => ({ region, words }))
	);
}
