import {
	createHash,
	createPrivateKey,
	generateKeyPairSync,
	randomBytes,
	sign,
	type KeyObject
} from 'node:crypto';
import type { KeyProof, NewKey } from '#lib/identity/model.ts';

type Options = {
	readonly challenge: string;
	readonly rp?: { readonly id?: string };
	readonly rpId?: string;
	readonly user?: { readonly id: string };
};

/** What a dishonest or broken device, or another site, does otherwise. */
export type Otherwise = {
	readonly origin?: string;
	readonly rpId?: string;
	readonly challenge?: string;
	readonly type?: string;
	/** Not unlocked by its owner. */
	readonly unverified?: boolean;
	readonly counter?: number;
	readonly userHandle?: string | null;
	/** Names the certificate of its maker. */
	readonly certificate?: boolean;
	/** Signs with another key than it made. */
	readonly forged?: boolean;
};

const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url');
const sha256 = (bytes: string | Uint8Array) => createHash('sha256').update(bytes).digest();

/** Of a maker that does not exist, from 2000 to 2100: made for these tests and worth nothing. */
const MAKER = {
	certificate: Buffer.from(
		'MIIBpDCCAUmgAwIBAgIBATAKBggqhkjOPQQDAjBRMQswCQYDVQQGEwJOTDEOMAwGA1UECgwFUHJvZWYxIjAgBgNVBAsM' +
			'GUF1dGhlbnRpY2F0b3IgQXR0ZXN0YXRpb24xDjAMBgNVBAMMBVByb2VmMCAXDTAwMDEwMTAwMDAwMFoYDzIxMDAwMTAx' +
			'MDAwMDAwWjBRMQswCQYDVQQGEwJOTDEOMAwGA1UECgwFUHJvZWYxIjAgBgNVBAsMGUF1dGhlbnRpY2F0b3IgQXR0ZXN0' +
			'YXRpb24xDjAMBgNVBAMMBVByb2VmMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE2G/Z+WEYc2CQY7d/6OOjHpFTOHiJ' +
			'gh70qAGgIovx677zjmell9i0xd8D0nkYWlzvTFQi6CLNnzTyllezn8/2hqMQMA4wDAYDVR0TAQH/BAIwADAKBggqhkjO' +
			'PQQDAgNJADBGAiEA9b2eZ8c0Y7xCtXnDBfidoOhaoYeuSOMEDXt//c4yN3ICIQDQ9rHcZun4A15q/NYVEquXRF+2dXy1' +
			'Z+tglPyUxBJYiA==',
		'base64'
	),
	key: createPrivateKey({
		key: Buffer.from(
			'MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgHz1wzokx4qGe/S+hO5+LSgNth8+okqRJnWcP7xXbj3Sh' +
				'RANCAATYb9n5YRhzYJBjt3/o46MekVM4eImCHvSoAaAii/HrvvOOZ6WX2LTF3wPSeRhaXO9MVCLoIs2fNPKWV7Ofz/aG',
			'base64'
		),
		format: 'der',
		type: 'pkcs8'
	})
};

/** Just enough CBOR for an attestation: integers, bytes, text, lists and maps. */
type Cbor = number | string | Uint8Array | readonly Cbor[] | ReadonlyMap<number | string, Cbor>;

function head(major: number, count: number): Buffer {
	if (count < 24) return Buffer.from([(major << 5) | count]);
	if (count < 256) return Buffer.from([(major << 5) | 24, count]);
	return Buffer.from([(major << 5) | 25, count >> 8, count & 255]);
}

function cbor(value: Cbor): Buffer {
	if (typeof value === 'number') return value < 0 ? head(1, -1 - value) : head(0, value);
	if (typeof value === 'string') {
		return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)]);
	}
	if (value instanceof Uint8Array) return Buffer.concat([head(2, value.length), value]);
	if (value instanceof Map) {
		const parts = [...(value as ReadonlyMap<number | string, Cbor>)].flatMap((pair) =>
			pair.map(cbor)
		);
		return Buffer.concat([head(5, parts.length / 2), ...parts]);
	}
	const list = value as readonly Cbor[];
	return Buffer.concat([head(4, list.length), ...list.map(cbor)]);
}

function coseOf(key: KeyObject): Buffer {
	const { x = '', y = '' } = key.export({ format: 'jwk' });
	return cbor(
		new Map<number, Cbor>([
			[1, 2],
			[3, -7],
			[-1, 1],
			[-2, Buffer.from(x, 'base64url')],
			[-3, Buffer.from(y, 'base64url')]
		])
	);
}

/**
 * A device that makes and uses ES256 keys as WebAuthn says, in software: what the server checks is
 * really checked.
 * @param origin the site that its browser is on
 */
export function anAuthenticator(origin: string) {
	const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
	const credentialId = randomBytes(16);
	const id = text(credentialId);
	let handle: string | null = null;
	let used = 0;

	const clientData = (type: string, options: Options, otherwise: Otherwise) =>
		Buffer.from(
			JSON.stringify({
				type: otherwise.type ?? type,
				challenge: otherwise.challenge ?? options.challenge,
				origin: otherwise.origin ?? origin,
				crossOrigin: false
			})
		);

	function authenticatorData(options: Options, otherwise: Otherwise, made?: Buffer): Buffer {
		const rpId = otherwise.rpId ?? options.rp?.id ?? options.rpId ?? '';
		const flags = 0x01 | (otherwise.unverified ? 0 : 0x04) | (made ? 0x40 : 0);
		const counter = Buffer.alloc(4);
		counter.writeUInt32BE(otherwise.counter ?? used);
		return Buffer.concat([sha256(rpId), Buffer.from([flags]), counter, made ?? Buffer.alloc(0)]);
	}

	const whole = { id, rawId: id, type: 'public-key', authenticatorAttachment: 'platform' } as const;

	return {
		id,
		/** @param json what the page gives the browser to make a key */
		make(json: string | null | undefined, otherwise: Otherwise = {}): NewKey {
			const options = JSON.parse(json ?? '{}') as Options;
			handle = options.user?.id ?? null;
			const length = Buffer.from([0, credentialId.length]);
			const made = Buffer.concat([Buffer.alloc(16), length, credentialId, coseOf(publicKey)]);
			const client = clientData('webauthn.create', options, otherwise);
			const data = authenticatorData(options, otherwise, made);
			const statement = new Map<string, Cbor>();
			if (otherwise.certificate) {
				const signature = sign('sha256', Buffer.concat([data, sha256(client)]), MAKER.key);
				statement.set('alg', -7).set('sig', signature).set('x5c', [MAKER.certificate]);
			}
			const attestation = new Map<string, Cbor>([
				['fmt', otherwise.certificate ? 'packed' : 'none'],
				['attStmt', statement],
				['authData', data]
			]);
			return {
				...whole,
				response: {
					clientDataJSON: text(client),
					attestationObject: text(cbor(attestation)),
					transports: ['internal']
				}
			};
		},
		/** @param json what the page gives the browser to use a key */
		use(json: string | null | undefined, otherwise: Otherwise = {}): KeyProof {
			const options = JSON.parse(json ?? '{}') as Options;
			used += 1;
			const data = authenticatorData(options, otherwise);
			const client = clientData('webauthn.get', options, otherwise);
			const key = otherwise.forged
				? generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey
				: privateKey;
			return {
				...whole,
				response: {
					clientDataJSON: text(client),
					authenticatorData: text(data),
					signature: text(sign('sha256', Buffer.concat([data, sha256(client)]), key)),
					userHandle: otherwise.userHandle === undefined ? handle : otherwise.userHandle
				}
			};
		}
	};
}
