import type { JointDisplay } from '../merge/joint-display.ts';
import type { CodingsOf } from '../merge/voice-codings.ts';
import * as m from '../paraglide/messages.js';
import type { Locale } from '../words/locale.ts';
import { aboutLines, dataHash, watermarkOf, type About } from './about.ts';
import { leftOutLine, longLeftOut } from './display-manifest.ts';
import { figuresTable } from './joint-display-sheets.ts';
import { manifestLines } from './manifest.ts';
import type { Table } from './table.ts';
import { voicesColumns, voicesRows } from './voices-long.ts';

/** A joint display with the codings behind it. */
export type CountedDisplay = { readonly display: JointDisplay; readonly codings: CodingsOf };

/** What a file of both tables is called. */
export const longDisplayTitle = (locale: Locale): string => m.report_long_title({}, { locale });

/** Joint displays under each other in long form, to compute with: the voices, and the figures. */
export const longDisplay = (
	counted: readonly CountedDisplay[],
	about: About,
	locale: Locale
): { readonly voices: Table; readonly figures: Table } => {
	const voices = counted.flatMap(({ display, codings }) => voicesRows(display, codings, locale));
	const tables = counted.map(({ display }) => figuresTable(display, locale));
	const figures = tables.flatMap(({ rows }) => rows);
	const told = [...new Set(counted.flatMap(({ display }) => sentencesOf(display, locale)))];
	const common = {
		watermark: watermarkOf(about, locale),
		about: aboutLines(
			about,
			dataHash([voices, figures]),
			[
				...manifestLines(
					[
						{ label: m.report_voices_sheet({}, { locale }), parts: voices },
						{ label: m.report_figures_sheet({}, { locale }), parts: figures }
					],
					locale
				),
				leftOutLine(told, locale)
			],
			locale
		)
	};
	return {
		voices: {
			...common,
			name: m.report_voices_sheet({}, { locale }),
			columns: voicesColumns(locale),
			rows: voices
		},
		figures: {
			...common,
			name: m.report_figures_sheet({}, { locale }),
			columns: tables[0]?.columns ?? [],
			rows: figures
		}
	};
};

const sentencesOf = (display: JointDisplay, locale: Locale): readonly string[] =>
	longLeftOut(display, locale).map((sentence) => `${display.area.name}: ${sentence}`);
