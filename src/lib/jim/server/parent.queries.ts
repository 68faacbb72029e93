import type { Actor } from '#lib/kernel/actor.ts';
import { dayInNetherlands } from '#lib/kernel/calendar.ts';
import { authorize } from '#lib/kernel/policy.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import type { JimId, ParentPageView } from '../model.ts';
import { canSayAsParent, needsParents } from '../policy.ts';
import { loadJim, nameIn } from './load.ts';
import { parentRows } from './store.ts';

/**
 * What a parent may know: that there is a JIM, who, and since when. Never who else was thought of, what
 * is shared or written, and what the other parent says.
 * @throws {Denied} as `sayAsParent`
 */
export async function getParentPage(ctx: Ctx, actor: Actor, id: JimId): Promise<ParentPageView> {
	const loaded = await loadJim(ctx, ctx.db.read, id);
	authorize(canSayAsParent, actor, loaded?.facts);
	if (!loaded || actor.kind !== 'person') throw new TypeError('nobody was allowed');
	const { row, family, facts } = loaded;
	const said = (await parentRows(ctx.db.read, id)).find(({ parentId }) => parentId === actor.id);
	return {
		id,
		youth: nameIn(family, row.youthId),
		jim: row.givenName ?? '',
		since: dayInNetherlands(row.startedAt ?? ctx.now()),
		asksReading: needsParents(facts),
		said: said
			? {
					...{ says: said.says, words: said.words, mayRead: said.mayRead },
					on: dayInNetherlands(said.at)
				}
			: null
	};
}
