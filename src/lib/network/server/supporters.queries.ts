import { canStartSupport } from '#lib/consent/policy.ts';
import { holdsOn } from '#lib/consent/rules.ts';
import { loadConsent } from '#lib/consent/server/queries.ts';
import { parentSupports } from '#lib/consent/server/support.queries.ts';
import type { FamilyId } from '#lib/family/model.ts';
import { participationOf } from '#lib/family/rules.ts';
import { loadFamily } from '#lib/family/server/queries.ts';
import type { Actor } from '#lib/kernel/actor.ts';
import { dayInNetherlands, type Day } from '#lib/kernel/calendar.ts';
import { authorize, may } from '#lib/kernel/policy.ts';
import { viewerOf } from '#lib/plan/server/viewer.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import type { Reader } from '#lib/server/db/index.ts';
import { canOpenNetwork } from '../policy.ts';
import type { SupportersView } from '../supporter.ts';
import { helpRows } from './help.store.ts';
import { networkFacts } from './queries.ts';

const NOBODY = { children: [], supporterId: null };

/**
 * The page on which a parent brings somebody along, and stops it.
 * @throws {Denied} for anyone but a parent who may see something in the plan
 */
export async function getSupportersPage(
	ctx: Ctx,
	actor: Actor,
	familyId: FamilyId
): Promise<SupportersView> {
	const today = dayInNetherlands(ctx.now());
	const { facts, viewer, family } = await supportersFacts(ctx.db.read, actor, familyId, today);
	const permit = authorize(canStartSupport, actor, facts && { ...facts, ...NOBODY });
	const running = (await parentSupports(ctx.db.read, permit.id, familyId)).filter(
		(one) => one.endedAt === null && holdsOn(one, today)
	);
	const isRunning = (who: string) => running.some(({ supporterId }) => supporterId === who);
	return {
		familyId,
		now: running.map((one) => ({
			id: one.id,
			name: one.givenName,
			kind: one.kind,
			since: dayInNetherlands(one.startedAt),
			until: one.until,
			children: viewer?.about(one.children) ?? []
		})),
		people: (family?.people ?? [])
			.filter(({ personId }) => facts && mayBeChosen(facts.family, personId))
			.filter(({ personId }) => !isRunning(personId))
			.flatMap(({ personId }) => viewer?.named(personId) ?? []),
		children: viewer?.about(facts?.open ?? []) ?? []
	};
}

const mayBeChosen = (
	family: Parameters<typeof participationOf>[0],
	person: Parameters<typeof participationOf>[1]
) => participationOf(family, person)?.relation === 'netwerk';

/** Which of the two pages beside the plan this person may open: for a link, never instead of asking. */
export async function networkDoors(
	ctx: Ctx,
	actor: Actor,
	familyId: FamilyId
): Promise<{ readonly network: boolean; readonly supporters: boolean }> {
	const read = ctx.db.read;
	const today = dayInNetherlands(ctx.now());
	const { facts, family } = await supportersFacts(read, actor, familyId, today);
	if (!facts || !family) return { network: false, supporters: false };
	const rows = await helpRows(read, familyId);
	return {
		network: may(canOpenNetwork, actor, networkFacts({ family, consent: facts.consent }, rows)),
		supporters: may(canStartSupport, actor, { ...facts, ...NOBODY })
	};
}

/** What the rule about bringing somebody along needs, without whom and about which children. */
export async function supportersFacts(read: Reader, actor: Actor, id: FamilyId, today: Day) {
	const family = await loadFamily(read, id, today);
	if (!family || actor.kind !== 'person') return { facts: null, viewer: null, family: null };
	const consent = await loadConsent(read, id);
	const viewer = viewerOf(actor, { family, consent });
	const open = [...viewer.openChildren];
	return { facts: { id: actor.id, family: family.facts, consent, open }, viewer, family };
}
