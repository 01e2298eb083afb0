import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

const secretLength = 32; // bytes: 256 bits, as long as the hashes made with it

/** The secret key of this installation; made at the first start, in a file that only its owner can read. */
export const readSecret = (file: string): Buffer => {
	mkdirSync(dirname(file), { recursive: true });
	try {
		// wx: made by exactly one process, also when two start at once
		writeFileSync(file, randomBytes(secretLength), { mode: 0o600, flag: 'wx' });
	} catch (cause) {
		if (!isThere(cause)) throw new Error(`making the secret file ${file} failed`, { cause });
	}
	const secret = readFileSync(file);
	if (secret.length < secretLength)
		throw new Error(`the secret file ${file} is shorter than ${secretLength} bytes; put the copy of it back`);
	return secret;
};

const isThere = (error: unknown): boolean =>
	typeof error === 'object' && error !== null && 'code' in error && error.code === 'EEXIST';
