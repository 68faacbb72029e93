import { and, eq, isNull, sql } from 'drizzle-orm';
import type { OrganisationId } from '#lib/family/model.ts';
import type { PersonId } from '#lib/kernel/id.ts';
import type { Permit } from '#lib/kernel/policy.ts';
import type { Reader, Tx } from '#lib/server/db/index.ts';
import { councilSeat } from '#lib/server/db/schema/council.ts';
import { person, professional } from '#lib/server/db/schema/family.ts';
import { account, invitation } from '#lib/server/db/schema/identity.ts';
import type { AccountState } from '../policy.ts';

export type Standing = {
	readonly account: AccountState;
	readonly staff: boolean;
	/** Where staff work, or in the council of which organisation they sit. */
	readonly organisation: OrganisationId | null;
};

/** What the portal knows about signing in as this person. */
export async function standingOf(read: Reader, personId: PersonId): Promise<Standing | null> {
	const [row] = await read
		.select({
			accountOf: account.personId,
			disabledAt: account.disabledAt,
			// Who sits in a council signs in as professionals do, and works nowhere.
			organisation: sql<OrganisationId | null>`coalesce(${professional.organisationId}, ${councilSeat.organisationId})`
		})
		.from(person)
		.leftJoin(account, eq(account.personId, person.id))
		.leftJoin(professional, eq(professional.personId, person.id))
		.leftJoin(councilSeat, eq(councilSeat.personId, person.id))
		.where(eq(person.id, personId));
	if (!row) return null;
	const state = row.disabledAt ? 'disabled' : row.accountOf ? 'open' : 'none';
	return { account: state, staff: row.organisation !== null, organisation: row.organisation };
}

export async function accountEmail(read: Reader, personId: PersonId) {
	const [row] = await read
		.select({ email: account.email })
		.from(account)
		.where(eq(account.personId, personId));
	return row?.email;
}

export const saveAccount = (
	tx: Tx,
	may: Permit<'account.open', PersonId>,
	{ email, at }: { email: string; at: Date }
) =>
	tx
		.insert(account)
		.values({ personId: may.id, email, createdAt: at })
		.onConflictDoUpdate({ target: account.personId, set: { email } });

/** People with an open account for this address, with what proves which of them it is. */
export const accountsAt = (read: Reader, email: string) =>
	read
		.select({
			personId: account.personId,
			personalCodeHash: invitation.personalCodeHash
		})
		.from(account)
		.leftJoin(invitation, eq(invitation.personId, account.personId))
		.leftJoin(professional, eq(professional.personId, account.personId))
		.leftJoin(councilSeat, eq(councilSeat.personId, account.personId))
		.where(
			and(
				eq(account.email, email),
				isNull(account.disabledAt),
				isNull(professional.personId),
				isNull(councilSeat.personId)
			)
		);
