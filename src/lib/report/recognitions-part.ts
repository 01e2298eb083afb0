import type { FigureAnswer } from '../merge/figure-answers.ts';
import type { IndicatorFigures } from '../merge/figures.ts';
import type { JointDisplay } from '../merge/joint-display.ts';
import * as m from '../paraglide/messages.js';
import { formatPartialDate } from '../words/date.ts';
import { capitalised, recognisedLabel, saidByLabel } from '../words/labels.ts';
import type { Locale } from '../words/locale.ts';
import { figuresOf } from './display-manifest.ts';
import { line, type Block } from './document.ts';
import type { Table } from './table.ts';

/** Whether people in sessions recognised the figures of a display, in its document: every answer, with its rounds. */
export const recognitionsPart = (display: JointDisplay, locale: Locale): readonly Block[] => {
	const rows = rowsOf(display, locale);
	if (rows.length === 0) return [];
	const years = { from: String(display.from.year), to: String(display.to.year) };
	return [
		{ kind: 'heading', level: 1, text: m.report_recognitions_title({}, { locale }) },
		...(display.recognitions.some(({ isOwnPair }) => !isOwnPair)
			? [{ kind: 'paragraph' as const, line: line(m.report_recognitions_other_rounds(years, { locale })) }]
			: []),
		{
			kind: 'table',
			caption: m.report_recognitions_title({}, { locale }),
			columns: columns(locale),
			rows: rows.map(([figure = '', ...cells]) => [
				[line(figure, 'strong')],
				...cells.map((text) => (text === '' ? [] : [line(text)]))
			])
		}
	];
};

type Sheet = Pick<Table, 'name' | 'columns' | 'rows'>;

/** The same as a sheet; none without an answer. */
export const recognitionsSheets = (display: JointDisplay, locale: Locale): readonly Sheet[] => {
	const rows = rowsOf(display, locale);
	return rows.length === 0
		? []
		: [{ name: m.report_recognitions_sheet({}, { locale }), columns: columns(locale), rows }];
};

const columns = (locale: Locale) => [
	{ label: m.kernset_column_indicator({}, { locale }), width: 40 },
	{ label: m.session_recognised({}, { locale }), width: 18 },
	{ label: m.session_remark({}, { locale }), width: 50 },
	{ label: m.session_said_by({}, { locale }), width: 16 },
	{ label: m.session_one({}, { locale }), width: 20 },
	{ label: m.session_rounds({}, { locale }), width: 22 }
];

/** Figure by figure, in the order of the display; of each the answers about its own rounds first. */
const rowsOf = (display: JointDisplay, locale: Locale): readonly (readonly string[])[] =>
	figuresOf(display).flatMap((figures) =>
		display.recognitions
			.filter(({ indicatorId }) => indicatorId === figures.indicatorId)
			.map((answer) => cellsOf(figures, answer, locale))
	);

const cellsOf = (
	{ key, label }: IndicatorFigures,
	{ answer, remark, saidBy, heldOn, fromYear, toYear, isOwnPair }: FigureAnswer,
	locale: Locale
): readonly string[] => {
	const years = { from: String(fromYear), to: String(toYear) };
	return [
		`${key} ${label}`,
		capitalised(recognisedLabel(answer, locale)),
		remark,
		capitalised(saidByLabel(saidBy, locale)),
		formatPartialDate(heldOn, locale),
		isOwnPair ? m.display_page_wave_pair(years, { locale }) : m.report_recognitions_of_other(years, { locale })
	];
};
