import { createHash, randomBytes } from 'node:crypto';

const keyLength = 32; // bytes: 256 bits cannot be guessed, so a plain SHA-256 is enough to keep it by

/** A secret to hand out once: in a link, a cookie or a program. */
export const newKey = (prefix = ''): string => prefix + randomBytes(keyLength).toString('base64url');

/** How a secret is kept: who reads the table cannot use it. */
export const hashKey = (key: string): string => createHash('sha256').update(key).digest('hex');
