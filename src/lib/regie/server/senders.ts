import type { FamilyId } from '#lib/family/model.ts';
import { canReadRegisseur } from '#lib/family/policy.ts';
import { loadFamily } from '#lib/family/server/queries.ts';
import { mailboxOf } from '#lib/identity/server/mailbox.ts';
import { dayInNetherlands } from '#lib/kernel/calendar.ts';
import type { PersonId } from '#lib/kernel/id.ts';
import { may } from '#lib/kernel/policy.ts';
import type { Senders } from '#lib/notifications/server/commands.ts';
import { somethingReady } from '#lib/notifications/server/words.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { linkTo } from '#lib/server/links.ts';
import type { Mail } from '#lib/server/mail.ts';

/** A family gets another regisseur. About a family and one of its people, with a colon between. */
export const REGISSEUR_MAIL = 'regisseur';

/** Whose mail this module writes, by the kind in the outbox. */
export const regieSenders: Senders = { [REGISSEUR_MAIL]: writeRegisseurMail };

async function writeRegisseurMail(ctx: Ctx, about: string): Promise<Mail | null> {
	const [family, person] = about.split(':') as [FamilyId, PersonId];
	const loaded = await loadFamily(ctx.db.read, family, dayInNetherlands(ctx.now()));
	const actor = { kind: 'person', id: person, assurance: 'link' } as const;
	if (!loaded || !may(canReadRegisseur, actor, loaded.facts)) return null;
	const mailbox = await mailboxOf(ctx.db.read, person);
	if (!mailbox) return null;
	const link = linkTo(ctx.config, mailbox.language, '/thuis');
	return { to: mailbox.email, ...somethingReady(mailbox.language, link) };
}
