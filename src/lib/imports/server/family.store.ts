import type { FamilyId } from '#lib/family/model.ts';
import type { Day } from '#lib/kernel/calendar.ts';
import type { PersonId } from '#lib/kernel/id.ts';
import type { Permit } from '#lib/kernel/policy.ts';
import type { Tx } from '#lib/server/db/index.ts';
import { family, gezag, regisseurAssignment } from '#lib/server/db/schema/family.ts';
import type { CaseMessage, MessageFamily } from '../message.ts';
import { periodOf } from '../periods.ts';
import { saveHouseholds, savePeople } from './people.store.ts';
import { saveKaders, savePlanRow } from './plan.store.ts';
import { saveIncapacities, saveRestrictions } from './protection.store.ts';
import { put, putInFamily } from './rows.store.ts';
import { saveTrajectories } from './trajectories.store.ts';

type MayImport = Permit<'family.import', FamilyId>;

/** Everything of one family that a message names, but for what its plan says. What it leaves out stays. */
export async function saveFamily(
	tx: Tx,
	may: MayImport,
	message: CaseMessage,
	sent: MessageFamily,
	{ newerPeople, today }: { readonly newerPeople: ReadonlySet<PersonId>; readonly today: Day }
): Promise<void> {
	const row = {
		...{ id: may.id, regionId: message.region.id },
		...{ source: message.source, knownUntil: message.sentAt }
	};
	await put(tx, family, [row], family.id, ['source']);
	await savePeople(tx, may, message.source, sent, newerPeople);
	await saveHouseholds(tx, may, sent);
	await saveGezag(tx, may, sent);
	await saveKaders(tx, may, sent);
	await saveRegisseurs(tx, may, sent);
	await saveRestrictions(tx, may, sent);
	await saveIncapacities(tx, may, sent);
	await saveTrajectories(tx, may, sent, today);
	await savePlanRow(tx, may, sent);
}

async function saveGezag(tx: Tx, may: MayImport, { gezag: sent }: MessageFamily) {
	const rows = sent.map((row) => ({
		...{ id: row.id, familyId: may.id, childId: row.child, holderId: row.holder, kind: row.kind },
		...periodOf(row)
	}));
	await putInFamily(tx, gezag, rows);
}

const STAND_IN = ['standInId', 'standInFrom', 'standInUntil'];

async function saveRegisseurs(tx: Tx, may: MayImport, { regisseurs }: MessageFamily) {
	const rows = regisseurs.map((row) => ({
		...{ id: row.id, familyId: may.id, personId: row.person, reason: row.reason },
		...periodOf(row),
		standInId: row.standIn?.person ?? null,
		standInFrom: row.standIn?.from ?? null,
		standInUntil: row.standIn?.until ?? null
	}));
	// Who stands in may have been named here since: a message without a stand-in says nothing of it.
	const silent = rows.filter((row) => row.standInId === null);
	await putInFamily(
		tx,
		regisseurAssignment,
		rows.filter((row) => row.standInId !== null)
	);
	const { id } = regisseurAssignment;
	await put(tx, regisseurAssignment, silent, id, ['familyId', ...STAND_IN]);
}
