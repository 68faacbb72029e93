import { m } from '#lib/paraglide/messages.js';
import type { KaderKind } from '#lib/rights/kader.model.ts';
import type { LawRef } from '#lib/rights/law.ts';
import type { TopicSlug } from '#lib/rights/topics.ts';

type Text = () => string;

const bw = (article: string): LawRef => ({ law: 'bw1', article });
const jeugdwet = (article: string): LawRef => ({ law: 'jeugdwet', article });
const besluit = (article: string): LawRef => ({ law: 'besluitJeugdwet', article });

/** The name of a kader, and what the regisseur may decide in it. Every sentence rests on the article beside it. */
export const KADER_TEXTS: Readonly<
	Record<
		KaderKind,
		{
			readonly name: Text;
			/** What the regisseur may decide, short enough for the card. */
			readonly may: Text;
			readonly mayLaw: LawRef;
		}
	>
> = {
	vrijwillig: {
		name: m['kader.vrijwillig'],
		may: m['kader.vrijwilligMay'],
		mayLaw: jeugdwet('7.3.4')
	},
	intensief_vrijwillig: {
		name: m['kader.intensief'],
		may: m['kader.intensiefMay'],
		mayLaw: jeugdwet('7.3.4')
	},
	onderzoek: {
		name: m['kader.onderzoek'],
		may: m['kader.onderzoekMay'],
		mayLaw: jeugdwet('3.1')
	},
	voorlopige_ots: {
		name: m['kader.voorlopig'],
		may: m['kader.voorlopigMay'],
		mayLaw: bw('263')
	},
	ots: {
		name: m['kader.ots'],
		may: m['kader.otsMay'],
		mayLaw: bw('263')
	},
	uithuisplaatsing: {
		name: m['kader.uithuis'],
		may: m['kader.uithuisMay'],
		mayLaw: bw('265e')
	},
	voogdij: {
		name: m['kader.voogdij'],
		may: m['kader.voogdijMay'],
		mayLaw: bw('302')
	},
	jeugdreclassering: {
		name: m['kader.reclassering'],
		may: m['kader.reclasseringMay'],
		mayLaw: besluit('4.2.5')
	},
	gesloten: {
		name: m['kader.gesloten'],
		may: m['kader.geslotenMay'],
		mayLaw: jeugdwet('6.1.2')
	}
};

/** Where it says what a kader means. The addresses are neutral: what someone reads about stays out of them. */
export const KADER_ARTICLES: Readonly<Record<KaderKind, TopicSlug>> = {
	vrijwillig: 'vrijwillige-hulp',
	intensief_vrijwillig: 'hulp-met-druk',
	onderzoek: 'onderzoek',
	voorlopige_ots: 'meteen',
	ots: 'meekijken',
	uithuisplaatsing: 'ergens-anders-wonen',
	voogdij: 'iemand-anders-beslist',
	jeugdreclassering: 'begeleiding',
	gesloten: 'verblijf'
};
