import { and, eq, gte, isNull, sql } from 'drizzle-orm';
import { prepared, type Reader } from '#lib/server/db/index.ts';
import {
	claim,
	correction,
	correctionDecision,
	statement,
	statementAnswer,
	statementWithdrawal
} from '#lib/server/db/schema/voice.ts';

/** A list of ids as one JSON text, so that the statement stays the same for any number. */
const families = sql`(SELECT value FROM json_each(${sql.placeholder('families')}))`;

const statements = prepared((read) =>
	read
		.select({
			familyId: statement.familyId,
			oldest: sql<number>`min(${statement.at})`,
			count: sql<number>`count(*)`
		})
		.from(statement)
		.leftJoin(statementAnswer, eq(statementAnswer.statementId, statement.id))
		.leftJoin(statementWithdrawal, eq(statementWithdrawal.statementId, statement.id))
		.where(
			and(
				sql`${statement.familyId} IN ${families}`,
				gte(statement.at, sql.placeholder('since')),
				isNull(statementAnswer.id),
				isNull(statementWithdrawal.statementId)
			)
		)
		.groupBy(statement.familyId)
		.prepare()
);

/** @param since the first moment that counts, in milliseconds since 1970 */
export const unansweredStatements = async (read: Reader, ids: string, since: number) =>
	statements(read).all({ families: ids, since });

const corrections = prepared((read) =>
	read
		.select({
			familyId: claim.familyId,
			oldest: sql<number>`min(${correction.at})`,
			count: sql<number>`count(*)`
		})
		.from(correction)
		.innerJoin(claim, eq(claim.id, correction.claimId))
		.leftJoin(correctionDecision, eq(correctionDecision.correctionId, correction.id))
		.where(and(sql`${claim.familyId} IN ${families}`, isNull(correctionDecision.correctionId)))
		.groupBy(claim.familyId)
		.prepare()
);

export const openCorrections = async (read: Reader, ids: string) =>
	corrections(read).all({ families: ids });
