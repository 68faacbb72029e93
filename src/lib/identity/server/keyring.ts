import type { Actor } from '#lib/kernel/actor.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import type { Reader } from '#lib/server/db/index.ts';
import type { SessionId } from '../model.ts';
import type { KeyringFacts } from '../policy.ts';
import { isFresh } from '../rules.ts';
import { standingOf } from './accounts.store.ts';
import { sessionOwner } from './sessions.store.ts';

/** What the rules about a person's own keys ask; null for who is nobody here. */
export async function keyringOf(
	ctx: Ctx,
	read: Reader,
	actor: Actor,
	current: SessionId | null
): Promise<KeyringFacts | null> {
	if (actor.kind !== 'person') return null;
	const standing = await standingOf(read, actor.id);
	const session = current && (await sessionOwner(read, current));
	const fresh = !!session && session.personId === actor.id && isFresh(session, ctx.now());
	return standing && { ...standing, id: actor.id, fresh };
}
