import { z } from 'zod';
import { formKey } from '#lib/kernel/form.ts';
import { idOf, type Id } from '#lib/kernel/id.ts';
import { DOMAINS, FIELDS, MOST_SIGNS, type Domain, type Field } from './model.ts';

export type TipId = Id<'Tip'>;

export const MOST_TIP_SIGNS = 1000;
/** So many tips somebody can give one youth in {@link TIP_DAYS} days. */
export const MOST_TIPS = 5;
export const TIP_DAYS = 7;

/** A text that somebody suggests for one question of a domain. `form` is the domain. */
export const GiveTip = z.object({
	key: formKey,
	form: z.enum(DOMAINS, { error: 'fout.formulier' }),
	field: z.enum(FIELDS, { error: 'fout.keuze' }),
	words: z
		.string()
		.trim()
		.min(1, { error: 'laterTip.empty' })
		.max(MOST_TIP_SIGNS, { error: 'fout.woordenLang' })
});

/** The youth puts a tip in the plan, in the words that the youth makes of it. `form` is the tip. */
export const TakeTip = z.object({
	key: formKey,
	form: idOf<'Tip'>(),
	words: z
		.string()
		.trim()
		.min(1, { error: 'laterTip.nothing' })
		.max(MOST_SIGNS, { error: 'fout.woordenLang' })
});
export const LayTipAside = z.object({ key: formKey, form: idOf<'Tip'>() });

/** A tip that waits for the youth. */
export type Tip = {
	readonly id: TipId;
	readonly domain: Domain;
	readonly field: Field;
	readonly words: string;
	/** Empty for somebody who is no longer around the youth. */
	readonly from: string;
};

export type TipsView = { readonly tips: readonly Tip[]; readonly mayWrite: boolean };
