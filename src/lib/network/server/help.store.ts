import { eq } from 'drizzle-orm';
import type { Day } from '#lib/kernel/calendar.ts';
import type { PersonId } from '#lib/kernel/id.ts';
import type { Permit } from '#lib/kernel/policy.ts';
import type { FamilyId } from '#lib/family/model.ts';
import type { Reader, Tx } from '#lib/server/db/index.ts';
import { networkHelp } from '#lib/server/db/schema/network.ts';
import type { NetworkHelpId } from '../model.ts';

export type HelpRow = typeof networkHelp.$inferSelect;

/** Every line of a family, newest first. */
export const helpRows = async (read: Reader, family: FamilyId): Promise<HelpRow[]> =>
	(await read.select().from(networkHelp).where(eq(networkHelp.familyId, family))).toSorted(
		(a, b) => b.from.localeCompare(a.from) || a.id.localeCompare(b.id)
	);

export const insertHelp = (
	tx: Tx,
	may: Permit<'network-help.write', NetworkHelpId>,
	row: Omit<HelpRow, 'id'>
) => tx.insert(networkHelp).values({ ...row, id: may.id });

export const updateHelp = (
	tx: Tx,
	may: Permit<'network-help.write', NetworkHelpId>,
	row: {
		personId: PersonId | null;
		name: string | null;
		help: string;
		children: PersonId[];
		from: Day;
		until: Day | null;
	}
) => tx.update(networkHelp).set(row).where(eq(networkHelp.id, may.id));

export const endHelpRow = (tx: Tx, may: Permit<'network-help.end', NetworkHelpId>, until: Day) =>
	tx.update(networkHelp).set({ until }).where(eq(networkHelp.id, may.id));
