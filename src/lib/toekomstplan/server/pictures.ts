import type { Actor } from '#lib/kernel/actor.ts';
import { authorize } from '#lib/kernel/policy.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { Refused } from '#lib/server/refused.ts';
import { MOST_SIGNS, SaveDomain } from '../model.ts';
import type { PictureView, Question, SavePictureFields } from '../pictures.ts';
import { asPictures, fromPictures } from '../pictures.rules.ts';
import { canWriteInPlan } from '../policy.ts';
import type { Saved } from '../words.rules.ts';
import { withPlan } from './act.ts';
import { saveWords } from './commands.ts';
import { ownFacts } from './load.ts';
import { getDomainPage } from './queries.ts';

/**
 * One question with what stands there.
 * @param answers what can be tapped, in the words of the page
 * @throws {Denied} `hide` for everyone but the youth; `deny` from 27, when there is nothing to answer
 */
export async function getPicture(
	ctx: Ctx,
	actor: Actor,
	{ domain, field }: Question,
	answers: readonly string[]
): Promise<PictureView> {
	const youth = await withPlan(ctx, ctx.db.read, actor, canWriteInPlan.ability);
	authorize(canWriteInPlan, actor, ownFacts(youth));
	const { words, seenBy } = await getDomainPage(ctx, actor, domain);
	const now = words[field];
	return { domain, field, ...asPictures(now.words, answers), ...now, seenBy };
}

/**
 * Keeps one screen, in the words that the page with words has as well. What another tab wrote in between
 * is not overwritten: {@link saveWords} looks at the revision.
 * @throws {Denied} for everyone but the youth, under 27
 * @throws {Refused} when the words become too many
 */
export async function savePicture(
	ctx: Ctx,
	actor: Actor,
	input: SavePictureFields,
	answers: readonly string[]
): Promise<Saved> {
	const { domain, field, picks, own } = input;
	const now = (await getDomainPage(ctx, actor, domain)).words[field];
	const chosen = answers.filter((_, at) => picks.includes(at + 1));
	const words = fromPictures(now.words, { answers, chosen, own });
	if (words.length > MOST_SIGNS) throw new Refused({ own: 'fout.woordenLang' });
	const base = `${field}-base` as const;
	return saveWords(ctx, actor, SaveDomain.parse({ domain, [field]: words, [base]: input[base] }));
}
