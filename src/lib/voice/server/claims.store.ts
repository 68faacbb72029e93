import { and, asc, eq, sql } from 'drizzle-orm';
import type { FamilyId } from '#lib/family/model.ts';
import type { Day } from '#lib/kernel/calendar.ts';
import type { PersonId } from '#lib/kernel/id.ts';
import type { Permit } from '#lib/kernel/policy.ts';
import { prepared, type Reader, type Tx } from '#lib/server/db/index.ts';
import {
	claim,
	claimVersion,
	correction,
	correctionDecision
} from '#lib/server/db/schema/voice.ts';
import type {
	ClaimId,
	ClaimKind,
	ClaimVersionId,
	CorrectionId,
	CorrectionOutcome
} from '../claim.model.ts';

const ofFamily = sql.placeholder('family');

const claims = prepared((read) =>
	read
		.select()
		.from(claim)
		.where(eq(claim.familyId, ofFamily))
		.orderBy(asc(claim.at), sql`${claim}.rowid`)
		.prepare()
);

const VERSION = {
	id: claimVersion.id,
	claimId: claimVersion.claimId,
	words: claimVersion.words,
	saidBy: claimVersion.saidBy,
	saidOn: claimVersion.saidOn,
	personId: claimVersion.personId,
	at: claimVersion.at
};

const versions = prepared((read) =>
	read
		.select(VERSION)
		.from(claimVersion)
		.innerJoin(claim, eq(claim.id, claimVersion.claimId))
		.where(eq(claim.familyId, ofFamily))
		.orderBy(asc(claimVersion.at), sql`${claimVersion}.rowid`)
		.prepare()
);

const CORRECTION = {
	id: correction.id,
	claimId: correction.claimId,
	personId: correction.personId,
	wrong: correction.wrong,
	right: correction.right,
	at: correction.at,
	decidedBy: correctionDecision.personId,
	outcome: correctionDecision.outcome,
	answer: correctionDecision.answer,
	decidedAt: correctionDecision.at
};

const corrections = prepared((read) =>
	read
		.select(CORRECTION)
		.from(correction)
		.innerJoin(claim, eq(claim.id, correction.claimId))
		.leftJoin(correctionDecision, eq(correctionDecision.correctionId, correction.id))
		.where(eq(claim.familyId, ofFamily))
		.orderBy(asc(correction.at), sql`${correction}.rowid`)
		.prepare()
);

/** All facts and opinions of one family with every text and request, oldest first, in three reads. */
export const claimRows = async (read: Reader, family: FamilyId) => ({
	claims: await claims(read).all({ family }),
	versions: await versions(read).all({ family }),
	corrections: await corrections(read).all({ family })
});
export type ClaimRows = Awaited<ReturnType<typeof claimRows>>;

/** One claim of this family with its newest text; undefined when there is none. */
export async function claimRow(read: Reader, family: FamilyId, id: ClaimId) {
	const [row] = await read
		.select()
		.from(claim)
		.where(and(eq(claim.familyId, family), eq(claim.id, id)));
	return row;
}

/** One request within this family; undefined when there is none. */
export async function correctionRow(read: Reader, family: FamilyId, id: CorrectionId) {
	const [row] = await read
		.select({ ...CORRECTION, kind: claim.kind, children: claim.children })
		.from(correction)
		.innerJoin(claim, eq(claim.id, correction.claimId))
		.leftJoin(correctionDecision, eq(correctionDecision.correctionId, correction.id))
		.where(and(eq(claim.familyId, family), eq(correction.id, id)));
	return row;
}

/** The text of a claim that counts now. */
export async function newestVersion(read: Reader, id: ClaimId) {
	const rows = await read
		.select(VERSION)
		.from(claimVersion)
		.where(eq(claimVersion.claimId, id))
		.orderBy(asc(claimVersion.at), sql`${claimVersion}.rowid`);
	return rows.at(-1);
}

export type VersionRow = {
	readonly id: ClaimVersionId;
	readonly claimId: ClaimId;
	readonly words: string;
	readonly saidBy: string;
	readonly saidOn: Day;
	readonly personId: PersonId;
	readonly at: Date;
};

export async function insertClaim(
	tx: Tx,
	may: Permit<'claim.write', FamilyId>,
	row: { readonly kind: ClaimKind; readonly children: PersonId[] },
	first: VersionRow
): Promise<void> {
	await tx.insert(claim).values({ ...row, id: first.claimId, familyId: may.id, at: first.at });
	await tx.insert(claimVersion).values(first);
}

export const insertCorrection = (
	tx: Tx,
	may: Permit<'correction.ask', ClaimId>,
	row: {
		readonly id: CorrectionId;
		readonly personId: PersonId;
		readonly wrong: string;
		readonly right: string;
		readonly at: Date;
	}
) => tx.insert(correction).values({ ...row, claimId: may.id });

export async function insertDecision(
	tx: Tx,
	may: Permit<'correction.decide', CorrectionId>,
	row: {
		readonly personId: PersonId;
		readonly outcome: CorrectionOutcome;
		readonly answer: string;
		readonly at: Date;
	},
	newVersion: VersionRow | null
): Promise<void> {
	await tx.insert(correctionDecision).values({ ...row, correctionId: may.id });
	if (newVersion) await tx.insert(claimVersion).values(newVersion);
}
