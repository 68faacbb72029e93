import { m } from '#lib/paraglide/messages.js';

/** Why a page or a button said no, in words. The keys are the reasons that policies give. */
export const REASONS: Readonly<Record<string, (() => string) | undefined>> = {
	geen_gezag: m['reden.geenGezag'],
	jonger_dan_12: m['reden.jongerDan12'],
	tweede_stap: m['reden.tweedeStap'],
	eigen_plan_dicht: m['reden.eigenPlanDicht'],
	eigen_plan_anders: m['reden.eigenPlanAnders']
};
