/**
 * How long this machine takes for 100 million steps of plain arithmetic, in milliseconds: the best of five. Machines that
 * are shared run at another speed from one hour to the next; beside this number the figures of two runs can be compared.
 * The steps are taken in a thousand calls: one long loop takes four times as long when it happens to be compiled while it runs.
 */
export const yardstick = (): number => {
	const times = [0, 1, 2, 3, 4].map(() => {
		const from = performance.now();
		let sum = 0;
		for (let call = 0; call < 1000; call += 1) sum = steps(sum, 100_000);
		if (Number.isNaN(sum)) throw new Error('no number');
		return performance.now() - from;
	});
	return Math.min(...times);
};

const steps = (from: number, count: number): number => {
	let sum = from;
	for (let step = 0; step < count; step += 1) sum = (Math.imul(sum, 31) + step) | 0;
	return sum;
};
