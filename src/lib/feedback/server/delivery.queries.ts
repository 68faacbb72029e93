import { loadConsent } from '#lib/consent/server/queries.ts';
import type { FamilyId } from '#lib/family/model.ts';
import type { Actor } from '#lib/kernel/actor.ts';
import { may } from '#lib/kernel/policy.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import type { Reader } from '#lib/server/db/index.ts';
import type { DeliveryInformant, DeliveryState, DeliveryView } from '../delivery.model.ts';
import { canDeliver, type RecordFacts } from '../delivery.policy.ts';
import type { Around } from '../split.rules.ts';
import { namedRecords, valuesBy } from './delivery.store.ts';
import { audienceOf, loadAsked } from './load.ts';

/** The help in a family, as the rule about one record needs it. */
export async function recordFacts(read: Reader, around: Around): Promise<RecordFacts[]> {
	const { family } = around;
	const consent = await loadConsent(read, family.id);
	return around.trajectories.map(({ id, childId, from, until }) => ({
		...{ id, childId, from, until, family, consent }
	}));
}

/**
 * Whether the provider may have a grade too, asked once after the questions at the end; and what waits,
 * to take it back. Without records there is nothing to ask.
 * @throws {Denied} as if there were no such page, for who is not asked about this family
 */
export async function getDeliveryPage(
	ctx: Ctx,
	actor: Actor,
	familyId: FamilyId
): Promise<DeliveryView> {
	const { read } = ctx.db;
	const asked = await loadAsked(ctx, read, actor, { family: familyId });
	const open = (await recordFacts(read, asked.around)).filter((one) => may(canDeliver, actor, one));
	const said = new Map(
		(await valuesBy(read, asked.who)).map((one) => [one.trajectoryId, one] as const)
	);
	const records = await namedRecords(
		read,
		open.map(({ id }) => id)
	);
	return {
		...{ familyId, audience: audienceOf(asked.may), child: asked.child },
		records: records.map((one) => ({ ...one, state: stateOf(said.get(one.id)) }))
	};
}

const stateOf = (row: { readonly deliveredIn: string | null } | undefined): DeliveryState => {
	if (!row) return 'nothing';
	return row.deliveredIn === null ? 'waits' : 'sent';
};

/** As whom somebody is counted in a record. */
export const informantOf = (relation: string): DeliveryInformant => audienceOf({ relation });
