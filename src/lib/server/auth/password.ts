import { hash, verify } from '@node-rs/argon2';

// OWASP Password Storage Cheat Sheet: argon2id, 19 MiB, two passes, one lane
const strength = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Signs that look the same are the same password, whatever keyboard they came from (NIST SP 800-63B, 5.1.1.2). */
const normal = (password: string) => password.normalize('NFKC');

/** How a password is kept (argon2id, which is what the library uses unless told otherwise). */
export const hashPassword = (password: string): Promise<string> => hash(normal(password), strength);

let stranger: Promise<string> | null = null;

/**
 * Whether a password fits. Without a hash (no such account) it takes the same time, so that one cannot learn from the
 * clock who has an account.
 */
export const isPassword = async (password: string, passwordHash: string | null): Promise<boolean> => {
	stranger ??= hashPassword('nobody has this password');
	const fits = await verify(passwordHash ?? (await stranger), normal(password));
	return fits && passwordHash !== null;
};
