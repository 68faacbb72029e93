import { eq, sql } from 'drizzle-orm';
import type { FamilyId } from '#lib/family/model.ts';
import type { Permit } from '#lib/kernel/policy.ts';
import { prepared, type Reader, type Tx } from '#lib/server/db/index.ts';
import { consultation } from '#lib/server/db/schema/talk.ts';
import type { ConsultationId } from '../consultation.model.ts';

const ofFamily = prepared((read) =>
	read
		.select()
		.from(consultation)
		.where(eq(consultation.familyId, sql.placeholder('family')))
		.orderBy(consultation.heldOn, consultation.writtenAt)
		.prepare()
);

export type ConsultationRow = typeof consultation.$inferSelect;

/** All entries of a family, oldest first. */
export const consultationRows = (read: Reader, family: FamilyId): Promise<ConsultationRow[]> =>
	Promise.resolve(ofFamily(read).all({ family }));

export const insertConsultation = (
	tx: Tx,
	may: Permit<'consultation.write', ConsultationId>,
	row: Omit<ConsultationRow, 'id'>
) => tx.insert(consultation).values({ ...row, id: may.id });
