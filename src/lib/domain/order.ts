/**
 * A list of ids in which one has moved to a place, counted from 0 in the list without it. A place beyond the end means
 * last; an id that was not there comes in. The same list comes back when nothing moves.
 */
export const movedTo = <Id extends string>(ids: readonly Id[], id: Id, place: number): readonly Id[] => {
	const others = ids.filter((other) => other !== id);
	const at = Math.min(Math.max(0, place), others.length);
	if (ids[at] === id && ids.length === others.length + 1) return ids;
	return [...others.slice(0, at), id, ...others.slice(at)];
};
