import { dayInNetherlands } from '#lib/kernel/calendar.ts';
import type { Actor } from '#lib/kernel/actor.ts';
import { authorize, Denied } from '#lib/kernel/policy.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { AUDIENCES, type Audience } from '../article.model.ts';
import { documentsIn } from '../article.text.ts';
import { HELP_LINES } from '../help-lines.ts';
import { canReadRights } from '../policy.ts';
import { byLetter, noticesOf } from '../rules.ts';
import type { ArticleView, FoundView, TopicsView, WordsView } from '../view.model.ts';
import { findArticle, listThemes } from './articles.ts';
import { look } from './search.ts';
import { wordsIn } from './words.ts';

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

/** The list of words. */
export function getWords(ctx: Ctx, actor: Actor, locale: string): WordsView {
	authorize(canReadRights, actor, { id: 'woorden' });
	const list = wordsIn(locale);
	return {
		locale: list.locale,
		notices: noticesOf(list, locale, dayInNetherlands(ctx.now())),
		letters: byLetter(list.words, list.locale),
		pairs: list.pairs,
		checkedOn: list.checkedOn,
		reviewBy: list.reviewBy
	};
}

/**
 * What there is about somebody's words, for the chosen audience first. What was asked is written down
 * nowhere.
 */
export function getFound(
	actor: Actor,
	{ asked, audience, locale }: { asked: string; audience: Audience | null; locale: string }
): FoundView {
	authorize(canReadRights, actor, { id: 'zoeken' });
	const { words, articles } = asked ? look(locale, asked) : { words: [], articles: [] };
	const order = audience ? [audience, ...AUDIENCES.filter((one) => one !== audience)] : AUDIENCES;
	const groups = order
		.map((one) => ({ audience: one, articles: articles.filter((it) => it.audience === one) }))
		.filter((group) => group.articles.length > 0);
	return { asked, audience, locale: wordsIn(locale).locale, words, groups };
}
