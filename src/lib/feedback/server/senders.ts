import { mailboxOf } from '#lib/identity/server/mailbox.ts';
import type { Senders } from '#lib/notifications/server/commands.ts';
import { somethingReady } from '#lib/notifications/server/words.ts';
import { linkTo } from '#lib/server/links.ts';
import type { StoryId } from '../story.model.ts';
import { storyRow } from './story.store.ts';

/** To the author of a story: edited words wait for a yes. About a story, which is gone after the yes. */
export const STORY_MAIL = 'story';

/** Looks again when it is sent: what was agreed to or taken back sends nothing. Says nothing of what it is. */
export const feedbackSenders: Senders = {
	[STORY_MAIL]: async (ctx, about) => {
		const row = await storyRow(ctx.db.read, about as StoryId);
		if (row?.state !== 'bewerkt') return null;
		const mailbox = await mailboxOf(ctx.db.read, row.authorId);
		if (!mailbox) return null;
		const link = linkTo(ctx.config, mailbox.language, '/thuis');
		return { to: mailbox.email, ...somethingReady(mailbox.language, link) };
	}
};
