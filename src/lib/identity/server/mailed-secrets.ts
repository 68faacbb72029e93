import { createHmac, randomBytes } from 'node:crypto';
import { encodeBase32LowerCaseNoPadding } from '@oslojs/encoding';
import { codeFrom } from '#lib/server/crypto.ts';

// Only in the memory of this process. A mail that is tried again gets the same link and code, though
// neither was kept anywhere: the first try may have arrived after all.
const key = randomBytes(32);

const derive = (use: string, about: string): Buffer =>
	createHmac('sha512', key).update(`${use}\n${about}`).digest();

/** The 160 bits in the link of the mail about this row. */
export const mailedToken = (about: string): string =>
	encodeBase32LowerCaseNoPadding(derive('link', about).subarray(0, 20));

/** The code of six signs in the mail about this row. */
export const mailedCode = (about: string): string => codeFrom(derive('code', about));
