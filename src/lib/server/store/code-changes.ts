import type { CodeId, CodingId, ProjectId, UserId } from '../../domain/project/ids.ts';
import type { Valences } from '../../domain/coding/valence.ts';
import type { Range } from '../../domain/text/range.ts';
import type { Db } from './database.ts';
import type { FollowedMemos } from './save-memo.ts';

/** One coding as a merge found it and as it left it; ids and places, never words. */
export type Grown = {
	readonly id: CodingId;
	readonly before: Place;
	readonly after: Place;
	/** its memo was empty and it took over that of another */
	readonly tookMemo: boolean;
};
export type Place = { readonly range: Range; readonly valences: Valences; readonly isImportant: boolean };

/** How a merge is taken back. */
export type MergeBack = {
	readonly fromCodeId: CodeId;
	readonly intoCodeId: CodeId;
	/** the step in which the code and the united codings went */
	readonly deletionId: string;
	readonly moved: readonly CodingId[];
	readonly grown: readonly Grown[];
	readonly children: readonly { readonly id: CodeId; readonly place: number }[];
	/** synonyms that the code that stays got by the merge */
	readonly synonyms: readonly string[];
	/** absent in merges from before there were memos */
	readonly memos?: FollowedMemos;
};

/** A merge that was made in a project. */
export type CodeChange = { readonly id: string; readonly wayBack: MergeBack; readonly isUndone: boolean };

/** Notes a merge with its way back. */
export const insertCodeChange = async (
	trx: Db,
	projectId: ProjectId,
	{ id, by, at, wayBack }: { id: string; by: UserId; at: Date; wayBack: MergeBack }
): Promise<void> => {
	await trx
		.insertInto('code_changes')
		.values({
			id,
			project_id: projectId,
			kind: 'merge',
			made_by: by,
			made_at: at,
			way_back: JSON.stringify(wayBack),
			undone_at: null
		})
		.execute();
};

/** A merge of this project; held until the transaction ends. */
export const lockCodeChange = async (trx: Db, projectId: ProjectId, id: string): Promise<CodeChange | null> => {
	const row = await trx
		.selectFrom('code_changes')
		.select(['id', 'way_back', 'undone_at'])
		.where('project_id', '=', projectId)
		.where('id', '=', id)
		.forUpdate()
		.executeTakeFirst();
	// Written by insertCodeChange above, and by nothing else.
	return row ? { id: row.id, wayBack: row.way_back as MergeBack, isUndone: row.undone_at !== null } : null;
};

/** Notes that a merge was taken back. */
export const markUndone = async (trx: Db, id: string, at: Date): Promise<void> => {
	await trx.updateTable('code_changes').set({ undone_at: at }).where('id', '=', id).execute();
};
