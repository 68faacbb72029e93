import { z } from 'zod';
import { GEZAG_KINDS, ORGANISATION_KINDS, REGISSEUR_WORDS, WEEKDAYS } from '#lib/family/model.ts';
import { HELP_KINDS } from '#lib/feedback/model.ts';
import { END_REASONS } from '#lib/feedback/trajectory.model.ts';
import { isDay, type Day } from '#lib/kernel/calendar.ts';
import type { Id } from '#lib/kernel/id.ts';
import { GOAL_GROUPS, STEP_STATES } from '#lib/plan/model.ts';
import { KADER_KINDS } from '#lib/rights/kader.model.ts';
import type { ProblemKey } from './model.ts';
import { hasStrangeSigns, holdsCitizenNumber, isCitizenNumberAsPhone } from './text.ts';

/** A problem's key as the message of a zod check, so that it is found back in `problems.ts`. */
const says = (key: ProblemKey) => ({ error: key });

const id = <Noun extends string>() =>
	z
		.string()
		.regex(/^[A-Za-z0-9_-]{1,64}$/, says('notId'))
		.refine((text) => !holdsCitizenNumber(text), says('citizenNumber'))
		.transform((text) => text as Id<Noun>);

/** One paragraph of words, trimmed. */
const words = (max: number) =>
	z
		.string()
		.trim()
		.min(1, says('empty'))
		.max(max)
		.refine((text) => !hasStrangeSigns(text), says('strangeSigns'))
		.refine((text) => !holdsCitizenNumber(text), says('citizenNumber'));

const day = z
	.string()
	.regex(/^(19|20|21)\d\d-\d\d-\d\d$/, says('notDay'))
	.refine(isDay, says('notDay'))
	.transform((text) => text as Day)
	.meta({ format: 'date' });

const moment = z.iso
	.datetime({
		offset: true,
		error: (issue) => (issue.input === undefined ? undefined : 'notMoment')
	})
	.transform((text) => new Date(text));

const email = z
	.email(says('notEmail'))
	.max(254)
	.toLowerCase()
	.refine((text) => !holdsCitizenNumber(text), says('citizenNumber'));

const phone = z
	.string()
	.trim()
	.regex(/^\+?\d[\d ()-]{2,22}$/, says('notPhone'))
	.refine((text) => !isCitizenNumberAsPhone(text), says('citizenNumber'));

const language = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{1,8}){0,3}$/, says('notLanguage'));

const list = <T extends z.ZodType>(item: T, max: number) => z.array(item).max(max);

/** A list that may be left out, which says the same as an empty one: nothing about this changed. */
const optionalList = <T extends z.ZodType>(item: T, max: number) => list(item, max).default([]);

const from = day.describe('First day on which it holds.');
const until = day.describe('First day on which it no longer holds. Left out: no end is known.');
const period = { from, until: until.optional() };

const personId = id<'Person'>();
const names = {
	givenName: words(80).describe('Given name, as the person is called.'),
	familyName: words(80).describe('Family name, with its prefix: "de Vries".')
};

const region = z.strictObject({
	id: id<'Region'>(),
	name: words(80),
	regisseurWord: z.enum(REGISSEUR_WORDS).describe('The word this region uses.')
});

const organisation = z.strictObject({
	id: id<'Organisation'>(),
	name: words(120),
	kind: z.enum(ORGANISATION_KINDS),
	phone: phone.optional()
});

const professional = z.strictObject({
	id: personId,
	...names,
	organisation: id<'Organisation'>(),
	role: words(120).describe('What this person does, in words a family understands.'),
	phone: phone.optional(),
	email: email.optional().describe('Work address. Checked, but not kept in version 1.'),
	workingDays: list(z.enum(WEEKDAYS), 7)
});

const inFamily = {
	id: personId,
	relationWords: words(60).optional().describe('In the family’s words: "oma van vaders kant".'),
	...period
};
const named = {
	...inFamily,
	...names,
	language: language.describe('Language this person reads, such as nl, en or ar.')
};

/** A child has a birth date; a professional has no name here, because `professionals` holds it. */
const person = z.discriminatedUnion('relation', [
	z.strictObject({ relation: z.literal('kind'), ...named, birthDate: day }),
	z.strictObject({
		relation: z.enum(['ouder', 'voogd', 'pleegouder', 'gezinshuisouder', 'netwerk']),
		...named,
		birthDate: day.optional()
	}),
	z.strictObject({ relation: z.literal('professional'), ...inFamily })
]);

const household = z.strictObject({
	id: id<'Household'>(),
	street: words(120).optional(),
	postcode: words(12).optional(),
	town: words(80).optional(),
	addressHidden: z
		.boolean()
		.describe('The address may be seen by nobody, also not in this household.'),
	members: list(
		z.strictObject({ person: personId, email: email.optional(), phone: phone.optional() }),
		30
	).describe('The whole list: who is not in it no longer lives here.')
});

const gezag = z.strictObject({
	id: id<'Gezag'>(),
	child: personId,
	holder: personId,
	kind: z.enum(GEZAG_KINDS),
	...period
});

const kader = z.strictObject({
	id: id<'Kader'>(),
	child: personId,
	kind: z.enum(KADER_KINDS),
	...period,
	decidedBy: words(120).describe('Who decided, in words: "de kinderrechter".'),
	decidedOn: day.optional()
});

const regisseur = z.strictObject({
	id: id<'Assignment'>(),
	person: personId,
	...period,
	reason: words(500).describe('Why this person came, in words the family may read.'),
	standIn: z.strictObject({ person: personId, ...period }).optional()
});

const restriction = z.strictObject({
	id: id<'Restriction'>(),
	child: personId,
	parent: personId,
	reason: words(1000),
	professional: personId,
	secondProfessional: personId.describe('Another professional, who agrees.'),
	from,
	until: until.describe('At most three months after `from`.')
});

const incapacity = z.strictObject({
	id: id<'Incapacity'>(),
	child: personId,
	reason: words(1000),
	professional: personId,
	from,
	reviewBy: day.describe('Looked at again by this day, at most six months after `from`.')
});

const trajectory = z.strictObject({
	id: id<'Trajectory'>(),
	child: personId,
	provider: id<'Organisation'>().describe('Who gives this help; one of `organisations`.'),
	help: z.enum(HELP_KINDS).describe('Kind of help.'),
	...period,
	reason: z
		.enum(END_REASONS)
		.optional()
		.describe(
			'How it ended: 01 as planned, 02 earlier and together, 03 earlier by the client alone, 04 earlier by the provider alone, 05 by something outside. Required once `until` has come.'
		)
});

const about = z
	.array(personId)
	.min(1)
	.max(20)
	.describe('The children this is about. Everyone who may see one of them reads the words.');
const professionalWords = words(4000).optional().describe('The professional’s words beside them.');

const situation = z.strictObject({
	id: id<'Situation'>(),
	ownWords: words(4000).describe('In the family’s own words.'),
	professionalWords,
	children: about
});

const step = z.strictObject({
	id: id<'Step'>(),
	title: words(200),
	owner: personId.describe('Who does it. A step without an owner is refused.'),
	due: day.optional(),
	state: z.enum(STEP_STATES)
});

const goal = z.strictObject({
	id: id<'Goal'>(),
	group: z.enum(GOAL_GROUPS),
	ownWords: words(2000).describe('In the family’s own words.'),
	professionalWords,
	resultWords: words(4000).optional().describe('What the family sees of it so far.'),
	children: about,
	steps: list(step, 40)
});

const plan = z.strictObject({
	id: id<'Plan'>(),
	state: z.enum(['active', 'closed']).default('active'),
	from: day,
	reviewOn: day.optional(),
	reviewWords: words(1000).optional(),
	situation: list(situation, 40),
	goals: list(goal, 60)
});

const family = z.strictObject({
	id: id<'Family'>(),
	people: z.array(person).min(1).max(60),
	households: optionalList(household, 12),
	gezag: optionalList(gezag, 80),
	kaders: optionalList(kader, 80),
	regisseurs: optionalList(regisseur, 40),
	restrictions: optionalList(restriction, 40),
	incapacities: optionalList(incapacity, 40),
	trajectories: optionalList(trajectory, 80),
	plan: plan.describe('The one plan of this family.')
});

/** Version 1 of the case message: what an organisation tells about the families it works with. */
export const caseMessage = z.strictObject({
	version: z.literal(1),
	messageId: id<'Message'>().describe('Random; the same id again is the same message.'),
	source: id<'Organisation'>().describe('The organisation that sends; one of `organisations`.'),
	sentAt: moment.describe('When the message was made, with offset: 2026-11-22T09:00:00+01:00.'),
	region,
	organisations: z.array(organisation).min(1).max(100),
	professionals: list(professional, 1000),
	families: z.array(family).min(1).max(200)
});

/** A message as it is written, before it is read. */
export type CaseMessageText = z.input<typeof caseMessage>;
export type CaseMessage = z.output<typeof caseMessage>;
export type MessageFamily = CaseMessage['families'][number];
export type MessagePerson = MessageFamily['people'][number];
