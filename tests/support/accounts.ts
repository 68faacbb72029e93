import type { OrganisationId, RegionId } from '#lib/family/model.ts';
import { invite } from '#lib/identity/server/invitations.ts';
import { identitySenders } from '#lib/identity/server/senders.ts';
import type { PersonId } from '#lib/kernel/id.ts';
import { deliver } from '#lib/notifications/server/commands.ts';
import { hashCode } from '#lib/server/crypto.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { organisation, person, professional, region } from '#lib/server/db/schema/family.ts';
import { account, invitation } from '#lib/server/db/schema/identity.ts';
import type { Mail } from '#lib/server/mail.ts';

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

/** Everything that is due, as it leaves the outbox. */
export async function mailSent(ctx: Ctx): Promise<Mail[]> {
	const mails: Mail[] = [];
	await deliver(ctx, identitySenders, async (mail) => void mails.push(mail));
	return mails;
}

/** What a person takes from a mail. */
export const tokenIn = (mail: Mail | undefined): string =>
	/\/(?:link|uitnodiging)\/([a-z0-9]+)/.exec(mail?.text ?? '')?.[1] ?? 'no link in this mail';

export const codeIn = (mail: Mail | undefined): string =>
	/code: (\S+ \S+)/.exec(mail?.text ?? '')?.[1] ?? 'no code in this mail';
