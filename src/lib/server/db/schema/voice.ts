import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { FamilyId } from '#lib/family/model.ts';
import type { PersonId } from '#lib/kernel/id.ts';
import type {
	ClaimId,
	ClaimKind,
	ClaimVersionId,
	CorrectionId,
	CorrectionOutcome
} from '#lib/voice/claim.model.ts';
import type {
	AgreementId,
	Answer,
	StatementAnswerId,
	StatementId,
	SubjectKind
} from '#lib/voice/model.ts';
import { dayColumn, momentColumn } from './columns.ts';
import { family, person } from './family.ts';

// Every table here only grows: triggers refuse each change and each deletion (a migration of their own).

/** One person's answer about the plan or a goal. The newest counts, the earlier ones stay. */
export const agreement = sqliteTable(
	'agreement',
	{
		id: text('id').$type<AgreementId>().primaryKey(),
		familyId: text('family_id')
			.$type<FamilyId>()
			.notNull()
			.references(() => family.id),
		personId: text('person_id')
			.$type<PersonId>()
			.notNull()
			.references(() => person.id),
		subjectKind: text('subject_kind').$type<SubjectKind>().notNull(),
		subjectId: text('subject_id').notNull(),
		answer: text('answer').$type<Answer>().notNull(),
		reason: text('reason'),
		/** Hash of the words it was about, as this person saw them: tells whether they changed since. */
		subjectHash: text('subject_hash').notNull(),
		/** Number of the plan's version at that moment. */
		planVersion: integer('plan_version').notNull(),
		at: momentColumn('at').notNull()
	},
	(t) => [index('agreement_family').on(t.familyId)]
);

/** A person's own words beside a thing of the plan. */
export const statement = sqliteTable(
	'statement',
	{
		id: text('id').$type<StatementId>().primaryKey(),
		familyId: text('family_id')
			.$type<FamilyId>()
			.notNull()
			.references(() => family.id),
		personId: text('person_id')
			.$type<PersonId>()
			.notNull()
			.references(() => person.id),
		subjectKind: text('subject_kind').$type<SubjectKind>().notNull(),
		subjectId: text('subject_id').notNull(),
		words: text('words').notNull(),
		at: momentColumn('at').notNull()
	},
	(t) => [index('statement_family').on(t.familyId)]
);

/** The person took the own words away: others read that, and no longer the words. */
export const statementWithdrawal = sqliteTable('statement_withdrawal', {
	statementId: text('statement_id')
		.$type<StatementId>()
		.primaryKey()
		.references(() => statement.id),
	at: momentColumn('at').notNull()
});

/** What a professional answers; stands under the words. */
export const statementAnswer = sqliteTable(
	'statement_answer',
	{
		id: text('id').$type<StatementAnswerId>().primaryKey(),
		statementId: text('statement_id')
			.$type<StatementId>()
			.notNull()
			.references(() => statement.id),
		personId: text('person_id')
			.$type<PersonId>()
			.notNull()
			.references(() => person.id),
		words: text('words').notNull(),
		at: momentColumn('at').notNull()
	},
	(t) => [index('statement_answer_statement').on(t.statementId)]
);

/** A fact or an opinion about named children. Its words are in its versions. */
export const claim = sqliteTable(
	'claim',
	{
		id: text('id').$type<ClaimId>().primaryKey(),
		familyId: text('family_id')
			.$type<FamilyId>()
			.notNull()
			.references(() => family.id),
		kind: text('kind').$type<ClaimKind>().notNull(),
		/** The children this is about: only who may see all of them reads it. */
		children: text('children', { mode: 'json' }).$type<PersonId[]>().notNull(),
		at: momentColumn('at').notNull()
	},
	(t) => [index('claim_family').on(t.familyId)]
);

/** The words of a claim from a moment on; the newest counts and the old ones are never lost. */
export const claimVersion = sqliteTable(
	'claim_version',
	{
		id: text('id').$type<ClaimVersionId>().primaryKey(),
		claimId: text('claim_id')
			.$type<ClaimId>()
			.notNull()
			.references(() => claim.id),
		words: text('words').notNull(),
		/** Who said it, in words: "de juf", "mama". */
		saidBy: text('said_by').notNull(),
		saidOn: dayColumn('said_on').notNull(),
		/** The professional who wrote it down. */
		personId: text('person_id')
			.$type<PersonId>()
			.notNull()
			.references(() => person.id),
		at: momentColumn('at').notNull()
	},
	(t) => [index('claim_version_claim').on(t.claimId)]
);

/** A family member asks to correct a fact. */
export const correction = sqliteTable(
	'correction',
	{
		id: text('id').$type<CorrectionId>().primaryKey(),
		claimId: text('claim_id')
			.$type<ClaimId>()
			.notNull()
			.references(() => claim.id),
		personId: text('person_id')
			.$type<PersonId>()
			.notNull()
			.references(() => person.id),
		wrong: text('wrong').notNull(),
		right: text('right').notNull(),
		at: momentColumn('at').notNull()
	},
	(t) => [index('correction_claim').on(t.claimId)]
);

/** The regisseur's one answer to a request. With `aangepast` there is a new version of the claim. */
export const correctionDecision = sqliteTable('correction_decision', {
	correctionId: text('correction_id')
		.$type<CorrectionId>()
		.primaryKey()
		.references(() => correction.id),
	personId: text('person_id')
		.$type<PersonId>()
		.notNull()
		.references(() => person.id),
	outcome: text('outcome').$type<CorrectionOutcome>().notNull(),
	answer: text('answer').notNull(),
	at: momentColumn('at').notNull()
});
