import { and, eq, isNull, sql } from 'drizzle-orm';
import type { PersonId } from '#lib/kernel/id.ts';
import type { Permit } from '#lib/kernel/policy.ts';
import { prepared, type Reader, type Tx } from '#lib/server/db/index.ts';
import { person } from '#lib/server/db/schema/family.ts';
import {
	toekomstAnswer,
	toekomstBasic,
	toekomstDevice,
	toekomstMark,
	toekomstplan,
	toekomstShare,
	toekomstStay,
	toekomstTip,
	toekomstWords
} from '#lib/server/db/schema/toekomstplan.ts';
import type { Domain, Field, Part, PartShareId, ToekomstplanId } from '../model.ts';

export type PlanRow = typeof toekomstplan.$inferSelect;
export type WordsRow = typeof toekomstWords.$inferSelect;

const byPerson = prepared((read) =>
	read
		.select()
		.from(toekomstplan)
		.where(eq(toekomstplan.personId, sql.placeholder('person')))
		.prepare()
);

export const planOf = (read: Reader, who: PersonId): Promise<PlanRow | undefined> =>
	byPerson(read).get({ person: who });

export const wordRows = (read: Reader, plan: ToekomstplanId): Promise<WordsRow[]> =>
	read.select().from(toekomstWords).where(eq(toekomstWords.planId, plan));

/** What is shared at this moment. */
export const shareRows = (read: Reader, plan: ToekomstplanId) =>
	read
		.select({
			part: toekomstShare.part,
			withId: toekomstShare.withId,
			startedAt: toekomstShare.startedAt
		})
		.from(toekomstShare)
		.where(and(eq(toekomstShare.planId, plan), isNull(toekomstShare.endedAt)));

const sharedWith = prepared((read) =>
	read
		.selectDistinct({ id: toekomstplan.personId, name: person.givenName })
		.from(toekomstShare)
		.innerJoin(toekomstplan, eq(toekomstplan.id, toekomstShare.planId))
		.innerJoin(person, eq(person.id, toekomstplan.personId))
		.where(and(eq(toekomstShare.withId, sql.placeholder('person')), isNull(toekomstShare.endedAt)))
		.orderBy(person.givenName)
		.prepare()
);

/** Who shares something with this person, before any rule was asked. */
export const sharersWith = (read: Reader, who: PersonId) => sharedWith(read).all({ person: who });

export const insertPlan = (
	tx: Tx,
	may: Permit<'toekomstplan.write'>,
	row: Omit<PlanRow, 'remindBy'>
) => tx.insert(toekomstplan).values(row);

export const writeWords = (
	tx: Tx,
	_may: Permit<'toekomstplan.write'>,
	row: WordsRow & { readonly domain: Domain; readonly field: Field }
) =>
	tx
		.insert(toekomstWords)
		.values(row)
		.onConflictDoUpdate({
			target: [toekomstWords.planId, toekomstWords.domain, toekomstWords.field],
			set: { words: row.words, revision: row.revision, changedAt: row.changedAt }
		});

export const startShare = (
	tx: Tx,
	_may: Permit<'toekomstplan.share'>,
	row: { id: PartShareId; planId: ToekomstplanId; part: Part; withId: PersonId; startedAt: Date }
) => tx.insert(toekomstShare).values({ ...row, endedAt: null });

/** Ends what is shared with one person: one part, or all of them. */
export const endShares = (
	tx: Tx,
	_may: Permit<'toekomstplan.unshare'>,
	{ planId, withId, part, at }: { planId: ToekomstplanId; withId: PersonId; part?: Part; at: Date }
) =>
	tx
		.update(toekomstShare)
		.set({ endedAt: at })
		.where(
			and(
				eq(toekomstShare.planId, planId),
				eq(toekomstShare.withId, withId),
				part ? eq(toekomstShare.part, part) : undefined,
				isNull(toekomstShare.endedAt)
			)
		);

/** The plan and everything that hangs on it. */
export const erasePlanRows = async (
	tx: Tx,
	_may: Permit<'toekomstplan.erase'>,
	plan: ToekomstplanId
): Promise<void> => {
	// A libSQL server need not follow the foreign keys.
	await tx.delete(toekomstWords).where(eq(toekomstWords.planId, plan));
	await tx.delete(toekomstShare).where(eq(toekomstShare.planId, plan));
	await tx.delete(toekomstBasic).where(eq(toekomstBasic.planId, plan));
	await tx.delete(toekomstStay).where(eq(toekomstStay.planId, plan));
	await tx.delete(toekomstTip).where(eq(toekomstTip.planId, plan));
	await tx.delete(toekomstAnswer).where(eq(toekomstAnswer.planId, plan));
	await tx.delete(toekomstDevice).where(eq(toekomstDevice.planId, plan));
	await tx.delete(toekomstMark).where(eq(toekomstMark.planId, plan));
	await tx.delete(toekomstplan).where(eq(toekomstplan.id, plan));
};
