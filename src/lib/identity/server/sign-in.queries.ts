import { hashToken } from '#lib/server/crypto.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { nextStep, type SignInStep } from '../rules.ts';
import { peopleAt } from './people-at.ts';
import { signInByBrowser, signInByToken } from './sign-in.store.ts';

/**
 * What the sign-in that this browser asked for still needs. Says nothing about the address: until the
 * mail is opened, known and unknown ones answer alike.
 */
export async function findStep(ctx: Ctx, secret: string | undefined): Promise<SignInStep> {
	const request = secret ? await signInByBrowser(ctx.db.read, hashToken(secret)) : undefined;
	if (!request?.openedAt) return nextStep(request ?? null, 1, ctx.now());
	const people = await peopleAt(ctx.db.read, request.email, ctx.now());
	return nextStep(request, people.length, ctx.now());
}

/** What the link in a mail leads to here. Looking uses nothing up: mail scanners look too. */
export async function lookAtLink(
	ctx: Ctx,
	secret: string | undefined,
	token: string
): Promise<'ready' | 'elsewhere' | 'over'> {
	const request = await signInByToken(ctx.db.read, hashToken(token));
	if (!request || nextStep(request, 1, ctx.now()) !== 'mail') return 'over';
	return secret && request.browserHash === hashToken(secret) ? 'ready' : 'elsewhere';
}
