import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { expect } from 'vitest';

/**
 * What is made is the file that is kept in tests/fixtures. UPDATE=1 writes it anew, and the difference is read; a file
 * that is not there is never written without that.
 */
export const expectGolden = (path: string, made: string): void => {
	const kept = new URL(`../fixtures/${path}`, import.meta.url);
	if (process.env['UPDATE'] === '1') writeFileSync(kept, made);
	if (!existsSync(kept)) throw new Error(`tests/fixtures/${path} is not there; UPDATE=1 writes it`);
	expect(made, `tests/fixtures/${path}; UPDATE=1 writes it anew`).toBe(readFileSync(kept, 'utf8'));
};
