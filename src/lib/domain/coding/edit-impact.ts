import type { Range } from '../text/range.ts';
import type { CodingFate } from './carry-codings.ts';

/** How an edit hits a coding: it got longer or shorter, other words of the same length, or lost all its words. */
export type HitKind = 'grown' | 'shrunk' | 'replaced' | 'orphaned';

/** What an edit does to the codings of a text, in numbers; `moved` is no hit: their words are as they were. */
export type EditImpact = Readonly<Record<HitKind | 'moved', number>>;

/** How a coding is hit; null: its words did not change. */
export const hitOf = (before: Range, fate: CodingFate): HitKind | null => {
	if (fate.kind === 'moved') return null;
	if (fate.kind === 'orphaned') return 'orphaned';
	const [was, is] = [before.end - before.start, fate.range.end - fate.range.start];
	return is > was ? 'grown' : is < was ? 'shrunk' : 'replaced';
};

/** Counts what an edit does. */
export const impactOf = (hits: readonly (HitKind | null)[]): EditImpact => {
	const count = (kind: HitKind | null) => hits.filter((hit) => hit === kind).length;
	return {
		moved: count(null),
		grown: count('grown'),
		shrunk: count('shrunk'),
		replaced: count('replaced'),
		orphaned: count('orphaned')
	};
};
