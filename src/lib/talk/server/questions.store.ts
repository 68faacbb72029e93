import { and, eq, isNull, sql } from 'drizzle-orm';
import type { FamilyId } from '#lib/family/model.ts';
import type { Day } from '#lib/kernel/calendar.ts';
import type { PersonId } from '#lib/kernel/id.ts';
import type { Permit } from '#lib/kernel/policy.ts';
import { newId } from '#lib/server/crypto.ts';
import { prepared, type Reader, type Tx } from '#lib/server/db/index.ts';
import { question, questionMessage } from '#lib/server/db/schema/talk.ts';
import type { MessageId, QuestionId, QuestionKind } from '../question.model.ts';

// Within another sql: of a select's own, drizzle drops the names of the tables.
const FIRST_WORDS = sql<string>`${sql`(
	SELECT ${questionMessage.words} FROM ${questionMessage}
	WHERE ${questionMessage.questionId} = ${question.id}
	ORDER BY ${questionMessage.writtenAt}, ${questionMessage}.rowid LIMIT 1
)`}`;

const ofFamily = prepared((read) =>
	read
		.select({
			id: question.id,
			askerId: question.askerId,
			kind: question.kind,
			turn: question.turn,
			askedAt: question.askedAt,
			expectedOn: question.expectedOn,
			movedTo: question.movedTo,
			movedWords: question.movedWords,
			closedAt: question.closedAt,
			words: FIRST_WORDS
		})
		.from(question)
		.where(eq(question.familyId, sql.placeholder('family')))
		.orderBy(question.askedAt)
		.prepare()
);

/** All questions of a family with their first words, oldest first. */
export const questionRows = (read: Reader, family: FamilyId) => ofFamily(read).all({ family });

export type QuestionRow = Awaited<ReturnType<typeof questionRows>>[number];

/** One question, only when it is of this family. */
export const questionRow = async (
	read: Reader,
	family: FamilyId,
	id: QuestionId
): Promise<QuestionRow | undefined> =>
	(await questionRows(read, family)).find((row) => row.id === id);

export const messageRows = (read: Reader, id: QuestionId) =>
	read
		.select()
		.from(questionMessage)
		.where(eq(questionMessage.questionId, id))
		.orderBy(questionMessage.writtenAt, sql`${questionMessage}.rowid`);

export async function insertQuestion(
	tx: Tx,
	may: Permit<'question.ask', QuestionId>,
	row: {
		readonly familyId: FamilyId;
		readonly askerId: PersonId;
		readonly kind: QuestionKind;
		readonly words: string;
		readonly at: Date;
		readonly expectedOn: Day;
	}
): Promise<void> {
	const { words, at, ...more } = row;
	await tx.insert(question).values({ ...more, id: may.id, turn: 'regisseur', askedAt: at });
	await tx.insert(questionMessage).values({
		id: newId<MessageId>(),
		questionId: may.id,
		authorId: row.askerId,
		words,
		writtenAt: at
	});
}

/**
 * Adds words, and says who is next.
 * @param expectedOn the new day of an answer when the asker asks on after one; null when it stays
 */
export async function insertReply(
	tx: Tx,
	may: Permit<'question.reply', QuestionId>,
	row: {
		readonly authorId: PersonId;
		readonly words: string;
		readonly at: Date;
		readonly turn: QuestionRow['turn'];
		readonly expectedOn: Day | null;
	}
): Promise<void> {
	await tx.insert(questionMessage).values({
		id: newId<MessageId>(),
		questionId: may.id,
		authorId: row.authorId,
		words: row.words,
		writtenAt: row.at
	});
	const again = row.expectedOn && { expectedOn: row.expectedOn, movedTo: null, movedWords: null };
	await tx
		.update(question)
		.set({ turn: row.turn, ...again })
		.where(eq(question.id, may.id));
}

export const saveMovedDate = (
	tx: Tx,
	may: Permit<'question.move-date', QuestionId>,
	row: { readonly movedTo: Day; readonly movedWords: string }
) => tx.update(question).set(row).where(eq(question.id, may.id));

export const saveClosed = (tx: Tx, may: Permit<'question.close', QuestionId>, at: Date) =>
	tx.update(question).set({ closedAt: at }).where(eq(question.id, may.id));

const waiting = prepared((read) =>
	read
		.select({
			familyId: question.familyId,
			on: sql<Day>`coalesce(${question.movedTo}, ${question.expectedOn})`
		})
		.from(question)
		.where(
			and(
				sql`${question.familyId} IN (SELECT value FROM json_each(${sql.placeholder('families')}))`,
				eq(question.turn, 'regisseur'),
				isNull(question.closedAt)
			)
		)
		.orderBy(question.familyId, question.askedAt)
		.prepare()
);

/** Open questions without an answer of many families, in one read. */
export const waitingRows = (read: Reader, families: readonly FamilyId[]) =>
	waiting(read).all({ families: JSON.stringify(families) });
