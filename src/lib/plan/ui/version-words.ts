import { dayInNetherlands } from '#lib/kernel/calendar.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Difference, Field, VersionView } from '#lib/plan/history.model.ts';
import type { ExitState, GoalGroup, StepState } from '#lib/plan/model.ts';
import { longDay } from '#lib/ui/format.ts';

type Word = () => string;

const LINES: Readonly<Record<Difference['kind'], Readonly<Record<Difference['change'], Word>>>> = {
	goal: {
		new: m['version.goalNew'],
		changed: m['version.goalChanged'],
		gone: m['version.goalGone']
	},
	step: {
		new: m['version.stepNew'],
		changed: m['version.stepChanged'],
		gone: m['version.stepGone']
	},
	situation: {
		new: m['version.situationNew'],
		changed: m['version.situationChanged'],
		gone: m['version.situationGone']
	},
	exit: {
		new: m['version.exitNew'],
		changed: m['version.exitChanged'],
		gone: m['version.exitGone']
	},
	ending: {
		new: m['version.endingChanged'],
		changed: m['version.endingChanged'],
		gone: m['version.endingChanged']
	}
};

/** "Nieuw doel:", before the words of the goal. */
export const whatHappened = ({ kind, change }: Difference): string => LINES[kind][change]();

export const FIELD_WORDS: Readonly<Record<Field, Word>> = {
	ownWords: m['version.fieldOwnWords'],
	title: m['version.fieldTitle'],
	words: m['version.fieldWords'],
	professionalWords: m['version.fieldProfessionalWords'],
	resultWords: m['version.fieldResultWords'],
	group: m['version.fieldGroup'],
	about: m['version.fieldAbout'],
	goal: m['version.fieldGoal'],
	owner: m['version.fieldOwner'],
	due: m['version.fieldDue'],
	judge: m['version.fieldJudge'],
	state: m['version.fieldState'],
	stateWords: m['version.fieldStateWords'],
	reviewOn: m['version.fieldReviewOn'],
	reviewWords: m['version.fieldReviewWords'],
	endWords: m['version.fieldEndWords'],
	relapseWords: m['version.fieldRelapseWords']
};

export const GROUP_WORDS: Readonly<Record<GoalGroup, Word>> = {
	nu: m['goal.now'],
	later: m['goal.later'],
	bereikt: m['goal.reached'],
	gestopt: m['goal.stopped']
};

export const STEP_WORDS: Readonly<Record<StepState, Word>> = {
	niet_begonnen: m['step.notStarted'],
	bezig: m['step.busy'],
	kan_nog_niet: m['step.blocked'],
	klaar: m['step.done'],
	niet_meer_nodig: m['step.dropped']
};

export const EXIT_WORDS: Readonly<Record<ExitState, Word>> = {
	nog_niet: m['version.exitNotYet'],
	op_weg: m['version.exitOnTheWay'],
	bereikt: m['version.exitReached']
};

const clock = new Intl.DateTimeFormat('nl-NL', {
	timeZone: 'Europe/Amsterdam',
	hour: '2-digit',
	minute: '2-digit'
});

/** "dinsdag 3 december, 14.30 uur", in Dutch time; with the year when it is not this year. */
export const when = (at: Date, today: string | undefined): string =>
	m['version.time']({
		day: longDay(dayInNetherlands(at), today),
		time: clock.format(at).replace(':', '.')
	});

/** Who made a version, and why when that was not an ordinary change. */
export function byWhom({ author, byCaseSystem, cause, restoredAt }: VersionView, today?: string) {
	const who = byCaseSystem
		? m['version.byCaseSystem']()
		: !author
			? m['version.byOther']()
			: author.self
				? m['version.bySelf']()
				: m['version.by']({ name: author.name });
	const why =
		cause === 'proposal'
			? m['version.becauseProposal']()
			: cause === 'familiegroepsplan'
				? m['version.becauseFamily']()
				: cause !== 'restore'
					? ''
					: restoredAt
						? m['version.becauseRestoreOf']({ day: when(restoredAt, today) })
						: m['version.becauseRestore']();
	return why ? `${who} ${why}` : who;
}

const MOST_CHARACTERS = 100;

/** Enough of a text to know it again in a list; the page of the version has the whole of it. */
export function shortened(text: string): string {
	if (text.length <= MOST_CHARACTERS) return text;
	const cut = text.slice(0, MOST_CHARACTERS);
	return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), MOST_CHARACTERS / 2))}…`;
}
