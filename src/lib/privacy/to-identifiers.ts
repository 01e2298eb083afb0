import type { Identifier } from '../domain/source/identifier.ts';
import { positionMap } from '../domain/text/position.ts';
import type { Hit } from './reading.ts';

/** Hits in the positions that the rest of the program counts in, in reading order. */
export const toIdentifiers = (text: string, hits: readonly Hit[]): readonly Identifier[] => {
	const map = positionMap(text);
	return [...hits]
		.sort((a, b) => a.from - b.from || b.to - a.to)
		.map(({ from, to, kind, rule, sureness }) => ({
			start: map.toPosition(from),
			end: map.toPosition(to),
			kind,
			rule,
			sureness
		}));
};
