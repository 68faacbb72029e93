import type { Article, Audience } from './article.model.ts';
import type { HelpLine } from './help-lines.ts';
import type { DocumentCode } from './law.ts';
import type { Outcome, StageOutcome } from './must.model.ts';
import type { Notice } from './rules.ts';
import type { ThemeKey } from './topics.ts';

/** An article in a list. */
export type ArticleLink = Pick<Article, 'slug' | 'title' | 'term' | 'summary' | 'locale'>;

/** What there is to read for somebody, by theme. */
export type TopicsView = {
	readonly audience: Audience;
	readonly themes: readonly { readonly key: ThemeKey; readonly articles: readonly ArticleLink[] }[];
};

/** One article, with what a reader should know about it. */
export type ArticleView = {
	readonly article: Article;
	readonly notices: readonly Notice[];
	readonly helps: readonly HelpLine[];
	/** The policy documents that it quotes, each once. */
	readonly documents: readonly DocumentCode[];
	/** To whom the same subject is also written; null when it is not. */
	readonly other: Audience | null;
};

/** One stage of an outcome, with the articles to read. */
export type MustStageView = StageOutcome & { readonly articles: readonly ArticleLink[] };

/** What "Moet dit?" answers, ready to be shown. */
export type MustView = Pick<Outcome, 'audience' | 'helpFirst' | 'regie'> & {
	/** To read before anything else; null without a measure of a court. */
	readonly first: ArticleLink | null;
	readonly stages: readonly MustStageView[];
	readonly lines: readonly HelpLine[];
};
