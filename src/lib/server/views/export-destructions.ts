import { exportDestructionsQuery, mediaTypes } from '../../contract/export.ts';
import { parse } from '../../contract/parse.ts';
import { ok, type Result } from '../../domain/problem.ts';
import { areasFor } from '../../domain/project/membership.ts';
import { destructionDocument } from '../../report/destruction-document.ts';
import { destructionTable, type DestructionRow } from '../../report/destruction-table.ts';
import { toCsv } from '../../report/to-csv.ts';
import type { Locale } from '../../words/locale.ts';
import { audit } from '../access/audit.ts';
import type { Context } from '../access/context.ts';
import { permit } from '../access/permit.ts';
import { listDestroyed } from '../store/destructions.ts';
import { bytesOf } from './document-bytes.ts';
import { aboutOf, exportName, type ExportedFile } from './exported-file.ts';

const mostLines = 100_000; // more than any project destroys

/** The statement of what was destroyed (R18): what, when, why and by whom, and nothing of what was in it. */
export const exportDestructions = async (
	context: Context,
	projectId: string,
	query: unknown,
	locale: Locale
): Promise<Result<ExportedFile>> => {
	const permitted = await permit(context, projectId, 'key.destroy');
	if (!permitted.ok) return permitted;
	const parsed = parse(exportDestructionsQuery, query);
	if (!parsed.ok) return parsed;
	const { project, access } = permitted.value;
	const { format } = parsed.value;
	const isEverywhere = areasFor(access, 'key.destroy') === 'all';
	const lines = await listDestroyed(context.db, project.id, access, { isEverywhere, most: mostLines });
	const rows = lines.map(({ at, title, ...line }): DestructionRow => ({
		...line,
		title: title ?? '',
		at: at.toISOString()
	}));
	const now = context.now();
	const about = aboutOf(project, now);
	const table = destructionTable(rows, about, locale);
	const bytes =
		format === 'csv' ? toCsv(table, locale) : await bytesOf(context, destructionDocument(table, about, locale), format);
	await audit(context, context.db, project.id, 'export.destructions', { kind: 'project', id: project.id });
	return ok({ name: exportName([table.name, project.name], now, format), type: mediaTypes[format], bytes });
};
