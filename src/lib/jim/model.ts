import { z } from 'zod';
import type { RegisseurCard } from '#lib/family/model.ts';
import { isDay, type Day } from '#lib/kernel/calendar.ts';
import { formKey } from '#lib/kernel/form.ts';
import { idOf, type Id, type PersonId } from '#lib/kernel/id.ts';
import type { GoalGroup, GoalId, StepState } from '#lib/plan/model.ts';

export type JimId = Id<'Jim'>;
export type JimShareId = Id<'JimShare'>;
export type JimViewId = Id<'JimView'>;
export type JimNoteId = Id<'JimNote'>;
export type CircleEntryId = Id<'CircleEntry'>;
export type ProgressAskId = Id<'ProgressAsk'>;
export type TalkLineId = Id<'JimTalkLine'>;

/**
 * Where a relation between a youth and a JIM stands. `op`: the code was wrong too often;
 * `praat_eerst`: who was asked wants to talk first.
 */
export const JIM_STATES = [
	'gevraagd',
	'praat_eerst',
	'actief',
	'nee',
	'op',
	'verlopen',
	'ingetrokken',
	'gestopt'
] as const;
export type JimState = (typeof JIM_STATES)[number];

/** The youth's one answer for the regisseur (feature J12): there is one, not yet, not wanted. */
export const WISHES = ['ja', 'nog_niet', 'wil_niet'] as const;
export type Wish = (typeof WISHES)[number];

/** What a youth can let the JIM see, each by itself. `woorden` is the youth's own; the rest is the plan's. */
export const JIM_PARTS = ['woorden', 'doelen', 'stappen', 'afspraken', 'regisseur'] as const;
export type JimPart = (typeof JIM_PARTS)[number];

export const PARENT_SAYS = ['eens', 'met_moeite', 'niet_eens'] as const;
export type ParentSays = (typeof PARENT_SAYS)[number];

/** What parents together say about reading: nothing yet, yes, no, or each something else. */
export type ParentsSay = 'niets' | 'ja' | 'nee' | 'vraag';

/** Subjects of the first talk together, after the phases that regions use: who, what, how, further. */
export const TALK_TOPICS = ['wie', 'wel', 'niet', 'hoe', 'verder'] as const;
export type TalkTopic = (typeof TALK_TOPICS)[number];

/** A question lasts this long, and then it is as if it was never asked (security 2). */
export const INVITATION_DAYS = 14;
/** After so many wrong codes the link is dead (security 2). */
export const CODE_TRIES = 5;

/** Own words of at most so many signs; none is fine. */
export const lines = (most: number) =>
	z.string().trim().max(most, { error: 'fout.woordenLang' }).default('');

const someWords = (most: number) =>
	z
		.string({ error: 'fout.woordenLeeg' })
		.trim()
		.min(1, { error: 'fout.woordenLeeg' })
		.max(most, { error: 'fout.woordenLang' });

/** What a youth calls somebody. */
export const calledName = z
	.string({ error: 'beside.nameEmpty' })
	.trim()
	.min(1, { error: 'beside.nameEmpty' })
	.max(60, { error: 'beside.nameLong' });

/** How near somebody is: close, ordinary, far (facts 5.3). */
export const CIRCLES = ['dicht', 'gewoon', 'ver'] as const;
export type Circle = (typeof CIRCLES)[number];

const circle = z.enum(CIRCLES, { error: 'circle.circleEmpty' });

export const AddEntry = z.object({
	key: formKey,
	name: calledName,
	circle: circle.default('gewoon'),
	note: lines(300)
});
export const ChangeEntry = z.object({
	key: formKey,
	entry: idOf<'CircleEntry'>(),
	name: calledName,
	circle,
	note: lines(300),
	rather: z.literal('ja').optional()
});
/** Where somebody was put in the picture. */
export const PlaceEntry = z.object({
	key: formKey,
	entry: idOf<'CircleEntry'>(),
	circle,
	angle: z.coerce.number().int().min(0).max(359)
});
export const RemoveEntry = z.object({ key: formKey, entry: idOf<'CircleEntry'>() });

/** Somebody around a youth, as only the youth reads it. */
export type CircleEntry = {
	readonly id: CircleEntryId;
	readonly name: string;
	readonly circle: Circle;
	/** Where in the circle, in degrees. */
	readonly angle: number;
	readonly note: string;
	/** Rather not this person: stands in the list, and not in the picture. */
	readonly rather: boolean;
};

/** What the youth wants: nothing yet, or no JIM; and when to think of it again. */
export const WishInput = z.object({
	key: formKey,
	wish: z.enum(['nog_niet', 'wil_niet'], { error: 'fout.keuze' })
});
export const RemindInput = z.object({
	key: formKey,
	on: z
		.string()
		.trim()
		.default('')
		.refine((text) => text === '' || isDay(text), { error: 'fout.dag' })
		.transform((text) => (text === '' ? null : (text as Day)))
});

/** The end of the questions: a pause, and what comes after it is up to the youth. */
export type PauseView = { readonly wish: Wish; readonly remindOn: Day | null };

export const NoteInput = z.object({ key: formKey, words: someWords(1000) });
export const RemoveNote = z.object({ key: formKey, note: idOf<'JimNote'>() });
export const ReadDanger = z.object({ key: formKey });

/** Notes between a youth and a JIM, as these two read them. */
export type NotesView = {
	readonly id: JimId;
	/** The other of the two. */
	readonly other: string;
	readonly asJim: boolean;
	/** What is not kept secret was read: before that, nothing is written. */
	readonly readDanger: boolean;
	readonly notes: readonly {
		readonly id: JimNoteId;
		readonly words: string;
		readonly on: Day;
		readonly own: boolean;
	}[];
};

export const TalkLineInput = z.object({
	key: formKey,
	topic: z.enum(TALK_TOPICS, { error: 'fout.keuze' }),
	words: someWords(500)
});
export const RemoveTalkLine = z.object({ key: formKey, line: idOf<'JimTalkLine'>() });

/** The first talk together, as everyone who comes reads it. */
export type TalkView = {
	readonly id: JimId;
	readonly youth: string;
	readonly jim: string;
	/** The viewer is the youth: the page speaks to a youth. */
	readonly asYouth: boolean;
	readonly lines: readonly {
		readonly id: TalkLineId;
		readonly topic: TalkTopic;
		readonly words: string;
		readonly author: string;
		readonly own: boolean;
	}[];
};

export const AskProgress = z.object({ key: formKey, youth: idOf<'Person'>() });

/** What the regisseur of a family sees of its youths: one word at most, and when was asked how it goes. */
export type DeskView = readonly {
	readonly youth: { readonly id: PersonId; readonly name: string };
	/** Null for who lives at home. */
	readonly wish: Wish | null;
	readonly askedOn: Day | null;
	/** The first talk, when the youth wants the regisseur to know who the JIM is. */
	readonly talk: JimId | null;
}[];

export const AskJim = z.object({ key: formKey, name: calledName });
export const OfJim = z.object({ key: formKey, jim: idOf<'Jim'>() });

/** Who was asked answers, with the link that the youth gave. */
export const AnswerJim = z.object({
	key: formKey,
	says: z.enum(['ja', 'praat_eerst', 'nee'], { error: 'mentor.saysEmpty' }),
	code: z.string().trim().max(40).default(''),
	name: z.string().trim().max(60, { error: 'beside.nameLong' }).default(''),
	email: z.string().trim().max(254, { error: 'fout.email' }).default(''),
	role: z.literal('ja').optional()
});
export type AnswerFields = z.output<typeof AnswerJim>;

/** The youth lets the JIM see a part, or stops. */
export const ShareInput = z.object({
	key: formKey,
	jim: idOf<'Jim'>(),
	part: z.enum(JIM_PARTS, { error: 'fout.formulier' }),
	share: z.enum(['ja', 'nee'], { error: 'fout.formulier' })
});

/** Whom the youth tells who the JIM is. */
export const TellInput = z.object({
	key: formKey,
	jim: idOf<'Jim'>(),
	parents: z.literal('ja').optional(),
	regisseur: z.literal('ja').optional()
});

export const WordsInput = z.object({ key: formKey, jim: idOf<'Jim'>(), words: lines(1000) });

export const ViewInput = z.object({ key: formKey, goal: idOf<'Goal'>(), words: someWords(500) });
export const ShowViewInput = z.object({ key: formKey, view: idOf<'JimView'>() });

export const ParentInput = z.object({
	key: formKey,
	says: z.enum(PARENT_SAYS, { error: 'besideParent.saysEmpty' }),
	words: lines(500),
	mayRead: z.enum(['ja', 'nee'], { error: 'besideParent.mayReadEmpty' }).optional()
});

/** A relation of a youth and a JIM, as the youth's own pages show it. */
export type OwnJim = {
	readonly id: JimId;
	readonly state: JimState;
	/** What the youth calls the JIM. Null after a no: the name is not kept. */
	readonly name: string | null;
	/** What the JIM wrote as a name, when that is another: it may be somebody else. */
	readonly otherName: string | null;
	/** Until when the link works. */
	readonly until: Day;
	readonly since: Day | null;
	readonly ended: Day | null;
	readonly endedBy: 'jongere' | 'jim' | null;
};

type Named = { readonly id: JimId; readonly name: string };

/** The first page of a youth, of who stands beside one, and of a parent. */
export type BesideView = {
	/** Null for who is no youth here. */
	readonly own: {
		/** The question that is open, the JIM of now, or an answer that is not a yes. */
		readonly now: OwnJim | null;
		readonly before: readonly OwnJim[];
		readonly mayAsk: boolean;
		/** The day on which the regisseur last asked how it goes. */
		readonly askedOn: Day | null;
		/** Today is, or was, the day on which the youth wanted to think of this again. */
		readonly reminded: boolean;
		/** Parents hear who it is as soon as somebody says yes. */
		readonly tellsParents: boolean;
	} | null;
	/** Youths beside whom this person stands. */
	readonly beside: readonly Named[];
	/** Children of whom this parent may know that there is a JIM. */
	readonly children: readonly Named[];
};

/** What the first page after signing in leads to. */
export type BesideLinks = {
	/** The corner of a youth of 12 or older. */
	readonly own: boolean;
	readonly beside: readonly Named[];
	readonly children: readonly Named[];
};

/** A goal of the youth's own, in the words of the family, as a JIM reads it. */
export type SharedGoal = {
	readonly id: GoalId;
	readonly words: string;
	readonly group: GoalGroup;
	readonly steps: readonly { readonly title: string; readonly state: StepState }[];
	readonly views: readonly GoalViewOfJim[];
};

/** How the JIM sees a goal. */
export type GoalViewOfJim = {
	readonly id: JimViewId;
	readonly words: string;
	readonly on: Day;
	/** The youth put it beside the goal. */
	readonly shown: boolean;
};

/** What the JIM sees now; each part is null as long as it is closed. */
export type SharedParts = {
	readonly words: string | null;
	readonly goals: readonly SharedGoal[] | null;
	readonly steps: readonly { readonly title: string; readonly due: Day | null }[] | null;
	readonly meetings: readonly { readonly on: Day; readonly time: string }[] | null;
	readonly regisseur: RegisseurCard | null;
};

/** The page of who stands beside a youth. */
export type StandView = {
	readonly id: JimId;
	readonly youthId: PersonId;
	readonly youth: string;
	readonly since: Day;
	readonly parts: SharedParts;
	/** The day on which was asked how it goes. */
	readonly askedOn: Day | null;
	readonly nothing: boolean;
};

/** What the youth shares with the JIM, exactly as the JIM sees it, and how to change that. */
export type SharingView = {
	readonly id: JimId;
	readonly name: string;
	/** The youth, as the JIM reads it. */
	readonly youth: string;
	readonly shared: readonly JimPart[];
	readonly ownWords: string;
	readonly parts: SharedParts;
	/** Shared, and still closed: a parent has not said yes (facts 5.1). */
	readonly waitsForParent: boolean;
	readonly parentsSay: ParentsSay;
	readonly needsParents: boolean;
	readonly parentsKnow: boolean;
	readonly regisseurKnows: boolean;
	readonly parents: readonly {
		readonly name: string;
		readonly says: ParentSays;
		readonly words: string | null;
	}[];
};

/** The page on which a parent says what they think of the JIM. */
export type ParentPageView = {
	readonly id: JimId;
	readonly youth: string;
	readonly jim: string;
	readonly since: Day;
	/** The youth is under 16: what is shared of the plan also asks this parent. */
	readonly asksReading: boolean;
	readonly said: {
		readonly says: ParentSays;
		readonly words: string | null;
		readonly mayRead: boolean;
		readonly on: Day;
	} | null;
};

/** A link and a code, shown this once: the link to hand over, the code to say. */
export type Handed = { readonly name: string; readonly link: string; readonly code: string };

/** What the link leads to. Says of nobody who asks it: a link can come in other hands. */
export type QuestionView = {
	readonly state: 'open' | 'used' | 'gone';
	/** Somebody is signed in here: a yes is this person's. */
	readonly signedIn: boolean;
};
