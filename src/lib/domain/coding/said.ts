import type { CodeId } from '../project/ids.ts';
import type { Valences } from './valence.ts';

/** The bits of what is said with a code: one for each valence, and one that says that anything is said at all. */
export const bitOf = { forward: 1, backward: 2, good: 4, improve: 8, said: 16 } as const;

/** What valences say, as bits. */
export const bitsOf = ({ change, level }: Valences): number =>
	bitOf.said | (change === null ? 0 : bitOf[change]) | (level === null ? 0 : bitOf[level]);

/** For each code a byte an interview, in the order of a list of interviews: all that it says with the code, as bits. */
export type Said = ReadonlyMap<CodeId, Uint8Array>;

/** The pairs of valences in the order of their bits, as the counters of what interviews say hold them. */
const pairsOfValences: readonly Valences[] = ([null, 'forward', 'backward'] as const).flatMap((change) =>
	([null, 'good', 'improve'] as const).map((level) => ({ change, level }))
);

/** How many sets of pairs there are: a set is a number below this, with a bit for each pair. */
export const pairsMade = 1 << pairsOfValences.length;

const valencesMade: readonly (readonly Valences[])[] = Array.from({ length: pairsMade }, (_, pairs) =>
	pairsOfValences.filter((_, bit) => (pairs & (1 << bit)) !== 0)
);
const bitsMade = Uint8Array.from(valencesMade, (some) => some.reduce((bits, valences) => bits | bitsOf(valences), 0));

/** The pairs of a set, the one of the lowest bit first. */
export const valencesIn = (pairs: number): readonly Valences[] => valencesMade[pairs] ?? [];

/** What the pairs of a set say together, as bits. */
export const bitsOfPairs = (pairs: number): number => bitsMade[pairs] ?? 0;
