import * as m from '../paraglide/messages.js';
import type { Locale } from '../words/locale.ts';
import { formatNumber } from '../words/number.ts';
import type { Table } from './table.ts';
import { mostCharacters, writeSheets, type SheetWords } from './write-sheets.ts';

/** What a workbook says besides its tables. */
export const sheetWords = (locale: Locale): SheetWords => ({
	about: m.report_about({}, { locale }),
	cutMark: m.report_cut_mark({}, { locale }),
	cut: [
		m.report_about_cut({}, { locale }),
		m.report_cut_text({ limit: formatNumber(mostCharacters, locale) }, { locale })
	]
});

/** Tables as an Excel file (`writeSheets`) in the language of who takes it away. */
export const toXlsx = (tables: readonly Table[], locale: Locale): Promise<Uint8Array> =>
	writeSheets(tables, sheetWords(locale));
