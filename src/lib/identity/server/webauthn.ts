import { createHash } from 'node:crypto';
import {
	generateAuthenticationOptions,
	generateRegistrationOptions,
	verifyAuthenticationResponse,
	verifyRegistrationResponse
} from '@simplewebauthn/server';
import {
	decodeAttestationObject,
	decodeClientDataJSON,
	isoBase64URL
} from '@simplewebauthn/server/helpers';
import type { PersonId } from '#lib/kernel/id.ts';
import type { Config } from '#lib/server/config.ts';
import type { KeyProof, NewKey } from '../model.ts';
import { CHALLENGE_MINUTES } from '../rules.ts';
import type { PasskeyRow } from './passkeys.store.ts';

/** What devices and password managers show beside the key. */
const NAME = 'Samenspel';
/** EdDSA, ES256 and RS256: what devices in use can do. */
const ALGORITHMS = [-8, -7, -257];
const timeout = CHALLENGE_MINUTES * 60_000;

/** Keys belong to the portal's name; a request's Host header has no say in it. */
const rpID = (config: Config) => new URL(config.origin).hostname;

/** The same for all keys of a person and readable as nobody: a device replaces its own earlier one. */
const userHandle = (personId: PersonId) =>
	createHash('sha256').update(`passkey\n${personId}`).digest();

const asSent = (challenge: string) => isoBase64URL.fromUTF8String(challenge);

/** What the browser needs to make a key, as JSON. */
export async function creationOptions(
	config: Config,
	who: { personId: PersonId; email: string; challenge: string; has: readonly PasskeyRow[] }
): Promise<string> {
	const options = await generateRegistrationOptions({
		rpName: NAME,
		rpID: rpID(config),
		userName: who.email,
		userDisplayName: who.email,
		userID: new Uint8Array(userHandle(who.personId)),
		challenge: who.challenge,
		timeout,
		attestationType: 'none',
		excludeCredentials: who.has.map((row) => ({
			id: row.credentialId,
			transports: [...row.transports]
		})),
		authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
		supportedAlgorithmIDs: ALGORITHMS
	});
	return JSON.stringify(options);
}

/** What the browser needs to find a key of this portal, as JSON: the key says whose it is. */
export const requestOptions = async (config: Config, challenge: string): Promise<string> =>
	JSON.stringify(
		await generateAuthenticationOptions({
			rpID: rpID(config),
			challenge,
			timeout,
			userVerification: 'required'
		})
	);

/** Whether this is the answer to this challenge; else it comes from a page that was opened earlier. */
export function answersTo(challenge: string, { response }: NewKey | KeyProof): boolean {
	try {
		return decodeClientDataJSON(response.clientDataJSON).challenge === asSent(challenge);
	} catch {
		return false;
	}
}

export type CheckedKey = Pick<PasskeyRow, 'credentialId' | 'publicKey' | 'counter' | 'transports'>;

/** The key that a device made for this challenge on this portal; null when anything does not fit. */
export async function checkNewKey(
	config: Config,
	made: NewKey,
	challenge: string
): Promise<CheckedKey | null> {
	if (namesItsMaker(made)) return null;
	const { response, authenticatorAttachment: _, ...credential } = made;
	const checked = await orNull(() =>
		verifyRegistrationResponse({
			response: {
				...credential,
				response: { ...response, transports: response.transports },
				clientExtensionResults: {}
			},
			expectedChallenge: asSent(challenge),
			expectedOrigin: config.origin,
			expectedRPID: rpID(config),
			requireUserVerification: true,
			supportedAlgorithmIDs: ALGORITHMS
		})
	);
	if (!checked?.verified) return null;
	const { id, publicKey, counter } = checked.registrationInfo.credential;
	return {
		credentialId: id,
		publicKey: isoBase64URL.fromBuffer(publicKey),
		counter,
		transports: response.transports
	};
}

/**
 * Whether the answer carries certificates of the device's maker. We ask for none, and checking them
 * asks the addresses that stand in them whether they were revoked: the portal asks nobody anything.
 */
function namesItsMaker({ response }: NewKey): boolean {
	try {
		const attestation = decodeAttestationObject(isoBase64URL.toBuffer(response.attestationObject));
		const form = attestation.get('fmt');
		if (form === 'none') return false;
		return form !== 'packed' || attestation.get('attStmt').get('x5c') !== undefined;
	} catch {
		return true;
	}
}

/**
 * Checks that a device signed this challenge with this key, on this portal and after its owner
 * unlocked it.
 * @returns how often the key was used according to the device; null when anything does not fit
 */
export async function checkKeyProof(
	config: Config,
	proof: KeyProof,
	challenge: string,
	kept: PasskeyRow
): Promise<number | null> {
	const handle = userHandle(kept.personId).toString('base64url');
	const { response, authenticatorAttachment: _, ...credential } = proof;
	if (response.userHandle !== handle) return null;
	const checked = await orNull(() =>
		verifyAuthenticationResponse({
			response: {
				...credential,
				response: { ...response, userHandle: handle },
				clientExtensionResults: {}
			},
			expectedChallenge: asSent(challenge),
			expectedOrigin: config.origin,
			expectedRPID: rpID(config),
			requireUserVerification: true,
			credential: {
				id: kept.credentialId,
				publicKey: isoBase64URL.toBuffer(kept.publicKey),
				counter: kept.counter
			}
		})
	);
	return checked?.verified ? checked.authenticationInfo.newCounter : null;
}

/** The library throws at everything that does not fit; its words quote what was sent. */
async function orNull<T>(check: () => Promise<T>): Promise<T | null> {
	try {
		return await check();
	} catch {
		return null;
	}
}
