import type { Stage } from './must.model.ts';
import type { Reader, Said } from './must.carer.ts';
import type { YouthKey } from './must.says.ts';

const CONSENT: Readonly<Record<Reader['age'], readonly YouthKey[]>> = {
	under12: ['consentUnder12'],
	from12: ['consent12', 'consent12Without', 'consentUnable'],
	from16: ['consent16', 'consentUnable'],
	from18: ['consent18'],
	onbekend: ['consentAges']
};

/** From 12 a youth's own no counts. Who does not say an age reads what each age means. */
const ownNo = ({ age }: Reader): boolean => age !== 'under12' && age !== 'onbekend';

function noToHelp({ age }: Reader): readonly YouthKey[] {
	if (age === 'under12') return ['noUnder12'];
	return age === 'onbekend' ? ['noAges', 'sign'] : ['no', 'sign'];
}

const at16 = ({ age }: Reader): readonly YouthKey[] => (age === 'from16' ? ['measure16'] : []);

/** What a judge must ask, or may ask (Rv 809). */
const heard = ({ age }: Reader): readonly YouthKey[] =>
	age === 'under12'
		? ['heardUnder12']
		: age === 'onbekend'
			? ['heard12', 'heardUnder12']
			: ['heard12'];

const withMeasure = (
	read: Said<YouthKey>['read'],
	extra: readonly YouthKey[] = []
): Said<YouthKey> => ({
	verdict: 'partly',
	decides: ['besideMeasure', ...extra],
	no: ['whichIsIt'],
	terms: [],
	read
});

const over18 = (read: Said<YouthKey>['read']): Said<YouthKey> => ({
	verdict: 'ask',
	decides: ['over18'],
	no: ['unknownPaper'],
	terms: [],
	read
});

/** The half of the decision table that speaks to youths and children (je). */
export const YOUTH_TABLE: Readonly<Record<Stage, (reader: Reader) => Said<YouthKey>>> = {
	onbekend: () => ({
		verdict: 'ask',
		decides: ['unknownFree', 'unknownJudge'],
		no: ['unknownPaper'],
		terms: [],
		read: ['vrijwillige-hulp', 'hulp-met-druk', 'vertrouwenspersoon']
	}),
	vrijwillig: (reader) =>
		reader.measure
			? withMeasure(['vrijwillige-hulp', 'het-plan'])
			: {
					verdict: ownNo(reader) ? 'mayRefuse' : 'voluntary',
					decides: CONSENT[reader.age],
					no: noToHelp(reader),
					terms: ['paperPlan'],
					read: ['vrijwillige-hulp', 'toestemming', 'het-plan', 'iemand-naast-u']
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
					no: noToHelp(reader),
					terms: ['paperPlan'],
					read: ['wonen-met-ja', 'toestemming', 'vertrouwenspersoon']
				},
	druk: (reader) =>
		reader.measure
			? withMeasure(['hulp-met-druk', 'het-plan'])
			: {
					verdict: ownNo(reader) ? 'mayRefuse' : 'voluntary',
					decides: ['drukRules', 'drukGi', ...CONSENT[reader.age]],
					no: ['drukNo', ...noToHelp(reader)],
					terms: ['paperPlan'],
					read: ['hulp-met-druk', 'toestemming', 'onderzoek', 'vertrouwenspersoon']
				},
	tafel: (reader) => {
		if (reader.age === 'from18') return over18(['groot-gesprek', 'vanaf-16']);
		if (reader.measure) return withMeasure(['groot-gesprek', 'onderzoek'], ['tafelAfter']);
		return {
			verdict: reader.age === 'under12' ? 'voluntary' : 'mayRefuse',
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
					no: ['onderzoekNo', 'onderzoekReport'],
					terms: [],
					read: ['onderzoek', 'fouten-verbeteren', 'vertrouwenspersoon']
				},
	spoed: (reader) =>
		reader.age === 'from18'
			? over18(['meteen', 'vanaf-16'])
			: {
					verdict: 'must',
					decides: ['spoedWho', ...at16(reader)],
					no: ['spoedNo', reader.age === 'under12' ? 'heardUnder12' : 'heardSoon12'],
					terms: ['spoedHeard', 'spoedLength'],
					read: ['meteen', 'praten-met-de-rechter', 'advocaat']
				},
	ots: (reader) =>
		reader.age === 'from18'
			? over18(['hoe-het-stopt', 'vanaf-16'])
			: {
					verdict: 'must',
					decides: ['otsWho', 'otsHelp', ...heard(reader), ...at16(reader)],
					no: ['otsNo', 'otsAdvice', reader.age === 'under12' ? 'complaint' : 'otsDispute'],
					terms: ['contactOts', 'plan', 'otsLength', 'appeal'],
					read: ['meekijken', 'eerste-gesprek', 'onenigheid', 'hoe-het-stopt']
				},
	aanwijzing: (reader) =>
		reader.age === 'from18'
			? over18(['brief-met-opdracht', 'vanaf-16'])
			: {
					verdict: 'must',
					decides: ['letterWho', ...at16(reader)],
					no: [
						...(reader.age === 'under12'
							? (['letterUnder12'] as const)
							: reader.age === 'onbekend'
								? (['letterNo', 'letterAges'] as const)
								: (['letterNo', 'letterJudge'] as const)),
						'letterChanged'
					],
					terms: ['letter', 'letterChanged'],
					read: ['brief-met-opdracht', 'onenigheid', 'vertrouwenspersoon']
				},
	uithuisplaatsing: (reader) =>
		reader.age === 'from18'
			? over18(['ergens-anders-wonen', 'vanaf-16'])
			: {
					verdict: 'must',
					decides: ['uhpWho', ...heard(reader), ...at16(reader)],
					no: ['uhpNo', reader.age === 'under12' ? 'complaint' : 'uhpEnd'],
					terms: ['uhpEnd', 'uhpLength', 'appeal'],
					read: ['ergens-anders-wonen', 'contact', 'praten-met-de-rechter', 'hogere-rechter']
				},
	voogdij: (reader) =>
		reader.age === 'from18'
			? over18(['iemand-anders-beslist', 'vanaf-16'])
			: {
					verdict: 'must',
					decides: ['voogdijWho', ...at16(reader)],
					no: ['voogdijNo', 'voogdijContact', 'voogdijLetter'],
					terms: ['contactVoogdij'],
					read: ['iemand-anders-beslist', 'wie-beslist', 'contact', 'vertrouwenspersoon']
				},
	jeugdreclassering: (reader) =>
		reader.age === 'under12'
			? {
					verdict: 'ask',
					decides: ['jrFrom12'],
					no: ['unknownPaper'],
					terms: [],
					read: ['begeleiding', 'vertrouwenspersoon']
				}
			: {
					verdict: 'must',
					decides: ['jrWho', ...at16(reader)],
					no: ['jrNo', 'complaint'],
					terms: ['contactJr'],
					read: ['begeleiding', 'eerste-gesprek', 'advocaat', 'wie-mag-wat-weten']
				},
	gesloten: (reader) => ({
		verdict: 'must',
		decides: [
			'geslotenWho',
			...(reader.age === 'from18' ? (['gesloten18'] as const) : []),
			...at16(reader)
		],
		no: ['geslotenNo', 'geslotenLawyer'],
		terms: [],
		read: ['verblijf', 'advocaat', 'praten-met-de-rechter', 'hogere-rechter']
	})
};
