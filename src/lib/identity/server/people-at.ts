import type { PersonId } from '#lib/kernel/id.ts';
import { codeMatches, hashCode, newCode } from '#lib/server/crypto.ts';
import type { Reader } from '#lib/server/db/index.ts';
import { canBeSentAgain } from '../rules.ts';
import { accountsAt } from './accounts.store.ts';
import { invitationsAt, type InvitationRow } from './invitations.store.ts';

/** Someone who may sign in with an address: with an account, or still invited. */
export type PersonAt = {
	readonly personId: PersonId;
	/** What tells this person apart from others with the address. */
	readonly personalCodeHash: string | null;
	/** Still to be accepted; null for an account. */
	readonly invitation: InvitationRow | null;
};

/** Everyone who may sign in with this address. Never staff, never a closed account. */
export async function peopleAt(read: Reader, email: string, now: Date): Promise<PersonAt[]> {
	const accounts = await accountsAt(read, email);
	const invited = await invitationsAt(read, email);
	return [
		...accounts.map((row) => ({ ...row, invitation: null })),
		...invited
			.filter((row) => canBeSentAgain(row, now))
			.map((row) => ({
				personId: row.personId,
				personalCodeHash: row.personalCodeHash,
				invitation: row
			}))
	].filter((one, place, all) => place === all.findIndex((two) => two.personId === one.personId));
}

const nobodys = hashCode(newCode());

/** As `codeMatches`; takes as long when there is nothing to compare with. */
export function codeFits(typed: string, kept: string | null): boolean {
	const fits = codeMatches(typed, kept ?? nobodys);
	return kept !== null && fits;
}

/** Who of the people with an address typed this code. */
export const whoTyped = (people: readonly PersonAt[], typed: string): PersonAt | undefined =>
	people.find((person) => codeFits(typed, person.personalCodeHash));
