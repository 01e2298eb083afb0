/** Places in two lists that hold the same. */
export type Pair = readonly [inOld: number, inNew: number];

type Window = { readonly from: number; readonly to: number; readonly newFrom: number; readonly newTo: number };

const shortEnough = 3000; // items of both lists: up to here the shortest difference is worth its time
const mostSteps = 1500; // differences; beyond that two lists have nothing to do with each other

/**
 * What two lists have in common, in order: the longest such row (Myers 1986) for short lists; for long ones first the
 * items that stand once in both (patience), and then what is between them. Equal items that repeat keep their order, so
 * "ja, ja, ja" is three words at three places.
 */
export const matchItems = (before: readonly string[], after: readonly string[]): readonly Pair[] => {
	const numbers = new Map<string, number>();
	const numbered = (items: readonly string[]) =>
		items.map((item) => {
			const known = numbers.get(item) ?? numbers.size;
			numbers.set(item, known);
			return known;
		});
	const [a, b] = [numbered(before), numbered(after)];
	const pairs: Pair[] = [];
	const waiting: Window[] = [{ from: 0, to: a.length, newFrom: 0, newTo: b.length }];
	for (let window = waiting.pop(); window; window = waiting.pop()) {
		let { from, to, newFrom, newTo } = window;
		while (from < to && newFrom < newTo && a[from] === b[newFrom]) pairs.push([from++, newFrom++]);
		while (from < to && newFrom < newTo && a[to - 1] === b[newTo - 1]) pairs.push([--to, --newTo]);
		if (from === to || newFrom === newTo) continue;
		const inner = { from, to, newFrom, newTo };
		const anchors = to - from + newTo - newFrom > shortEnough ? anchorsOf(a, b, inner) : [];
		if (anchors.length === 0) pairs.push(...shortest(a, b, inner));
		else waiting.push(...between(inner, anchors));
		pairs.push(...anchors);
	}
	return pairs.sort(([one], [other]) => one - other);
};

/** The stretches between anchors. */
const between = ({ from, to, newFrom, newTo }: Window, anchors: readonly Pair[]): readonly Window[] => {
	const windows: Window[] = [];
	let [at, newAt] = [from, newFrom];
	for (const [place, newPlace] of [...anchors, [to, newTo] as const]) {
		windows.push({ from: at, to: place, newFrom: newAt, newTo: newPlace });
		[at, newAt] = [place + 1, newPlace + 1];
	}
	return windows;
};

/** Items that stand once in both stretches, as many as have the same order in both. */
const anchorsOf = (a: readonly number[], b: readonly number[], window: Window): readonly Pair[] => {
	const { from, to, newFrom, newTo } = window;
	const once = (items: readonly number[], start: number, end: number) => {
		const places = new Map<number, number>();
		for (let at = start; at < end; at += 1) {
			const item = items[at] ?? -1;
			places.set(item, places.has(item) ? -1 : at);
		}
		return places;
	};
	const inNew = once(b, newFrom, newTo);
	const shared = [...once(a, from, to)].flatMap(([item, place]): readonly Pair[] => {
		const newPlace = inNew.get(item) ?? -1;
		return place === -1 || newPlace === -1 ? [] : [[place, newPlace]];
	});
	return longestRise(shared.sort(([one], [other]) => one - other));
};

/** The longest row of pairs that rises in both lists (patience sorting). */
const longestRise = (pairs: readonly Pair[]): readonly Pair[] => {
	const tops: number[] = []; // index of the pair on top of each pile
	const under = new Map<number, number>();
	pairs.forEach(([, newPlace], index) => {
		let [low, high] = [0, tops.length];
		while (low < high) {
			const middle = (low + high) >> 1;
			if ((pairs[tops[middle] ?? -1]?.[1] ?? Infinity) < newPlace) low = middle + 1;
			else high = middle;
		}
		const below = tops[low - 1];
		if (below !== undefined) under.set(index, below);
		tops[low] = index;
	});
	const row: Pair[] = [];
	for (let index = tops.at(-1); index !== undefined; index = under.get(index)) {
		const pair = pairs[index];
		if (pair) row.push(pair);
	}
	return row.reverse();
};

/** The longest common row of two stretches; none when they differ in too many places. */
const shortest = (a: readonly number[], b: readonly number[], window: Window): readonly Pair[] => {
	const { from, to, newFrom, newTo } = window;
	const [n, m] = [to - from, newTo - newFrom];
	const most = Math.min(n + m, mostSteps);
	const reached: Int32Array[] = []; // for each number of differences: how far on each diagonal
	let now = new Int32Array(2 * most + 3);
	const middle = most + 1;
	for (let differences = 0; differences <= most; differences += 1) {
		reached.push(now.slice(middle - differences - 1, middle + differences + 2));
		for (let diagonal = -differences; diagonal <= differences; diagonal += 2) {
			let x = Math.max((now[middle + diagonal - 1] ?? -1) + 1, now[middle + diagonal + 1] ?? -1);
			if (differences === 0) x = 0;
			else if (diagonal === -differences) x = now[middle + diagonal + 1] ?? 0;
			else if (diagonal === differences) x = (now[middle + diagonal - 1] ?? 0) + 1;
			let y = x - diagonal;
			while (x < n && y < m && a[from + x] === b[newFrom + y]) [x, y] = [x + 1, y + 1];
			now[middle + diagonal] = x;
			if (x >= n && y >= m) return walkBack(reached, n, m).map(([old, fresh]) => [old + from, fresh + newFrom]);
		}
		now = now.slice();
	}
	return [];
};

/** The way back through what was reached, from both ends to both beginnings. */
const walkBack = (reached: readonly Int32Array[], n: number, m: number): readonly Pair[] => {
	const pairs: Pair[] = [];
	let [x, y] = [n, m];
	for (let differences = reached.length - 1; differences > 0; differences -= 1) {
		const before = reached[differences];
		const on = (diagonal: number) => before?.[diagonal + differences + 1] ?? 0;
		const diagonal = x - y;
		const isDown = diagonal === -differences || (diagonal !== differences && on(diagonal - 1) < on(diagonal + 1));
		const from = isDown ? diagonal + 1 : diagonal - 1;
		const [fromX, fromY] = [on(from), on(from) - from];
		const start = isDown ? fromX : fromX + 1;
		while (x > start) pairs.push([--x, --y]);
		[x, y] = [fromX, fromY];
	}
	while (x > 0 && y > 0) pairs.push([--x, --y]);
	return pairs;
};
