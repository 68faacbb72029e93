import { z } from 'zod';
import type { FamilyId, PersonView } from '#lib/family/model.ts';
import { isDay, type Day } from '#lib/kernel/calendar.ts';
import { formKey } from '#lib/kernel/form.ts';
import { idOf, type Id } from '#lib/kernel/id.ts';
import type { HelpView } from '#lib/network/model.ts';
import { words } from '#lib/plan/edit.model.ts';
import type { GoalGroup, GoalId } from '#lib/plan/model.ts';

export type HandoverId = Id<'Handover'>;

const ids = z
	.string()
	.default('')
	.transform((text) => text.split(',').filter(Boolean));

/** What a handover says: made in a joint talk of worker, next professional and family (S0:83-86). */
const text = {
	talkOn: z
		.string({ error: 'fout.dag' })
		.refine(isDay, { error: 'fout.dag' })
		.transform((one) => one as Day),
	resultWords: words(4000, 'handover.noResult'),
	riskWords: words(4000, 'handover.noRisk'),
	relapseWords: words(4000, 'handover.noRelapse'),
	nextWords: words(400, 'handover.noNext')
};

export const StartHandover = z.object({
	key: formKey,
	...text,
	children: ids.pipe(z.array(idOf<'Person'>()).min(1, { error: 'fout.kinderen' }).max(20))
});

export const ReviseHandover = z.object({
	key: formKey,
	...text,
	revision: z.coerce.number().int().min(1)
});

export const AnswerHandover = z.object({
	key: formKey,
	revision: z.coerce.number().int().min(1),
	says: z.enum(['ja', 'nee'], { error: 'fout.keuze' }),
	words: z
		.string()
		.trim()
		.max(1000, { error: 'fout.woordenLang' })
		.default('')
		.transform((one) => one || null)
});

export type HandoverText = {
	readonly talkOn: Day;
	readonly resultWords: string;
	readonly riskWords: string;
	readonly relapseWords: string;
	/** Whom the family calls from now on. */
	readonly nextWords: string;
};

/** `agreed`: everybody said yes; `waiting`: somebody did not answer; `disputed`: somebody said no. */
export type HandoverState = 'agreed' | 'waiting' | 'disputed';

export type HandoverGoal = {
	readonly id: GoalId;
	readonly group: GoalGroup;
	readonly ownWords: string;
	readonly resultWords: string | null;
};

export type HandoverView = {
	readonly id: HandoverId;
	readonly familyId: FamilyId;
	readonly about: readonly PersonView[];
	readonly revision: number;
	readonly text: HandoverText;
	readonly writtenOn: Day;
	readonly state: HandoverState;
	/** Everyone whose yes is asked, with what they said to this text. */
	readonly signers: readonly {
		/** Null for somebody of whom the viewer may not know here. */
		readonly person: PersonView | null;
		readonly says: 'ja' | 'nee' | null;
		readonly words: string | null;
		readonly on: Day | null;
	}[];
	/** Earlier texts and what was said to them: nothing that was said goes away. */
	readonly earlier: readonly {
		readonly revision: number;
		readonly writtenOn: Day;
		readonly text: HandoverText;
		readonly answers: readonly {
			readonly person: PersonView | null;
			readonly says: 'ja' | 'nee';
			readonly words: string | null;
		}[];
	}[];
	/** The goals about these children, as they stand today: beside what was reached (P20). */
	readonly goals: readonly HandoverGoal[];
	/** Who helps from the own network today, and goes on when the measure stops (P21). */
	readonly network: readonly HelpView[];
	readonly may: { readonly revise: boolean; readonly answer: boolean };
};

export type HandoverListView = {
	readonly familyId: FamilyId;
	readonly handovers: readonly {
		readonly id: HandoverId;
		readonly about: readonly PersonView[];
		readonly talkOn: Day;
		readonly state: HandoverState;
	}[];
	readonly may: { readonly start: boolean };
	/** For the form: the children it can be about, and the relapse scenario of the plan. */
	readonly children: readonly PersonView[];
	readonly relapseWords: string | null;
};
