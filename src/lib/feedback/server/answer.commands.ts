import type { RegionId } from '#lib/family/model.ts';
import type { Actor } from '#lib/kernel/actor.ts';
import { dayInNetherlands } from '#lib/kernel/calendar.ts';
import { authorize, Denied } from '#lib/kernel/policy.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { LIMITS, withinLimit } from '#lib/server/rate-limit.ts';
import { Refused } from '#lib/server/refused.ts';
import { answersIn, type Given } from '../answers.rules.ts';
import type { Informant } from '../model.ts';
import type { Place } from '../form.model.ts';
import { canAnswerOpenly } from '../policy.ts';
import type { Audience, Moment } from '../questionnaire.model.ts';
import { questionsFor } from '../questionnaires.ts';
import { placeOf, regisseurOf, type Placed } from '../split.rules.ts';
import { loadAsked } from './load.ts';
import { closed, currentQuarter, pseudonymsFor } from './key.ts';
import { shuffled, type Pseudonyms } from './pseudonym.ts';
import { regionRow } from './region.store.ts';
import { keepAnswers, settle, waitingRows, type AnswerRow, type MayAnswer } from './store.ts';

type Sent = Readonly<Record<string, number | null | undefined>>;

/**
 * Keeps what somebody of a family, or a JIM beside it, answers at one moment. The same question again at
 * that moment takes the place of the earlier answer. There is no receipt, no line in the access log and no time: each
 * would say who answered when.
 * @throws {Denied} as if there were no such place, for who is not asked there
 */
export async function giveAnswers(
	ctx: Ctx,
	actor: Actor,
	input: { readonly place: Place; readonly moment: Moment; readonly sent: Sent }
): Promise<void> {
	const today = dayInNetherlands(ctx.now());
	const { may, who, around, audience, about } = await loadAsked(
		ctx,
		ctx.db.read,
		actor,
		input.place
	);
	const given = answersIn(audience, input.moment, input.sent);
	if (given.length === 0) return;
	// Each month has its own monthly minute; the row itself does not say which month it was.
	const moment = input.moment === 'monthly' ? `monthly ${today.slice(0, 7)}` : input.moment;
	const pseudonyms = await pseudonymsFor(ctx.db, currentQuarter(ctx));
	await keep(ctx, may, pseudonyms, {
		given,
		informant: audience,
		// One person can answer as who brings a child up and as a JIM: two answers.
		moment: [...Object.entries(input.place).flat(), moment],
		family: pseudonyms('family', around.family.id),
		respondent: pseudonyms('person', who),
		regisseur: pseudonyms('regisseur', regisseurOf(around) ?? ''),
		place: placeOf(around, about),
		open: false
	});
}

/**
 * Keeps what somebody without an account answers in the form of a region. Such answers stay apart from
 * those of families: whoever fills in the form ten times must not lift one family over a threshold.
 * @throws {Denied} for a region that is not there, or something that is not asked there
 * @throws {Refused} when too many come from one network
 */
export async function giveOpenAnswers(
	ctx: Ctx,
	actor: Actor,
	input: {
		readonly regionId: string;
		readonly audience: Audience;
		readonly moment: Moment;
		readonly sent: Sent;
		/** Made with the form. */
		readonly key: string;
		/** Where the request comes from, for the limit. */
		readonly network: string;
	}
): Promise<void> {
	const region = await regionRow(ctx.db.read, input.regionId);
	const may = authorize(canAnswerOpenly, actor, region && { id: region.id });
	if (!region || questionsFor(input.audience, input.moment).length === 0)
		throw new Denied(canAnswerOpenly.ability, { outcome: 'hide', reason: 'onbekend' });
	const given = answersIn(input.audience, input.moment, input.sent);
	if (given.length === 0) return;
	const allowed = await ctx.db.write((tx) =>
		withinLimit(tx, LIMITS.openAnswers, input.network, ctx.now())
	);
	if (!allowed) throw new Refused({ key: 'feedback.tooMany' });
	const pseudonyms = await pseudonymsFor(ctx.db, currentQuarter(ctx));
	const respondent = pseudonyms('person', 'open', input.key);
	await keep(ctx, may, pseudonyms, {
		given,
		informant: input.audience,
		moment: [input.moment],
		family: respondent,
		respondent,
		regisseur: '',
		place: placeOfRegion(region.id),
		open: true
	});
}

const placeOfRegion = (region: RegionId): Placed => ({
	region,
	ageBand: null,
	help: null,
	kader: null,
	organisation: null
});

type Answered = {
	readonly given: readonly Given[];
	readonly informant: Informant;
	/** What makes this the same answer again. */
	readonly moment: readonly string[];
	readonly family: string;
	readonly respondent: string;
	readonly regisseur: string;
	readonly place: Placed;
	readonly open: boolean;
};

async function keep(
	ctx: Ctx,
	may: MayAnswer,
	pseudonyms: Pseudonyms,
	{ given, moment, place, ...about }: Answered
): Promise<void> {
	const quarter = currentQuarter(ctx);
	const rows = given.map((one): AnswerRow => ({
		...{ ...about, ...one, ...place, quarter, region: place.region as RegionId },
		help: place.help as AnswerRow['help'],
		id: pseudonyms('answer', about.respondent, ...moment, one.question)
	}));
	if (!(await keepAnswers(ctx.db, may, quarter, shuffled(rows)))) throw closed(quarter);
}

/** So many people must wait before their answers are mixed. */
export const MIXED_WITH = 10;

/**
 * Puts waiting answers where they stay, mixed, once enough people wait or their quarter is over. They are
 * safe on disk while they wait, and hold no more than they will afterwards.
 */
export const settleAnswers = (ctx: Ctx): Promise<void> =>
	ctx.db.write(async (tx) => {
		const rows = await waitingRows(tx);
		const now = currentQuarter(ctx);
		for (const [quarter, waiting] of Map.groupBy(rows, (row) => row.quarter)) {
			const people = new Set(waiting.map(({ respondent }) => respondent)).size;
			if (quarter === now && people < MIXED_WITH) continue;
			await settle(tx, shuffled(waiting));
		}
	});
