import type { Day } from '#lib/kernel/calendar.ts';
import type { Article, Audience } from './article.model.ts';
import type { HelpLine } from './help-lines.ts';
import type { DocumentCode } from './law.ts';
import type { Outcome, StageOutcome } from './must.model.ts';
import type { RegionName } from './regional-help.model.ts';
import type { Notice } from './rules.ts';
import type { ThemeKey } from './topics.ts';
import type { Pair, Word } from './word.model.ts';

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

/** All words, by their first letter, with the ones that people take for each other. */
export type WordsView = {
	readonly locale: string;
	readonly notices: readonly Notice[];
	readonly letters: readonly { readonly letter: string; readonly words: readonly Word[] }[];
	readonly pairs: readonly Pair[];
	readonly checkedOn: Day;
	readonly reviewBy: Day;
};

/** What was found, for whom; `asked` is empty as long as nothing was looked for. */
export type FoundView = {
	readonly asked: string;
	/** To whom the page speaks from which somebody looked; null when it speaks to both. */
	readonly audience: Audience | null;
	readonly locale: string;
	readonly words: readonly Word[];
	readonly groups: readonly {
		readonly audience: Audience;
		readonly articles: readonly ArticleLink[];
	}[];
};

/** Who helps now, in the order for whom it is. */
export type HelpView = {
	/** Whether it speaks to a child. */
	readonly child: boolean;
	readonly lines: readonly HelpLine[];
	/** Where help of the region can be read; empty when that is not known now. */
	readonly regions: readonly RegionName[];
};
