import type { AreaId, IndicatorId, WaveId } from '../project/ids.ts';
import type { SourceTest } from './source-test.ts';

/** One value of an indicator for an area and a wave. */
export type Observation = SourceTest & {
	readonly indicatorId: IndicatorId;
	readonly areaId: AreaId;
	readonly waveId: WaveId;
	/** the year the value is about; differs from the wave (peiljaar) */
	readonly referenceYear: number;
	/** null = missing or suppressed */
	readonly value: number | null;
	/** survey: respondents; register: the base of the rate */
	readonly n: number | null;
	readonly lower: number | null;
	readonly upper: number | null;
	/** the series before this value cannot be compared with it */
	readonly trendBreak: boolean;
	/** too few cases to show */
	readonly suppressed: boolean;
	readonly note: string;
	/** where this value comes from; null = where the indicator says */
	readonly source: string | null;
	/** which version of that source: a year, an edition, the day it was taken */
	readonly sourceVersion: string | null;
	/** why the series breaks before this value; null = nobody said */
	readonly trendBreakReason: string | null;
};

/** Where the values of a file come from, as somebody says it of all of them; '' = nobody said. */
export type FileSource = { readonly source: string; readonly sourceVersion: string };

/** Values that know the source of their file; one that names a source of its own keeps it, with its own version. */
export const fromSource = (
	observations: readonly Observation[],
	{ source, sourceVersion }: FileSource
): readonly Observation[] =>
	source === '' && sourceVersion === ''
		? observations
		: observations.map((one) =>
				one.source === null
					? { ...one, source: source || null, sourceVersion: one.sourceVersion ?? (sourceVersion || null) }
					: one
			);
