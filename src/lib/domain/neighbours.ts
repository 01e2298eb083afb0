/**
 * Where something moves in a whole list when it goes one up or down among those it stands with (the wijken of one
 * gemeente, the indicators of one pillar): a place for `movedTo`, or null when it is the first or the last of them.
 */
export const placeBeside = <Id extends string>(
	all: readonly Id[],
	among: readonly Id[],
	id: Id,
	step: 'up' | 'down'
): number | null => {
	const at = among.indexOf(id);
	const neighbour = at < 0 ? undefined : among[at + (step === 'up' ? -1 : 1)];
	if (neighbour === undefined) return null;
	const place = all.indexOf(neighbour);
	return place < 0 ? null : place;
};
