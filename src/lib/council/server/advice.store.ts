import { desc, eq } from 'drizzle-orm';
import type { OrganisationId } from '#lib/family/model.ts';
import type { Permit } from '#lib/kernel/policy.ts';
import type { Reader, Tx } from '#lib/server/db/index.ts';
import { advice, adviceAnswer } from '#lib/server/db/schema/council.ts';
import type { AdviceId } from '../model.ts';

/** Newest first. */
export const advicesOf = (read: Reader, id: OrganisationId) =>
	read
		.select({ advice, answer: adviceAnswer })
		.from(advice)
		.leftJoin(adviceAnswer, eq(adviceAnswer.adviceId, advice.id))
		.where(eq(advice.organisationId, id))
		.orderBy(desc(advice.givenOn), desc(advice.id));

export async function adviceRow(read: Reader, id: AdviceId) {
	const [row] = await read
		.select({ organisationId: advice.organisationId, answered: adviceAnswer.adviceId })
		.from(advice)
		.leftJoin(adviceAnswer, eq(adviceAnswer.adviceId, advice.id))
		.where(eq(advice.id, id));
	return row;
}

export const insertAdvice = (
	tx: Tx,
	may: Permit<'council.advise', OrganisationId>,
	row: Omit<typeof advice.$inferInsert, 'organisationId'>
) => tx.insert(advice).values({ ...row, organisationId: may.id });

export const insertAnswer = (
	tx: Tx,
	_may: Permit<'council.answer', OrganisationId>,
	row: typeof adviceAnswer.$inferInsert
) => tx.insert(adviceAnswer).values(row);
