import type { FamilyId } from '#lib/family/model.ts';
import type { Permit } from '#lib/kernel/policy.ts';
import type { Tx } from '#lib/server/db/index.ts';
import { incapacity, restriction } from '#lib/server/db/schema/consent.ts';
import type { MessageFamily } from '../message.ts';
import { putInFamily } from './rows.store.ts';

type MayImport = Permit<'family.import', FamilyId>;

export async function saveRestrictions(tx: Tx, may: MayImport, { restrictions }: MessageFamily) {
	const rows = restrictions.map((row) => ({
		...{ id: row.id, familyId: may.id, childId: row.child, parentId: row.parent },
		...{ professionalId: row.professional, secondProfessionalId: row.secondProfessional },
		...{ reason: row.reason, from: row.from, until: row.until }
	}));
	await putInFamily(tx, restriction, rows);
}

export async function saveIncapacities(tx: Tx, may: MayImport, { incapacities }: MessageFamily) {
	const rows = incapacities.map((row) => ({
		...{ id: row.id, familyId: may.id, childId: row.child, reason: row.reason },
		...{ professionalId: row.professional, from: row.from, reviewBy: row.reviewBy }
	}));
	await putInFamily(tx, incapacity, rows);
}
