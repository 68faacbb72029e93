import { mailboxOf } from '#lib/identity/server/mailbox.ts';
import type { PersonId } from '#lib/kernel/id.ts';
import { may } from '#lib/kernel/policy.ts';
import type { Senders } from '#lib/notifications/server/commands.ts';
import { somethingReady } from '#lib/notifications/server/words.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { linkTo } from '#lib/server/links.ts';
import type { Mail } from '#lib/server/mail.ts';
import type { JimId } from '../model.ts';
import { canSayAsParent, canStandBeside } from '../policy.ts';
import { loadJim } from './load.ts';
import { JIM_MAIL, PARENT_MAIL, readParentMail } from './mail.ts';

/** Whose mail this module writes, by the kind in the outbox. Each asks the rule again when it is sent. */
export const jimSenders: Senders = {
	[JIM_MAIL]: async (ctx, about) => {
		const loaded = await loadJim(ctx, ctx.db.read, about as JimId);
		const actor = { kind: 'person', id: loaded?.row.jimId ?? ('' as PersonId) } as const;
		if (!loaded || !may(canStandBeside, { ...actor, assurance: 'link' }, loaded.facts)) return null;
		return ready(ctx, actor.id);
	},
	[PARENT_MAIL]: async (ctx, about) => {
		const { jim, parent } = readParentMail(about);
		const loaded = await loadJim(ctx, ctx.db.read, jim);
		const actor = { kind: 'person', id: parent, assurance: 'link' } as const;
		if (!loaded || !may(canSayAsParent, actor, loaded.facts)) return null;
		return ready(ctx, parent);
	}
};

/** "Something is ready for you": nothing of what, of whom, or from whom. */
async function ready(ctx: Ctx, who: PersonId): Promise<Mail | null> {
	const mailbox = await mailboxOf(ctx.db.read, who);
	if (!mailbox) return null;
	const link = linkTo(ctx.config, mailbox.language, '/thuis');
	return { to: mailbox.email, ...somethingReady(mailbox.language, link) };
}
