import type { Criterion, Informant } from '#lib/feedback/model.ts';
import { m } from '#lib/paraglide/messages.js';
import type { SplitBy } from '../page.model.ts';

export const CRITERION_TEXTS: Record<Criterion, () => string> = {
	use: m['council.criterionUse'],
	independent: m['council.criterionIndependent'],
	goals: m['council.criterionGoals'],
	dropout: m['council.criterionDropout'],
	'no-new-start': m['council.criterionNoNewStart'],
	'regisseur-changed': m['council.criterionRegisseurChanged'],
	'terms-met': m['council.criterionTermsMet'],
	'jim-asked': m['council.criterionJimAsked'],
	'own-plan-offered': m['council.criterionOwnPlanOffered'],
	'later-at-17': m['council.criterionLaterAt17']
};

export const INFORMANT_TEXTS: Record<Informant, () => string> = {
	youth: m['council.informantYouth'],
	parent: m['council.informantParent'],
	jim: m['council.informantJim'],
	registration: m['council.informantRegistration'],
	system: m['council.informantSystem']
};

export const SPLIT_TEXTS: Record<SplitBy, () => string> = {
	total: m['council.dimensionTotal'],
	region: m['council.dimensionRegion'],
	ageBand: m['council.dimensionAgeBand'],
	help: m['council.dimensionHelp'],
	kader: m['council.dimensionKader']
};
