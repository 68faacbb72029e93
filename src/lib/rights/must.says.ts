import { lawRef, type LawRef } from './law.ts';

// Every sentence of "Moet dit?" with the articles of law it rests on. The words are in the catalogue,
// under `must.u` (to a parent or carer), `must.je` (to a youth) and `must.term`. The law is compared with
// the fact sheet: sections 1, 2 and 10.2.

/** Sentences that hold only as long as no court decided: never shown beside a measure (facts 2.8). */
const YOU_FREE = {
	consentUnder12: 'jeugdwet 7.3.4',
	consent12: 'jeugdwet 7.3.4',
	consent12Without: 'jeugdwet 7.3.4',
	consent16: 'jeugdwet 7.3.5',
	consent18: 'jeugdwet 7.3.5',
	consentUnable: 'jeugdwet 7.3.15',
	consentAges: 'jeugdwet 7.3.4, jeugdwet 7.3.5',
	no: 'jeugdwet 7.3.4',
	noIfGezag: 'jeugdwet 7.3.4',
	noWithoutGezag: 'jeugdwet 7.3.4, bw1 377c',
	no16: 'jeugdwet 7.3.5',
	noPleeg: 'jeugdwet 7.3.4, jeugdwet 4.1.3',
	noAnders: 'jeugdwet 7.3.4',
	sign: 'jeugdwet 7.3.4, jeugdwet 7.3.2',
	drukRules: 'jeugdwet 7.3.4',
	drukGi: 'bw1 263',
	drukNo: 'jeugdwet 7.3.4, bw1 255',
	drukNoOther: 'jeugdwet 7.3.4, bw1 255',
	drukNotEnough: 'bw1 255',
	tafelPower: 'bw1 255',
	tafelCome: 'jeugdwet 7.3.4',
	tafelShare: 'jeugdwet 7.3.11',
	wonenJudge: 'bw1 265a',
	wonen16: 'jeugdwet 7.3.5',
	wonenPressure: 'jeugdwet 7.3.4, bw1 255',
	blok: 'bw1 253s',
	blokPleeg: 'bw1 253s',
	onderzoekHelp: 'jeugdwet 7.3.4',
	unknownFree: 'jeugdwet 7.3.4',
	unknownJudge: 'bw1 255'
} as const;

const YOU_ALWAYS = {
	unknownPaper: 'jeugdwet 7.3.2',
	tafelAfter: 'jeugdwet 3.1',
	onderzoekWho: 'jeugdwet 3.1, bw1 255',
	onderzoekNo: 'jeugdwet 3.1',
	onderzoekReport: 'jeugdwet 3.3',
	onderzoekMeasure: 'bw1 255',
	besideMeasure: 'jeugdwet 7.3.4',
	whichIsIt: 'bw1 263',
	wonenMeasure: 'bw1 265a',
	spoedWho: 'rv 800',
	spoedNo: 'rv 800',
	spoedAppeal: 'rv 807',
	otsWho: 'bw1 255, bw1 262',
	otsGezag: 'bw1 262, bw1 263',
	otsHelp: 'jeugdwet 3.5, jeugdwet 7.3.4',
	otsNo: 'bw1 255',
	otsAdvice: 'bw1 263',
	otsDispute: 'bw1 262b, bw1 265k',
	measure16: 'jeugdwet 7.3.4',
	gezagUnknown: 'bw1 377c',
	info: 'bw1 377c',
	contactRules: 'bw1 265g',
	complaint: 'jeugdwet 4.2.1',
	pleegPlan: 'jeugdwet 4.1.3',
	anders: 'jeugdwet 7.3.11',
	letterWho: 'bw1 263',
	letterNo: 'bw1 264',
	letterJudge: 'bw1 264, bw1 265k',
	letterChild: 'bw1 264',
	letterChanged: 'bw1 265',
	letterForce: 'bw1 263',
	letterOther: 'bw1 263',
	uhpWho: 'bw1 265a, bw1 265b',
	uhpNo: 'bw1 265a, rv 806',
	uhpNoOther: 'bw1 265a',
	uhpGezag: 'bw1 265e',
	uhpEnd: 'bw1 265d',
	uhpContact: 'bw1 265f',
	uhpMove: 'bw1 265i',
	voogdijWho: 'bw1 275',
	voogdijYou: 'bw1 275',
	voogdijYouNo: 'jeugdwet 4.1.3',
	voogdijNo: 'bw1 266',
	voogdijContact: 'bw1 377a, bw1 377c',
	voogdijBack: 'bw1 277',
	voogdijPleeg: 'bw1 299a',
	jrWho: 'sr 77aa',
	jrNo: 'besluitJeugdwet 4.2.5',
	jrFrom12: 'sr 77a',
	geslotenWho: 'jeugdwet 6.1.2',
	geslotenYes: 'jeugdwet 6.1.2',
	geslotenNo: 'jeugdwet 7.3.4',
	geslotenLawyer: 'jeugdwet 6.1.10',
	gesloten18: 'jeugdwet 6.1.2',
	over18: 'bw1 255'
} as const;

const YOUTH_FREE = {
	consentUnder12: 'jeugdwet 7.3.4',
	consent12: 'jeugdwet 7.3.4',
	consent12Without: 'jeugdwet 7.3.4',
	consent16: 'jeugdwet 7.3.5',
	consent18: 'jeugdwet 7.3.5',
	consentUnable: 'jeugdwet 7.3.15',
	consentAges: 'jeugdwet 7.3.4, jeugdwet 7.3.5',
	no: 'jeugdwet 7.3.4',
	noUnder12: 'jeugdwet 7.3.4',
	noAges: 'jeugdwet 7.3.4',
	sign: 'jeugdwet 7.3.4, jeugdwet 7.3.2',
	drukRules: 'jeugdwet 7.3.4',
	drukGi: 'bw1 263',
	drukNo: 'jeugdwet 7.3.4, bw1 255',
	tafelPower: 'bw1 255',
	tafelCome: 'jeugdwet 7.3.4',
	tafelShare: 'jeugdwet 7.3.11',
	wonenJudge: 'bw1 265a',
	wonen16: 'jeugdwet 7.3.5',
	onderzoekHelp: 'jeugdwet 7.3.4',
	unknownFree: 'jeugdwet 7.3.4',
	unknownJudge: 'bw1 255'
} as const;

const YOUTH_ALWAYS = {
	unknownPaper: 'jeugdwet 7.3.2',
	tafelAfter: 'jeugdwet 3.1',
	onderzoekWho: 'jeugdwet 3.1, bw1 255',
	onderzoekNo: 'jeugdwet 3.1',
	onderzoekReport: 'jeugdwet 3.3',
	onderzoekMeasure: 'bw1 255',
	besideMeasure: 'jeugdwet 7.3.4',
	whichIsIt: 'bw1 263',
	wonenMeasure: 'bw1 265a',
	spoedWho: 'rv 800',
	spoedNo: 'rv 800',
	heardUnder12: 'rv 809',
	heard12: 'rv 809',
	heardSoon12: 'rv 809',
	otsWho: 'bw1 255, bw1 262',
	otsHelp: 'jeugdwet 3.5, jeugdwet 7.3.4',
	otsNo: 'bw1 255',
	otsAdvice: 'bw1 263',
	otsDispute: 'bw1 262b, bw1 265k',
	measure16: 'jeugdwet 7.3.4',
	complaint: 'jeugdwet 4.2.1',
	letterWho: 'bw1 263',
	letterNo: 'bw1 264',
	letterJudge: 'bw1 264, bw1 265k',
	letterUnder12: 'bw1 264',
	letterAges: 'bw1 264',
	letterChanged: 'bw1 265',
	uhpWho: 'bw1 265a, bw1 265b',
	uhpNo: 'bw1 265a',
	uhpEnd: 'bw1 265d',
	voogdijWho: 'bw1 275',
	voogdijNo: 'jeugdwet 4.2.1',
	voogdijContact: 'bw1 377a',
	voogdijLetter: 'bw1 377g',
	jrWho: 'sr 77aa',
	jrNo: 'besluitJeugdwet 4.2.5',
	jrFrom12: 'sr 77a',
	geslotenWho: 'jeugdwet 6.1.2',
	geslotenNo: 'jeugdwet 6.1.2',
	geslotenLawyer: 'jeugdwet 6.1.10',
	gesloten18: 'jeugdwet 6.1.2',
	over18: 'bw1 255'
} as const;

/** How long, and from when: never from the day of a hearing (facts 2.1, 10.4). */
const TERMS = {
	paperPlan: 'jeugdwet 4.1.3',
	objection: 'awb 6:7',
	plan: 'jeugdwet 4.1.3',
	blok: 'bw1 253s',
	spoedHeard: 'rv 800, rv 809',
	spoedLength: 'bw1 258',
	contactOts: 'besluitJeugdwet 4.2.2',
	contactVoogdij: 'besluitJeugdwet 4.2.1',
	contactJr: 'besluitJeugdwet 4.2.3',
	otsLength: 'bw1 258',
	letter: 'bw1 264',
	letterChanged: 'bw1 265',
	uhpEnd: 'bw1 265d',
	uhpContact: 'bw1 265f, bw1 264',
	uhpLength: 'bw1 265c',
	appeal: 'rv 806'
} as const;

/** What a conversation is called in a region; said by its paper, not by a law. */
export const PLACES = {
	tafelHaaglanden: 'S003',
	tafelZesRegios: 'S000',
	tafelAnders: 'S000'
} as const;
export type PlaceKey = keyof typeof PLACES;

export type YouKey = keyof typeof YOU_FREE | keyof typeof YOU_ALWAYS;
export type YouthKey = keyof typeof YOUTH_FREE | keyof typeof YOUTH_ALWAYS;
export type TermKey = keyof typeof TERMS;
export type StatementKey = `u.${YouKey}` | `je.${YouthKey}` | `term.${TermKey}`;

const under = <P extends string, K extends string>(prefix: P, laws: Readonly<Record<K, string>>) =>
	Object.entries<string>(laws).map(
		([key, law]) => [`${prefix}.${key}` as `${P}.${K}`, law] as const
	);

const free = [...under('u', YOU_FREE), ...under('je', YOUTH_FREE)];

/** Sentences that a measure of a court makes untrue. */
export const FREE_STATEMENTS: ReadonlySet<StatementKey> = new Set(free.map(([key]) => key));

const LAW_OF: ReadonlyMap<StatementKey, readonly LawRef[]> = new Map(
	[...free, ...under('u', YOU_ALWAYS), ...under('je', YOUTH_ALWAYS), ...under('term', TERMS)].map(
		([key, law]): [StatementKey, LawRef[]] => [
			key,
			law.split(', ').flatMap((one) => lawRef(one) ?? [])
		]
	)
);

export const STATEMENT_KEYS: readonly StatementKey[] = [...LAW_OF.keys()];

/** The articles of law that a sentence rests on. */
export const lawOf = (key: StatementKey): readonly LawRef[] => LAW_OF.get(key) ?? [];
