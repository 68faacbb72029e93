import type { Id } from '#lib/kernel/id.ts';

export type SessionId = Id<'Session'>;
export type InvitationId = Id<'Invitation'>;
export type SignInRequestId = Id<'SignInRequest'>;

/** The session that came with a request. */
export type CurrentSession = {
	readonly id: SessionId;
	readonly expiresAt: Date;
};
