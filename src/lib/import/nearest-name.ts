const longestName = 60; // characters that are compared

/** The known name most like what was written, for "bedoelt u ...?"; null when none is near. */
export const nearestName = (written: string, known: readonly string[]): string | null => {
	const wanted = plain(written);
	if (wanted === '') return null;
	const limit = Math.max(1, Math.floor(wanted.length / 3));
	let best: string | null = null;
	let bestDistance = limit + 1;
	for (const name of known) {
		const distance = editDistance(wanted, plain(name), bestDistance);
		if (distance >= bestDistance) continue;
		best = name;
		bestDistance = distance;
	}
	return best;
};

const plain = (name: string): string =>
	name.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().trim().slice(0, longestName);

/** Insertions, deletions and replacements between two words (Levenshtein 1966); stops counting at `limit`. */
const editDistance = (a: string, b: string, limit: number): number => {
	if (Math.abs(a.length - b.length) >= limit) return limit;
	let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
	for (let row = 1; row <= a.length; row += 1) {
		const current = [row];
		for (let column = 1; column <= b.length; column += 1) {
			const replace = (previous[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1);
			current.push(Math.min(replace, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1));
		}
		previous = current;
	}
	return previous[b.length] ?? limit;
};
