import type { DecidedGroup } from '../domain/source/pseudonym.ts';
import type { PositionMap } from '../domain/text/position.ts';
import { nextPlaceholder } from './placeholders.ts';

/** The placeholder each group would get if it were accepted now, in the order of reading. */
export const suggestPlaceholders = (
	map: PositionMap,
	groups: readonly DecidedGroup[],
	taken: ReadonlySet<string>,
	elsewhere: ReadonlyMap<string, string>
): ReadonlyMap<string, string> => {
	const used = new Set(taken);
	const suggested = new Map<string, string>();
	for (const { id, kind, decision, placeholder, hits } of groups) {
		const first = hits[0];
		const words = first ? map.slice(first.start, first.end) : '';
		const next = placeholder ?? elsewhere.get(id) ?? nextPlaceholder(kind, used, words);
		suggested.set(id, next);
		if (decision !== 'rejected') used.add(next);
	}
	return suggested;
};
