import { z } from 'zod';
import { formKey } from '#lib/kernel/form.ts';
import type { FamilyId, OrganisationId } from '#lib/family/model.ts';
import type { JimId } from '#lib/jim/model.ts';
import type { Audience, Moment } from './questionnaire.model.ts';
import { MOMENTS } from './questionnaire.model.ts';
import { QUESTIONS } from './questionnaires.ts';

/** One step of a scale; nothing chosen is a question that was skipped. */
export const step = z
	.literal('')
	.transform(() => null)
	.or(z.coerce.number({ error: 'fout.formulier' }).int({ error: 'fout.formulier' }))
	.default(null);

const steps = Object.fromEntries(QUESTIONS.questions.map(({ id }) => [id, step])) as Record<
	string,
	typeof step
>;

/** A form with questions: whatever is in it, every answer may be left out. */
export const GiveAnswers = z.object(steps);

/** The open form: the key makes one form count once, and says nothing of who filled it in. */
export const GiveOpenAnswers = z.object({ ...steps, key: formKey });

/** Whom the form for everybody in a region asks. */
export const OPEN_AUDIENCES = ['youth', 'parent'] as const satisfies readonly Audience[];

/** Moments of the form for everybody in a region. */
export const OPEN_MOMENTS: readonly Moment[] = ['open', 'stopping'];

export const isMoment = (text: string): text is Moment => MOMENTS.some((one) => one === text);

/** Where somebody is asked: about the help to a family of their own, or beside a youth as JIM. */
export type Place = { readonly family: FamilyId } | { readonly jim: JimId };

/** How an address names a place. */
export const pathOf = (place: Place): string =>
	'jim' in place ? `/mening/naast/${place.jim}` : `/mening/${place.family}`;

/** What follows a moment: at the end one more question, whether the provider may have a grade too. */
export const pathAfter = (place: Place, moment: Moment): string =>
	'family' in place && moment === 'end' ? `${pathOf(place)}/cijfer` : '/mening/klaar';

/** For links on the home page: as whom somebody is asked, and whether edited words wait for a yes. */
export type FeedbackDoor = { readonly audience: Audience; readonly story: FamilyId | null };

/** Where somebody can say something: one or more families, and beside one or more youths. */
export type FeedbackView = {
	readonly places: readonly {
		readonly place: Place;
		readonly audience: Audience;
		/** Beside whom a JIM stands. */
		readonly youth: string | null;
		/** There is help about which the provider may have a grade, given with one's name. */
		readonly delivers: boolean;
		/** Whose page says what was done with what families said: that of the regisseur of now. */
		readonly organisation: { readonly id: OrganisationId; readonly name: string } | null;
		/** A child meets its own help line first. */
		readonly child: boolean;
	}[];
};

/** The questions of one moment. */
export type QuestionsView = {
	readonly place: Place;
	readonly moment: Moment;
	readonly audience: Audience;
	/** A child meets its own help line first. */
	readonly child: boolean;
};

/** The open form of one region. */
export type OpenView = { readonly region: { readonly id: string; readonly name: string } };
