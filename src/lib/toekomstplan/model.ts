import { z } from 'zod';
import type { ShownPerson } from '#lib/family/model.ts';
import type { Day } from '#lib/kernel/calendar.ts';
import { formKey } from '#lib/kernel/form.ts';
import { idOf, type Id, type PersonId } from '#lib/kernel/id.ts';
import type { Offer } from './offer.model.ts';
import { ITEM_IDS, QUESTIONS, type Answers, type Question } from './timeline.ts';
import type { PlacedItem } from './timeline.rules.ts';

export type { ItemId, Question } from './timeline.ts';

export type ToekomstplanId = Id<'Toekomstplan'>;
export type PartShareId = Id<'PartShare'>;
export type TimelineMarkId = Id<'TimelineMark'>;
export type StayId = Id<'Stay'>;

/** How a basic stands. A word of the youth's own, never a score. */
export const BASIC_STATES = ['op_orde', 'bezig', 'nog_niet'] as const;
export type BasicState = (typeof BASIC_STATES)[number];

/** Who is asked: an adult to stay after 18, or a professional to go on looking for one (T6). */
export const STAY_KINDS = ['blijft', 'zoekt'] as const;
export type StayKind = (typeof STAY_KINDS)[number];

/** So many days somebody has to give a first answer. */
export const STAY_DAYS = 30;
/** So many people can be asked at once. */
export const MOST_STAYS = 10;

/** In the portal alone, or with a mail that says nothing. */
export const REMIND_BY = ['portaal', 'mail'] as const;
export type RemindBy = (typeof REMIND_BY)[number];

/** The five blocks of the plan (facts 4.2), in the order of the pages. */
export const DOMAINS = ['mensen', 'wonen', 'school', 'geld', 'gezondheid'] as const;
export type Domain = (typeof DOMAINS)[number];

/** What can be shared, each by itself. */
export const PARTS = [...DOMAINS, 'tijdlijn', 'basis'] as const;
export type Part = (typeof PARTS)[number];

/** What a youth writes about a domain: how it is now, a wish, a first step, who helps. */
export const FIELDS = ['nu', 'wens', 'stap', 'hulp'] as const;
export type Field = (typeof FIELDS)[number];

export const isDomain = (text: string): text is Domain => DOMAINS.some((one) => one === text);

/** From this age the plan is offered; a younger child with an own sign-in may begin it (facts 4.1). */
export const OFFERED_FROM_AGE = 16;
/** The plan is for the years up to the 27th birthday (facts 4.1). */
export const UNTIL_AGE = 27;

/** Words of one field. `revision` counts the times that they changed. */
export type Words = { readonly words: string; readonly revision: number };
export type DomainWords = Readonly<Record<Field, Words>>;

export const MOST_SIGNS = 4000;

/** What others wish for, to pick from: never written in somebody's plan by itself (T2). */
export const IDEAS = [1, 2, 3, 4] as const;
export type IdeaKey = `laterIdea.${Domain}${(typeof IDEAS)[number]}`;
export const ideasOf = (domain: Domain): IdeaKey[] =>
	IDEAS.map((number): IdeaKey => `laterIdea.${domain}${number}`);

const typed = z.string().max(MOST_SIGNS, { error: 'fout.woordenLang' }).optional();
const base = z.coerce.number().int().min(0).default(0);

/** One domain as it was typed, each field with the revision that it was typed over. */
export const SaveDomain = z.object({
	domain: z.enum(DOMAINS, { error: 'fout.formulier' }),
	nu: typed,
	wens: typed,
	stap: typed,
	hulp: typed,
	'nu-base': base,
	'wens-base': base,
	'stap-base': base,
	'hulp-base': base
});
/** As the button sends it: with the ideas that were picked. */
export const SaveDomainForm = SaveDomain.extend({
	/** Numbers of ideas; what is none is passed over. */
	picks: z
		.string()
		.default('')
		.transform((text) => IDEAS.filter((number) => text.split(',').includes(String(number))))
});
export type SaveDomainFields = z.output<typeof SaveDomain>;

export const StartPlan = z.object({ key: formKey });
export const ErasePlan = z.object({
	key: formKey,
	sure: z.literal('ja', { error: 'later.eraseSure' })
});

export const SharePart = z.object({
	key: formKey,
	part: z.enum(PARTS, { error: 'fout.formulier' }),
	with: idOf<'Person'>()
});
const answer = z.enum(['ja', 'nee', ''], { error: 'fout.keuze' }).default('');
export const AnswerQuestions = z.object({
	key: formKey,
	...(Object.fromEntries(QUESTIONS.map((one) => [one, answer])) as Record<Question, typeof answer>)
});
/** `open` takes a tick back; `herinner` and `stil` are about the reminder alone. */
const MARKS = ['gedaan', 'niet', 'open', 'herinner', 'stil'] as const;

/** All items of the page share one form: what was pressed names the item and what is said of it. */
export const MarkItem = z.object({
	key: formKey,
	mark: z
		.string({ error: 'fout.keuze' })
		.transform((text) => text.split(' '))
		.pipe(z.tuple([z.enum(ITEM_IDS), z.enum(MARKS)], { error: 'fout.keuze' }))
});
export const ChooseReminder = z.object({
	key: formKey,
	by: z.enum(REMIND_BY, { error: 'fout.keuze' })
});

export const SetBasic = z.object({
	key: formKey,
	basic: z.enum(DOMAINS, { error: 'fout.formulier' }),
	state: z.enum(BASIC_STATES, { error: 'fout.keuze' })
});
export const AskAdult = z.object({
	key: formKey,
	name: z
		.string()
		.trim()
		.min(1, { error: 'laterStay.nameEmpty' })
		.max(80, { error: 'fout.woordenLang' })
});
export const AskProfessional = z.object({ key: formKey, person: idOf<'Person'>() });
export const WithdrawStay = z.object({ key: formKey, stay: idOf<'Stay'>() });
export const AnswerStay = z.object({
	key: formKey,
	says: z.enum(['ja', 'nee'], { error: 'fout.keuze' })
});

export const StopSharing = z.object({ key: formKey, with: idOf<'Person'>() });

/** A part as somebody may see it: the youth, or a person with whom it is shared. */
export type PartView =
	| { readonly part: Domain; readonly words: Readonly<Record<Field, string>> }
	| { readonly part: 'tijdlijn'; readonly items: readonly PlacedItem[] }
	| {
			readonly part: 'basis';
			readonly basics: readonly Basic[];
			/** Who said yes. */
			readonly stays: readonly string[];
	  };

/** One of the five basics. */
export type Basic = { readonly basic: Domain; readonly state: BasicState | null };

export type Stay = {
	readonly id: StayId;
	readonly kind: StayKind;
	readonly name: string;
	readonly says: 'ja' | 'nee' | null;
	readonly askedOn: Day;
	/** The link works no more, and nobody answered. */
	readonly over: boolean;
};

export type BasicsView = {
	readonly basics: readonly Basic[];
	/** An adult said yes, or a professional goes on looking: without that, nobody is let go. */
	readonly mayBeReady: boolean;
	readonly allReady: boolean;
	readonly stays: readonly Stay[];
	/** Professionals who can be asked to go on looking. */
	readonly professionals: readonly ShownPerson[];
	/** Whom to ask as long as nobody said yes; null when the youth has no regisseur. */
	readonly regisseur: string | null;
	readonly mayWrite: boolean;
	readonly seenBy: readonly string[];
};

/** What somebody sees who opens a link: the question, or nothing more to answer. */
export type AskedView =
	| {
			readonly state: 'open';
			readonly kind: StayKind;
			readonly from: string;
			readonly says: 'ja' | 'nee' | null;
	  }
	| { readonly state: 'sign-in' }
	| { readonly state: 'over' };

/** A birthday on which something of the plan changes, and is still to come. */
export type Birthday = { readonly age: number; readonly on: Day };

/** The first page: the own plan, or the way to begin it, and what others let this person see. */
export type LaterView = {
	/** Null for who has no plan of an own here. */
	readonly own: {
		readonly started: boolean;
		readonly mayWrite: boolean;
		/** Whether something is written, for each domain. */
		readonly filled: Readonly<Record<Domain, boolean>>;
		/** Somebody's tip waits for the youth. */
		readonly tips: boolean;
		/** A month ahead of a day on which something changes. */
		readonly birthday: Birthday | null;
		/** What a regisseur wrote down about it. */
		readonly offers: readonly Offer[];
	} | null;
	readonly others: readonly Sharer[];
};

/** What the first page and the settings lead to, beside the plan of the family. */
export type LaterDoors = {
	/** `early`: not offered yet, but a child with an own sign-in may begin. */
	readonly own: 'open' | 'early' | null;
	/** A reminder waits to be seen. */
	readonly reminded: boolean;
	/** A month ahead of a day on which something changes. */
	readonly birthday: Birthday | null;
	/** Somebody's tip waits to be read. */
	readonly tips: boolean;
	readonly others: readonly Sharer[];
};

/** A youth who lets somebody see a part of the plan. */
export type Sharer = { readonly id: PersonId; readonly name: string };

export type TimelineView = {
	readonly items: readonly PlacedItem[];
	readonly answers: Answers;
	readonly remindBy: RemindBy;
	readonly mayWrite: boolean;
	readonly seenBy: readonly string[];
};

export type DomainView = {
	readonly domain: Domain;
	readonly words: DomainWords;
	readonly mayWrite: boolean;
	/** Who sees this part now. */
	readonly seenBy: readonly string[];
};

/** Everyone with whom parts can be shared, or are. */
export type SharingPeopleView = {
	readonly people: readonly {
		readonly person: ShownPerson;
		readonly parts: readonly Part[];
	}[];
};

/** What one person sees of the plan, exactly as that person sees it, and how to change that. */
export type SharingPersonView = {
	readonly person: ShownPerson;
	readonly shared: readonly Part[];
	readonly mayShare: boolean;
	readonly seen: readonly PartView[];
};

/** What somebody sees of another's plan. Says nothing of parts that are not shared. */
export type SharedView = {
	readonly name: string;
	readonly parts: readonly PartView[];
	/** A month ahead of the day on which this person stops seeing them. */
	readonly birthday: Birthday | null;
	/** For which of these parts a tip can be given. */
	readonly tipsOn: readonly Domain[];
};
