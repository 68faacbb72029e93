import type { PersonId } from '#lib/kernel/id.ts';
import type { Reader } from '#lib/server/db/index.ts';
import { accountEmail, standingOf } from './accounts.store.ts';
import { languageOf } from './language.store.ts';

/**
 * Where mail for a person of a family goes, and in which language; null for who has no open account,
 * and for professionals. Ask it at the moment of sending.
 */
export async function mailboxOf(
	read: Reader,
	who: PersonId
): Promise<{ email: string; language: string } | null> {
	const standing = await standingOf(read, who);
	if (!standing || standing.staff || standing.account !== 'open') return null;
	const email = await accountEmail(read, who);
	return email ? { email, language: (await languageOf(read, who)) ?? 'nl' } : null;
}
