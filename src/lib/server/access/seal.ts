import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto';

/** Words that only the installation's secret opens. Base64; the sealed words end with their authentication tag. */
export type Sealed = { readonly keyVersion: string; readonly nonce: string; readonly sealed: string };

/** Bytes that only the installation's secret opens; they end with their authentication tag. */
export type SealedBytes = Omit<Sealed, 'sealed'> & { readonly sealed: Uint8Array };

const cipher = 'aes-256-gcm';
const keyBytes = 32; // 256 bits
const nonceBytes = 12; // 96 bits, the length GCM is made for (NIST SP 800-38D, 8.2)
const tagBytes = 16; // 128 bits
const scheme = 1; // how keys are made from the secret; a later scheme gets the next number

/** What a key is made for; each purpose has a key of its own, so that what is sealed for one does not open as another. */
export type Purpose = 'pseudonym key' | 'source original' | 'leftover name' | 'uploaded file' | 'waiting file';

const keyFor = (secret: Uint8Array, purpose: string): Buffer =>
	Buffer.from(hkdfSync('sha256', secret, 'wijkstem', `${scheme} ${purpose}`, keyBytes));

/** Which scheme and secret something was sealed with; it tells nothing about the secret. */
export const keyVersion = (secret: Uint8Array): string =>
	`${scheme}.${createHash('sha256').update(keyFor(secret, 'version')).digest('hex').slice(0, 16)}`;

/** What is bound to the sealed words without being hidden: another order or other borders make another text. */
const bound = (purpose: Purpose, about: readonly string[], version: string): Buffer =>
	Buffer.from(JSON.stringify([purpose, version, ...about]), 'utf8');

/** Seals words, bound to what they are about. */
export const seal = (secret: Uint8Array, purpose: Purpose, about: readonly string[], words: string): Sealed => {
	const { sealed, ...rest } = sealBytes(secret, purpose, about, Buffer.from(words, 'utf8'));
	return { ...rest, sealed: Buffer.from(sealed).toString('base64') };
};

/** Opens sealed words; null when the secret is another one, or when the words or what they are about were changed. */
export const unseal = (secret: Uint8Array, purpose: Purpose, about: readonly string[], words: Sealed): string | null =>
	unsealBytes(secret, purpose, about, { ...words, sealed: Buffer.from(words.sealed, 'base64') })?.toString('utf8') ??
	null;

/** Seals bytes, bound to what they are about (AES-256-GCM with a random nonce). */
export const sealBytes = (
	secret: Uint8Array,
	purpose: Purpose,
	about: readonly string[],
	bytes: Uint8Array
): SealedBytes => {
	const version = keyVersion(secret);
	const nonce = randomBytes(nonceBytes);
	const sealing = createCipheriv(cipher, keyFor(secret, purpose), nonce, { authTagLength: tagBytes });
	sealing.setAAD(bound(purpose, about, version));
	const sealed = Buffer.concat([sealing.update(bytes), sealing.final(), sealing.getAuthTag()]);
	return { keyVersion: version, nonce: nonce.toString('base64'), sealed };
};

/** Opens sealed bytes; null when the secret is another one, or when they or what they are about were changed. */
export const unsealBytes = (
	secret: Uint8Array,
	purpose: Purpose,
	about: readonly string[],
	{ keyVersion: version, nonce, sealed: bytes }: SealedBytes
): Buffer | null => {
	if (version !== keyVersion(secret) || bytes.length < tagBytes) return null;
	try {
		const opening = createDecipheriv(cipher, keyFor(secret, purpose), Buffer.from(nonce, 'base64'), {
			authTagLength: tagBytes
		});
		opening.setAAD(bound(purpose, about, version));
		opening.setAuthTag(bytes.subarray(-tagBytes));
		return Buffer.concat([opening.update(bytes.subarray(0, -tagBytes)), opening.final()]);
	} catch {
		return null;
	}
};

/**
 * A name for words that does not tell them: the same words of a project have the same one, and only who has the secret
 * can try whether a word fits.
 */
export const fingerprint = (secret: Uint8Array, projectId: string, words: string): string =>
	createHmac('sha256', keyFor(secret, 'fingerprint'))
		.update(JSON.stringify([projectId, words]))
		.digest('hex')
		.slice(0, 32);
