import type { SeriesComparison } from '../domain/indicator/series-geometry.ts';
import type { Said } from '../domain/report/live-block.ts';
import type { FigureValue } from '../merge/development.ts';
import type { IndicatorFigures } from '../merge/figures.ts';
import type { JointDisplay } from '../merge/joint-display.ts';
import * as m from '../paraglide/messages.js';
import { breakReason, sourcesOf } from '../words/figure-source.ts';
import type { Locale } from '../words/locale.ts';
import { decimalsOf, formatNumber, formatValue } from '../words/number.ts';

/** A figure over the rounds as a drawing, beside other areas, with what it shows in words and as a table. */
export const chartOf = (
	figures: IndicatorFigures,
	{ area }: Pick<JointDisplay, 'area'>,
	comparisons: readonly SeriesComparison[],
	locale: Locale
): Extract<Said, { kind: 'chart' }> => {
	const others = comparisons.flatMap(({ values }) => values);
	const decimals = decimalsOf([...figures.values.map(({ value }) => value), ...others]);
	const title = m.writing_figure_name({ label: figures.label, unit: figures.unit }, { locale });
	const shown = (value: FigureValue) => formatValue(value, locale, decimals);
	const breakWord = m.shell_chart_break({}, { locale });
	const moments = figures.values.map((value) =>
		[`${value.year}: ${shown(value)}`, ...(value.trendBreak ? [breakWord] : [])].join(', ')
	);
	const other = (value: number | null | undefined) =>
		value === null || value === undefined ? '–' : formatNumber(value, locale, decimals);
	const compared = comparisons.map(({ label, values }) =>
		m.shell_chart_compared(
			{
				area: label,
				moments: figures.values.map(({ year }, at) => `${year}: ${other(values[at])}`).join('; ')
			},
			{ locale }
		)
	);
	return {
		kind: 'chart',
		caption: figureCaption(title, area.name, figures, locale),
		description: [
			m.writing_chart_description({ title, area: area.name, moments: moments.join('; ') }, { locale }),
			...compared
		].join(' '),
		breakWord,
		...(comparisons.length > 0 && { comparisons }),
		points: figures.values.map((value) => ({
			label: String(value.year),
			value: value.value,
			shown: shown(value),
			lower: value.value === null ? null : value.lower,
			upper: value.value === null ? null : value.upper,
			breakBefore: value.trendBreak
		})),
		table: {
			caption: m.writing_chart_caption({ title, area: area.name, source: sourcesOf(figures, locale) }, { locale }),
			columns: [
				m.writing_column_round({}, { locale }),
				comparisons.length > 0 ? area.name : m.writing_column_value({}, { locale }),
				...comparisons.map(({ label }) => label),
				m.shell_chart_interval({}, { locale }),
				m.shell_chart_note({}, { locale })
			],
			rows: figures.values.map((value, at) => [
				String(value.year),
				shown(value),
				...comparisons.map(({ values }) => other(values[at])),
				marginOf(value, decimals, locale),
				value.trendBreak
					? [m.shell_chart_break_note({}, { locale }), breakReason(value, locale)].filter(Boolean).join(' ')
					: '–'
			])
		}
	};
};

/** What stands with the drawing: "Figuur: Voelt zich veilig (%), Vollenhove, 2016–2025". */
const figureCaption = (title: string, area: string, { values }: IndicatorFigures, locale: Locale): string => {
	const years = [...new Set([values[0]?.year, values.at(-1)?.year])].filter((year) => year !== undefined).join('–');
	return m.writing_chart_figure({ title, area, years }, { locale });
};

const marginOf = ({ value, lower, upper }: FigureValue, decimals: number, locale: Locale): string =>
	value === null || lower === null || upper === null
		? '–'
		: m.shell_chart_interval_value(
				{ lower: formatNumber(lower, locale, decimals), upper: formatNumber(upper, locale, decimals) },
				{ locale }
			);
