import type { JimId } from '../model.ts';
import type { PersonId } from '#lib/kernel/id.ts';
import type { Reader } from '#lib/server/db/index.ts';
import { jimsBy, jimsOfYouth } from './store.ts';

/** Who stands beside a youth at this moment, by the name that this person gave. */
export type Standing = {
	readonly personId: PersonId;
	readonly name: string;
	readonly since: Date;
};

/** For rules of modules above this one. Ask a rule before any of it reaches a page. */
export async function listStanding(read: Reader, youthId: PersonId): Promise<Standing[]> {
	return (await jimsOfYouth(read, youthId)).flatMap(({ state, jimId, givenName, startedAt }) =>
		state === 'actief' && jimId && startedAt
			? [{ personId: jimId, name: givenName ?? '', since: startedAt }]
			: []
	);
}

/** Beside whom this person stood or stands. For rules of modules above this one. */
export const listStoodBeside = async (read: Reader, who: PersonId): Promise<JimId[]> =>
	(await jimsBy(read, who)).map(({ id }) => id);
