import { exportMemosQuery, mediaTypes } from '../../contract/export.ts';
import { parse } from '../../contract/parse.ts';
import { mentionPath, withheldLabel, type MemoReference } from '../../domain/memo/references.ts';
import { ok, type Result } from '../../domain/problem.ts';
import { memoDocument } from '../../report/memo-document.ts';
import { memoTable } from '../../report/memo-table.ts';
import { toCsv } from '../../report/to-csv.ts';
import { toXlsx } from '../../report/to-xlsx.ts';
import type { Locale } from '../../words/locale.ts';
import { audit } from '../access/audit.ts';
import type { Context } from '../access/context.ts';
import { memoMaterial } from '../access/memo-material.ts';
import { dataChangedAt } from '../store/data-changed.ts';
import { sayPassedCheckOf } from './export-check.ts';
import { aboutOf, exportName, type ExportedFile } from './exported-file.ts';

/**
 * Takes away the memos and notes of codings that this person may read: as a table, or as a text to read, in which mentions
 * lead to their place in the program at `site`. What could point to somebody can be confirmed before.
 */
export const exportMemos = async (
	context: Context,
	projectId: string,
	query: unknown,
	locale: Locale,
	site = ''
): Promise<Result<ExportedFile>> => {
	const parsed = parse(exportMemosQuery, query);
	if (!parsed.ok) return parsed;
	const { format, confirmation, kind: memoKind, ...filter } = parsed.value;
	const asked = { ...filter, ...(memoKind !== undefined && { memoKind }) };
	const loaded = await memoMaterial(context, projectId, asked);
	if (!loaded.ok) return loaded;
	const { rows, material } = loaded.value;
	const { project } = material;
	const given = { confirmationId: confirmation };
	const check = await sayPassedCheckOf(context, { kind: 'memos', ...asked }, material, given, locale);
	if (!check.ok) return check;
	const now = context.now();
	const changedAt = await dataChangedAt(context.db, project.id, { areaIds: null, reportId: null });
	const told = aboutOf(project, changedAt, check.value);
	const addressOf = (reference: MemoReference) =>
		reference.label === withheldLabel ? null : `${site}${mentionPath(project.id, reference)}`;
	const table = memoTable(rows, told, locale);
	const bytes = {
		csv: () => toCsv(table, locale),
		xlsx: () => toXlsx([table], locale),
		md: () => new TextEncoder().encode(memoDocument(rows, told, addressOf, locale))
	};
	const file = await bytes[format]();
	await audit(context, context.db, project.id, 'export.memos', { kind: 'project', id: project.id });
	return ok({ name: exportName([table.name, project.name], now, format), type: mediaTypes[format], bytes: file });
};
