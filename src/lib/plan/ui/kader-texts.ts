import { m } from '#lib/paraglide/messages.js';
import { KADER_KINDS, type KaderKind } from '#lib/rights/kader.model.ts';
import type { LawRef } from '#lib/rights/law.ts';

type Text = () => string;

const bw = (article: string): LawRef => ({ law: 'bw1', article });
const jeugdwet = (article: string): LawRef => ({ law: 'jeugdwet', article });
const besluit = (article: string): LawRef => ({ law: 'besluitJeugdwet', article });

/** What a kader means for a family. Every sentence rests on the articles beside it. */
export const KADER_TEXTS: Readonly<
	Record<
		KaderKind,
		{
			readonly name: Text;
			readonly what: Text;
			/** What people may say no to, and what they can do instead. */
			readonly refuse: Text;
			readonly law: readonly LawRef[];
			/** What the regisseur may decide, short enough for the card. */
			readonly may: Text;
			readonly mayLaw: LawRef;
		}
	>
> = {
	vrijwillig: {
		name: m['kader.vrijwillig'],
		what: m['kader.vrijwilligWhat'],
		refuse: m['kader.vrijwilligRefuse'],
		law: [jeugdwet('7.3.4'), jeugdwet('7.3.5'), bw('253s')],
		may: m['kader.vrijwilligMay'],
		mayLaw: jeugdwet('7.3.4')
	},
	intensief_vrijwillig: {
		name: m['kader.intensief'],
		what: m['kader.intensiefWhat'],
		refuse: m['kader.intensiefRefuse'],
		law: [jeugdwet('7.3.4'), bw('255')],
		may: m['kader.intensiefMay'],
		mayLaw: jeugdwet('7.3.4')
	},
	onderzoek: {
		name: m['kader.onderzoek'],
		what: m['kader.onderzoekWhat'],
		refuse: m['kader.onderzoekRefuse'],
		law: [jeugdwet('3.1'), bw('255')],
		may: m['kader.onderzoekMay'],
		mayLaw: jeugdwet('3.1')
	},
	voorlopige_ots: {
		name: m['kader.voorlopig'],
		what: m['kader.voorlopigWhat'],
		refuse: m['kader.voorlopigRefuse'],
		law: [bw('257'), bw('263')],
		may: m['kader.voorlopigMay'],
		mayLaw: bw('263')
	},
	ots: {
		name: m['kader.ots'],
		what: m['kader.otsWhat'],
		refuse: m['kader.otsRefuse'],
		law: [bw('255'), bw('258'), bw('263'), bw('264')],
		may: m['kader.otsMay'],
		mayLaw: bw('263')
	},
	uithuisplaatsing: {
		name: m['kader.uithuis'],
		what: m['kader.uithuisWhat'],
		refuse: m['kader.uithuisRefuse'],
		law: [bw('265a'), bw('265b'), bw('265c')],
		may: m['kader.uithuisMay'],
		mayLaw: bw('265e')
	},
	voogdij: {
		name: m['kader.voogdij'],
		what: m['kader.voogdijWhat'],
		refuse: m['kader.voogdijRefuse'],
		law: [bw('266'), bw('275'), bw('377a'), bw('377c')],
		may: m['kader.voogdijMay'],
		mayLaw: bw('302')
	},
	jeugdreclassering: {
		name: m['kader.reclassering'],
		what: m['kader.reclasseringWhat'],
		refuse: m['kader.reclasseringRefuse'],
		law: [besluit('4.2.3'), besluit('4.2.5')],
		may: m['kader.reclasseringMay'],
		mayLaw: besluit('4.2.5')
	},
	gesloten: {
		name: m['kader.gesloten'],
		what: m['kader.geslotenWhat'],
		refuse: m['kader.geslotenRefuse'],
		law: [jeugdwet('6.1.2'), jeugdwet('6.1.10')],
		may: m['kader.geslotenMay'],
		mayLaw: jeugdwet('6.1.2')
	}
};

// A number, not the name: what someone reads about stays out of the address.
export const kaderAnchor = (kind: KaderKind): string => `kader-${KADER_KINDS.indexOf(kind) + 1}`;
