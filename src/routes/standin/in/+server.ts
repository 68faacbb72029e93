import { redirect } from '@sveltejs/kit';
import { hashToken, newId, newToken } from '#lib/server/crypto.ts';
import { person } from '#lib/server/db/schema/family.ts';
import { session } from '#lib/server/db/schema/identity.ts';
import type { PersonId } from '#lib/kernel/id.ts';
export const GET = async ({ locals, cookies }) => {
	const token = newToken();
	const id = newId<PersonId>();
	const at = locals.ctx.now();
	await locals.ctx.db.write(async (tx) => {
		await tx
			.insert(person)
			.values({ id, source: 'x' as never, givenName: 'T', familyName: 'T', language: 'nl' });
		await tx.insert(session).values({
			tokenHash: hashToken(token),
			id: newId(),
			personId: id,
			assurance: 'link',
			device: 'phone',
			createdAt: at,
			lastSeenAt: at,
			expiresAt: new Date(at.getTime() + 3_600_000)
		});
	});
	cookies.set('__Host-sessie', token, { path: '/', secure: true, httpOnly: true, sameSite: 'lax' });
	redirect(303, '/standin/1');
};
