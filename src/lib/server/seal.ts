import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

/** AES-256-GCM: nobody reads it without the key, and nobody changes it without being noticed. */
const CIPHER = 'aes-256-gcm';
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** A key for one pair or one person. It is never stored but {@link wrapKey}ped. */
export type OwnKey = Buffer;

export const newOwnKey = (): OwnKey => randomBytes(32);

/**
 * Text that only the key opens.
 * @param about the row it belongs to: text that is moved to another row does not open there
 */
export function seal(key: OwnKey, about: string, text: string): string {
	const iv = randomBytes(IV_BYTES);
	const cipher = createCipheriv(CIPHER, key, iv).setAAD(Buffer.from(about));
	const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
	return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url');
}

/** @throws when the key, the row or a single bit is another */
export function unseal(key: OwnKey, about: string, sealed: string): string {
	const bytes = Buffer.from(sealed, 'base64url');
	const decipher = createDecipheriv(CIPHER, key, bytes.subarray(0, IV_BYTES), {
		authTagLength: TAG_BYTES
	})
		.setAAD(Buffer.from(about))
		.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
	const text = decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES));
	return Buffer.concat([text, decipher.final()]).toString('utf8');
}

/** The deployment's key closes every own key, for one row each. */
const closing = (deploymentKey: string, about: string): OwnKey =>
	Buffer.from(hkdfSync('sha256', deploymentKey, 'samenspel own keys', about, 32));

/** An own key as it is stored. Whoever deletes the row has deleted everything that the key sealed. */
export const wrapKey = (deploymentKey: string, about: string, key: OwnKey): string =>
	seal(closing(deploymentKey, about), about, key.toString('base64url'));

export const unwrapKey = (deploymentKey: string, about: string, wrapped: string): OwnKey =>
	Buffer.from(unseal(closing(deploymentKey, about), about, wrapped), 'base64url');
