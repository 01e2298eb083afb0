import type { DescribedStudy } from '../domain/area/study.ts';
import type { StudyTable } from '../domain/integration/study-evidence.ts';
import * as m from '../paraglide/messages.js';
import type { Locale } from '../words/locale.ts';
import { formatNumber } from '../words/number.ts';
import { aboutLines, dataHash, watermarkOf, type About } from './about.ts';
import { manifestLines } from './manifest.ts';
import type { Table } from './table.ts';

/** A table of a study as it goes to a file, with the study it comes from. */
export const studyTableSheet = (table: StudyTable, study: DescribedStudy, about: About, locale: Locale): Table => {
	const { caption, note, columns, rows } = table;
	const told: readonly (readonly [string, string])[] = [
		[m.study_table_caption({}, { locale }), caption],
		[m.study_table_note({}, { locale }), note],
		[m.study_one({}, { locale }), study.name],
		[m.study_institute({}, { locale }), study.institute],
		[m.study_period({}, { locale }), study.period],
		[m.study_n({}, { locale }), study.n === null ? '' : formatNumber(study.n, locale)],
		[m.study_method({}, { locale }), study.method],
		[m.study_remark({}, { locale }), study.remark]
	];
	return {
		name: caption,
		watermark: watermarkOf(about, locale),
		about: aboutLines(
			about,
			dataHash([columns, rows]),
			[
				...told.filter(([, value]) => value !== ''),
				...manifestLines([{ label: m.report_manifest_rows({}, { locale }), parts: rows }], locale)
			],
			locale
		),
		columns: columns.map((label) => ({ label, width: Math.min(40, Math.max(12, label.length + 2)) })),
		rows
	};
};
