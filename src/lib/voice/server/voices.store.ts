import { and, asc, eq, sql } from 'drizzle-orm';
import type { FamilyId } from '#lib/family/model.ts';
import type { PersonId } from '#lib/kernel/id.ts';
import type { Permit } from '#lib/kernel/policy.ts';
import { prepared, type Reader, type Tx } from '#lib/server/db/index.ts';
import {
	agreement,
	statement,
	statementAnswer,
	statementWithdrawal
} from '#lib/server/db/schema/voice.ts';
import type { AgreementId, Answer, StatementAnswerId, StatementId, Subject } from '../model.ts';

const ofFamily = sql.placeholder('family');

// Two of the same millisecond stand in the order in which they were written: hence the row number.
const agreements = prepared((read) =>
	read
		.select()
		.from(agreement)
		.where(eq(agreement.familyId, ofFamily))
		.orderBy(asc(agreement.at), sql`${agreement}.rowid`)
		.prepare()
);

const STATEMENT = {
	id: statement.id,
	personId: statement.personId,
	subjectKind: statement.subjectKind,
	subjectId: statement.subjectId,
	words: statement.words,
	at: statement.at,
	withdrawnAt: statementWithdrawal.at
};

const statements = prepared((read) =>
	read
		.select(STATEMENT)
		.from(statement)
		.leftJoin(statementWithdrawal, eq(statementWithdrawal.statementId, statement.id))
		.where(eq(statement.familyId, ofFamily))
		.orderBy(asc(statement.at), sql`${statement}.rowid`)
		.prepare()
);

const answers = prepared((read) =>
	read
		.select({
			id: statementAnswer.id,
			statementId: statementAnswer.statementId,
			personId: statementAnswer.personId,
			words: statementAnswer.words,
			at: statementAnswer.at
		})
		.from(statementAnswer)
		.innerJoin(statement, eq(statement.id, statementAnswer.statementId))
		.where(eq(statement.familyId, ofFamily))
		.orderBy(asc(statementAnswer.at), sql`${statementAnswer}.rowid`)
		.prepare()
);

/** Everything that was said about one family's plan, oldest first, in three reads. */
export const voiceRows = async (read: Reader, family: FamilyId) => ({
	agreements: await agreements(read).all({ family }),
	statements: await statements(read).all({ family }),
	answers: await answers(read).all({ family })
});
export type VoiceRows = Awaited<ReturnType<typeof voiceRows>>;
export type StatementRow = VoiceRows['statements'][number];

/** One statement of this family; undefined when there is none. */
export async function statementRow(
	read: Reader,
	family: FamilyId,
	id: StatementId
): Promise<StatementRow | undefined> {
	const [row] = await read
		.select(STATEMENT)
		.from(statement)
		.leftJoin(statementWithdrawal, eq(statementWithdrawal.statementId, statement.id))
		.where(and(eq(statement.familyId, family), eq(statement.id, id)));
	return row;
}

type ByPerson = { readonly familyId: FamilyId; readonly personId: PersonId; readonly at: Date };

export const insertAgreement = (
	tx: Tx,
	may: Permit<'agreement.record'>,
	kind: Subject['kind'],
	row: ByPerson & {
		readonly id: AgreementId;
		readonly answer: Answer;
		readonly reason: string | null;
		readonly subjectHash: string;
		readonly planVersion: number;
	}
) => tx.insert(agreement).values({ ...row, subjectKind: kind, subjectId: may.id });

export const insertStatement = (
	tx: Tx,
	may: Permit<'statement.make'>,
	kind: Subject['kind'],
	row: ByPerson & { readonly id: StatementId; readonly words: string }
) => tx.insert(statement).values({ ...row, subjectKind: kind, subjectId: may.id });

export const insertWithdrawal = (
	tx: Tx,
	may: Permit<'statement.withdraw', StatementId>,
	at: Date
) => tx.insert(statementWithdrawal).values({ statementId: may.id, at });

export const insertAnswer = (
	tx: Tx,
	may: Permit<'statement.answer', StatementId>,
	row: {
		readonly id: StatementAnswerId;
		readonly personId: PersonId;
		readonly words: string;
		readonly at: Date;
	}
) => tx.insert(statementAnswer).values({ ...row, statementId: may.id });
