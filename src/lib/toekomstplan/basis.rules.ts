import { DOMAINS, STAY_DAYS, type Basic, type BasicState, type Domain } from './model.ts';

type Said = {
	readonly says: 'ja' | 'nee' | null;
	readonly withdrawnAt: Date | null;
	readonly expiresAt: Date;
};

/** When the link of a question stops working, unless it was answered. */
export const stayExpires = (askedAt: Date): Date =>
	new Date(askedAt.getTime() + STAY_DAYS * 24 * 60 * 60_000);

/** A question can be answered until it is over; who answered can come back on it at any time. */
export const isOpenStay = ({ says, withdrawnAt, expiresAt }: Said, now: Date): boolean =>
	withdrawnAt === null && (says !== null || now < expiresAt);

/** Whether somebody stays, or a professional goes on looking: a yes that stands. */
export const somebodyStays = (stays: readonly Pick<Said, 'says' | 'withdrawnAt'>[]): boolean =>
	stays.some(({ says, withdrawnAt }) => says === 'ja' && withdrawnAt === null);

/**
 * The five basics as they stand. "People around me" is in order only while somebody's yes stands (T6):
 * without it the youth is told so, and not marked down.
 */
export const basicsNow = (
	chosen: readonly { readonly basic: Domain; readonly state: BasicState }[],
	stays: boolean
): Basic[] =>
	DOMAINS.map((basic) => {
		const state = chosen.find((one) => one.basic === basic)?.state ?? null;
		return { basic, state: mayBe(basic, state, stays) ? state : 'bezig' };
	});

/** Whether a basic can be called this. */
export const mayBe = (basic: Domain, state: BasicState | null, stays: boolean): boolean =>
	basic !== 'mensen' || state !== 'op_orde' || stays;

export const allInOrder = (basics: readonly Basic[]): boolean =>
	basics.every(({ state }) => state === 'op_orde');
