import type { FigureValue } from '#lib/merge/development.ts';
import type { IndicatorFigures } from '#lib/merge/figures.ts';
import { m } from '#lib/paraglide/messages.js';
import { besideValue, testBeside } from '#lib/words/figure-source.ts';
import { momentLabel } from '#lib/words/moment.ts';
import { decimalsOf, formatNumber } from '#lib/words/number.ts';
import type { SeriesComparison, SeriesPoint } from '#lib/domain/indicator/series-geometry.ts';

/** What belongs to one value in words: n, that it is suppressed, why the series breaks there, what its source tested, the note it came with and its own source. */
const noteOf = (value: FigureValue, values: readonly FigureValue[], source: string): string =>
	[
		value.n === null ? '' : `${m.display_n({ n: formatNumber(value.n) })}.`,
		value.suppressed ? m.display_page_suppressed() : '',
		testBeside(value, (id) => values.find(({ waveId }) => waveId === id)?.year),
		besideValue(value, source)
	]
		.filter(Boolean)
		.join(' ');

/** The values of an indicator as a chart draws them. */
export const seriesPoints = ({ values, source }: Pick<IndicatorFigures, 'values' | 'source'>): readonly SeriesPoint[] =>
	values.map((value) => ({
		label: momentLabel(value),
		value: value.value,
		lower: value.lower,
		upper: value.upper,
		breakBefore: value.trendBreak,
		note: noteOf(value, values, source)
	}));

/** The area compared with as a chart draws it; none when there is none. */
export const seriesComparisons = ({ comparison }: IndicatorFigures): readonly SeriesComparison[] =>
	comparison
		? [
				{
					label: comparison.areaName,
					values: comparison.values.map(({ value }) => value),
					breakBefore: comparison.values.map(({ trendBreak }) => trendBreak)
				}
			]
		: [];

/** Numbers of one indicator with as many decimals as its values have. */
export const formatFor = ({ values, comparison }: IndicatorFigures): ((value: number) => string) => {
	const decimals = decimalsOf([...values, ...(comparison?.values ?? [])].map(({ value }) => value));
	return (value) => formatNumber(value, undefined, decimals);
};
