import type { Actor } from '#lib/kernel/actor.ts';
import { authorize } from '#lib/kernel/policy.ts';
import { HELP_LINES } from '../help-lines.ts';
import type { Answers } from '../must.model.ts';
import { decideMust } from '../must.rules.ts';
import { canReadRights } from '../policy.ts';
import type { TopicSlug } from '../topics.ts';
import type { ArticleLink, MustView } from '../view.model.ts';
import { findArticle } from './articles.ts';

/** What "Moet dit?" answers. Reads nothing of anybody and writes nothing down. */
export function answerMust(actor: Actor, answers: Answers, locale: string): MustView {
	authorize(canReadRights, actor, { id: 'moet-dit' });
	const { audience, helpFirst, regie, route, stages, helps } = decideMust(answers);
	const linkTo = (slug: TopicSlug): ArticleLink[] => {
		const found = findArticle(audience, slug, locale);
		return found ? [found] : [];
	};
	return {
		audience,
		helpFirst,
		regie,
		first: route ? (linkTo(route)[0] ?? null) : null,
		stages: stages.map((stage) => ({ ...stage, articles: stage.read.flatMap(linkTo) })),
		lines: helps.flatMap((id) => HELP_LINES.find((line) => line.id === id) ?? [])
	};
}
