import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { FamilyId, HouseholdId } from '#lib/family/model.ts';
import type { PersonId } from '#lib/kernel/id.ts';
import type { StepId } from '#lib/plan/model.ts';
import type { ConsultationId } from '#lib/talk/consultation.model.ts';
import type {
	AgendaPointId,
	DecisionId,
	InvitedId,
	MeetingId,
	MeetingState,
	SupporterId
} from '#lib/talk/meeting.model.ts';
import type { MessageId, QuestionId, QuestionKind, Turn } from '#lib/talk/question.model.ts';
import { dayColumn, momentColumn } from './columns.ts';
import { family, household, person } from './family.ts';

/** A network meeting or round table (feature P16). */
export const meeting = sqliteTable(
	'meeting',
	{
		id: text('id').$type<MeetingId>().primaryKey(),
		familyId: text('family_id')
			.$type<FamilyId>()
			.notNull()
			.references(() => family.id),
		state: text('state').$type<MeetingState>().notNull(),
		startsAt: momentColumn('starts_at').notNull(),
		minutes: integer('minutes').notNull(),
		placeText: text('place_text'),
		/** Set when the place is of one household: only its members and the regisseur read the text. */
		placeHouseholdId: text('place_household_id')
			.$type<HouseholdId>()
			.references(() => household.id),
		/** The children this is about. Read whole, written whole, never searched in. */
		children: text('children', { mode: 'json' }).$type<PersonId[]>().notNull(),
		/** Why it was moved or cancelled, in words that everyone invited reads. */
		changeWords: text('change_words'),
		/** How often it changed: a calendar takes the file with the highest number. */
		sequence: integer('sequence').notNull(),
		changedAt: momentColumn('changed_at').notNull(),
		/** Names the meeting in calendars. Not its id: that stands in addresses of pages. */
		calendarUid: text('calendar_uid').notNull()
	},
	(t) => [index('meeting_family').on(t.familyId, t.startsAt)]
);

export const meetingInvited = sqliteTable(
	'meeting_invited',
	{
		id: text('id').$type<InvitedId>().primaryKey(),
		meetingId: text('meeting_id')
			.$type<MeetingId>()
			.notNull()
			.references(() => meeting.id),
		personId: text('person_id')
			.$type<PersonId>()
			.notNull()
			.references(() => person.id)
	},
	(t) => [
		uniqueIndex('meeting_invited_pair').on(t.meetingId, t.personId),
		index('meeting_invited_person').on(t.personId)
	]
);

/** Whom somebody brings along. Belongs to the household of who brings, like a contact card. */
export const meetingSupporter = sqliteTable(
	'meeting_supporter',
	{
		id: text('id').$type<SupporterId>().primaryKey(),
		meetingId: text('meeting_id')
			.$type<MeetingId>()
			.notNull()
			.references(() => meeting.id),
		byId: text('by_id')
			.$type<PersonId>()
			.notNull()
			.references(() => person.id),
		/** In own words, "mijn zus", or a person of the family's network. One of the two. */
		words: text('words'),
		personId: text('person_id')
			.$type<PersonId>()
			.references(() => person.id),
		addedAt: momentColumn('added_at').notNull()
	},
	(t) => [index('meeting_supporter_meeting').on(t.meetingId)]
);

export const agendaPoint = sqliteTable(
	'agenda_point',
	{
		id: text('id').$type<AgendaPointId>().primaryKey(),
		meetingId: text('meeting_id')
			.$type<MeetingId>()
			.notNull()
			.references(() => meeting.id),
		authorId: text('author_id')
			.$type<PersonId>()
			.notNull()
			.references(() => person.id),
		words: text('words').notNull(),
		addedAt: momentColumn('added_at').notNull()
	},
	(t) => [index('agenda_point_meeting').on(t.meetingId)]
);

export const meetingDecision = sqliteTable(
	'meeting_decision',
	{
		id: text('id').$type<DecisionId>().primaryKey(),
		meetingId: text('meeting_id')
			.$type<MeetingId>()
			.notNull()
			.references(() => meeting.id),
		authorId: text('author_id')
			.$type<PersonId>()
			.notNull()
			.references(() => person.id),
		words: text('words').notNull(),
		addedAt: momentColumn('added_at').notNull(),
		/** The step of the plan that it became. No foreign key: the step may go, the decision stays. */
		stepId: text('step_id').$type<StepId>()
	},
	(t) => [index('meeting_decision_meeting').on(t.meetingId)]
);

/** Professionals talked about the family without the family (feature P17). Append-only. */
export const consultation = sqliteTable(
	'consultation',
	{
		id: text('id').$type<ConsultationId>().primaryKey(),
		familyId: text('family_id')
			.$type<FamilyId>()
			.notNull()
			.references(() => family.id),
		heldOn: dayColumn('held_on').notNull(),
		presentWords: text('present_words').notNull(),
		whyWords: text('why_words').notNull(),
		outcomeWords: text('outcome_words').notNull(),
		children: text('children', { mode: 'json' }).$type<PersonId[]>().notNull(),
		authorId: text('author_id')
			.$type<PersonId>()
			.notNull()
			.references(() => person.id),
		writtenAt: momentColumn('written_at').notNull(),
		/** The earlier entry that this one corrects. */
		correctsId: text('corrects_id').$type<ConsultationId>()
	},
	(t) => [index('consultation_family').on(t.familyId)]
);

/** A question of one person to whoever is regisseur (feature P18). */
export const question = sqliteTable(
	'question',
	{
		id: text('id').$type<QuestionId>().primaryKey(),
		familyId: text('family_id')
			.$type<FamilyId>()
			.notNull()
			.references(() => family.id),
		askerId: text('asker_id')
			.$type<PersonId>()
			.notNull()
			.references(() => person.id),
		kind: text('kind').$type<QuestionKind>().notNull(),
		/** Who is to write next: not whether anybody has read it. */
		turn: text('turn').$type<Turn>().notNull(),
		askedAt: momentColumn('asked_at').notNull(),
		expectedOn: dayColumn('expected_on').notNull(),
		movedTo: dayColumn('moved_to'),
		movedWords: text('moved_words'),
		closedAt: momentColumn('closed_at')
	},
	(t) => [index('question_family').on(t.familyId), index('question_asker').on(t.askerId)]
);

export const questionMessage = sqliteTable(
	'question_message',
	{
		id: text('id').$type<MessageId>().primaryKey(),
		questionId: text('question_id')
			.$type<QuestionId>()
			.notNull()
			.references(() => question.id),
		authorId: text('author_id')
			.$type<PersonId>()
			.notNull()
			.references(() => person.id),
		words: text('words').notNull(),
		writtenAt: momentColumn('written_at').notNull()
	},
	(t) => [index('question_message_question').on(t.questionId)]
);
