import { textAround } from '../domain/text/around.ts';
import { boundariesOf } from '../domain/text/boundary.ts';
import type { PositionMap } from '../domain/text/position.ts';
import { overlaps, type Range } from '../domain/text/range.ts';
import { union } from '../domain/text/segment.ts';

/** How much of the text around the words that were found is the passage. */
export const extents = ['words', 'sentence', 'turn'] as const;
export type Extent = (typeof extents)[number];

/** Characters of the text shown before and after a passage. */
const around = 60;

/**
 * The passages that hits in one turn stand for: the words themselves, the sentences they lie in (each once), or the
 * whole turn.
 * Everything in code points, hits within `text`, answers within the canonical text in which the turn begins at `start`.
 */
export const widen = (text: string, turn: Range, hits: readonly Range[], extent: Extent): readonly Range[] => {
	if (hits.length === 0) return [];
	const placed = hits.map(({ start, end }) => ({ start: turn.start + start, end: turn.start + end }));
	if (extent === 'words') return placed;
	if (extent === 'turn') return [{ start: turn.start, end: turn.end }];
	const { sentences } = boundariesOf(text, turn.start);
	const inside = placed.map((hit) => sentences.filter((sentence) => overlaps(sentence, hit)));
	const wide = placed.map((hit, index) => {
		const [first] = inside[index] ?? [];
		const last = inside[index]?.at(-1);
		return { start: Math.min(hit.start, first?.start ?? hit.start), end: Math.max(hit.end, last?.end ?? hit.end) };
	});
	return union(wide);
};

/** The words of a passage with what stands around it in its turn. */
export const snippetOf = (map: PositionMap, turn: Range, passage: Range) => ({
	...textAround(map, turn, passage, around),
	quote: map.slice(passage.start, passage.end)
});
