import { ADULT } from '#lib/family/rules.ts';
import type { Actor } from '#lib/kernel/actor.ts';
import { ageOn, dayInNetherlands } from '#lib/kernel/calendar.ts';
import type { PersonId } from '#lib/kernel/id.ts';
import { authorize } from '#lib/kernel/policy.ts';
import { hashToken } from '#lib/server/crypto.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import type { AccountView, CurrentSession, SessionId } from '../model.ts';
import { canSeeAccount } from '../policy.ts';
import { isLive, isSeenAgain, sessionEnd, toTheHour } from '../rules.ts';
import { languageOf } from './language.store.ts';
import { sessionByToken, sessionsOf } from './sessions.store.ts';

export type Recognised = {
	readonly actor: Actor & { readonly kind: 'person' };
	readonly session: CurrentSession;
	/** The portal knows a birth date, as it does of every child. */
	readonly child: boolean;
	/** Younger than 18: the portal says "je". */
	readonly youth: boolean;
	/** It is a minute or longer ago that this was written down: now it must be, see `noteSeen`. */
	readonly seenAgain: boolean;
};

/**
 * Whose session a cookie stands for. Null for one that ended, was idle too long, ran out, or belongs
 * to an account that was closed: that browser is a visitor.
 */
export async function recognise(ctx: Ctx, token: string): Promise<Recognised | null> {
	const row = await sessionByToken(ctx.db.read, hashToken(token));
	const now = ctx.now();
	if (!row || !isLive(row, now) || row.disabledAt) return null;
	// In a demo people are chosen from a list and need no account.
	if (!row.accountOf && !ctx.config.demo) return null;
	const seenAgain = isSeenAgain(row, now);
	const expiresAt = sessionEnd(seenAgain ? { ...row, lastSeenAt: now } : row);
	return {
		actor: { kind: 'person', id: row.personId, assurance: row.assurance },
		session: { id: row.id, expiresAt },
		child: row.birthDate !== null,
		youth: row.birthDate !== null && ageOn(row.birthDate, dayInNetherlands(now)) < ADULT,
		seenAgain
	};
}

/** Where this person is signed in, and in which language the portal speaks to them. */
export async function getAccountPage(
	ctx: Ctx,
	actor: Actor,
	current: SessionId | null
): Promise<AccountView> {
	const { id } = authorize(canSeeAccount, actor, self(actor));
	const now = ctx.now();
	const sessions = (await sessionsOf(ctx.db.read, id)).filter((row) => isLive(row, now));
	return {
		language: (await languageOf(ctx.db.read, id)) ?? 'nl',
		sessions: sessions.map((row) => ({
			id: row.id,
			device: row.device,
			since: row.createdAt,
			lastSeen: toTheHour(row.lastSeenAt),
			current: row.id === current
		}))
	};
}

const self = (actor: Actor): { id: PersonId } | null =>
	actor.kind === 'person' ? { id: actor.id } : null;
