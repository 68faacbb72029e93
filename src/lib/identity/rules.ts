import type { PersonId } from '#lib/kernel/id.ts';
import type { Device, SessionId } from './model.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export const IDLE_MINUTES = 15;
export const LONGEST_HOURS = 8;
export const MOST_SESSIONS = 5;
export const LINK_MINUTES = 10;
export const INVITATION_DAYS = 7;
/** Until this long after it was made, the invited mailbox can ask for the invitation again. */
export const INVITATION_AGAIN_DAYS = 30;
export const CODE_TRIES = 5;
export const CHALLENGE_MINUTES = 5;
/** So long after signing in may one change how one signs in (security 2). */
export const FRESH_MINUTES = 5;

const later = (from: Date, milliseconds: number) => new Date(from.getTime() + milliseconds);

export const sessionExpiry = (start: Date): Date => later(start, LONGEST_HOURS * HOUR);
export const linkExpiry = (asked: Date): Date => later(asked, LINK_MINUTES * MINUTE);
export const challengeExpiry = (made: Date): Date => later(made, CHALLENGE_MINUTES * MINUTE);
export const invitationExpiry = (sent: Date): Date => later(sent, INVITATION_DAYS * DAY);

export type SessionFacts = {
	readonly id: SessionId;
	readonly personId: PersonId;
	readonly createdAt: Date;
	readonly lastSeenAt: Date;
	/** The absolute end. */
	readonly expiresAt: Date;
};

/** When a session ends if nothing more is asked: idle, or at its absolute end. */
export function sessionEnd(session: Pick<SessionFacts, 'lastSeenAt' | 'expiresAt'>): Date {
	const idle = later(session.lastSeenAt, IDLE_MINUTES * MINUTE);
	return idle < session.expiresAt ? idle : session.expiresAt;
}

export const isLive = (session: Pick<SessionFacts, 'lastSeenAt' | 'expiresAt'>, now: Date) =>
	now < sessionEnd(session);

export const isFresh = (session: Pick<SessionFacts, 'createdAt'>, now: Date) =>
	now < later(session.createdAt, FRESH_MINUTES * MINUTE);

/** Being seen is written at most once a minute: a page read costs no write. */
export const isSeenAgain = (session: Pick<SessionFacts, 'lastSeenAt'>, now: Date) =>
	now.getTime() - session.lastSeenAt.getTime() >= MINUTE;

/** Which sessions end when one more starts: those that are over, then the oldest. */
export function sessionsToEnd<S extends SessionFacts>(sessions: readonly S[], now: Date): S[] {
	const live = sessions
		.filter((session) => isLive(session, now))
		.sort((a, b) => b.createdAt.getTime() - a.createdAt.getTime());
	const kept = new Set(live.slice(0, MOST_SESSIONS - 1));
	return sessions.filter((session) => !kept.has(session));
}

/** Rounded down, so that nobody can follow somebody's day by it. */
export const toTheHour = (moment: Date): Date =>
	new Date(Math.floor(moment.getTime() / HOUR) * HOUR);

/** What the browser says it is, as far as a person needs it to recognise a session. */
export const deviceOf = (userAgent: string | null): Device =>
	/Mobi|Android|iPhone|iPad/i.test(userAgent ?? '') ? 'phone' : 'computer';

export type RequestFacts = {
	readonly expiresAt: Date;
	readonly openedAt: Date | null;
	readonly endedAt: Date | null;
	readonly codeTries: number;
};

/**
 * What a sign-in still needs:
 * - `mail`: the link or the code from the mail;
 * - `personalCode`: who of the people with this address it is;
 * - `session`: nothing more;
 * - `over`: a new request.
 */
export type SignInStep = 'mail' | 'personalCode' | 'session' | 'over';

/** @param people how many people may sign in with the address, invited ones included */
export function nextStep(request: RequestFacts | null, people: number, now: Date): SignInStep {
	if (!request || request.endedAt || now >= request.expiresAt) return 'over';
	if (request.codeTries >= CODE_TRIES) return 'over';
	if (!request.openedAt) return 'mail';
	if (people === 0) return 'over';
	return people === 1 ? 'session' : 'personalCode';
}

export type InvitationFacts = {
	readonly createdAt: Date;
	readonly expiresAt: Date;
	readonly acceptedAt: Date | null;
	readonly revokedAt: Date | null;
};

export type InvitationState = 'open' | 'expired' | 'used' | 'revoked';

export function invitationState(invitation: InvitationFacts, now: Date): InvitationState {
	if (invitation.revokedAt) return 'revoked';
	if (invitation.acceptedAt) return 'used';
	return now < invitation.expiresAt ? 'open' : 'expired';
}

/** Whether the invited mailbox may have it again, with a new link. */
export function canBeSentAgain(invitation: InvitationFacts, now: Date): boolean {
	const state = invitationState(invitation, now);
	if (state !== 'open' && state !== 'expired') return false;
	return now < later(invitation.createdAt, INVITATION_AGAIN_DAYS * DAY);
}

export type ChallengeState = 'open' | 'used' | 'expired';

export function challengeState(
	challenge: { readonly expiresAt: Date; readonly usedAt: Date | null },
	now: Date
): ChallengeState {
	if (challenge.usedAt) return 'used';
	return now < challenge.expiresAt ? 'open' : 'expired';
}

/** Where someone comes after signing in, when nothing else was asked. */
export const HOME = '/thuis';
/** The same for professionals. */
export const DESK = '/werk';

/**
 * An address of our own to go to after signing in. Anything that could lead elsewhere, or back to
 * signing in, becomes {@link HOME}.
 */
export function safeNext(asked: string | null | undefined): string {
	if (!asked || asked.length > 500 || !isOwnPath(asked)) return HOME;
	const url = URL.parse(asked, 'http://own.invalid');
	if (!url || url.origin !== 'http://own.invalid') return HOME;
	const path = url.pathname + url.search;
	return isOwnPath(path) && !isAboutSigningIn(url.pathname) ? path : HOME;
}

const isOwnPath = (text: string) => /^\/(?!\/)[^\\\s\p{Cc}]*$/u.test(text);

function isAboutSigningIn(path: string): boolean {
	try {
		return /^(\/[a-z]{2,3})?\/+(inloggen|uitnodiging)(\/|$)/.test(decodeURIComponent(path));
	} catch {
		return true;
	}
}
