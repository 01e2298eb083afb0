import { figuresApart, figuresWithoutTheme } from '../merge/figures-apart.ts';
import type { IndicatorFigures } from '../merge/figures.ts';
import type { JointDisplay } from '../merge/joint-display.ts';
import * as m from '../paraglide/messages.js';
import type { Locale } from '../words/locale.ts';
import { explanationLines, groupsToldIn } from './display-cells.ts';
import type { Block, TextCell } from './document.ts';
import type { Table } from './table.ts';

/** The possible explanations of figures that stand in no table of a display, in its document. */
export const explanationsApart = (display: JointDisplay, locale: Locale): readonly Block[] => {
	const apart = figuresApart(display).filter(({ explanations }) => explanations.length > 0);
	if (apart.length === 0) return [];
	return [
		{ kind: 'heading', level: 1, text: m.report_explanations_apart_title({}, { locale }) },
		{ kind: 'paragraph', line: { text: m.report_explanations_apart_intro({}, { locale }), look: 'normal' } },
		{
			kind: 'table',
			caption: m.report_explanations_apart_title({}, { locale }),
			columns: columns(locale),
			rows: apart.map(({ indicator, explanations }) => [
				[{ text: nameOf(indicator), look: 'strong' }],
				explanations.flatMap((one) => explanationLines(one, [indicator], groupsToldIn(display), locale))
			])
		}
	];
};

type Sheet = Pick<Table, 'name' | 'columns' | 'rows'>;

/** The same as a sheet: of the figures that no theme has, since a sheet has a row for every theme; none without a row. */
export const explanationsSheets = (display: JointDisplay, locale: Locale): readonly Sheet[] => {
	const rows = figuresWithoutTheme(display.indicators, display.rows).flatMap((figures) =>
		display.looseExplanations
			.filter(({ indicatorId }) => indicatorId === figures.indicatorId)
			.map((one) => [nameOf(figures), inCell(explanationLines(one, [figures], groupsToldIn(display), locale))])
	);
	return rows.length === 0
		? []
		: [{ name: m.report_explanations_apart_sheet({}, { locale }), columns: columns(locale), rows }];
};

const columns = (locale: Locale) => [
	{ label: m.kernset_column_indicator({}, { locale }), width: 44 },
	{ label: m.report_column_explanations({}, { locale }), width: 90 }
];

const nameOf = ({ key, label }: IndicatorFigures): string => `${key} ${label}`;

const inCell = (lines: TextCell): string => lines.map(({ text }) => text).join('\n');
