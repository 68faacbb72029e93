import { z } from 'zod';
import type { Audience } from './article.model.ts';
import type { HelpLineId } from './help-lines.ts';
import type { KaderKind } from './kader.model.ts';
import type { LawRef } from './law.ts';
import type { PlaceKey, StatementKey } from './must.says.ts';
import type { TopicSlug } from './topics.ts';

/** Who asks "Moet dit?". `anders` is anybody else: a JIM, grandmother, somebody who would rather not say. */
export const WHO = ['jongere', 'ouder', 'pleegouder', 'voogd', 'anders'] as const;
export type Who = (typeof WHO)[number];

/** The age of the youth who asks, or of the child it is about. */
export const AGE_BANDS = ['under12', 'from12', 'from16', 'from18', 'onbekend'] as const;
export type AgeBand = (typeof AGE_BANDS)[number];

/** Asked of a parent only. */
export const HAS_GEZAG = ['ja', 'nee', 'onbekend'] as const;
export type HasGezag = (typeof HAS_GEZAG)[number];

/** What somebody heard or got, freest first (facts 10.4). Several can hold at once. */
export const STAGES = [
	'onbekend',
	'vrijwillig',
	'wonenMetJa',
	'druk',
	'tafel',
	'onderzoek',
	'jeugdreclassering',
	'spoed',
	'ots',
	'aanwijzing',
	'uithuisplaatsing',
	'voogdij',
	'gesloten'
] as const;
export type Stage = (typeof STAGES)[number];

/** Regions whose papers say something of their own; `anders` is every other one, or not known. */
export const REGIONS = ['haaglanden', 'rijnmond', 'zesRegios', 'anders'] as const;
export type Region = (typeof REGIONS)[number];

/** What somebody answered. Each question may be left open: that leads to a result as well. */
export type Answers = {
	readonly who: Who;
	readonly age: AgeBand;
	readonly gezag: HasGezag;
	readonly heard: readonly Stage[];
	readonly region: Region;
};

/**
 * - `must`: it is compulsory;
 * - `mayRefuse`: this reader may say no;
 * - `voluntary`: it is voluntary, and somebody else says yes or no;
 * - `partly`: part of it is compulsory;
 * - `ask`: that cannot be said yet; the statements say what to ask.
 */
export const VERDICTS = ['must', 'partly', 'mayRefuse', 'voluntary', 'ask'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** One sentence of an outcome, with the law it rests on. */
export type Statement = { readonly key: StatementKey; readonly law: readonly LawRef[] };

/** What holds of one thing that somebody heard or got. */
export type StageOutcome = {
	readonly stage: Stage;
	readonly verdict: Verdict;
	/** Who decides. */
	readonly decides: readonly Statement[];
	/** Whether this reader may say no, and what happens then. */
	readonly no: readonly Statement[];
	/** Terms that can run, with what they count from. */
	readonly terms: readonly Statement[];
	/** The article about it first. */
	readonly read: readonly [TopicSlug, ...TopicSlug[]];
	/** What it is called where this reader lives; null where nothing differs. */
	readonly place: PlaceKey | null;
};

export type Outcome = {
	readonly audience: Audience;
	/** A child under 12: who helps stands first. */
	readonly helpFirst: boolean;
	/** The article about the strictest measure of a court, to read before anything else. */
	readonly route: TopicSlug | null;
	/** Strictest first. */
	readonly stages: readonly [StageOutcome, ...StageOutcome[]];
	readonly helps: readonly HelpLineId[];
	/** For whom the regie can be told: the region, and the kaders that decide it. */
	readonly regie: { readonly region: Region; readonly kaders: readonly KaderKind[] } | null;
};

const oneOf = <const V extends readonly string[], O extends V[number]>(values: V, open: O) =>
	z
		.enum(['', ...values], { error: 'fout.formulier' })
		.default('')
		.transform((value): V[number] => (value === '' ? open : value));

/** The form of "Moet dit?": a question that is left open counts as "I do not know". */
export const AskMust = z.object({
	who: oneOf(WHO, 'anders'),
	age: oneOf(AGE_BANDS, 'onbekend'),
	gezag: oneOf(HAS_GEZAG, 'onbekend'),
	heard: z
		.string()
		.default('')
		.transform((text) => text.split(',').filter(Boolean))
		.pipe(z.array(z.enum(STAGES, { error: 'fout.formulier' })).max(2 * STAGES.length)),
	region: oneOf(REGIONS, 'anders'),
	/** To the questions again, with what was answered. */
	again: z.literal('ja').optional()
});
export type AskedMust = z.output<typeof AskMust>;
