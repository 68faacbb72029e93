import { recordRead } from '#lib/audit/server/commands.ts';
import type { Actor } from '#lib/kernel/actor.ts';
import { authorize } from '#lib/kernel/policy.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import type { JimId, TalkView } from '../model.ts';
import { canJoinTalk } from '../policy.ts';
import { loadJim, nameIn } from './load.ts';
import { lineRows } from './talk.store.ts';

/**
 * What is to be talked about the first time: by youth, parents, JIM and regisseur.
 * @throws {Denied} for who does not come
 */
export async function getTalkPage(ctx: Ctx, actor: Actor, id: JimId): Promise<TalkView> {
	const loaded = await loadJim(ctx, ctx.db.read, id);
	const permit = authorize(canJoinTalk, actor, loaded?.facts);
	if (!loaded || actor.kind !== 'person') throw new TypeError('nobody was allowed');
	await recordRead(ctx, permit, { thing: 'jim-talk' });
	const { row, family } = loaded;
	return {
		id,
		youth: nameIn(family, row.youthId),
		jim: row.givenName ?? '',
		asYouth: actor.id === row.youthId,
		lines: (await lineRows(ctx.db.read, id)).map(({ authorId, ...line }) => ({
			...line,
			own: authorId === actor.id
		}))
	};
}
