import type { Answers, Stage, Verdict } from './must.model.ts';
import type { TermKey, YouKey } from './must.says.ts';
import type { TopicSlug } from './topics.ts';

/** What is said of one stage, before its keys get their law. */
export type Said<K extends string> = {
	readonly verdict: Verdict;
	readonly decides: readonly K[];
	readonly no: readonly K[];
	readonly terms: readonly TermKey[];
	readonly read: readonly [TopicSlug, ...TopicSlug[]];
};

/** One reader of the table: who, of what age, and whether a measure of a court holds as well. */
export type Reader = Pick<Answers, 'who' | 'age' | 'gezag'> & {
	/** A measure of a court holds: rules about consent to help do not. */
	readonly measure: boolean;
	/** A supervision order or guardianship holds, by itself or in what follows from it. */
	readonly protection: boolean;
};

/** What a parent or carer is to the decision: a guardian stands where a parent with gezag stands. */
type Seat = 'gezag' | 'zonder' | 'onbekend' | 'pleeg' | 'anders';

function seatOf({ who, gezag }: Reader): Seat {
	if (who === 'voogd') return 'gezag';
	if (who === 'pleegouder') return 'pleeg';
	if (who !== 'ouder') return 'anders';
	return gezag === 'ja' ? 'gezag' : gezag === 'nee' ? 'zonder' : 'onbekend';
}

const CONSENT: Readonly<Record<Reader['age'], readonly YouKey[]>> = {
	under12: ['consentUnder12'],
	from12: ['consent12', 'consent12Without', 'consentUnable'],
	from16: ['consent16', 'consentUnable'],
	from18: ['consent18'],
	onbekend: ['consentAges']
};

/** Whether this reader's own no counts for help to the child: gezag, over a child under 16. */
const ownNo = (reader: Reader): boolean =>
	seatOf(reader) === 'gezag' && (reader.age === 'under12' || reader.age === 'from12');

function noToHelp(reader: Reader): readonly YouKey[] {
	const seat = seatOf(reader);
	if (seat === 'pleeg') return ['noPleeg'];
	if (seat === 'anders') return ['noAnders'];
	if (reader.age === 'from16' || reader.age === 'from18') return ['no16'];
	if (seat === 'zonder') return ['noWithoutGezag'];
	if (seat === 'onbekend') return ['noIfGezag'];
	return reader.age === 'onbekend' ? ['noIfGezag', 'sign'] : ['no', 'sign'];
}

/** What a carer without a say of their own can do in a measure. */
function beside(reader: Reader): readonly YouKey[] {
	switch (seatOf(reader)) {
		case 'gezag':
			return [];
		case 'onbekend':
			return ['gezagUnknown', 'info'];
		case 'zonder':
			return ['info', 'complaint'];
		case 'pleeg':
			return ['pleegPlan', 'complaint'];
		case 'anders':
			return ['anders'];
	}
}

const at16 = ({ age }: Reader): readonly YouKey[] => (age === 'from16' ? ['measure16'] : []);
const knowsGezag = (reader: Reader): boolean => ['gezag', 'onbekend'].includes(seatOf(reader));

type Table = Readonly<Record<Stage, (reader: Reader) => Said<YouKey>>>;

/** Help that is voluntary by itself, next to a measure: what belongs to the measure is compulsory. */
const withMeasure = (read: Said<YouKey>['read'], extra: readonly YouKey[] = []): Said<YouKey> => ({
	verdict: 'partly',
	decides: ['besideMeasure', ...extra],
	no: ['whichIsIt'],
	terms: [],
	read
});

const over18 = (read: Said<YouKey>['read']): Said<YouKey> => ({
	verdict: 'ask',
	decides: ['over18'],
	no: ['unknownPaper'],
	terms: [],
	read
});

/** The half of the decision table that speaks to parents, carers, guardians and everyone else (u). */
export const CARER_TABLE: Table = {
	onbekend: () => ({
		verdict: 'ask',
		decides: ['unknownFree', 'unknownJudge'],
		no: ['unknownPaper'],
		terms: [],
		read: ['vrijwillige-hulp', 'hulp-met-druk', 'iemand-naast-u']
	}),
	vrijwillig: (reader) =>
		reader.measure
			? withMeasure(['vrijwillige-hulp', 'het-plan'])
			: {
					verdict: ownNo(reader) ? 'mayRefuse' : 'voluntary',
					decides: CONSENT[reader.age],
					no: noToHelp(reader),
					terms: ['paperPlan', 'objection', 'plan'],
					read: ['vrijwillige-hulp', 'toestemming', 'het-plan', 'wie-regelt-het']
				},
	wonenMetJa: (reader) =>
		reader.measure
			? withMeasure(
					['wonen-met-ja', 'ergens-anders-wonen'],
					reader.protection ? ['wonenMeasure'] : []
				)
			: {
					verdict: ownNo(reader) ? 'mayRefuse' : 'voluntary',
					decides: [
						...CONSENT[reader.age],
						...(reader.age === 'from16' ? (['wonen16'] as const) : []),
						...(reader.age === 'from18' ? [] : (['wonenJudge'] as const))
					],
					no: [
						...noToHelp(reader),
						'wonenPressure',
						...(seatOf(reader) === 'pleeg' ? (['blokPleeg'] as const) : []),
						...(knowsGezag(reader) && reader.age !== 'from18' ? (['blok'] as const) : [])
					],
					terms: reader.age === 'from18' ? ['paperPlan'] : ['blok', 'paperPlan'],
					read: ['wonen-met-ja', 'toestemming', 'iemand-naast-u']
				},
	druk: (reader) =>
		reader.measure
			? withMeasure(['hulp-met-druk', 'het-plan'])
			: {
					verdict: ownNo(reader) ? 'mayRefuse' : 'voluntary',
					decides: ['drukRules', 'drukGi', ...CONSENT[reader.age]],
					no: [ownNo(reader) ? 'drukNo' : 'drukNoOther', ...noToHelp(reader), 'drukNotEnough'],
					terms: ['paperPlan'],
					read: ['hulp-met-druk', 'toestemming', 'onderzoek', 'iemand-naast-u']
				},
	tafel: (reader) => {
		if (reader.age === 'from18') return over18(['groot-gesprek', 'vanaf-16']);
		if (reader.measure) return withMeasure(['groot-gesprek', 'onderzoek'], ['tafelAfter']);
		const seat = seatOf(reader);
		return {
			verdict: seat === 'pleeg' || seat === 'anders' ? 'voluntary' : 'mayRefuse',
			decides: ['tafelPower', 'tafelAfter'],
			no: ['tafelCome', 'tafelShare'],
			terms: [],
			read: ['groot-gesprek', 'onderzoek', 'iemand-naast-u']
		};
	},
	onderzoek: (reader) =>
		reader.age === 'from18'
			? over18(['onderzoek', 'vanaf-16'])
			: {
					verdict: 'partly',
					decides: ['onderzoekWho', reader.measure ? 'onderzoekMeasure' : 'onderzoekHelp'],
					no: ['onderzoekNo', 'onderzoekReport', ...beside(reader)],
					terms: [],
					read: ['onderzoek', 'fouten-verbeteren', 'advocaat']
				},
	spoed: (reader) =>
		reader.age === 'from18'
			? over18(['meteen', 'vanaf-16'])
			: {
					verdict: 'must',
					decides: ['spoedWho', ...at16(reader)],
					no: ['spoedNo', 'spoedAppeal', ...beside(reader)],
					terms: ['spoedHeard', 'spoedLength'],
					read: ['meteen', 'advocaat', 'praten-met-de-rechter']
				},
	ots: (reader) =>
		reader.age === 'from18'
			? over18(['hoe-het-stopt', 'vanaf-16'])
			: {
					verdict: 'must',
					decides: [
						'otsWho',
						...(knowsGezag(reader) ? (['otsGezag'] as const) : []),
						'otsHelp',
						...at16(reader)
					],
					no: [
						'otsNo',
						'otsAdvice',
						...(['gezag', 'onbekend', 'pleeg'].includes(seatOf(reader))
							? (['otsDispute'] as const)
							: []),
						...(seatOf(reader) === 'zonder' ? (['contactRules'] as const) : []),
						...beside(reader)
					],
					terms: ['contactOts', 'plan', 'otsLength', 'appeal'],
					read: ['meekijken', 'eerste-gesprek', 'eigen-plan', 'onenigheid', 'hoe-het-stopt']
				},
	aanwijzing: (reader) =>
		reader.age === 'from18'
			? over18(['brief-met-opdracht', 'vanaf-16'])
			: {
					verdict: seatOf(reader) === 'gezag' ? 'must' : 'partly',
					decides: ['letterWho', ...at16(reader)],
					no: [
						...(knowsGezag(reader)
							? (['letterNo', 'letterJudge', 'letterChanged', 'letterForce'] as const)
							: (['letterOther'] as const)),
						...(reader.age === 'under12' ? [] : (['letterChild'] as const)),
						...beside(reader)
					],
					terms: ['letter', 'letterChanged'],
					read: ['brief-met-opdracht', 'onenigheid', 'advocaat']
				},
	uithuisplaatsing: (reader) =>
		reader.age === 'from18'
			? over18(['ergens-anders-wonen', 'vanaf-16'])
			: {
					verdict: 'must',
					decides: [
						'uhpWho',
						...(knowsGezag(reader) ? (['uhpGezag'] as const) : []),
						...at16(reader)
					],
					no: [
						...(knowsGezag(reader)
							? (['uhpNo', 'uhpEnd', 'uhpContact'] as const)
							: (['uhpNoOther'] as const)),
						...(seatOf(reader) === 'zonder' ? (['contactRules'] as const) : []),
						...(seatOf(reader) === 'pleeg' ? (['uhpEnd', 'uhpMove'] as const) : []),
						...beside(reader)
					],
					terms: [
						'uhpEnd',
						...(knowsGezag(reader) ? (['uhpContact'] as const) : []),
						'uhpLength',
						'appeal'
					],
					read: ['ergens-anders-wonen', 'contact', 'hogere-rechter', 'advocaat']
				},
	voogdij: (reader) => {
		if (reader.age === 'from18') return over18(['iemand-anders-beslist', 'vanaf-16']);
		const you = reader.who === 'voogd';
		const parent = reader.who === 'ouder';
		return {
			verdict: 'must',
			decides: [you ? 'voogdijYou' : 'voogdijWho', ...at16(reader)],
			no: [
				you ? 'voogdijYouNo' : 'voogdijNo',
				...(parent ? (['voogdijContact', 'voogdijBack', 'complaint'] as const) : []),
				...(reader.who === 'pleegouder' ? (['voogdijPleeg'] as const) : []),
				...(parent ? [] : beside(reader))
			],
			terms: ['contactVoogdij', 'appeal'],
			read: ['iemand-anders-beslist', 'wie-beslist', 'contact', 'informatie']
		};
	},
	jeugdreclassering: (reader) =>
		reader.age === 'under12'
			? {
					verdict: 'ask',
					decides: ['jrFrom12'],
					no: ['unknownPaper'],
					terms: [],
					read: ['begeleiding', 'advocaat']
				}
			: {
					verdict: 'must',
					decides: ['jrWho', ...at16(reader)],
					no: ['jrNo', ...beside(reader)],
					terms: ['contactJr'],
					read: ['begeleiding', 'eerste-gesprek', 'advocaat', 'wie-mag-wat-weten']
				},
	gesloten: (reader) => {
		const yours = knowsGezag(reader) && !reader.protection && reader.age !== 'from18';
		return {
			verdict: yours ? 'partly' : 'must',
			decides: [
				'geslotenWho',
				...(reader.age === 'from18' ? (['gesloten18'] as const) : []),
				...at16(reader)
			],
			no: [yours ? 'geslotenYes' : 'geslotenNo', 'geslotenLawyer', ...beside(reader)],
			terms: [],
			read: ['verblijf', 'advocaat', 'hogere-rechter', 'praten-met-de-rechter']
		};
	}
};
