import { enqueue } from '#lib/notifications/server/commands.ts';
import { hashToken, newId } from '#lib/server/crypto.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import type { Tx } from '#lib/server/db/index.ts';
import { LIMITS, withinLimit } from '#lib/server/rate-limit.ts';
import { once } from '#lib/server/receipt.ts';
import { invitationExpiry, linkExpiry, nextStep, safeNext } from '../rules.ts';
import { openAccount } from './invitations.ts';
import { codeFits, peopleAt, whoTyped, type PersonAt } from './people-at.ts';
import { startSession, type Browser } from './sessions.commands.ts';
import {
	endEarlierSignIns,
	insertSignIn,
	saveSignIn,
	signInByBrowser,
	signInByToken,
	type SignInRow
} from './sign-in.store.ts';
import { stepOnce, type Asking, type Outcome } from './signed-in.ts';

/**
 * Asks for a mail to sign in with. Known and unknown addresses take the same work and leave the same
 * rows; whose address it is, is looked up when the mail is sent.
 */
export async function askLink(
	ctx: Ctx,
	{ secret, key }: Asking,
	asked: { email: string; next: string; locale: string }
): Promise<void> {
	const browserHash = hashToken(secret);
	await once(ctx, keyFor('ask', browserHash, key), async (tx) => {
		const at = ctx.now();
		const row: SignInRow = {
			id: newId(),
			email: asked.email,
			locale: asked.locale,
			browserHash,
			tokenHash: null,
			codeHash: null,
			codeTries: 0,
			next: safeNext(asked.next),
			createdAt: at,
			expiresAt: linkExpiry(at),
			openedAt: null,
			endedAt: null
		};
		if (await mayMail(tx, asked.email, at)) {
			await endEarlierSignIns(tx, asked.email, at);
			await insertSignIn(tx, row);
			await enqueue(ctx, tx, { kind: 'sign-in', about: row.id });
		} else if (!(await waitsFor(tx, browserHash, asked.email, at))) {
			// Nothing is sent and no earlier mail stops working; the answer is the same.
			await insertSignIn(tx, row);
		}
		return 'asked';
	});
}

/** Uses the link from the mail, in the browser that asked for it. */
export const useLink = (
	ctx: Ctx,
	{ secret, key }: Asking,
	token: string,
	browser: Browser
): Promise<Outcome> => {
	const browserHash = hashToken(secret);
	return stepOnce(ctx, keyFor('link', browserHash, key), async (tx) => {
		const request = await signInByToken(tx, hashToken(token));
		if (!request || nextStep(request, 1, ctx.now()) !== 'mail') return { step: 'over' };
		if (request.browserHash !== browserHash) return { step: 'elsewhere' };
		return open(ctx, tx, request, browser);
	});
};

/** Uses the code from the mail, typed in the browser that asked for it. */
export const useCode = (
	ctx: Ctx,
	{ secret, key }: Asking,
	code: string,
	browser: Browser
): Promise<Outcome> => {
	const browserHash = hashToken(secret);
	return stepOnce(ctx, keyFor('code', browserHash, key), async (tx) => {
		const request = await signInByBrowser(tx, browserHash);
		if (!request || nextStep(request, 1, ctx.now()) !== 'mail') return { step: 'over' };
		const codeTries = request.codeTries + 1;
		await saveSignIn(tx, request.id, { codeTries });
		if (codeFits(code, request.codeHash)) return open(ctx, tx, request, browser);
		const step = nextStep({ ...request, codeTries }, 1, ctx.now());
		return { step: step === 'over' ? 'over' : 'wrong' };
	});
};

/** Says by the personal code who of the people with this address it is. */
export const usePersonalCode = (
	ctx: Ctx,
	{ secret, key }: Asking,
	personalCode: string,
	browser: Browser
): Promise<Outcome> => {
	const browserHash = hashToken(secret);
	return stepOnce(ctx, keyFor('who', browserHash, key), async (tx) => {
		const at = ctx.now();
		const request = await signInByBrowser(tx, browserHash);
		if (!request) return { step: 'over' };
		const people = await peopleAt(tx, request.email, at);
		const step = nextStep(request, people.length, at);
		if (step !== 'personalCode' && step !== 'session') return { step: 'over' };
		const codeTries = request.codeTries + 1;
		await saveSignIn(tx, request.id, { codeTries });
		if (!(await withinLimit(tx, LIMITS.personalCode, request.email, at))) return { step: 'wait' };
		const person = whoTyped(people, personalCode);
		if (person) return finish(ctx, tx, request, person, browser);
		const after = nextStep({ ...request, codeTries }, people.length, at);
		return { step: after === 'over' ? 'over' : 'wrong' };
	});
};

/** The mailbox is proved: signs in the only person with this address, or asks who it is. */
async function open(ctx: Ctx, tx: Tx, request: SignInRow, browser: Browser): Promise<Outcome> {
	const at = ctx.now();
	const people = await peopleAt(tx, request.email, at);
	const opened = { ...request, openedAt: at, codeTries: 0 };
	await saveSignIn(tx, request.id, { openedAt: at, codeTries: 0 });
	const [person] = people;
	const step = nextStep(opened, people.length, at);
	if (step === 'session' && person) return finish(ctx, tx, request, person, browser);
	return { step: step === 'personalCode' ? step : 'over' };
}

async function finish(
	ctx: Ctx,
	tx: Tx,
	request: SignInRow,
	person: PersonAt,
	browser: Browser
): Promise<Outcome> {
	const at = ctx.now();
	await saveSignIn(tx, request.id, { endedAt: at });
	if (person.invitation) {
		// The mailbox asked again within the time that is allowed: the seven days start anew.
		await openAccount(ctx, tx, { ...person.invitation, expiresAt: invitationExpiry(at) });
	}
	const who = { personId: person.personId, assurance: 'link', demo: false } as const;
	const started = await startSession(ctx, tx, who, browser);
	return { step: 'signedIn', ...started, next: request.next };
}

async function mayMail(tx: Tx, email: string, at: Date): Promise<boolean> {
	const quarter = await withinLimit(tx, LIMITS.signInMail, email, at);
	const hour = await withinLimit(tx, LIMITS.signInMailHour, email, at);
	return quarter && hour;
}

async function waitsFor(tx: Tx, browserHash: string, email: string, at: Date): Promise<boolean> {
	const request = await signInByBrowser(tx, browserHash);
	return request?.email === email && nextStep(request, 1, at) === 'mail';
}

/** Bound to the browser, so that keys of two browsers never meet. */
const keyFor = (step: string, browserHash: string, key: string) => `${step} ${browserHash} ${key}`;
