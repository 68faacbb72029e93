import { and, eq } from 'drizzle-orm';
import type { PersonId } from '#lib/kernel/id.ts';
import type { Permit } from '#lib/kernel/policy.ts';
import type { Reader, Tx } from '#lib/server/db/index.ts';
import { circleEntry } from '#lib/server/db/schema/jim.ts';
import type { CircleEntryId } from '../model.ts';

type MayKeep = Permit<'circle.keep', PersonId>;

export const entryRows = (read: Reader, youthId: PersonId) =>
	read.select().from(circleEntry).where(eq(circleEntry.youthId, youthId));

const ofOwner = (may: MayKeep, id: CircleEntryId) =>
	and(eq(circleEntry.id, id), eq(circleEntry.youthId, may.id));

export const insertEntry = (tx: Tx, may: MayKeep, row: { id: CircleEntryId; sealed: string }) =>
	tx.insert(circleEntry).values({ ...row, youthId: may.id });

export const updateEntry = (tx: Tx, may: MayKeep, row: { id: CircleEntryId; sealed: string }) =>
	tx.update(circleEntry).set({ sealed: row.sealed }).where(ofOwner(may, row.id));

export const deleteEntry = (tx: Tx, may: MayKeep, id: CircleEntryId) =>
	tx.delete(circleEntry).where(ofOwner(may, id));
