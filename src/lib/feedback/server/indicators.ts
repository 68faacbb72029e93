import type { FamilyId } from '#lib/family/model.ts';
import { listOwnPlanMilestones, listWaived } from '#lib/familiegroepsplan/server/queries.ts';
import { addDays, dayInNetherlands, type Day } from '#lib/kernel/calendar.ts';
import type { PersonId } from '#lib/kernel/id.ts';
import type { Reader } from '#lib/server/db/index.ts';
import { holidaysAround } from '#lib/terms/server/holidays.ts';
import { INDICATED, type Kept } from '../indicator.rules.ts';
import { INDICATORS, type Observation, type Quarter } from '../model.ts';
import { firstDayAfter, firstDayOf } from '../quarter.rules.ts';
import { placeOf, regisseurOf } from '../split.rules.ts';
import { aroundRows, familyIdsBetween } from './around.store.ts';
import { jimRows, laterRows, termRows } from './indicator.store.ts';
import type { Pseudonyms } from './pseudonym.ts';

/** Families at once: what is read of them is forgotten before the next are read. */
const PART = 500;

/**
 * What the portal's own records say of a quarter (feature F14), a value for each family under its pseudonym.
 * Some of it nobody may know of a family, the regisseur included: it is made here, for the publication, and
 * nothing else may call this (a layer rule keeps that).
 */
export async function indicatorsIn(
	read: Reader,
	quarter: Quarter,
	pseudonyms: Pseudonyms
): Promise<Observation[]> {
	const ids = await familyIdsBetween(read, firstDayOf(quarter), firstDayAfter(quarter));
	const observed: Observation[] = [];
	for (let start = 0; start < ids.length; start += PART)
		for (const kept of await keptOf(read, ids.slice(start, start + PART), quarter))
			observed.push(...observationsOf(kept, pseudonyms));
	return observed;
}

function observationsOf(kept: Kept, pseudonyms: Pseudonyms): Observation[] {
	const { around } = kept;
	const family = pseudonyms('family', around.family.id);
	return INDICATORS.flatMap((criterion) => {
		const found = INDICATED[criterion](kept);
		if (!found) return [];
		const { organisation: _, ...split } = placeOf(around, found.children);
		return [
			{
				...{ criterion, informant: 'system' as const, value: found.value, split },
				// Nobody answered: of a family its record speaks.
				...{ family, respondent: family },
				regisseur: pseudonyms('regisseur', regisseurOf(around) ?? '')
			}
		];
	});
}

async function keptOf(read: Reader, ids: readonly FamilyId[], quarter: Quarter): Promise<Kept[]> {
	const first = firstDayOf(quarter);
	const around = await aroundRows(read, ids, addDays(firstDayAfter(quarter), -1));
	const terms = await termRows(read, ids);
	const waived = await listWaived(read, ids);
	const holidays = await holidaysAround([...terms, ...waived].map(({ on }) => on));
	const termsOf = Map.groupBy(terms, ({ familyId }) => familyId);
	const waivedOn = firstDays(waived, ({ familyId }) => familyId);
	const milestones = new Map(
		(await listOwnPlanMilestones(read, ids)).map((one) => [one.familyId, one])
	);
	const jimAsked = firstDays((await jimRows(read, ids)).map(onItsDay), ({ youthId }) => youthId);
	const laterBegan = firstDays(
		(await laterRows(read, ids)).map(onItsDay),
		({ youthId }) => youthId
	);
	return [...around].map(([id, one]) => ({
		...{ around: one, first, holidays, jimAsked, laterBegan },
		termEvents: (termsOf.get(id) ?? []).map((row) => ({ ...row, withdrawn: false })),
		waived: waivedOn.get(id) ?? null,
		offered: milestones.get(id)?.offeredOn ?? null,
		excluded: milestones.get(id)?.excludedOn ?? null
	}));
}

const onItsDay = ({ youthId, at }: { readonly youthId: PersonId; readonly at: Date }) => ({
	youthId,
	on: dayInNetherlands(at)
});

/** The soonest day of each. */
function firstDays<Row extends { readonly on: Day }, Key>(
	rows: readonly Row[],
	keyOf: (row: Row) => Key
): Map<Key, Day> {
	const days = new Map<Key, Day>();
	for (const row of rows.toSorted((one, other) => other.on.localeCompare(one.on)))
		days.set(keyOf(row), row.on);
	return days;
}
