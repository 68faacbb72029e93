import { z } from 'zod';
import type { FamilyId, HouseholdId, PersonView } from '#lib/family/model.ts';
import type { Day } from '#lib/kernel/calendar.ts';
import { idOf, type Id, type PersonId } from '#lib/kernel/id.ts';
import type { GoalId } from '#lib/plan/model.ts';
import { dayField, family, key, line, maybeLine, people, words } from './fields.ts';

export type MeetingId = Id<'Meeting'>;
export type InvitedId = Id<'Invited'>;
export type SupporterId = Id<'Supporter'>;
export type AgendaPointId = Id<'AgendaPoint'>;
export type DecisionId = Id<'Decision'>;

export type MeetingState = 'planned' | 'cancelled';

/** How long a meeting can be planned for, in minutes. */
export const MEETING_MINUTES = [30, 45, 60, 90, 120, 180] as const;

const meeting = idOf<'Meeting'>();
const minutes = z
	.enum(MEETING_MINUTES.map(String), { error: 'meeting.noMinutes' })
	.transform(Number);

export const PlanMeeting = z.object({
	key,
	family,
	day: dayField('meeting.noDay'),
	time: z
		.string({ error: 'meeting.noTime' })
		.regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'meeting.noTime' }),
	minutes,
	place: maybeLine,
	/** Empty for a place that everyone invited may know. */
	household: z.union([z.literal('').transform(() => null), idOf<'Household'>()]).optional(),
	children: people,
	invited: people
});
export type PlanMeeting = z.output<typeof PlanMeeting>;

export const ChangeMeeting = PlanMeeting.extend({ meeting, change: line('meeting.noReason') });
export type ChangeMeeting = z.output<typeof ChangeMeeting>;

export const CancelMeeting = z.object({ key, family, meeting, cancel: line('meeting.noReason') });
export const AddPoint = z.object({ key, family, meeting, point: words('meeting.noPoint', 500) });
export const WithdrawPoint = z.object({ key, family, meeting, withdraw: idOf<'AgendaPoint'>() });
export const BringSupporter = z.object({
	key,
	family,
	meeting,
	supporter: maybeLine,
	network: z.union([z.literal('').transform(() => null), idOf<'Person'>()]).optional()
});
export const WithdrawSupporter = z.object({ key, family, meeting, withdraw: idOf<'Supporter'>() });
export const AddDecision = z.object({
	key,
	family,
	meeting,
	decision: words('meeting.noDecision', 500)
});
/** A decision becomes a step of the plan: the words of the step, its goal, who does it and until when. */
export const MakeStep = z.object({
	key,
	family,
	meeting,
	decided: idOf<'Decision'>(),
	title: line('meeting.noTitle'),
	goal: idOf<'Goal'>(),
	owner: idOf<'Person'>(),
	due: z.union([z.literal('').transform(() => null), dayField('meeting.noDue')])
});

/** `elsewhere`: at a household of which the reader is no member. `unknown`: nobody has said it yet. */
export type PlaceView =
	| { readonly kind: 'known'; readonly text: string }
	| { readonly kind: 'elsewhere' }
	| { readonly kind: 'unknown' };

/** A meeting in a list. */
export type MeetingLine = {
	readonly id: MeetingId;
	readonly on: Day;
	/** `14:30`, on the clock in the Netherlands. */
	readonly time: string;
	readonly until: string;
	readonly state: MeetingState;
	readonly started: boolean;
	readonly place: PlaceView;
	/** Only children the viewer may see for. */
	readonly about: readonly PersonView[];
};

export type MeetingsView = {
	readonly familyId: FamilyId;
	readonly coming: readonly MeetingLine[];
	readonly past: readonly MeetingLine[];
	readonly mayPropose: boolean;
	/** For the regisseur: what can be chosen when planning. */
	readonly choices: MeetingChoices | null;
};

/** Who and what the regisseur chooses from. */
export type MeetingChoices = {
	readonly children: readonly PersonView[];
	readonly people: readonly PersonView[];
	readonly households: readonly { readonly id: HouseholdId; readonly names: readonly string[] }[];
};

export type MeetingView = MeetingLine & {
	readonly familyId: FamilyId;
	readonly regisseur: string | null;
	readonly changeWords: string | null;
	readonly invited: readonly {
		readonly person: PersonView;
		/** For the regisseur: whether this person finds the meeting in the portal. */
		readonly reached: boolean | null;
	}[];
	/** Of the viewer's own household; the regisseur reads all. */
	readonly supporters: readonly {
		readonly id: SupporterId;
		readonly who: string;
		readonly by: PersonView;
	}[];
	readonly agenda: readonly {
		readonly id: AgendaPointId;
		readonly words: string;
		/** Null when it is someone whom the viewer may not know of here. */
		readonly author: PersonView | null;
		readonly mayWithdraw: boolean;
	}[];
	readonly decisions: readonly {
		readonly id: DecisionId;
		readonly words: string;
		readonly isStep: boolean;
	}[];
	readonly may: {
		readonly addPoint: boolean;
		readonly bring: boolean;
		readonly decide: boolean;
	};
	/** For who may make a decision a step of the plan: goals and owners to choose from. */
	readonly steps: {
		readonly goals: readonly { readonly id: GoalId; readonly words: string }[];
		readonly owners: readonly PersonView[];
	} | null;
	/** People of the network whom the viewer can bring. */
	readonly network: readonly PersonView[];
	/** For the regisseur, until the start: what can be changed, and how it is now. */
	readonly change: (MeetingChoices & { readonly now: MeetingForm }) | null;
};

/** A meeting as its form has it. */
export type MeetingForm = {
	readonly day: Day;
	readonly time: string;
	readonly minutes: number;
	readonly place: string | null;
	readonly household: HouseholdId | null;
	readonly children: readonly PersonId[];
	readonly invited: readonly PersonId[];
};
