import { m } from '#lib/paraglide/messages.js';
import type { PieceKind } from '../model.ts';

type KindTexts = {
	/** Above the field in which it is written. */
	readonly label: () => string;
	/** On the fold that opens the form. */
	readonly add: () => string;
};

export const KIND_TEXTS: Readonly<Record<PieceKind, KindTexts>> = {
	situatie: { label: m['ownPlan.situationLabel'], add: m['ownPlan.situationAdd'] },
	doel: { label: m['ownPlan.goalLabel'], add: m['ownPlan.goalAdd'] },
	stap: { label: m['ownPlan.stepLabel'], add: m['ownPlan.stepAdd'] },
	hulp: { label: m['ownPlan.helpLabel'], add: m['ownPlan.helpAdd'] },
	gelukt: { label: m['ownPlan.worksLabel'], add: m['ownPlan.worksAdd'] },
	opmerking: { label: m['ownPlan.remarkLabel'], add: m['ownPlan.remarkAdd'] }
};

/** The four steps of a plan, each with what is written in it. */
export const PARTS: readonly {
	readonly nr: number;
	readonly title: () => string;
	readonly empty: () => string;
	readonly kinds: readonly PieceKind[];
}[] = [
	{
		nr: 1,
		title: m['plan.situation'],
		empty: m['ownPlan.situationEmpty'],
		kinds: ['situatie']
	},
	{ nr: 2, title: m['plan.goals'], empty: m['ownPlan.goalEmpty'], kinds: ['doel'] },
	{ nr: 3, title: m['plan.needed'], empty: m['ownPlan.stepEmpty'], kinds: ['stap', 'hulp'] },
	{ nr: 4, title: m['plan.reached'], empty: m['ownPlan.worksEmpty'], kinds: ['gelukt'] }
];
