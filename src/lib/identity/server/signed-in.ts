import type { Ctx } from '#lib/server/ctx.ts';
import type { Tx } from '#lib/server/db/index.ts';
import { once } from '#lib/server/receipt.ts';
import type { SessionId } from '../model.ts';
import { HOME } from '../rules.ts';
import { renewToken } from './sessions.commands.ts';

/** The browser that asks, by the secret it keeps; and the key of its form. */
export type Asking = { readonly secret: string; readonly key: string };

/**
 * How a step of signing in ended: signed in, or what comes next.
 * - `personalCode`: more people have this address; which of them is it;
 * - `wrong`: the code is not right, another try is left;
 * - `wait`: too many codes for this address;
 * - `elsewhere`: the link was asked in another browser;
 * - `used`, `expired`, `unknown`: about an invitation;
 * - `over`: a new request is needed.
 */
export type Outcome =
	| {
			readonly step: 'signedIn';
			readonly sessionId: SessionId;
			readonly token: string;
			readonly next: string;
	  }
	| {
			readonly step:
				'personalCode' | 'wrong' | 'wait' | 'elsewhere' | 'used' | 'expired' | 'unknown' | 'over';
	  };

/**
 * Takes one step, once for each form. The receipt names the session and never its token; the same
 * form again gets the same session under a new token, because the first answer may be lost.
 */
export async function stepOnce(
	ctx: Ctx,
	key: string,
	work: (tx: Tx) => Promise<Outcome>
): Promise<Outcome> {
	let taken: Outcome | undefined;
	const receipt = await once(ctx, key, async (tx) => {
		taken = await work(tx);
		return taken.step === 'signedIn' ? `signedIn ${taken.sessionId} ${taken.next}` : taken.step;
	});
	if (taken) return taken;
	const [step, sessionId, next = HOME] = receipt.split(' ');
	if (step !== 'signedIn') return { step } as Outcome;
	const renewed = await renewToken(ctx, sessionId as SessionId);
	return renewed ? { step: 'signedIn', ...renewed, next } : { step: 'over' };
}
