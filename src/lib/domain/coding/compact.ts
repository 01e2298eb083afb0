import type { CodingId } from '../project/ids.ts';
import type { DecidedAt } from './coding.ts';
import type { Position } from '../text/position.ts';
import type { Change, Level } from './valence.ts';

/**
 * One coding in the form in which a desk receives thousands at once: no names are repeated, and `code` and `coder` are
 * places in the lists that come with it. Sorted by start, then the longer first.
 */
export type CompactCoding = readonly [
	id: CodingId,
	start: Position,
	end: Position,
	/** index into the desk's `codes` */
	code: number,
	/** index into the desk's `coders` */
	coder: number,
	change: Change | null,
	level: Level | null,
	isImportant: 0 | 1,
	hasMemo: 0 | 1,
	/** milliseconds since 1970, UTC */
	codedAt: number,
	/** the same; null = it did not change since it was made */
	changedAt: number | null,
	/** when it got the code it has now, the same; null = it was made with that */
	codeSetAt?: number | null,
	/** null = passage, direction and mark are as they were made */
	decidedAt?: DecidedAt | null
];
