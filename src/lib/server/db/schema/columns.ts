import { customType } from 'drizzle-orm/sqlite-core';
import type { Day } from '#lib/kernel/calendar.ts';

/** A calendar day, kept as `YYYY-MM-DD`: sorts and compares as text. */
export const dayColumn = customType<{ data: Day; driverData: string }>({ dataType: () => 'text' });

/** A moment, kept as whole milliseconds since 1970 in UTC. */
export const momentColumn = customType<{ data: Date; driverData: number }>({
	dataType: () => 'integer',
	toDriver: (moment) => moment.getTime(),
	fromDriver: (milliseconds) => new Date(milliseconds)
});
