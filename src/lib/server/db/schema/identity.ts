import {
	index,
	integer,
	primaryKey,
	sqliteTable,
	text,
	uniqueIndex
} from 'drizzle-orm/sqlite-core';
import type { Assurance } from '#lib/kernel/actor.ts';
import type { PersonId } from '#lib/kernel/id.ts';
import type { RegionId } from '#lib/family/model.ts';
import type {
	AdministratorId,
	ChallengePurpose,
	InvitationId,
	PasskeyDevice,
	PasskeyId,
	SessionId,
	SignInRequestId
} from '#lib/identity/model.ts';
import { dayColumn, momentColumn } from './columns.ts';
import { person, professional, region } from './family.ts';

export const account = sqliteTable(
	'account',
	{
		personId: text('person_id')
			.$type<PersonId>()
			.primaryKey()
			.references(() => person.id),
		email: text('email').notNull(),
		createdAt: momentColumn('created_at').notNull(),
		disabledAt: momentColumn('disabled_at')
	},
	(t) => [index('account_email').on(t.email)]
);

export const invitation = sqliteTable(
	'invitation',
	{
		id: text('id').$type<InvitationId>().primaryKey(),
		personId: text('person_id')
			.$type<PersonId>()
			.notNull()
			.references(() => person.id),
		email: text('email').notNull(),
		/** SHA-256 of the token in the link; empty until the mail is made. */
		tokenHash: text('token_hash'),
		/** Tells apart two people who share an address; told in person, never mailed. Salted scrypt. */
		personalCodeHash: text('personal_code_hash').notNull(),
		/** The code is asked also when nobody shares the address: whoever invited told it in person. */
		codeAlways: integer('code_always', { mode: 'boolean' }).notNull().default(false),
		codeTries: integer('code_tries').notNull().default(0),
		createdAt: momentColumn('created_at').notNull(),
		expiresAt: momentColumn('expires_at').notNull(),
		acceptedAt: momentColumn('accepted_at'),
		revokedAt: momentColumn('revoked_at')
	},
	(t) => [
		uniqueIndex('invitation_person').on(t.personId),
		uniqueIndex('invitation_token').on(t.tokenHash),
		index('invitation_email').on(t.email)
	]
);

/** Someone asked for a sign-in link. A row is made for every address, known or not. */
export const signInRequest = sqliteTable(
	'sign_in_request',
	{
		id: text('id').$type<SignInRequestId>().primaryKey(),
		email: text('email').notNull(),
		locale: text('locale').notNull(),
		/** SHA-256 of the secret that the asking browser holds: the link works only there. */
		browserHash: text('browser_hash').notNull(),
		tokenHash: text('token_hash'),
		codeHash: text('code_hash'),
		codeTries: integer('code_tries').notNull().default(0),
		/** Where the person wanted to go; a path of our own. */
		next: text('next').notNull(),
		createdAt: momentColumn('created_at').notNull(),
		expiresAt: momentColumn('expires_at').notNull(),
		/** The link or code was used; with a shared address the personal code is still to come. */
		openedAt: momentColumn('opened_at'),
		endedAt: momentColumn('ended_at')
	},
	(t) => [
		index('sign_in_request_email').on(t.email),
		uniqueIndex('sign_in_request_token').on(t.tokenHash),
		index('sign_in_request_browser').on(t.browserHash)
	]
);

export const session = sqliteTable(
	'session',
	{
		/** SHA-256 of the cookie's token: the token itself is nowhere at rest. */
		tokenHash: text('token_hash').primaryKey(),
		id: text('id').$type<SessionId>().notNull(),
		personId: text('person_id')
			.$type<PersonId>()
			.notNull()
			.references(() => person.id),
		assurance: text('assurance').$type<Assurance>().notNull(),
		device: text('device').$type<'phone' | 'computer'>().notNull(),
		createdAt: momentColumn('created_at').notNull(),
		lastSeenAt: momentColumn('last_seen_at').notNull(),
		expiresAt: momentColumn('expires_at').notNull()
	},
	(t) => [index('session_person').on(t.personId), uniqueIndex('session_id').on(t.id)]
);

/** A key on a professional's own device. Only its public half is here: nobody can sign in with it. */
export const passkey = sqliteTable(
	'passkey',
	{
		id: text('id').$type<PasskeyId>().primaryKey(),
		personId: text('person_id')
			.$type<PersonId>()
			.notNull()
			.references(() => person.id),
		/** What the device calls the key; base64url. */
		credentialId: text('credential_id').notNull(),
		/** COSE, base64url. */
		publicKey: text('public_key').notNull(),
		/** How often the device says it was used; a number that does not grow is a copy. */
		counter: integer('counter').notNull(),
		transports: text('transports', { mode: 'json' }).$type<readonly string[]>().notNull(),
		device: text('device').$type<PasskeyDevice>().notNull(),
		createdAt: momentColumn('created_at').notNull(),
		lastUsedOn: dayColumn('last_used_on').notNull()
	},
	(t) => [
		uniqueIndex('passkey_credential').on(t.credentialId),
		index('passkey_person').on(t.personId)
	]
);

/** What a device has to sign, once. One for each browser and purpose: a newer takes its place. */
export const passkeyChallenge = sqliteTable(
	'passkey_challenge',
	{
		/** SHA-256 of the secret that the asking browser holds: the challenge counts only there. */
		browserHash: text('browser_hash').notNull(),
		purpose: text('purpose').$type<ChallengePurpose>().notNull(),
		challenge: text('challenge').notNull(),
		/** Who makes a key with it; empty for signing in, where the key says who it is. */
		personId: text('person_id')
			.$type<PersonId>()
			.references(() => person.id),
		expiresAt: momentColumn('expires_at').notNull(),
		usedAt: momentColumn('used_at')
	},
	(t) => [primaryKey({ columns: [t.browserHash, t.purpose] })]
);

/** Who keeps the texts of a region, from when until when. Gives no sight of any family. */
export const regionAdministrator = sqliteTable(
	'region_administrator',
	{
		id: text('id').$type<AdministratorId>().primaryKey(),
		regionId: text('region_id')
			.$type<RegionId>()
			.notNull()
			.references(() => region.id),
		personId: text('person_id')
			.$type<PersonId>()
			.notNull()
			.references(() => professional.personId),
		from: dayColumn('from').notNull(),
		until: dayColumn('until')
	},
	(t) => [
		index('region_administrator_region').on(t.regionId),
		index('region_administrator_person').on(t.personId)
	]
);
