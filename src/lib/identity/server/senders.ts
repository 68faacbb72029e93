import type { Senders } from '#lib/notifications/server/commands.ts';
import { mailWords } from '#lib/notifications/server/words.ts';
import { hashCode, hashToken } from '#lib/server/crypto.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { linkTo } from '#lib/server/links.ts';
import type { Mail } from '#lib/server/mail.ts';
import type { InvitationId, SignInRequestId } from '../model.ts';
import { invitationExpiry, invitationState, nextStep } from '../rules.ts';
import { standingOf } from './accounts.store.ts';
import { invitationById, saveInvitationLink, type InvitationRow } from './invitations.store.ts';
import { languageOf } from './language.store.ts';
import { mailedCode, mailedToken } from './mailed-secrets.ts';
import { peopleAt } from './people-at.ts';
import { saveSignIn, signInById, type SignInRow } from './sign-in.store.ts';

/** Whose mail this module writes, by the kind in the outbox. */
export const identitySenders: Senders = {
	'sign-in': writeSignInMail,
	invitation: writeInvitationMail,
	'staff-invitation': writeStaffInvitationMail
};

async function writeSignInMail(ctx: Ctx, about: string): Promise<Mail | null> {
	const request = await signInById(ctx.db.read, about as SignInRequestId);
	const now = ctx.now();
	if (!request || nextStep(request, 1, now) !== 'mail') return null;
	const people = await peopleAt(ctx.db.read, request.email, now);
	if (people.some((person) => !person.invitation)) return signInMail(ctx, request);
	const [invited] = people;
	if (!invited?.invitation) return null;
	// Not signed up yet: the same mailbox gets its invitation once more, with a new link.
	const expiresAt = invitationExpiry(now);
	return invitationMail(ctx, invited.invitation, request.locale, { about, expiresAt });
}

async function writeInvitationMail(ctx: Ctx, about: string): Promise<Mail | null> {
	const invitation = await invitationById(ctx.db.read, about as InvitationId);
	if (!invitation || invitationState(invitation, ctx.now()) !== 'open') return null;
	const standing = await standingOf(ctx.db.read, invitation.personId);
	if (!standing || standing.staff || standing.account === 'disabled') return null;
	const language = (await languageOf(ctx.db.read, invitation.personId)) ?? 'nl';
	return invitationMail(ctx, invitation, language, { about });
}

async function writeStaffInvitationMail(ctx: Ctx, about: string): Promise<Mail | null> {
	const invitation = await invitationById(ctx.db.read, about as InvitationId);
	if (!invitation || invitationState(invitation, ctx.now()) !== 'open') return null;
	const standing = await standingOf(ctx.db.read, invitation.personId);
	if (!standing?.staff || standing.account === 'disabled') return null;
	const language = (await languageOf(ctx.db.read, invitation.personId)) ?? 'nl';
	return invitationMail(ctx, invitation, language, { about, door: '/inloggen/sleutel/nieuw' });
}

async function signInMail(ctx: Ctx, request: SignInRow): Promise<Mail> {
	const token = mailedToken(request.id);
	const code = mailedCode(request.id);
	const kept = { tokenHash: hashToken(token), codeHash: hashCode(code) };
	await ctx.db.write((tx) => saveSignIn(tx, request.id, kept));
	const say = mailWords(request.locale);
	const link = linkTo(ctx.config, request.locale, `/inloggen/link/${token}`);
	return {
		to: request.email,
		subject: say('subject'),
		text: letter([
			[say('greeting')],
			[say('signInLink'), link],
			[say('signInCode', { code: `${code.slice(0, 3)} ${code.slice(3)}` })],
			[say('signInTime'), say('notYou')],
			[say('readAlong'), say('noReply')]
		])
	};
}

async function invitationMail(
	ctx: Ctx,
	invitation: InvitationRow,
	language: string,
	{ about, expiresAt, door = '/uitnodiging' }: { about: string; expiresAt?: Date; door?: string }
): Promise<Mail> {
	const token = mailedToken(about);
	const kept = { tokenHash: hashToken(token), ...(expiresAt && { expiresAt }) };
	await ctx.db.write((tx) => saveInvitationLink(tx, invitation.id, kept));
	const say = mailWords(language);
	return {
		to: invitation.email,
		subject: say('subject'),
		text: letter([
			[say('greeting')],
			[say('ready')],
			[say('invitationLink'), linkTo(ctx.config, language, `${door}/${token}`)],
			[say('invitationTime'), say('notYou')],
			[say('readAlong'), say('noReply')]
		])
	};
}

const letter = (parts: readonly (readonly string[])[]) =>
	`${parts.map((lines) => lines.join('\n')).join('\n\n')}\n`;
