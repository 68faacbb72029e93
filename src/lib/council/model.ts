import { z } from 'zod';
import type { OrganisationId } from '#lib/family/model.ts';
import { CRITERIA, INDICATORS, type Criterion, type Quarter } from '#lib/feedback/model.ts';
import { isDay, type Day, type Period } from '#lib/kernel/calendar.ts';
import { formKey } from '#lib/kernel/form.ts';
import { idOf, type Id, type PersonId } from '#lib/kernel/id.ts';

export type CouncilSeatId = Id<'CouncilSeat'>;
export type AdviceId = Id<'Advice'>;
export type PublishedStoryId = Id<'PublishedStory'>;

/** `lid` reads and advises; `organisatie` reads, and answers for the organisation. */
export const SEATS = ['lid', 'organisatie'] as const;
export type Seat = (typeof SEATS)[number];

export type SeatFacts = Period & { readonly personId: PersonId; readonly seat: Seat };

export type CouncilFacts = {
	readonly id: OrganisationId;
	readonly today: Day;
	readonly seats: readonly SeatFacts[];
};

export type AdviceFacts = CouncilFacts & { readonly answered: boolean };

const words = (most: number) =>
	z
		.string()
		.trim()
		.min(1, { error: 'council.wordsEmpty' })
		.max(most, { error: 'council.wordsLong' });

/** What an advice can be about. */
export const ABOUT = [...CRITERIA, ...INDICATORS] as const;
/** Marked words of which the writer said that they are about no single family. */
const sure = z.string().default('');

export const GiveAdvice = z.object({
	key: formKey,
	criterion: z.enum(ABOUT, { error: 'council.criterionEmpty' }),
	finding: words(600),
	advice: words(1200),
	sure,
	askedBy: z
		.string()
		.trim()
		.refine(isDay, { error: 'council.dayWrong' })
		.transform((text) => text as Day)
});

export const AnswerAdvice = z.object({
	key: formKey,
	advice: idOf<'Advice'>(),
	words: words(1200),
	improvement: words(600),
	chosenWith: words(300),
	sure
});

/** An advice with its answer, as everybody may read it. No names: a council speaks as one. */
export type AdviceView = {
	readonly id: AdviceId;
	readonly quarter: Quarter;
	readonly criterion: Criterion;
	readonly finding: string;
	readonly advice: string;
	readonly givenOn: Day;
	readonly askedBy: Day;
	readonly answer: {
		readonly words: string;
		/** The learning agenda: what will be tried, chosen with whom, and when it is measured again. */
		readonly improvement: string;
		readonly chosenWith: string;
		readonly measuredIn: Quarter;
		readonly on: Day;
	} | null;
	/** The day on which an answer was asked for is past, and it was not there in time. */
	readonly late: boolean;
};
