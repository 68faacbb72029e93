import type { OrganisationId, RegionId } from '#lib/family/model.ts';
import { invite } from '#lib/identity/server/invitations.ts';
import { askKey } from '#lib/identity/server/passkeys.commands.ts';
import {
	acceptStaffInvitation,
	inviteStaff,
	proveStaffCode
} from '#lib/identity/server/staff.commands.ts';
import { lookUpStaffInvitation } from '#lib/identity/server/staff.queries.ts';
import { identitySenders } from '#lib/identity/server/senders.ts';
import type { PersonId } from '#lib/kernel/id.ts';
import { deliver } from '#lib/notifications/server/commands.ts';
import { hashCode } from '#lib/server/crypto.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { organisation, person, professional, region } from '#lib/server/db/schema/family.ts';
import { account, invitation } from '#lib/server/db/schema/identity.ts';
import type { Mail } from '#lib/server/mail.ts';
import { anAuthenticator } from './authenticator.ts';

const source = 'org' as OrganisationId;
const regionId = 'region' as RegionId;

/** A person the portal knows, without an account. */
export async function aPerson(ctx: Ctx, id: string, language = 'nl'): Promise<PersonId> {
	const personId = id as PersonId;
	await ctx.db.write(async (tx) => {
		await tx
			.insert(region)
			.values({ id: regionId, name: 'Regio', regisseurWord: 'regisseur' })
			.onConflictDoNothing();
		await tx
			.insert(organisation)
			.values({ id: source, regionId, name: 'Wijkteam', kind: 'lokaal_team' })
			.onConflictDoNothing();
		await tx
			.insert(person)
			.values({ id: personId, source, givenName: id, familyName: 'Bakker', language });
	});
	return personId;
}

/** A person with an account, and the personal code that belongs to it. */
export async function anAccount(
	ctx: Ctx,
	id: string,
	{ email = `${id}@voorbeeld.nl`, code = 'ABCDEF' } = {}
): Promise<PersonId> {
	const personId = await aPerson(ctx, id);
	const at = ctx.now();
	await ctx.db.write(async (tx) => {
		await tx.insert(account).values({ personId, email, createdAt: at });
		await tx.insert(invitation).values({
			id: `invitation-${id}` as never,
			personId,
			email,
			personalCodeHash: hashCode(code),
			createdAt: at,
			expiresAt: at,
			acceptedAt: at
		});
	});
	return personId;
}

export async function aProfessional(ctx: Ctx, id: string): Promise<PersonId> {
	const personId = await aPerson(ctx, id);
	await ctx.db.write((tx) =>
		tx
			.insert(professional)
			.values({ personId, organisationId: source, role: 'regisseur', workingDays: [] })
	);
	return personId;
}

/** Invites a known person, and gives the code that is told in person. */
export const invited = async (ctx: Ctx, personId: PersonId, email: string) =>
	(await ctx.db.write((tx) => invite(ctx, tx, { personId, email })))?.personalCode ?? '';

/** Who invites staff: the portal's own machine. */
export const machine = { kind: 'machine', source } as const;

/** Invites a professional. @returns the code that is told, and the token of the link in the mail */
export async function invitedStaff(ctx: Ctx, personId: PersonId) {
	const who = { personId, email: `${personId}@voorbeeld.nl` };
	const { personalCode } = await inviteStaff(ctx, machine, who);
	const [mail] = await mailSent(ctx);
	return { personalCode, mail, token: tokenIn(mail) };
}

let forms = 0;
/** A browser with its secret, at a desk of its own: each form it sends has a key of its own. */
export function aBrowser(secret = `browser-${forms++}`) {
	const network = `network of ${secret}`;
	return {
		secret,
		network,
		asking: () => ({ secret, key: `form-${forms++}` }),
		browser: { device: 'computer', session: null } as const
	};
}

/** What a browser needs to make the first key, after the code was given there. */
export async function provedOptions(
	ctx: Ctx,
	at: ReturnType<typeof aBrowser>,
	{ token, personalCode }: { token: string; personalCode: string }
) {
	const { network, secret } = at;
	await proveStaffCode(ctx, at.asking(), { token, personalCode, network });
	return (await lookUpStaffInvitation(ctx, secret, { token, network }))?.options;
}

/** A professional with an account and one key, on a device of their own. */
export async function aKeyHolder(ctx: Ctx, id = 'wil') {
	const personId = await aProfessional(ctx, id);
	const at = aBrowser();
	const device = anAuthenticator(ctx.config.origin);
	const invitation = await invitedStaff(ctx, personId);
	const made = device.make(await provedOptions(ctx, at, invitation));
	const { token } = invitation;
	const outcome = await acceptStaffInvitation(ctx, at.asking(), { token, made, ...at });
	if (outcome.step !== 'signedIn') throw new Error(`No key: ${outcome.step}`);
	return { personId, device, at, session: outcome };
}

/** What a browser needs to use a key. */
export const keyAsked = (ctx: Ctx, at: ReturnType<typeof aBrowser>) =>
	askKey(ctx, at.secret, at.network);

/** Everything that is due, as it leaves the outbox. */
export async function mailSent(ctx: Ctx): Promise<Mail[]> {
	const mails: Mail[] = [];
	await deliver(ctx, identitySenders, async (mail) => void mails.push(mail));
	return mails;
}

/** What a person takes from a mail. */
export const tokenIn = (mail: Mail | undefined): string =>
	/\/(?:link|uitnodiging|nieuw)\/([a-z0-9]+)/.exec(mail?.text ?? '')?.[1] ?? 'no link in this mail';

export const codeIn = (mail: Mail | undefined): string =>
	/code: (\S+ \S+)/.exec(mail?.text ?? '')?.[1] ?? 'no code in this mail';
