import type { CodeId } from '../project/ids.ts';
import type { Valences } from './valence.ts';

/** The bits of what is said with a code: one for each valence, and one that says that anything is said at all. */
export const bitOf = { forward: 1, backward: 2, good: 4, improve: 8, said: 16 } as const;

/** What valences say, as bits. */
export const bitsOf = ({ change, level }: Valences): number =>
	bitOf.said | (change === null ? 0 : bitOf[change]) | (level === null ? 0 : bitOf[level]);

/** For each code a byte an interview, in the order of a list of interviews: all that it says with the code, as bits. */
export type Said = ReadonlyMap<CodeId, Uint8Array>;
