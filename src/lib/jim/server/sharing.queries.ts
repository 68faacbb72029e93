import type { Actor } from '#lib/kernel/actor.ts';
import { authorize, may } from '#lib/kernel/policy.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import type { JimId, SharingView } from '../model.ts';
import { canReadJimPart, canShareWithJim, needsParents, parentsSay } from '../policy.ts';
import { calledBy, loadJim, nameIn, wordsFor } from './load.ts';
import { asJim, sharedPartsFor } from './shared-parts.ts';
import { parentRows } from './store.ts';

/**
 * What a youth lets the JIM see, as the JIM sees it, and what the parents said.
 * @throws {Denied} for anyone but the youth, and without a JIM
 */
export async function getSharingPage(ctx: Ctx, actor: Actor, id: JimId): Promise<SharingView> {
	const loaded = await loadJim(ctx, ctx.db.read, id);
	authorize(canShareWithJim, actor, loaded?.facts);
	if (!loaded) throw new TypeError('a relation that is not there was allowed');
	const { facts, row } = loaded;
	const jim = asJim(loaded);
	const { parts } = await sharedPartsFor(ctx, jim, loaded);
	const closed = facts.parts.some((part) => !may(canReadJimPart, jim, { ...facts, part }));
	return {
		id,
		name: calledBy(ctx, row) ?? '',
		youth: nameIn(loaded.family, row.youthId),
		shared: facts.parts,
		ownWords: wordsFor(ctx, row),
		parts,
		waitsForParent: closed,
		needsParents: needsParents(facts),
		parentsSay: parentsSay(facts),
		parentsKnow: facts.parentsKnow,
		regisseurKnows: facts.regisseurKnows,
		parents: (await parentRows(ctx.db.read, id)).map(({ parentId, says, words }) => ({
			...{ name: nameIn(loaded.family, parentId), says, words }
		}))
	};
}
