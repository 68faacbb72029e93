import { m } from '#lib/paraglide/messages.js';
import type { Audience, PartKey, SubPartKey } from '#lib/rights/article.model.ts';
import type { Notice } from '#lib/rights/rules.ts';
import type { ThemeKey } from '#lib/rights/topics.ts';

type Text = () => string;

/** The headings of an article: the files have only their keys. */
export const PART_TEXTS: Readonly<Record<Audience, Record<PartKey | SubPartKey | 'helps', Text>>> =
	{
		ouder: {
			means: m['article.meansYou'],
			no: m['article.noYou'],
			terms: m['article.terms'],
			now: m['article.nowYou'],
			helps: m['article.helpsYou'],
			under12: m['article.childUnder12'],
			from12: m['article.childFrom12'],
			from16: m['article.childFrom16'],
			asked: m['article.asked'],
			notRequired: m['article.notRequired'],
			ifNo: m['article.ifNoYou']
		},
		jongere: {
			means: m['article.meansYouth'],
			no: m['article.noYouth'],
			terms: m['article.terms'],
			now: m['article.nowYouth'],
			helps: m['article.helpsYouth'],
			under12: m['article.youUnder12'],
			from12: m['article.youFrom12'],
			from16: m['article.youFrom16'],
			asked: m['article.asked'],
			notRequired: m['article.notRequired'],
			ifNo: m['article.ifNoYouth']
		}
	};

export const NOTICE_TEXTS: Readonly<Record<Notice, Text>> = {
	overdue: m['article.overdue'],
	notTranslated: m['article.notTranslated'],
	stale: m['article.stale'],
	machine: m['article.machine']
};

export const THEME_TEXTS: Readonly<Record<ThemeKey, Text>> = {
	help: m['rights.themeHelp'],
	worry: m['rights.themeWorry'],
	judge: m['rights.themeJudge'],
	living: m['rights.themeLiving'],
	papers: m['rights.themePapers'],
	beside: m['rights.themeBeside'],
	later: m['rights.themeLater']
};

export const AUDIENCE_TEXTS: Readonly<Record<Audience, Text>> = {
	ouder: m['rights.forParents'],
	jongere: m['rights.forYouths']
};
