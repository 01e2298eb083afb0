import { fromCursor, toPage, type Page } from '../../contract/cursor.ts';
import { parse } from '../../contract/parse.ts';
import { listSourceImportsQuery, type SourceImportItem } from '../../contract/source-import.ts';
import { fail, ok, type Result } from '../../domain/problem.ts';
import type { SourceImport } from '../../domain/source/source-import.ts';
import type { Context } from '../access/context.ts';
import { isUuid, permit } from '../access/permit.ts';
import { findImport, listImports } from '../store/import-jobs.ts';

/** How far an import of this person is, file by file. */
export const readSourceImport = async (
	context: Context,
	projectId: string,
	importId: string
): Promise<Result<SourceImport>> => {
	const permitted = await permit(context, projectId, 'project.read');
	if (!permitted.ok) return permitted;
	const { id } = permitted.value.project;
	const found = isUuid(importId) ? await findImport(context.db, id, context.actor.userId, importId) : null;
	return found ? ok(found) : fail('import-unknown');
};

/** The imports of this person, the newest first: to see after a reload how far they are. */
export const listSourceImports = async (
	context: Context,
	projectId: string,
	query: unknown
): Promise<Result<Page<SourceImportItem>>> => {
	const permitted = await permit(context, projectId, 'project.read');
	if (!permitted.ok) return permitted;
	const parsed = parse(listSourceImportsQuery, query);
	if (!parsed.ok) return parsed;
	const { cursor, limit } = parsed.value;
	const read = fromCursor<[string]>(cursor, ['text']);
	if (!read.ok) return read;
	const after = read.value?.[0] ?? null;
	if (after !== null && !isUuid(after)) return fail('cursor-invalid', undefined, 'cursor');
	const rows = await listImports(context.db, permitted.value.project.id, context.actor.userId, {
		after,
		limit: limit + 1
	});
	const items = rows.map(({ madeAt, ...row }) => ({
		...row,
		madeAt: madeAt.toISOString(),
		isDone: row.waiting + row.reading === 0
	}));
	return ok(toPage(items, limit, ({ id }) => [id]));
};
