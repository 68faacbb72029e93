import { and, asc, eq } from 'drizzle-orm';
import type { PersonId } from '#lib/kernel/id.ts';
import type { Permit } from '#lib/kernel/policy.ts';
import type { Reader, Tx } from '#lib/server/db/index.ts';
import { jim, jimNote } from '#lib/server/db/schema/jim.ts';
import type { JimId, JimNoteId } from '../model.ts';

type MayUse = Permit<'jim-notes.use', JimId>;

export const noteRows = (read: Reader, id: JimId) =>
	read.select().from(jimNote).where(eq(jimNote.relationId, id)).orderBy(asc(jimNote.at));

export const insertNote = (
	tx: Tx,
	may: MayUse,
	row: { id: JimNoteId; authorId: PersonId; sealed: string; at: Date }
) => tx.insert(jimNote).values({ ...row, relationId: may.id });

export const deleteNote = (tx: Tx, may: MayUse, id: JimNoteId) =>
	tx.delete(jimNote).where(and(eq(jimNote.id, id), eq(jimNote.relationId, may.id)));

export const saveReadDanger = (tx: Tx, may: MayUse) =>
	tx
		.update(jim)
		.set(may.relation === 'jim' ? { jimReadDanger: true } : { youthReadDanger: true })
		.where(eq(jim.id, may.id));
