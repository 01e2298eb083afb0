import { sql } from 'kysely';
import type { FigureImportId, ProjectId, UserId } from '../../domain/project/ids.ts';
import type { Db } from './database.ts';

/** An import of figures, as the list shows it. */
export type FigureImport = {
	readonly id: FigureImportId;
	/** where the figures came from, as somebody said; '' = nobody did */
	readonly source: string;
	readonly added: number;
	readonly changed: number;
	readonly importedBy: UserId;
	readonly importedByName: string;
	readonly importedAt: Date;
	readonly undoneByName: string | null;
	readonly undoneAt: Date | null;
};

/** Keeps that figures were taken in. */
export const insertFigureImport = async (
	trx: Db,
	projectId: ProjectId,
	made: Pick<FigureImport, 'id' | 'source' | 'added' | 'changed'> & { readonly by: UserId; readonly at: Date }
): Promise<void> => {
	await trx
		.insertInto('figure_imports')
		.values({
			id: made.id,
			project_id: projectId,
			source_name: made.source,
			added: made.added,
			changed: made.changed,
			imported_by: made.by,
			imported_at: made.at
		})
		.execute();
};

/** Imports of figures, the last first; `limit` of them after a place. */
export const listFigureImports = async (
	db: Db,
	projectId: ProjectId,
	{ after, limit }: { readonly after: readonly [at: string, id: string] | null; readonly limit: number }
): Promise<readonly FigureImport[]> => {
	const rows = await importsIn(db, projectId)
		.$if(after !== null, (query) =>
			query.where(sql<boolean>`(imported_at, imports.id) < (${after?.[0]}::timestamptz, ${after?.[1]}::uuid)`)
		)
		.orderBy('imported_at', 'desc')
		.orderBy('imports.id', 'desc')
		.limit(limit)
		.execute();
	return rows.map(toImport);
};

/** One import of figures; null when there is none of this id. */
export const findFigureImport = async (
	db: Db,
	projectId: ProjectId,
	id: FigureImportId
): Promise<FigureImport | null> => {
	const row = await importsIn(db, projectId).where('imports.id', '=', id).executeTakeFirst();
	return row ? toImport(row) : null;
};

/** Keeps that an import was taken back. */
export const markImportUndone = async (
	trx: Db,
	id: FigureImportId,
	undone: { readonly by: UserId; readonly at: Date }
): Promise<void> => {
	await trx
		.updateTable('figure_imports')
		.set({ undone_by: undone.by, undone_at: undone.at })
		.where('id', '=', id)
		.execute();
};

const importsIn = (db: Db, projectId: ProjectId) =>
	db
		.selectFrom('figure_imports as imports')
		.innerJoin('users as importers', 'importers.id', 'imports.imported_by')
		.leftJoin('users as undoers', 'undoers.id', 'imports.undone_by')
		.select(['imports.id', 'source_name', 'added', 'changed', 'imported_by', 'imported_at', 'undone_at'])
		.select(['importers.name as imported_by_name', 'undoers.name as undone_by_name'])
		.where('imports.project_id', '=', projectId);

type Row = Awaited<ReturnType<ReturnType<typeof importsIn>['execute']>>[number];

const toImport = (row: Row): FigureImport => ({
	id: row.id,
	source: row.source_name,
	added: row.added,
	changed: row.changed,
	importedBy: row.imported_by,
	importedByName: row.imported_by_name,
	importedAt: row.imported_at,
	undoneByName: row.undone_by_name,
	undoneAt: row.undone_at
});
