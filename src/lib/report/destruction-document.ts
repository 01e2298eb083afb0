import * as m from '../paraglide/messages.js';
import { formatMoment } from '../words/date.ts';
import type { Locale } from '../words/locale.ts';
import { type About, pagesOf } from './about.ts';
import { line, type ReportDocument } from './document.ts';
import type { Table } from './table.ts';

/** The statement of what was destroyed as a report to sign and keep. */
export const destructionDocument = (table: Table, about: About, locale: Locale): ReportDocument => ({
	title: table.name,
	subtitle: about.projectName,
	...pagesOf(about, formatMoment(about.frozenAt, locale), locale),
	blocks: [
		{ kind: 'paragraph', line: line(m.retention_statement_intro({}, { locale })) },
		{ kind: 'box', lines: table.about.map(([label, value]) => `${label}: ${value}`) },
		...(table.rows.length === 0
			? [{ kind: 'paragraph', line: line(m.retention_destroyed_none({}, { locale })) } as const]
			: [
					{
						kind: 'table',
						caption: table.name,
						columns: table.columns,
						rows: table.rows.map((row) => row.map((cell) => [line(String(cell ?? ''))]))
					} as const
				])
	]
});
