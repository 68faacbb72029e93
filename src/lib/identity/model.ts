import { z } from 'zod';
import type { Relation } from '#lib/family/model.ts';
import type { Day } from '#lib/kernel/calendar.ts';
import type { Id, PersonId } from '#lib/kernel/id.ts';
import { idOf } from '#lib/kernel/id.ts';

export type SessionId = Id<'Session'>;
export type InvitationId = Id<'Invitation'>;
export type SignInRequestId = Id<'SignInRequest'>;
export type PasskeyId = Id<'Passkey'>;
export type AdministratorId = Id<'Administrator'>;

/** The session that came with a request. */
export type CurrentSession = {
	readonly id: SessionId;
	/** When it ends if nothing more is asked: idle, or at its absolute end. */
	readonly expiresAt: Date;
};

export type Device = 'phone' | 'computer';

/** `other`: a loose key, or a phone that is held beside the computer. */
export type PasskeyDevice = Device | 'other';

/**
 * What a challenge is for: to sign in, to make the first key with an invitation, to make one more.
 * A challenge for one never serves another.
 */
export type ChallengePurpose = 'sign-in' | 'first-key' | 'more-keys';

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

/** What a device answers, as its browser gives it. Sizes are far above what devices send. */
const base64url = z.string().regex(/^[A-Za-z0-9_-]{1,8000}$/);
const credential = {
	id: base64url,
	rawId: base64url,
	type: z.literal('public-key'),
	authenticatorAttachment: z.enum(['platform', 'cross-platform']).nullish()
};
const newKey = z.object({
	...credential,
	response: z.object({
		clientDataJSON: base64url,
		attestationObject: base64url,
		transports: z.array(z.string().max(20)).max(10).default([])
	})
});
const keyProof = z.object({
	...credential,
	response: z.object({
		clientDataJSON: base64url,
		authenticatorData: base64url,
		signature: base64url,
		userHandle: base64url.nullish()
	})
});

/** A hidden field that the script of the page fills with JSON. */
const answerOf = <S extends z.ZodType>(schema: S) =>
	z
		.string({ error: 'passkey.refused' })
		.max(32_000, { error: 'passkey.refused' })
		.transform((text, check): z.output<S> => {
			const read = schema.safeParse(parsed(text));
			if (read.success) return read.data;
			check.issues.push({ code: 'custom', message: 'passkey.refused', input: text });
			return z.NEVER;
		});

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

export type NewKey = z.output<typeof newKey>;
export type KeyProof = z.output<typeof keyProof>;

export const MakeKey = z.object({ answer: answerOf(newKey) });
export const UseKey = z.object({
	answer: answerOf(keyProof),
	naar: z.string().max(500).default('')
});
export const RemoveKey = z.object({ passkey: idOf<'Passkey'>() });

/** A professional's own keys. */
export type PasskeysView = {
	readonly keys: readonly PasskeyView[];
	/** What the browser needs to make one more, as JSON; null when one must sign in anew first. */
	readonly options: string | null;
};

export type PasskeyView = {
	readonly id: PasskeyId;
	readonly device: PasskeyDevice;
	readonly since: Day;
	readonly lastUsed: Day;
};

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
	readonly council: readonly {
		readonly id: PersonId;
		readonly name: string;
		readonly seat: 'lid' | 'organisatie';
	}[];
};

export type DemoPerson = {
	readonly id: PersonId;
	readonly name: string;
	readonly relation: Relation;
};
