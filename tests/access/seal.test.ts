import { describe, expect, test } from 'vitest';
import { fingerprint, keyVersion, seal, unseal } from '../../src/lib/server/access/seal.ts';

const secret = new Uint8Array(32).fill(1);
const other = new Uint8Array(32).fill(2);
const words = 'mevrouw Şükran 😀';
const about = ['source-1', '[NAAM_1]'];
const sealed = seal(secret, 'pseudonym key', about, words);
const turned = (text: string): string => {
	const bytes = Buffer.from(text, 'base64');
	bytes[0] = (bytes[0] ?? 0) ^ 1;
	return bytes.toString('base64');
};

describe('sealed words', () => {
	test('open with the secret they were sealed with, about what they were sealed for', () => {
		expect(unseal(secret, 'pseudonym key', about, sealed)).toBe(words);
	});

	test('stay shut for another secret, purpose, source or placeholder', () => {
		expect(unseal(other, 'pseudonym key', about, sealed)).toBeNull();
		expect(unseal(other, 'pseudonym key', about, { ...sealed, keyVersion: keyVersion(other) })).toBeNull();
		expect(unseal(secret, 'leftover name', about, sealed)).toBeNull();
		expect(unseal(secret, 'pseudonym key', ['source-2', '[NAAM_1]'], sealed)).toBeNull();
		expect(unseal(secret, 'pseudonym key', ['source-1', '[NAAM_2]'], sealed)).toBeNull();
		expect(unseal(secret, 'pseudonym key', ['source-1[NAAM_1]'], sealed)).toBeNull();
	});

	test('stay shut when a bit of them or of the nonce was changed, or when they were cut off', () => {
		expect(unseal(secret, 'pseudonym key', about, { ...sealed, sealed: turned(sealed.sealed) })).toBeNull();
		expect(unseal(secret, 'pseudonym key', about, { ...sealed, nonce: turned(sealed.nonce) })).toBeNull();
		expect(unseal(secret, 'pseudonym key', about, { ...sealed, sealed: sealed.sealed.slice(0, 8) })).toBeNull();
	});

	test('never look the same twice, and do not show the words', () => {
		const again = seal(secret, 'pseudonym key', about, words);
		expect(again.nonce).not.toBe(sealed.nonce);
		expect(again.sealed).not.toBe(sealed.sealed);
		expect(Buffer.from(sealed.sealed, 'base64').toString('utf8')).not.toContain('kran');
	});
});

test('a fingerprint is the same for the same words of a project, and for no others', () => {
	const one = fingerprint(secret, 'project', 'name:fatima');
	expect(one).toMatch(/^[0-9a-f]{32}$/);
	expect(fingerprint(secret, 'project', 'name:fatima')).toBe(one);
	expect(fingerprint(secret, 'project', 'name:fatma')).not.toBe(one);
	expect(fingerprint(secret, 'another', 'name:fatima')).not.toBe(one);
	expect(fingerprint(other, 'project', 'name:fatima')).not.toBe(one);
});
