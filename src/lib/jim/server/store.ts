import { and, desc, eq, inArray, isNull, lte, ne, sql } from 'drizzle-orm';
import type { Day } from '#lib/kernel/calendar.ts';
import type { PersonId } from '#lib/kernel/id.ts';
import type { Permit } from '#lib/kernel/policy.ts';
import type { FamilyId } from '#lib/family/model.ts';
import type { Reader, Tx } from '#lib/server/db/index.ts';
import { person } from '#lib/server/db/schema/family.ts';
import {
	beside,
	jim,
	jimNote,
	jimParentView,
	jimShare,
	jimTalkLine,
	jimView
} from '#lib/server/db/schema/jim.ts';
import type { JimId, JimPart, JimShareId, JimState, ParentSays, Wish } from '../model.ts';

export type BesideRow = typeof beside.$inferSelect;
export type JimRow = typeof jim.$inferSelect & {
	/** How the JIM is called here; null as long as nobody said yes. */
	readonly givenName: string | null;
};

export async function besideRow(read: Reader, youthId: PersonId): Promise<BesideRow | undefined> {
	const [row] = await read.select().from(beside).where(eq(beside.youthId, youthId));
	return row;
}

export const insertBeside = (
	tx: Tx,
	may: Permit<'circle.keep' | 'jim.ask', PersonId>,
	row: { sealedKey: string; on: Day }
) =>
	tx
		.insert(beside)
		.values({ youthId: may.id, sealedKey: row.sealedKey, wish: 'nog_niet', wishOn: row.on });

export const saveRemind = (tx: Tx, may: Permit<'circle.keep', PersonId>, on: Day | null) =>
	tx.update(beside).set({ remindOn: on }).where(eq(beside.youthId, may.id));

export const saveWish = (tx: Tx, may: Permit, youthId: PersonId, wish: Wish, on: Day) =>
	tx
		.update(beside)
		.set({ wish, wishOn: on })
		.where(and(eq(beside.youthId, youthId), ne(beside.wish, wish)));

const jims = (read: Reader) =>
	read
		.select({ row: jim, givenName: person.givenName })
		.from(jim)
		.leftJoin(person, eq(person.id, jim.jimId))
		.orderBy(desc(jim.askedAt), desc(jim.id))
		.$dynamic();

const withNames = (found: readonly { row: typeof jim.$inferSelect; givenName: string | null }[]) =>
	found.map(({ row, givenName }): JimRow => ({ ...row, givenName }));

/** Everything that a youth asked and had, newest first. */
export const jimsOfYouth = async (read: Reader, youthId: PersonId): Promise<JimRow[]> =>
	withNames(await jims(read).where(eq(jim.youthId, youthId)));

/** Where this person stands beside a youth now. */
export const jimsBy = async (read: Reader, who: PersonId): Promise<JimRow[]> =>
	withNames(await jims(read).where(and(eq(jim.jimId, who), eq(jim.state, 'actief'))));

/** Who stands beside a youth of this family now. */
export const jimsInFamily = async (read: Reader, familyId: FamilyId): Promise<JimRow[]> =>
	withNames(await jims(read).where(and(eq(jim.familyId, familyId), eq(jim.state, 'actief'))));

export async function jimRow(read: Reader, id: JimId): Promise<JimRow | undefined> {
	return withNames(await jims(read).where(eq(jim.id, id)))[0];
}

export async function jimByToken(read: Reader, tokenHash: string): Promise<JimRow | undefined> {
	return withNames(await jims(read).where(eq(jim.tokenHash, tokenHash)))[0];
}

type NewJim = Pick<
	typeof jim.$inferSelect,
	| 'id'
	| 'familyId'
	| 'sealedName'
	| 'sealedKey'
	| 'tokenHash'
	| 'codeHash'
	| 'askedAt'
	| 'expiresAt'
>;

export const insertJim = (tx: Tx, may: Permit<'jim.ask', PersonId>, row: NewJim) =>
	tx.insert(jim).values({ ...row, youthId: may.id, state: 'gevraagd' });

/** Counts a wrong code; with the last one the question gets the state in which no code works. */
export const countWrongCode = (tx: Tx, id: JimId, most: number, blocked: JimState) =>
	tx
		.update(jim)
		.set({
			codeTries: sql`${jim.codeTries} + 1`,
			state: sql`CASE WHEN ${jim.codeTries} + 1 >= ${most} THEN ${blocked} ELSE ${jim.state} END`
		})
		.where(eq(jim.id, id));

/** What is written when the question gets its answer. */
export const saveAnswer = (
	tx: Tx,
	may: Permit<'jim.answer', JimId>,
	answer: Partial<
		Pick<JimRow, 'state' | 'jimId' | 'startedAt' | 'sealedName' | 'sealedKey' | 'sealedWords'>
	>
) => tx.update(jim).set(answer).where(eq(jim.id, may.id));

export const saveEnd = (
	tx: Tx,
	may: Permit<'jim.end', JimId>,
	end: { at: Date; by: 'jongere' | 'jim' }
) =>
	tx
		.update(jim)
		.set({
			...{ state: 'gestopt', endedAt: end.at, endedBy: end.by },
			...{ sealedName: null, sealedKey: null, sealedWords: null }
		})
		.where(eq(jim.id, may.id));

export const saveTold = (
	tx: Tx,
	may: Permit<'jim.share', JimId>,
	told: Pick<JimRow, 'parentsKnow' | 'regisseurKnows'>
) => tx.update(jim).set(told).where(eq(jim.id, may.id));

export const saveWords = (tx: Tx, may: Permit<'jim.share', JimId>, sealedWords: string | null) =>
	tx.update(jim).set({ sealedWords }).where(eq(jim.id, may.id));

/** A question that was taken back leaves nothing. */
export const deleteJim = (tx: Tx, may: Permit<'jim.withdraw', JimId>) =>
	tx.delete(jim).where(eq(jim.id, may.id));

/** Answers that were not a yes are not kept once the youth asks again. */
export const deleteAnswered = (tx: Tx, may: Permit<'jim.ask', PersonId>) =>
	tx.delete(jim).where(and(eq(jim.youthId, may.id), inArray(jim.state, ['nee', 'op'])));

/** Questions whose time is over, whatever the answer was: only who stood beside a youth stays. */
export const deleteLapsed = (tx: Tx, now: Date) =>
	tx
		.delete(jim)
		.where(
			and(inArray(jim.state, ['gevraagd', 'praat_eerst', 'nee', 'op']), lte(jim.expiresAt, now))
		);

export const shareRows = (read: Reader, id: JimId) =>
	read
		.select({ part: jimShare.part, startedAt: jimShare.startedAt })
		.from(jimShare)
		.where(and(eq(jimShare.relationId, id), isNull(jimShare.endedAt)));

export const insertShare = (
	tx: Tx,
	may: Permit<'jim.share', JimId>,
	row: { id: JimShareId; part: JimPart; startedAt: Date }
) => tx.insert(jimShare).values({ ...row, relationId: may.id });

export const endShare = (tx: Tx, may: Permit<'jim.share', JimId>, part: JimPart, at: Date) =>
	tx
		.update(jimShare)
		.set({ endedAt: at })
		.where(and(eq(jimShare.relationId, may.id), eq(jimShare.part, part), isNull(jimShare.endedAt)));

/** At the end nothing stays of what was between the two, shown, or said about it. */
export async function deleteBetween(tx: Tx, may: Permit<'jim.end', JimId>): Promise<void> {
	for (const table of [jimShare, jimNote, jimView, jimTalkLine, jimParentView])
		await tx.delete(table).where(eq(table.relationId, may.id));
}

export const parentRows = (read: Reader, id: JimId) =>
	read.select().from(jimParentView).where(eq(jimParentView.relationId, id));

export const saveParentView = (
	tx: Tx,
	may: Permit<'jim-parent.say', JimId>,
	row: { parentId: PersonId; says: ParentSays; words: string | null; mayRead: boolean; at: Date }
) =>
	tx
		.insert(jimParentView)
		.values({ ...row, relationId: may.id })
		.onConflictDoUpdate({
			target: [jimParentView.relationId, jimParentView.parentId],
			set: { says: row.says, words: row.words, mayRead: row.mayRead, at: row.at }
		});
