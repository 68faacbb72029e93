import type { FamilyId } from '#lib/family/model.ts';
import type { Day } from '#lib/kernel/calendar.ts';
import type { Permit } from '#lib/kernel/policy.ts';
import type { Reader } from '#lib/server/db/index.ts';
import type { Around } from '../split.rules.ts';
import { aroundRows } from './around.store.ts';

/** A family with the help around it; null when there is none. */
export const loadAround = async (read: Reader, id: FamilyId, today: Day): Promise<Around | null> =>
	(await aroundRows(read, [id], today)).get(id) ?? null;

/** As whom somebody answers: the youth, or who brings a child up. */
export const audienceOf = ({ relation }: Pick<Permit, 'relation'>): 'youth' | 'parent' =>
	relation === 'kind' ? 'youth' : 'parent';
