import type { FamilyId } from '#lib/family/model.ts';
import { childrenOf } from '#lib/family/rules.ts';
import type { Actor } from '#lib/kernel/actor.ts';
import { dayInNetherlands, isCurrent } from '#lib/kernel/calendar.ts';
import type { PersonId } from '#lib/kernel/id.ts';
import { may } from '#lib/kernel/policy.ts';
import type { KaderKind } from '#lib/rights/kader.model.ts';
import { loadPlan, type LoadedPlan } from '#lib/plan/server/load.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import type { DeskView } from '../model.ts';
import { canAskProgress, canReadWish } from '../policy.ts';
import { nameIn } from './load.ts';
import { lastAsked } from './progress.store.ts';
import { besideRow, jimsOfYouth } from './store.ts';

/** Kaders under which a child lives elsewhere. */
const PLACED: readonly KaderKind[] = ['uithuisplaatsing', 'gesloten'];

const isPlaced = ({ kaders, family }: LoadedPlan, child: PersonId): boolean =>
	kaders.some(
		(one) =>
			one.childId === child && PLACED.includes(one.kind) && isCurrent(one, family.facts.today)
	);

/** What the regisseur sees of each youth of a family; empty for everyone else. */
export async function listForRegisseur(
	ctx: Ctx,
	actor: Actor,
	familyId: FamilyId
): Promise<DeskView> {
	const loaded = await loadPlan(ctx.db.read, familyId, dayInNetherlands(ctx.now()));
	if (!loaded) return [];
	const found: DeskView[number][] = [];
	for (const id of childrenOf(loaded.family.facts)) {
		const facts = { id, family: loaded.family.facts, placed: isPlaced(loaded, id) };
		if (!may(canAskProgress, actor, facts)) continue;
		const known = (await jimsOfYouth(ctx.db.read, id)).find(
			({ state, regisseurKnows }) => state === 'actief' && regisseurKnows
		);
		found.push({
			youth: { id, name: nameIn(loaded.family, id) },
			wish: may(canReadWish, actor, facts)
				? ((await besideRow(ctx.db.read, id))?.wish ?? 'nog_niet')
				: null,
			askedOn: await lastAsked(ctx.db.read, id),
			talk: known?.id ?? null
		});
	}
	return found;
}
