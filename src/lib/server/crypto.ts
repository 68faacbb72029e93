import { randomBytes, scryptSync, timingSafeEqual } from 'node:crypto';
import { sha256 } from '@oslojs/crypto/sha2';
import { encodeBase32LowerCaseNoPadding, encodeHexLowerCase } from '@oslojs/encoding';

/** 160 random bits as text that fits in a link or a cookie. */
export const newToken = (): string => encodeBase32LowerCaseNoPadding(randomBytes(20));

/** A random id without order or time in it. */
export const newId = <T extends string>(): T =>
	encodeBase32LowerCaseNoPadding(randomBytes(15)) as T;

/** What is kept of a token: it cannot be turned back, and a look-up by it takes equal time. */
export const hashToken = (token: string): string =>
	encodeHexLowerCase(sha256(new TextEncoder().encode(token)));

/** Without letters and digits that look alike. 31 signs, so six of them give 29.7 bits. */
const CODE_SIGNS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'.replace('L', '');

/** A code of six signs that one person tells another. */
export const newCode = (): string => codeFrom(randomBytes(64));

/**
 * A code of six signs from random bytes.
 * @param bytes at least 64, so that enough are left after those that are passed over
 */
export function codeFrom(bytes: Uint8Array): string {
	// 248 is the largest multiple of 31 in a byte: above it some signs would come more often.
	const signs = [...bytes].filter((byte) => byte < 248).map((byte) => CODE_SIGNS[byte % 31]);
	return signs.slice(0, 6).join('');
}

/** How a code that was typed is compared: capitals, no spaces or dashes. */
export const normaliseCode = (typed: string): string =>
	typed.toUpperCase().replace(/[^A-Z0-9]/g, '');

/** Salted and slow, because a code of six signs can be guessed from a plain hash. */
export function hashCode(code: string): string {
	const salt = randomBytes(16);
	return `${salt.toString('hex')}:${slow(code, salt).toString('hex')}`;
}

export function codeMatches(typed: string, kept: string): boolean {
	const [salt = '', hash = ''] = kept.split(':');
	const expected = Buffer.from(hash, 'hex');
	const found = slow(normaliseCode(typed), Buffer.from(salt, 'hex'));
	return expected.length === found.length && timingSafeEqual(expected, found);
}

const slow = (code: string, salt: Buffer) => scryptSync(code, salt, 32, { N: 16384, r: 8, p: 1 });
