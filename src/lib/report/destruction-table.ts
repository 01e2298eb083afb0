import type { DestructionKind, DestructionWhy } from '../domain/source/retention.ts';
import * as m from '../paraglide/messages.js';
import { formatMoment } from '../words/date.ts';
import { formatNumber } from '../words/number.ts';
import { destroyedLabel, whyLabel } from '../words/retention.ts';
import type { Locale } from '../words/locale.ts';
import { aboutLines, dataHash, watermarkOf, type About } from './about.ts';
import type { Table } from './table.ts';

/** Something that was destroyed, without what was in it. */
export type DestructionRow = {
	readonly id: string;
	readonly sourceId: string;
	/** empty = the interview itself is gone */
	readonly title: string;
	readonly kind: DestructionKind;
	readonly why: DestructionWhy;
	readonly reason: string;
	readonly keyEntries: number;
	readonly versions: number;
	readonly bytes: number;
	/** null = the term itself */
	readonly proposedByName: string | null;
	readonly decidedByName: string | null;
	/** ISO 8601, UTC */
	readonly at: string;
};

/** The statement of what was destroyed (verklaring van vernietiging), a row for each time. */
export const destructionTable = (rows: readonly DestructionRow[], about: About, locale: Locale): Table => ({
	name: m.retention_statement_title({}, { locale }),
	watermark: watermarkOf(about, locale),
	about: aboutLines(
		about,
		dataHash(rows),
		[[m.retention_statement_count({}, { locale }), formatNumber(rows.length, locale)]],
		locale
	),
	columns: columns.map(({ label, width }) => ({ label: label({}, { locale }), width })),
	rows: rows.map((row) => [
		formatMoment(row.at, locale),
		row.title || m.retention_interview_gone({}, { locale }),
		row.sourceId,
		destroyedLabel(row, locale),
		whyLabel(row.why, locale),
		row.reason,
		row.proposedByName ?? m.retention_by_itself({}, { locale }),
		row.decidedByName ?? m.retention_by_itself({}, { locale })
	])
});

const columns = [
	{ label: m.retention_column_at, width: 20 },
	{ label: m.retention_column_interview, width: 18 },
	{ label: m.retention_column_id, width: 38 },
	{ label: m.retention_column_what, width: 34 },
	{ label: m.retention_column_why, width: 24 },
	{ label: m.retention_column_reason, width: 40 },
	{ label: m.retention_column_proposed, width: 18 },
	{ label: m.retention_column_decided, width: 18 }
];
