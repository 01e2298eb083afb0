import type { FigureValue } from '../merge/development.ts';
import type { JointDisplay } from '../merge/joint-display.ts';
import type { ShownObservation } from '../merge/observed.ts';
import type { CodingsOf } from '../merge/voice-codings.ts';
import * as m from '../paraglide/messages.js';
import { warningSentences } from '../words/display-warning.ts';
import { developmentLabel } from '../words/figures.ts';
import { fileWords } from '../words/kernset-columns.ts';
import type { Locale } from '../words/locale.ts';
import { formatNumber } from '../words/number.ts';
import { outcomeOf } from '../merge/development.ts';
import { aboutLines, dataHash, watermarkOf, type About } from './about.ts';
import { displayCells, displayColumns, groupsToldIn } from './display-cells.ts';
import { displayManifest, figuresOf, leftOutLine, longLeftOut } from './display-manifest.ts';
import { explanationsSheets } from './figures-apart.ts';
import { furtherSheets } from './further-evidence.ts';
import { methodLines } from './joint-display-document.ts';
import { manifestLines } from './manifest.ts';
import { recognitionsSheets } from './recognitions-part.ts';
import type { Cell, Table } from './table.ts';
import { voicesColumns, voicesRows } from './voices-long.ts';

/**
 * A joint display as sheets: the page itself in its ten columns, every theme in a row; then the figures and the voices
 * in long form, to compute with; and what studies found and what was seen in public space, where there is any.
 */
export const jointDisplaySheets = (
	display: JointDisplay,
	observations: readonly ShownObservation[],
	codings: CodingsOf,
	about: About,
	locale: Locale
): readonly Table[] => {
	const common = {
		watermark: watermarkOf(about, locale),
		about: aboutLines(about, dataHash([display, observations]), aboutDisplay(display, observations, locale), locale)
	};
	const years = display.waves.map(({ year }) => year);
	return [
		{
			...common,
			name: m.report_display_sheet({}, { locale }),
			columns: displayColumns(years, locale),
			rows: display.rows.map((row) =>
				displayCells(row, groupsToldIn(display), locale).map((lines) => lines.map(({ text }) => text).join('\n'))
			)
		},
		{ ...common, name: m.report_figures_sheet({}, { locale }), ...figuresTable(display, locale) },
		{
			...common,
			name: m.report_voices_sheet({}, { locale }),
			columns: voicesColumns(locale),
			rows: voicesRows(display, codings, locale)
		},
		...[...explanationsSheets(display, locale), ...recognitionsSheets(display, locale)].map((sheet) => ({
			...common,
			...sheet
		})),
		...furtherSheets(display, observations, locale).map((sheet) => ({ ...common, ...sheet }))
	];
};

const aboutDisplay = (
	display: JointDisplay,
	observations: readonly ShownObservation[],
	locale: Locale
): readonly (readonly [string, string])[] => [
	[
		m.report_display_sheet({}, { locale }),
		`${m.report_display_title({ pillar: display.pillar.name, area: display.area.name }, { locale })}. ${m.report_display_subtitle({ from: String(display.from.year), to: String(display.to.year) }, { locale })}`
	],
	[m.report_about_interviews({}, { locale }), formatNumber(display.method.interviews, locale)],
	[m.report_method_title({}, { locale }), methodLines(display, locale).join('\n')],
	[m.report_warnings_title({}, { locale }), warningSentences(display.warnings, locale).join('\n')],
	...manifestLines(displayManifest(display, observations, locale), locale),
	leftOutLine(longLeftOut(display, locale), locale)
];

type Part = Pick<Table, 'columns' | 'rows'>;

/** One row per indicator and wave; indicators of the pillar first, then those that themes borrow from another. */
export const figuresTable = (display: JointDisplay, locale: Locale): Part => {
	const labels = [
		[m.report_long_area, 18],
		[m.report_long_pillar, 24],
		[m.report_long_indicator_key, 11],
		[m.report_long_indicator_label, 44],
		[m.report_long_unit, 20],
		[m.report_long_wave, 11],
		[m.report_long_reference_year, 10],
		[m.report_long_value, 10],
		[m.report_long_state, 18],
		[m.report_long_n, 10],
		[m.report_long_lower, 12],
		[m.report_long_upper, 12],
		[m.report_long_development, 16],
		[m.report_long_comparison_area, 26],
		[m.report_long_comparison_value, 14],
		[m.report_long_source, 28],
		[m.report_long_version, 14],
		[m.report_long_break_reason, 30],
		[m.report_long_tested_against, 14],
		[m.report_long_tested_change, 14]
	] as const;
	return {
		columns: labels.map(([label, width]) => ({ label: label({}, { locale }), width })),
		rows: figuresOf(display).flatMap((figures) =>
			figures.values.map((value, at): readonly Cell[] => [
				display.area.name,
				display.pillar.name,
				figures.key,
				figures.label,
				figures.unit,
				value.year,
				value.referenceYear,
				value.value,
				stateWords(value, locale),
				value.n,
				value.lower,
				value.upper,
				developmentLabel(outcomeOf(figures.development), locale),
				figures.comparison?.areaName ?? null,
				figures.comparison?.values[at]?.value ?? null,
				value.source ?? figures.source,
				value.sourceVersion,
				value.trendBreakReason,
				...testCells(value, display, locale)
			])
		)
	};
};

/** What the source tested against a round of this display. */
const testCells = (
	{ testedAgainst, testedChange }: FigureValue,
	{ waves }: Pick<JointDisplay, 'waves'>,
	locale: Locale
): readonly Cell[] => {
	const against = waves.find(({ id }) => id === testedAgainst);
	return against ? [against.year, fileWords(locale).yesOrNo(testedChange)] : [null, null];
};

const stateWords = (value: FigureValue, locale: Locale): string => {
	if (value.suppressed) return m.report_state_suppressed({}, { locale });
	if (value.value === null) return m.report_state_missing({}, { locale });
	return value.trendBreak ? m.report_state_break({}, { locale }) : m.report_state_known({}, { locale });
};
