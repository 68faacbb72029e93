import type { Day } from '#lib/kernel/calendar.ts';
import type { FamilyId, RegisseurCard } from '#lib/family/model.ts';
import type { FeedbackDoor } from '#lib/feedback/form.model.ts';
import type { BesideLinks } from '#lib/jim/model.ts';
import type { LaterDoors } from '#lib/toekomstplan/model.ts';
import type { KaderKind } from '#lib/rights/kader.model.ts';
import type { MeetingId } from '#lib/talk/meeting.model.ts';
import type { QuestionId } from '#lib/talk/question.model.ts';

/** The first page after signing in. */
export type HomeView = {
	readonly name: string;
	readonly familyId: FamilyId | null;
	/** The viewer is a child of this family: what there is to read speaks to a youth. */
	readonly youth: boolean;
	readonly card: RegisseurCard | null;
	/** Whether the viewer may know who the regisseur is; without it, no card says nothing. */
	readonly knowsRegisseur: boolean;
	/** The strictest kader that the viewer may see: decides what the card says a regisseur may decide. */
	readonly kader: KaderKind | null;
	/** Open steps of the viewer's own, soonest first. */
	readonly waiting: readonly {
		readonly title: string;
		readonly due: Day | null;
		readonly late: boolean;
	}[];
	/** The next date that the viewer may see: of the plan, or of a meeting with its time and page. */
	readonly next: {
		readonly on: Day;
		readonly title: string | null;
		readonly meeting?: { readonly id: MeetingId; readonly time: string };
	} | null;
	/** Open questions of the viewer's own that have an answer. */
	readonly answered: readonly QuestionId[];
	/** An open proposal waits for the viewer's yes or no. */
	readonly proposal: boolean;
	/** Why there is little to see, when the rules give this person nothing here. */
	readonly closed: 'geen_gezag' | 'jonger_dan_12' | 'geen_plan' | null;
	/** More than one family: each opens its own plan. */
	readonly families: readonly { readonly id: FamilyId; readonly children: readonly string[] }[];
};

/** The first page with the ways to everything else. */
export type FirstView = HomeView & {
	readonly ownPlans: readonly FamilyId[];
	readonly beside: BesideLinks;
	readonly later: LaterDoors;
	readonly feedback: FeedbackDoor | null;
};
