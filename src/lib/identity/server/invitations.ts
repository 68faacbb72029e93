import { eq } from 'drizzle-orm';
import type { PersonId } from '#lib/kernel/id.ts';
import { hashCode, newCode, newId } from '#lib/server/crypto.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import type { Tx } from '#lib/server/db/index.ts';
import { account, invitation } from '#lib/server/db/schema/identity.ts';

const DAYS = 7;

/** Invites a person; null when they have an account or an open invitation for this address. */
export async function invite(
	ctx: Ctx,
	tx: Tx,
	{ personId, email }: { personId: PersonId; email: string }
): Promise<{ personalCode: string } | null> {
	const [known] = await tx.select().from(account).where(eq(account.personId, personId));
	const [open] = await tx.select().from(invitation).where(eq(invitation.personId, personId));
	if (known || open?.email === email) return null;
	const personalCode = newCode();
	const at = ctx.now();
	await tx.delete(invitation).where(eq(invitation.personId, personId));
	await tx.insert(invitation).values({
		id: newId(),
		personId,
		email,
		personalCodeHash: hashCode(personalCode),
		createdAt: at,
		expiresAt: new Date(at.getTime() + DAYS * 86_400_000)
	});
	return { personalCode };
}
