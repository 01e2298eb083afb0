/** One measured figure; `samples` null = what it measures is not there yet. */
export type Figure = {
	readonly measure: string;
	/** S, M or T with how much is in it */
	readonly workload: string;
	readonly samples: readonly number[] | null;
	readonly unit: Unit;
	/** what Wijkstem must reach; null = only shown */
	readonly must: Must | null;
	readonly note?: string;
};

export type Unit = 'ms' | 'per second' | 'MB' | 'frames' | 'lost' | 'nodes' | 'listeners';

/** Limits on the median and on the 95th percentile, in the unit of the figure. */
export type Must = { readonly most?: number; readonly p95?: number; readonly least?: number };

/** The value below which a share of the samples lies (nearest rank); samples in any order, at least one. */
export const quantile = (samples: readonly number[], share: number): number => {
	const sorted = samples.toSorted((a, b) => a - b);
	const found = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
	if (found === undefined) throw new RangeError('no samples');
	return found;
};

export const median = (samples: readonly number[]): number => quantile(samples, 0.5);

/** Whether a figure reaches what it must; null when there is nothing to reach, or nothing measured. */
export const isMet = ({ samples, must }: Figure): boolean | null => {
	if (!must || !samples || samples.length === 0) return null;
	const middle = median(samples);
	return (
		middle <= (must.most ?? Infinity) &&
		middle >= (must.least ?? -Infinity) &&
		quantile(samples, 0.95) <= (must.p95 ?? Infinity)
	);
};

/** Takes samples of a step after some that do not count; the step answers its own time. */
export const sample = async (
	step: (run: number) => Promise<number>,
	{ runs, warmUp }: { runs: number; warmUp: number }
): Promise<number[]> => {
	const samples: number[] = [];
	for (let run = 0; run < warmUp + runs; run += 1) {
		const value = await step(run);
		if (run >= warmUp) samples.push(value);
	}
	return samples;
};
