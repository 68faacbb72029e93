import type { FamilyId } from '#lib/family/model.ts';
import type { Day } from '#lib/kernel/calendar.ts';
import { listWaitingOwnPlans } from '#lib/familiegroepsplan/server/waiting.ts';
import { proposalsWaiting } from '#lib/plan/server/waiting.ts';
import type { Reader } from '#lib/server/db/index.ts';
import { questionsWaiting } from '#lib/talk/server/waiting.ts';
import { termsWaiting } from '#lib/terms/server/waiting.ts';
import { voicesWaiting } from '#lib/voice/server/waiting.ts';
import type { Waiting } from '../model.ts';
import { isNear } from '../rules.ts';

type Asked = { readonly read: Reader; readonly families: readonly FamilyId[]; readonly today: Day };

/**
 * Where what waits comes from: of each module one question about the whole caseload, in about one
 * statement. A module with something new that waits adds its line here.
 */
const SOURCES: readonly ((asked: Asked) => Promise<Waiting[]>)[] = [
	async ({ read, families, today }) =>
		(await questionsWaiting(read, families, today)).map(({ familyId, on }) => ({
			...{ familyId, kind: 'vraag', due: on, since: null, count: 1 }
		})),
	async ({ read, families, today }) =>
		(await termsWaiting(read, families, today))
			.filter((one) => isNear(one.on, today))
			.map(({ familyId, on }) => ({
				...{ familyId, kind: 'termijn', due: on, since: null, count: 1 }
			})),
	async ({ read, families, today }) =>
		(await voicesWaiting(read, families, today)).map(({ familyId, kind, on, count }) => ({
			...{ familyId, due: null, since: on, count },
			kind: kind === 'correction' ? 'correctie' : 'woorden'
		})),
	async ({ read, families }) =>
		(await proposalsWaiting(read, families)).map(({ familyId, on }) => ({
			...{ familyId, kind: 'voorstel', due: null, since: on, count: 1 }
		})),
	async ({ read, families }) =>
		(await listWaitingOwnPlans(read, families)).map(({ familyId, on }) => ({
			...{ familyId, kind: 'eigen-plan', due: null, since: on, count: 1 }
		}))
];

/** Everything that waits in these families. The caller is regisseur of them today, or stands in. */
export async function listWaiting(asked: Asked): Promise<Waiting[]> {
	const found: Waiting[] = [];
	for (const source of SOURCES) found.push(...(await source(asked)));
	return found;
}
