import type { Day } from '#lib/kernel/calendar.ts';

const known = new Map<number, readonly Day[]>();

/**
 * The Dutch public holidays of these years, by the library's own judgement: only those of type
 * `public`. Good Friday and 5 May are none there, so they count as working days. The library knows the
 * whole world (12 MB): it is loaded when a term is first counted, never when the portal starts.
 */
export async function dutchHolidays(years: readonly number[]): Promise<ReadonlySet<Day>> {
	const missing = years.filter((year) => !known.has(year));
	if (missing.length > 0) {
		const { default: Holidays } = await import('date-holidays');
		const calendar = new Holidays('NL', { types: ['public'] });
		for (const year of missing) {
			// "2027-04-27 00:00:00": the day in the Netherlands, whatever the machine's time zone.
			const days = calendar.getHolidays(year).map((one) => one.date.slice(0, 10) as Day);
			known.set(year, days);
		}
	}
	return new Set(years.flatMap((year) => known.get(year) ?? []));
}

/** Holidays of all years in which a term that starts on one of these days can run. */
export const holidaysAround = (days: readonly Day[]): Promise<ReadonlySet<Day>> =>
	dutchHolidays([
		...new Set(days.map((day) => Number(day.slice(0, 4))).flatMap((year) => [year, year + 1]))
	]);
