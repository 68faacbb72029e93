import type { PlanView } from '#lib/plan/model.ts';

/** Pages beside the plan, in the order of their links. The names are the ends of their addresses. */
export const PLAN_PAGES = [
	'eigen-plan',
	'stem',
	'voorstellen',
	'feiten',
	'overleg',
	'vragen',
	'besproken',
	'netwerk',
	'steun',
	'overdracht',
	'versies',
	'koelkast'
] as const;
export type PlanPage = (typeof PLAN_PAGES)[number];

/** The plan as one person may see it, and which pages beside it that person may open. */
export type PlanOfFamily = {
	readonly plan: PlanView;
	readonly pages: readonly PlanPage[];
};
