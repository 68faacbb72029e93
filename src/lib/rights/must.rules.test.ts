import { describe, expect, test } from 'vitest';
import { readArticles } from './build/read.ts';
import { HELP_LINE_IDS } from './help-lines.ts';
import {
	AGE_BANDS,
	AskMust,
	HAS_GEZAG,
	REGIONS,
	STAGES,
	WHO,
	type Answers,
	type Outcome,
	type Region,
	type Stage
} from './must.model.ts';
import { bandOf, decideMust } from './must.rules.ts';
import { FREE_STATEMENTS, lawOf, STATEMENT_KEYS, type StatementKey } from './must.says.ts';

const articles = new Set(
	readArticles('src/lib/rights/content').map((one) => `${one.audience} ${one.slug} ${one.locale}`)
);

/** Every stage alone, every two together, and all of them. */
const heardTogether: readonly (readonly Stage[])[] = [
	[],
	...STAGES.flatMap((one, at) => [[one], ...STAGES.slice(at + 1).map((other) => [one, other])]),
	[...STAGES]
];

function* everyone(): Generator<Omit<Answers, 'heard'>> {
	for (const who of WHO)
		for (const age of AGE_BANDS)
			for (const gezag of HAS_GEZAG)
				for (const region of REGIONS) yield { who, age, gezag, region };
}

const outcomes: readonly (readonly [Answers, Outcome])[] = [...everyone()].flatMap((one) =>
	heardTogether.map((heard) => {
		const answers = { ...one, heard };
		return [answers, decideMust(answers)] as const;
	})
);

/** The combinations in which something is wrong, a few of them. */
const wrongIn = (isWrong: (outcome: Outcome, answers: Answers) => boolean): string[] =>
	outcomes
		.filter(([answers, outcome]) => isWrong(outcome, answers))
		.slice(0, 5)
		.map(([answers]) => JSON.stringify(answers));

const saidIn = ({ stages }: Outcome): StatementKey[] =>
	stages.flatMap(({ decides, no, terms }) => [...decides, ...no, ...terms]).map(({ key }) => key);

describe('every combination of answers', () => {
	test('is asked', () => {
		expect(outcomes).toHaveLength(5 * 5 * 3 * 4 * (2 + 13 + 78));
	});

	test('says who decides and whether one may say no, each with its law', () => {
		expect(
			wrongIn(({ stages }) =>
				stages.some(
					({ decides, no, terms }) =>
						decides.length === 0 ||
						no.length === 0 ||
						[...decides, ...no, ...terms].some(({ law }) => law.length === 0)
				)
			)
		).toEqual([]);
	});

	test('leads to articles that are there, in both languages, and to help', () => {
		expect(
			wrongIn(({ audience, stages, helps, route }) => {
				const slugs = [...stages.flatMap(({ read }) => read), ...(route ? [route] : [])];
				return (
					helps.length < 2 ||
					helps.some((id) => !HELP_LINE_IDS.includes(id)) ||
					slugs.some((slug) =>
						['nl', 'en'].some((locale) => !articles.has(`${audience} ${slug} ${locale}`))
					)
				);
			})
		).toEqual([]);
	});

	test('has each thing once, strictest first, and all of them', () => {
		expect(
			wrongIn(({ stages }, { heard }) => {
				const found = stages.map(({ stage }) => stage);
				const known = STAGES.filter((stage) => stage !== 'onbekend' && heard.includes(stage));
				return found.join() !== (known.toReversed().join() || 'onbekend');
			})
		).toEqual([]);
	});

	test('says no sentence twice in one part, and speaks to one audience', () => {
		expect(
			wrongIn((outcome, { who }) => {
				const other = who === 'jongere' ? 'u.' : 'je.';
				return (
					saidIn(outcome).some((key) => key.startsWith(other)) ||
					outcome.stages.some(({ decides, no }) => {
						const keys = [...decides, ...no].map(({ key }) => key);
						return new Set(keys).size !== keys.length;
					})
				);
			})
		).toEqual([]);
	});

	test('never puts the rules of consent beside a measure of a court', () => {
		expect(
			wrongIn(
				(outcome) =>
					outcome.route !== null && saidIn(outcome).some((key) => FREE_STATEMENTS.has(key))
			)
		).toEqual([]);
	});

	test('calls something compulsory only when a court or the prosecutor decided, and leads there first', () => {
		expect(
			wrongIn(
				({ stages, route }) => stages.some(({ verdict }) => verdict === 'must') && route === null
			)
		).toEqual([]);
		expect(
			wrongIn(
				({ route, stages }) => route !== null && !stages.some(({ read }) => read[0] === route)
			)
		).toEqual([]);
	});

	test('gives a child under 12, and nobody else, help first', () => {
		expect(
			wrongIn(
				({ helpFirst, helps }, { who, age }) =>
					helpFirst !== (who === 'jongere' && age === 'under12') ||
					(helpFirst && helps[0] !== 'kindertelefoon')
			)
		).toEqual([]);
	});

	test('uses every sentence there is', () => {
		const said = new Set(outcomes.flatMap(([, outcome]) => saidIn(outcome)));
		expect(STATEMENT_KEYS.filter((key) => !said.has(key))).toEqual([]);
	});
});

test('region changes only the name of the table and who has the regie', () => {
	const without = ({ regie: _, stages, ...rest }: Outcome) => ({
		...rest,
		stages: stages.map(({ place: __, ...stage }) => stage)
	});
	const differ = outcomes.filter(
		([answers, outcome]) =>
			answers.gezag === 'ja' &&
			JSON.stringify(without(outcome)) !==
				JSON.stringify(without(decideMust({ ...answers, region: 'anders' })))
	);
	expect(differ).toEqual([]);
});

test('gezag is a question for parents only', () => {
	const differ = outcomes.filter(
		([answers, outcome]) =>
			answers.who !== 'ouder' &&
			JSON.stringify(outcome) !== JSON.stringify(decideMust({ ...answers, gezag: 'onbekend' }))
	);
	expect(differ).toEqual([]);
});

/**
 * Why; who, of what age, with gezag or not; what was heard; stage and verdict, strictest first; the article
 * about the strictest; one sentence that has to be there; the law beside it.
 */
const CASES = `
drang: a GI worker at the door                            | ouder from12 ja         | druk                  | druk mayRefuse                       | hulp-met-druk         | u.drukGi           | bw1 263
drang: stopping, and what then                            | ouder under12 ja        | druk                  | druk mayRefuse                       | hulp-met-druk         | u.drukNo           | jeugdwet 7.3.4, bw1 255
drang: a no alone is not enough                           | ouder under12 ja        | druk                  | druk mayRefuse                       | hulp-met-druk         | u.drukNotEnough    | bw1 255
drang over a child of 16                                  | ouder from16 ja         | druk                  | druk voluntary                       | hulp-met-druk         | u.no16             | jeugdwet 7.3.5
drang, without gezag                                      | ouder from12 nee        | druk                  | druk voluntary                       | hulp-met-druk         | u.noWithoutGezag   | jeugdwet 7.3.4, bw1 377c
drang, gezag not known                                    | ouder from12 onbekend   | druk                  | druk voluntary                       | hulp-met-druk         | u.noIfGezag        | jeugdwet 7.3.4
drang, told by a youth of 15                              | jongere from12          | druk                  | druk mayRefuse                       | hulp-met-druk         | je.drukNo          | jeugdwet 7.3.4, bw1 255
drang, told by a child of 10                              | jongere under12         | druk                  | druk voluntary                       | hulp-met-druk         | je.noUnder12       | jeugdwet 7.3.4
drang, told by a foster parent                            | pleegouder from12       | druk                  | druk voluntary                       | hulp-met-druk         | u.noPleeg          | jeugdwet 7.3.4, jeugdwet 4.1.3
drang, told by a JIM                                      | anders from16           | druk                  | druk voluntary                       | hulp-met-druk         | u.noAnders         | jeugdwet 7.3.4
a youth of 14 asked to sign                               | jongere from12          | vrijwillig            | vrijwillig mayRefuse                 | vrijwillige-hulp      | je.sign            | jeugdwet 7.3.4, jeugdwet 7.3.2
a youth of 14: two yeses                                  | jongere from12          | vrijwillig            | vrijwillig mayRefuse                 | vrijwillige-hulp      | je.consent12       | jeugdwet 7.3.4
a youth of 16 says yes or no                              | jongere from16          | vrijwillig            | vrijwillig mayRefuse                 | vrijwillige-hulp      | je.consent16       | jeugdwet 7.3.5
a youth of 18                                             | jongere from18          | vrijwillig            | vrijwillig mayRefuse                 | vrijwillige-hulp      | je.consent18       | jeugdwet 7.3.5
a child of 9                                              | jongere under12         | vrijwillig            | vrijwillig voluntary                 | vrijwillige-hulp      | je.consentUnder12  | jeugdwet 7.3.4
a youth who does not say how old                          | jongere onbekend        | vrijwillig            | vrijwillig voluntary                 | vrijwillige-hulp      | je.noAges          | jeugdwet 7.3.4
help for a child of 8                                     | ouder under12 ja        | vrijwillig            | vrijwillig mayRefuse                 | vrijwillige-hulp      | u.no               | jeugdwet 7.3.4
help for a child of 13, without the parents               | ouder from12 ja         | vrijwillig            | vrijwillig mayRefuse                 | vrijwillige-hulp      | u.consent12Without | jeugdwet 7.3.4
help for a child of 17                                    | ouder from16 ja         | vrijwillig            | vrijwillig voluntary                 | vrijwillige-hulp      | u.consent16        | jeugdwet 7.3.5
help for a child of 17 who cannot judge                   | ouder from16 ja         | vrijwillig            | vrijwillig voluntary                 | vrijwillige-hulp      | u.consentUnable    | jeugdwet 7.3.15
a parent without gezag, ordinary help                     | ouder under12 nee       | vrijwillig            | vrijwillig voluntary                 | vrijwillige-hulp      | u.noWithoutGezag   | jeugdwet 7.3.4, bw1 377c
a guardian says yes or no                                 | voogd under12           | vrijwillig            | vrijwillig mayRefuse                 | vrijwillige-hulp      | u.no               | jeugdwet 7.3.4
the plan on paper                                         | ouder under12 ja        | vrijwillig            | vrijwillig mayRefuse                 | vrijwillige-hulp      | term.paperPlan     | jeugdwet 4.1.3
a decision of the municipality                            | ouder under12 ja        | vrijwillig            | vrijwillig mayRefuse                 | vrijwillige-hulp      | term.objection     | awb 6:7
a voluntary placement under pressure                      | ouder from12 ja         | wonenMetJa druk       | druk mayRefuse, wonenMetJa mayRefuse | hulp-met-druk         | u.wonenPressure    | jeugdwet 7.3.4, bw1 255
a voluntary placement: the blocking right, before the yes | ouder under12 ja        | wonenMetJa            | wonenMetJa mayRefuse                 | wonen-met-ja          | u.blok             | bw1 253s
a voluntary placement, told by the foster parent          | pleegouder under12      | wonenMetJa            | wonenMetJa voluntary                 | wonen-met-ja          | u.blokPleeg        | bw1 253s
a youth of 17 asked to live elsewhere                     | jongere from16          | wonenMetJa            | wonenMetJa mayRefuse                 | wonen-met-ja          | je.wonen16         | jeugdwet 7.3.5
the table: coming is a choice                             | ouder under12 ja        | tafel                 | tafel mayRefuse                      | groot-gesprek         | u.tafelCome        | jeugdwet 7.3.4
the table, a youth of 13                                  | jongere from12          | tafel                 | tafel mayRefuse                      | groot-gesprek         | je.tafelPower      | bw1 255
the table, a parent without gezag                         | ouder under12 nee       | tafel                 | tafel mayRefuse                      | groot-gesprek         | u.tafelShare       | jeugdwet 7.3.11
no measure, but the Raad comes                            | ouder from12 ja         | onderzoek             | onderzoek partly                     | onderzoek             | u.onderzoekHelp    | jeugdwet 7.3.4
the Raad comes: it cannot be stopped                      | ouder from12 ja         | onderzoek             | onderzoek partly                     | onderzoek             | u.onderzoekNo      | jeugdwet 3.1
the Raad comes: what the report must be                   | jongere from12          | onderzoek             | onderzoek partly                     | onderzoek             | je.onderzoekReport | jeugdwet 3.3
the Raad comes after drang                                | ouder from12 ja         | druk onderzoek        | onderzoek partly, druk mayRefuse     | onderzoek             | u.drukNo           | jeugdwet 7.3.4, bw1 255
urgency: two weeks to be heard                            | ouder under12 ja        | spoed                 | spoed must                           | meteen                | term.spoedHeard    | rv 800, rv 809
urgency: no appeal sometimes                              | ouder under12 ja        | spoed                 | spoed must                           | meteen                | u.spoedAppeal      | rv 807
urgency, a youth of 12                                    | jongere from12          | spoed                 | spoed must                           | meteen                | je.heardSoon12     | rv 809
urgency, a child of 7                                     | jongere under12         | spoed                 | spoed must                           | meteen                | je.heardUnder12    | rv 809
OTS: one keeps gezag                                      | ouder from12 ja         | ots                   | ots must                             | meekijken             | u.otsGezag         | bw1 262, bw1 263
OTS: advice is no duty                                    | ouder from12 ja         | ots                   | ots must                             | meekijken             | u.otsAdvice        | bw1 263
OTS with a written directive on day 10                    | ouder from12 ja         | ots aanwijzing        | aanwijzing must, ots must            | brief-met-opdracht    | term.letter        | bw1 264
a directive: the judge, without a lawyer                  | ouder under12 ja        | aanwijzing            | aanwijzing must                      | brief-met-opdracht    | u.letterJudge      | bw1 264, bw1 265k
a directive to a youth of 12                              | jongere from12          | aanwijzing            | aanwijzing must                      | brief-met-opdracht    | je.letterJudge     | bw1 264, bw1 265k
a directive to a child of 11                              | jongere under12         | aanwijzing            | aanwijzing must                      | brief-met-opdracht    | je.letterUnder12   | bw1 264
a directive, without gezag                                | ouder from12 nee        | aanwijzing            | aanwijzing partly                    | brief-met-opdracht    | u.letterOther      | bw1 263
OTS, a parent without gezag                               | ouder from12 nee        | ots                   | ots must                             | meekijken             | u.info             | bw1 377c
OTS, gezag not known                                      | ouder from12 onbekend   | ots                   | ots must                             | meekijken             | u.gezagUnknown     | bw1 377c
OTS, a foster parent                                      | pleegouder from12       | ots                   | ots must                             | meekijken             | u.pleegPlan        | jeugdwet 4.1.3
OTS, a grandmother                                        | anders from12           | ots                   | ots must                             | meekijken             | u.anders           | jeugdwet 7.3.11
OTS at 16: other rules than with help                     | jongere from16          | ots vrijwillig        | ots must, vrijwillig partly          | meekijken             | je.measure16       | jeugdwet 7.3.4
OTS and ordinary help: which is it                        | ouder under12 ja        | ots vrijwillig        | ots must, vrijwillig partly          | meekijken             | u.whichIsIt        | bw1 263
OTS and a new investigation                               | ouder under12 ja        | ots onderzoek         | ots must, onderzoek partly           | meekijken             | u.onderzoekMeasure | bw1 255
OTS, and asked to let the child live elsewhere            | ouder under12 ja        | ots wonenMetJa        | ots must, wonenMetJa partly          | meekijken             | u.wonenMeasure     | bw1 265a
OTS: first contact counts from the notice                 | jongere from12          | ots                   | ots must                             | meekijken             | term.contactOts    | besluitJeugdwet 4.2.2
a placement: appeal                                       | ouder from12 ja         | ots uithuisplaatsing  | uithuisplaatsing must, ots must      | ergens-anders-wonen   | term.appeal        | rv 806
a placement: less contact                                 | ouder from12 ja         | uithuisplaatsing      | uithuisplaatsing must                | ergens-anders-wonen   | u.uhpContact       | bw1 265f
a placement, without gezag                                | ouder from12 nee        | uithuisplaatsing      | uithuisplaatsing must                | ergens-anders-wonen   | u.contactRules     | bw1 265g
a placement, the foster parent of a year                  | pleegouder under12      | uithuisplaatsing      | uithuisplaatsing must                | ergens-anders-wonen   | u.uhpMove          | bw1 265i
a placement, a youth of 15                                | jongere from12          | uithuisplaatsing      | uithuisplaatsing must                | ergens-anders-wonen   | je.uhpEnd          | bw1 265d
guardianship, the parent                                  | ouder from12 nee        | voogdij               | voogdij must                         | iemand-anders-beslist | u.voogdijContact   | bw1 377a, bw1 377c
guardianship, the guardian                                | voogd from12            | voogdij               | voogdij must                         | iemand-anders-beslist | u.voogdijYou       | bw1 275
guardianship, the youth                                   | jongere from12          | voogdij               | voogdij must                         | iemand-anders-beslist | je.voogdijLetter   | bw1 377g
a youth of 17 in probation                                | jongere from16          | jeugdreclassering     | jeugdreclassering must               | begeleiding           | je.jrNo            | besluitJeugdwet 4.2.5
probation and OTS                                         | ouder from16 ja         | jeugdreclassering ots | ots must, jeugdreclassering must     | meekijken             | u.jrNo             | besluitJeugdwet 4.2.5
probation of a child of 11 cannot be                      | ouder under12 ja        | jeugdreclassering     | jeugdreclassering ask                | begeleiding           | u.jrFrom12         | sr 77a
probation goes on at 18                                   | jongere from18          | jeugdreclassering     | jeugdreclassering must               | begeleiding           | term.contactJr     | besluitJeugdwet 4.2.3
a closed place without a measure: gezag counts            | ouder from12 ja         | gesloten              | gesloten partly                      | verblijf              | u.geslotenYes      | jeugdwet 6.1.2
a closed place under OTS                                  | ouder from12 ja         | gesloten ots          | gesloten must, ots must              | verblijf              | u.geslotenNo       | jeugdwet 7.3.4
a closed place: an own lawyer                             | jongere from12          | gesloten              | gesloten must                        | verblijf              | je.geslotenLawyer  | jeugdwet 6.1.10
OTS at 18 cannot be                                       | jongere from18          | ots                   | ots ask                              | hoe-het-stopt         | je.over18          | bw1 255
nothing known at all                                      | anders onbekend         | -                     | onbekend ask                         | vrijwillige-hulp      | u.unknownJudge     | bw1 255
does not know, and the Raad                               | ouder onbekend onbekend | onbekend onderzoek    | onderzoek partly                     | onderzoek             | u.onderzoekWho     | jeugdwet 3.1, bw1 255
a youth who does not know                                 | jongere from12          | onbekend              | onbekend ask                         | vrijwillige-hulp      | je.unknownPaper    | jeugdwet 7.3.2
`;

const answersOf = (who: string, heard: string, region: Region = 'anders'): Answers => {
	const [whoIs, age, gezag = 'onbekend'] = who.split(' ');
	return AskMust.parse({ who: whoIs, age, gezag, heard: heard.replaceAll(' ', ','), region });
};

const rows = CASES.trim()
	.split('\n')
	.map((line) => line.split('|').map((cell) => cell.trim()));

test('the table has more than 60 cases', () => {
	expect(rows.length).toBeGreaterThan(60);
});

test.each(rows)('%s', (_, who = '', heard = '', expected, article, says = '', law) => {
	const outcome = decideMust(answersOf(who, heard === '-' ? '' : heard));
	expect(outcome.stages.map(({ stage, verdict }) => `${stage} ${verdict}`).join(', ')).toBe(
		expected
	);
	expect(outcome.stages[0].read[0]).toBe(article);
	expect(saidIn(outcome)).toContain(says);
	const refs = lawOf(says as StatementKey).map((ref) => `${ref.law} ${ref.article}`);
	expect(refs.join(', ')).toBe(law);
});

test.each<[Region, string, string | null]>([
	['haaglanden', 'tafel', 'tafelHaaglanden'],
	['zesRegios', 'tafel', 'tafelZesRegios'],
	['rijnmond', 'tafel', 'tafelAnders'],
	['anders', 'tafel', 'tafelAnders'],
	['haaglanden', 'ots', null]
])('in %s, %s is called after %s', (region, heard, place) => {
	const [stage] = decideMust(answersOf('ouder under12 ja', heard, region)).stages;
	expect(stage.place).toBe(place);
});

test.each<[Region, string, string]>([
	['haaglanden', 'ots aanwijzing', 'haaglanden ots,ots'],
	['rijnmond', 'druk', 'rijnmond intensief_vrijwillig'],
	['rijnmond', 'tafel', '-'],
	['rijnmond', '', '-'],
	['zesRegios', 'ots', '-'],
	['anders', 'ots', '-']
])('the regie in %s with %s: %s', (region, heard, expected) => {
	const { regie } = decideMust(answersOf('ouder under12 ja', heard, region));
	const found = regie ? `${regie.region} ${regie.kaders.toSorted().join()}` : '-';
	expect(found).toBe(expected);
});

test.each([
	[null, 'onbekend'],
	[11, 'under12'],
	[12, 'from12'],
	[15, 'from12'],
	[16, 'from16'],
	[17, 'from16'],
	[18, 'from18']
])('somebody of %s years is %s', (age, band) => {
	expect(bandOf(age)).toBe(band);
});

describe('the form', () => {
	test('a question that is left open counts as not known', () => {
		expect(AskMust.parse({})).toEqual({
			...{ who: 'anders', age: 'onbekend', gezag: 'onbekend', heard: [], region: 'anders' }
		});
		expect(AskMust.parse({ who: '', heard: '' })).toEqual(AskMust.parse({}));
	});

	test.each([
		{ who: 'iedereen' },
		{ age: '14' },
		{ gezag: 'misschien' },
		{ heard: 'druk,alles' },
		{ region: 'utrecht' },
		{ again: 'nee' }
	])('what no choice sends is refused: %o', (typed) => {
		expect(AskMust.safeParse(typed).success).toBe(false);
	});
});
