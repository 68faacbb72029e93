import { z } from 'zod';
import type { Relation } from '#lib/family/model.ts';
import type { Id, PersonId } from '#lib/kernel/id.ts';
import { idOf } from '#lib/kernel/id.ts';

export type SessionId = Id<'Session'>;
export type InvitationId = Id<'Invitation'>;
export type SignInRequestId = Id<'SignInRequest'>;

/** The session that came with a request. */
export type CurrentSession = {
	readonly id: SessionId;
	/** When it ends if nothing more is asked: idle, or at its absolute end. */
	readonly expiresAt: Date;
};

export type Device = 'phone' | 'computer';

/** One address is one text: without spaces around it and without capitals. */
export const email = z
	.string()
	.trim()
	.toLowerCase()
	.max(254, { error: 'fout.email' })
	.pipe(z.email({ error: 'fout.email' }));

/** A code as a person types it; compared without spaces, dashes and capitals. */
const typedCode = z
	.string()
	.trim()
	.min(1, { error: 'fout.codeLeeg' })
	.max(40, { error: 'fout.codeVorm' });

export const AskLink = z.object({ email, naar: z.string().max(500).default('') });
export const TypeCode = z.object({ code: typedCode });
export const TypePersonalCode = z.object({ personalCode: typedCode });
export const AcceptInvitation = z.object({ personalCode: z.string().trim().max(40).default('') });
export const EndSession = z.object({ session: idOf<'Session'>() });

/** The page on which a person sees where they are signed in. */
export type AccountView = {
	readonly language: string;
	readonly sessions: readonly SessionView[];
};

export type SessionView = {
	readonly id: SessionId;
	readonly device: Device;
	readonly since: Date;
	/** Rounded to the hour: enough to see a stranger, too little to follow a person. */
	readonly lastSeen: Date;
	readonly current: boolean;
};

/** People that a demo lets one sign in as. */
export type DemoView = {
	readonly families: readonly { readonly people: readonly DemoPerson[] }[];
	readonly professionals: readonly {
		readonly id: PersonId;
		readonly name: string;
		readonly role: string;
	}[];
};

export type DemoPerson = {
	readonly id: PersonId;
	readonly name: string;
	readonly relation: Relation;
};
