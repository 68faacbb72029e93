import type { PersonId } from '#lib/kernel/id.ts';
import type { Reader } from '#lib/server/db/index.ts';
import { jimsOfYouth } from './store.ts';

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
