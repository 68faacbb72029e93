import type { HelpLineId } from './help-lines.ts';
import type { KaderKind } from './kader.model.ts';
import { CARER_TABLE, type Reader, type Said } from './must.carer.ts';
import {
	STAGES,
	type AgeBand,
	type Answers,
	type Outcome,
	type Stage,
	type StageOutcome
} from './must.model.ts';
import { lawOf, type PlaceKey, type StatementKey, type TermKey } from './must.says.ts';
import { YOUTH_TABLE } from './must.youth.ts';

/** What a court, or in juvenile probation the prosecutor, decided, or what follows from that. */
const MEASURES: readonly Stage[] = [
	'jeugdreclassering',
	'spoed',
	'ots',
	'aanwijzing',
	'uithuisplaatsing',
	'voogdij',
	'gesloten'
];

/** Measures to protect a child: with one of these, living elsewhere asks the judge (BW 1:265a). */
const PROTECTION: readonly Stage[] = ['spoed', 'ots', 'aanwijzing', 'uithuisplaatsing', 'voogdij'];

/** The kader that each stage is, or is part of; null where a plan has no word for it. */
const KADER_OF: Readonly<Record<Stage, KaderKind | null>> = {
	onbekend: null,
	vrijwillig: 'vrijwillig',
	wonenMetJa: 'vrijwillig',
	druk: 'intensief_vrijwillig',
	tafel: null,
	onderzoek: 'onderzoek',
	jeugdreclassering: 'jeugdreclassering',
	spoed: 'voorlopige_ots',
	ots: 'ots',
	aanwijzing: 'ots',
	uithuisplaatsing: 'uithuisplaatsing',
	voogdij: 'voogdij',
	gesloten: 'gesloten'
};

/** What somebody in this kader would have answered. */
export const STAGE_OF_KADER: Readonly<Record<KaderKind, Stage>> = {
	vrijwillig: 'vrijwillig',
	intensief_vrijwillig: 'druk',
	onderzoek: 'onderzoek',
	voorlopige_ots: 'spoed',
	ots: 'ots',
	uithuisplaatsing: 'uithuisplaatsing',
	voogdij: 'voogdij',
	jeugdreclassering: 'jeugdreclassering',
	gesloten: 'gesloten'
};

/** The band of an age in whole years. */
export const bandOf = (age: number | null): AgeBand =>
	age === null
		? 'onbekend'
		: age < 12
			? 'under12'
			: age < 16
				? 'from12'
				: age < 18
					? 'from16'
					: 'from18';

/** Whether this can hold at all: most measures end at 18, and probation begins at 12 (facts 1.9, 4.3). */
function canHold(stage: Stage, age: AgeBand): boolean {
	if (stage === 'jeugdreclassering') return age !== 'under12';
	return age !== 'from18' || stage === 'gesloten';
}

const ADULT_LINES: readonly HelpLineId[] = ['jeugdstem', 'juridischLoket'];
const YOUTH_LINES: readonly HelpLineId[] = ['jeugdstem', 'kindertelefoon', 'kjrw'];
const CHILD_LINES: readonly HelpLineId[] = ['kindertelefoon', 'jeugdstem'];

/**
 * The decision table of "Moet dit?" (feature R1): from what somebody heard, who and how old that person
 * is, gezag and region, to what is compulsory, who decides, what a no does, which terms run and what to
 * read. A measure of a court goes first and takes away what holds only without one. Information, never
 * advice: every sentence rests on its article of law.
 */
export function decideMust(answers: Answers): Outcome {
	const youth = answers.who === 'jongere';
	const heard = STAGES.filter((stage) => answers.heard.includes(stage)).toReversed();
	const known = heard.filter((stage) => stage !== 'onbekend');
	const [strictest = 'onbekend', ...others] = known;
	const holding = known.filter((stage) => MEASURES.includes(stage) && canHold(stage, answers.age));
	const reader: Reader = {
		...answers,
		measure: holding.length > 0,
		protection: holding.some((stage) => PROTECTION.includes(stage))
	};
	const outcomeOf = (stage: Stage): StageOutcome =>
		youth
			? withLaw('je', YOUTH_TABLE[stage](reader), stage, answers)
			: withLaw('u', CARER_TABLE[stage](reader), stage, answers);
	const stages: Outcome['stages'] = [outcomeOf(strictest), ...others.map(outcomeOf)];
	const kaders = known.flatMap((stage) => KADER_OF[stage] ?? []);
	const tells = answers.region === 'haaglanden' || answers.region === 'rijnmond';
	return {
		audience: youth ? 'jongere' : 'ouder',
		helpFirst: youth && answers.age === 'under12',
		route: stages.find((one) => one.stage === holding[0])?.read[0] ?? null,
		stages,
		helps: !youth ? ADULT_LINES : answers.age === 'under12' ? CHILD_LINES : YOUTH_LINES,
		regie: tells && kaders.length > 0 ? { region: answers.region, kaders } : null
	};
}

function withLaw<K extends string, P extends 'u' | 'je'>(
	to: P,
	said: Said<K>,
	stage: Stage,
	{ region }: Answers
): StageOutcome {
	const statements = (keys: readonly K[]) =>
		[...new Set(keys)].map((key) => statement(`${to}.${key}` as StatementKey));
	return {
		stage,
		verdict: said.verdict,
		decides: statements(said.decides),
		no: statements(said.no),
		terms: said.terms.map((key: TermKey) => statement(`term.${key}`)),
		read: said.read,
		place: stage === 'tafel' ? tableIn(region) : null
	};
}

const statement = (key: StatementKey) => ({ key, law: lawOf(key) });

/** What the conversation around the table is called; other regions have words of their own. */
const tableIn = (region: Answers['region']): PlaceKey =>
	region === 'haaglanden'
		? 'tafelHaaglanden'
		: region === 'zesRegios'
			? 'tafelZesRegios'
			: 'tafelAnders';
