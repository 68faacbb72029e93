import { m } from '#lib/paraglide/messages.js';
import type { Audience } from '#lib/rights/article.model.ts';
import {
	AGE_BANDS,
	HAS_GEZAG,
	REGIONS,
	STAGES,
	WHO,
	type Stage,
	type Statement,
	type Verdict
} from '#lib/rights/must.model.ts';
import type { PlaceKey, TermKey, YouKey, YouthKey } from '#lib/rights/must.says.ts';
import type { Choice } from '#lib/ui/form/choice.ts';

/** The choices of each question, in the language of the page. */
export const choicesOf = (): Readonly<
	Record<'who' | 'age' | 'gezag' | 'heard' | 'region', readonly Choice[]>
> => ({
	who: WHO.map((value) => ({ value, word: m[`must.who.${value}`]() })),
	age: AGE_BANDS.map((value) => ({ value, word: m[`must.age.${value}`]() })),
	gezag: HAS_GEZAG.map((value) => ({ value, word: m[`must.gezag.${value}`]() })),
	// From free to strict, and what is not known last.
	heard: [...STAGES.slice(1), STAGES[0]].map((value) => ({
		value,
		word: stageOf(value)
	})),
	region: REGIONS.map((value) => ({ value, word: m[`must.region.${value}`]() }))
});

/** The sentence of an outcome: the rules have only its key. */
export function sentenceOf({ key }: Statement): string {
	const at = key.indexOf('.');
	const [to, rest] = [key.slice(0, at), key.slice(at + 1)];
	if (to === 'u') return m[`must.u.${rest as YouKey}`]();
	return to === 'je' ? m[`must.je.${rest as YouthKey}`]() : m[`must.term.${rest as TermKey}`]();
}

/** What somebody heard or got, as the question names it. */
export const stageOf = (stage: Stage): string => m[`must.heard.${stage}`]();

/** Whether it has to be, in one line. */
export const verdictOf = (verdict: Verdict, audience: Audience): string =>
	verdict === 'mayRefuse' && audience === 'jongere'
		? m['must.youMayRefuse']()
		: m[`must.verdict.${verdict}`]();

export const placeOf = (place: PlaceKey): string => m[`must.place.${place}`]();
