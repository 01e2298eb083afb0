import { sql } from 'kysely';
import type { Forerunner } from '../../domain/codebook/lineage.ts';
import type { CodeId, ProjectId, UserId } from '../../domain/project/ids.ts';
import type { Db } from './database.ts';

/** A line of descent, and whether a merge or a split wrote it. */
export type StoredForerunner = Forerunner & { readonly isMerge: boolean; readonly isSplit: boolean };

/** All lines of descent between the codes of a project. */
export const listForerunners = async (db: Db, projectId: ProjectId): Promise<readonly StoredForerunner[]> => {
	const rows = await db
		.selectFrom('code_forerunners')
		.innerJoin('codes', 'codes.id', 'code_forerunners.code_id')
		.leftJoin('code_changes', 'code_changes.id', 'code_forerunners.change_id')
		.select(['code_id', 'forerunner_id', 'code_changes.kind'])
		.where('codes.project_id', '=', projectId)
		.orderBy('code_forerunners.made_at')
		.orderBy('code_id')
		.orderBy('forerunner_id')
		.execute();
	return rows.map((row) => ({
		codeId: row.code_id,
		forerunnerId: row.forerunner_id,
		isMerge: row.kind === 'merge',
		isSplit: row.kind === 'split'
	}));
};

/** Writes lines of descent; what was there already stays as it was. `changeId` = the change that they came from. */
export const insertForerunners = async (
	trx: Db,
	links: readonly Forerunner[],
	{ by, at, changeId }: { readonly by: UserId; readonly at: Date; readonly changeId: string | null }
): Promise<void> => {
	if (links.length === 0) return;
	await trx
		.insertInto('code_forerunners')
		.values(
			links.map(({ codeId, forerunnerId }) => ({
				code_id: codeId,
				forerunner_id: forerunnerId,
				change_id: changeId,
				made_by: by,
				made_at: at
			}))
		)
		.onConflict((conflict) => conflict.columns(['code_id', 'forerunner_id']).doNothing())
		.execute();
};

/** Takes away the lines that people wrote from a code to these; those of a merge or split stay with it. */
export const deleteForerunners = async (trx: Db, codeId: CodeId, forerunnerIds: readonly CodeId[]): Promise<void> => {
	await trx
		.deleteFrom('code_forerunners')
		.where('code_id', '=', codeId)
		.where('forerunner_id', '=', sql<string>`any(${[...forerunnerIds]}::uuid[])`)
		.where('change_id', 'is', null)
		.execute();
};

/** Takes away the lines a merge or split wrote, when it is undone. */
export const deleteForerunnersOfChange = async (trx: Db, changeId: string): Promise<void> => {
	await trx.deleteFrom('code_forerunners').where('change_id', '=', changeId).execute();
};

/** A code that is in the codebook or once was. */
export type NamedCode = { readonly id: CodeId; readonly name: string; readonly isHere: boolean };

/** All codes a project ever had, deleted ones included, by name. */
export const listEveryCode = async (db: Db, projectId: ProjectId): Promise<readonly NamedCode[]> => {
	const rows = await db
		.selectFrom('codes')
		.select(['id', 'name', 'deleted_at'])
		.where('project_id', '=', projectId)
		.orderBy('name')
		.orderBy('id')
		.execute();
	return rows.map(({ id, name, deleted_at }) => ({ id, name, isHere: deleted_at === null }));
};
