import { dayInNetherlands } from '#lib/kernel/calendar.ts';
import type { Actor } from '#lib/kernel/actor.ts';
import { authorize, Denied } from '#lib/kernel/policy.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { AUDIENCES, type Audience } from '../article.model.ts';
import { documentsIn } from '../article.text.ts';
import { HELP_LINES } from '../help-lines.ts';
import { canReadRights } from '../policy.ts';
import { noticesOf } from '../rules.ts';
import type { ArticleView, TopicsView } from '../view.model.ts';
import { findArticle, listThemes } from './articles.ts';

const ABSENT = { outcome: 'hide', reason: 'onbekend' } as const;

/** What there is to read for a parent or for a youth. */
export function getTopics(actor: Actor, audience: Audience, locale: string): TopicsView {
	authorize(canReadRights, actor, { id: audience });
	return { audience, themes: listThemes(audience, locale) };
}

/**
 * One article, with what the reader should know about it.
 * @throws {Denied} hide, when there is no such article
 */
export function getArticle(
	ctx: Ctx,
	actor: Actor,
	{ audience, slug, locale }: { audience: Audience; slug: string; locale: string }
): ArticleView {
	const article = findArticle(audience, slug, locale);
	if (!article) throw new Denied(canReadRights.ability, ABSENT);
	authorize(canReadRights, actor, { id: article.slug });
	const other = AUDIENCES.find((one) => one !== audience && findArticle(one, slug, locale));
	return {
		article,
		notices: noticesOf(article, locale, dayInNetherlands(ctx.now())),
		helps: article.helps.flatMap((id) => HELP_LINES.find((line) => line.id === id) ?? []),
		documents: documentsIn(article),
		other: other ?? null
	};
}
