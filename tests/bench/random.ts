/** A small repeatable source of chance (mulberry32): the same seed gives the same workload on every machine. */
export const randomFrom = (seed: number) => {
	let state = seed >>> 0;
	const next = (): number => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
	};
	const between = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
	return { next, between };
};

export type Random = ReturnType<typeof randomFrom>;

/** Draws ranks 0..n-1 with probability ~ 1 / (rank + 1) ^ exponent. */
export const zipf = (random: Random, n: number, exponent: number): (() => number) => {
	const cumulative = new Float64Array(n);
	let total = 0;
	for (let rank = 0; rank < n; rank += 1) cumulative[rank] = total += 1 / (rank + 1) ** exponent;
	return () => {
		const target = random.next() * total;
		let low = 0;
		let high = n - 1;
		while (low < high) {
			const middle = (low + high) >> 1;
			if ((cumulative[middle] ?? 0) < target) low = middle + 1;
			else high = middle;
		}
		return low;
	};
};
