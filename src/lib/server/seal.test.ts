import { expect, test } from 'vitest';
import { newOwnKey, seal, unseal, unwrapKey, wrapKey } from './seal.ts';

const DEPLOYMENT = 'a deployment key of many signs, kept outside';

test('opens with its own key, for its own row, and not otherwise', () => {
	const key = newOwnKey();
	const sealed = seal(key, 'row-1', 'Ik ben bang voor vrijdag. 🙂');
	expect(sealed).not.toContain('vrijdag');
	expect(unseal(key, 'row-1', sealed)).toBe('Ik ben bang voor vrijdag. 🙂');
	expect(() => unseal(newOwnKey(), 'row-1', sealed)).toThrow();
	expect(() => unseal(key, 'row-2', sealed)).toThrow();
});

test('the same words look different each time', () => {
	const key = newOwnKey();
	expect(seal(key, 'row', 'ja')).not.toBe(seal(key, 'row', 'ja'));
});

test('a single changed bit does not open', () => {
	const key = newOwnKey();
	const bytes = Buffer.from(seal(key, 'row', 'lees mij'), 'base64url');
	for (let at = 0; at < bytes.length; at++) {
		const bent = Buffer.from(bytes);
		bent[at] = (bent[at] ?? 0) ^ 1;
		expect(() => unseal(key, 'row', bent.toString('base64url'))).toThrow();
	}
});

test('an own key opens under the deployment that closed it, for the row it belongs to', () => {
	const key = newOwnKey();
	const wrapped = wrapKey(DEPLOYMENT, 'pair-1', key);
	expect(unwrapKey(DEPLOYMENT, 'pair-1', wrapped)).toEqual(key);
	expect(() => unwrapKey(DEPLOYMENT, 'pair-2', wrapped)).toThrow();
	expect(() => unwrapKey(`${DEPLOYMENT}!`, 'pair-1', wrapped)).toThrow();
});
