import type { SeriesComparison } from '../domain/indicator/series-geometry.ts';
import type { Said } from '../domain/report/live-block.ts';
import type { AreaLine } from '../merge/comparison-lines.ts';
import type { FigureValue } from '../merge/development.ts';
import type { IndicatorFigures } from '../merge/figures.ts';
import type { JointDisplay } from '../merge/joint-display.ts';
import * as m from '../paraglide/messages.js';
import { breakReason, sourcesOf } from '../words/figure-source.ts';
import type { Locale } from '../words/locale.ts';
import { captionWithYears, momentLabel, otherYear, valueInCell } from '../words/moment.ts';
import { decimalsOf, formatNumber, formatValue } from '../words/number.ts';

/** A figure over the rounds as a drawing, beside other areas, with what it shows in words and as a table. */
export const chartOf = (
	figures: IndicatorFigures,
	{ area }: Pick<JointDisplay, 'area'>,
	comparisons: readonly AreaLine[],
	locale: Locale
): Extract<Said, { kind: 'chart' }> => {
	const others = comparisons.map((each) => ({ label: each.label, values: valuesOf(each, figures) }));
	const all = [...figures.values, ...others.flatMap(({ values }) => values)];
	const decimals = decimalsOf(all.map(({ value }) => value));
	const title = m.writing_figure_name({ label: figures.label, unit: figures.unit }, { locale });
	const shown = (value: Pick<FigureValue, 'value' | 'suppressed'>) => formatValue(value, locale, decimals);
	// a break stands in the note of its row
	const cell = (value: (typeof all)[number]) => valueInCell(shown(value), { ...value, trendBreak: false }, locale);
	const breakWord = m.shell_chart_break({}, { locale });
	const moments = figures.values.map((value) =>
		[`${momentLabel(value, locale)}: ${shown(value)}`, ...(value.trendBreak ? [breakWord] : [])].join(', ')
	);
	const compared = others.map(({ label, values }) =>
		m.shell_chart_compared(
			{ area: label, moments: values.map((one) => `${momentLabel(one, locale)}: ${shown(one)}`).join('; ') },
			{ locale }
		)
	);
	const hasOtherYears = all.some((value) => otherYear(value) !== null);
	return {
		kind: 'chart',
		caption: figureCaption(title, area.name, figures, locale),
		description: [
			m.writing_chart_description({ title, area: area.name, moments: moments.join('; ') }, { locale }),
			...compared,
			...(hasOtherYears ? [`${m.report_years_in_brackets({}, { locale })}.`] : [])
		].join(' '),
		breakWord,
		...(comparisons.length > 0 && { comparisons: comparisons.map(drawnLine) }),
		points: figures.values.map((value) => ({
			label: momentLabel(value, locale),
			value: value.value,
			shown: shown(value),
			lower: value.value === null ? null : value.lower,
			upper: value.value === null ? null : value.upper,
			breakBefore: value.trendBreak
		})),
		table: {
			caption: captionWithYears(
				m.writing_chart_caption({ title, area: area.name, source: sourcesOf(figures, locale) }, { locale }),
				all,
				locale
			),
			columns: [
				m.writing_column_round({}, { locale }),
				comparisons.length > 0 ? area.name : m.writing_column_value({}, { locale }),
				...comparisons.map(({ label }) => label),
				m.shell_chart_interval({}, { locale }),
				m.shell_chart_note({}, { locale })
			],
			rows: figures.values.map((value, at) => [
				String(value.year),
				cell(value),
				...others.flatMap(({ values }) => values.slice(at, at + 1).map(cell)),
				marginOf(value, decimals, locale),
				value.trendBreak
					? [m.shell_chart_break_note({}, { locale }), breakReason(value, locale)].filter(Boolean).join(' ')
					: '–'
			])
		}
	};
};

/** A line without the years that its values are about: what a drawing shows of it, and what a block has to follow. */
export const drawnLine = ({ referenceYears: _, ...line }: AreaLine): SeriesComparison => line;

/** The values of another area in the rounds of a figure. */
const valuesOf = ({ values, referenceYears }: AreaLine, figures: IndicatorFigures) =>
	figures.values.map(({ year }, at) => ({
		...{ year, referenceYear: referenceYears?.[at] ?? null, value: values[at] ?? null },
		...{ suppressed: false, trendBreak: false }
	}));

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
