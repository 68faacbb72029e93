import { m } from '#lib/paraglide/messages.js';
import { pagesToTake, WITHOUT_INTERNET } from '#lib/rights/server/along.ts';
import { takenApart } from '#lib/server/pages-along.ts';
import { joinPath } from '#lib/ui/locale.ts';
import type { RequestHandler } from './$types';

/**
 * The public pages of a language, for a browser to read without internet. They are asked here without a
 * cookie, so whoever asks gets what a visitor would see.
 */
export const GET: RequestHandler = async ({ fetch, locals: { locale } }) => {
	const made = [];
	for (const { path, reviewBy } of pagesToTake(locale)) {
		const answer = await fetch(joinPath(locale, path), { credentials: 'omit' });
		const policy = answer.headers.get('content-security-policy') ?? '';
		if (answer.ok) made.push({ path, html: await answer.text(), policy, reviewBy });
	}
	const along = takenApart(made, {
		locale,
		base: joinPath(locale, '/').replace(/\/$/, ''),
		otherwise: WITHOUT_INTERNET,
		kept: m['offline.kept']({ on: '{on}' }),
		overdue: m['article.overdue']()
	});
	return Response.json(along);
};
