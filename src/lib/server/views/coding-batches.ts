import type { CodingBatchItem } from '../../contract/coding-batch.ts';
import { pathName } from '../../domain/codebook/codebook.ts';
import { ok, type Result } from '../../domain/problem.ts';
import type { Context } from '../access/context.ts';
import { permit } from '../access/permit.ts';
import { loadCodebook } from '../store/codes.ts';
import { listCodingBatches as list } from '../store/coding-batches.ts';

const recent = 20;

/** The last steps in which this person coded many passages at once; they can be taken back also after a reload. */
export const listCodingBatches = async (
	context: Context,
	projectId: string
): Promise<Result<{ items: CodingBatchItem[]; nextCursor: null }>> => {
	const permitted = await permit(context, projectId, 'coding.apply');
	if (!permitted.ok) return permitted;
	const { project } = permitted.value;
	const batches = await list(context.db, project.id, context.actor.userId, recent);
	const book = await loadCodebook(context.db, project.id);
	return ok({
		items: batches.map(({ id, codeId, madeAt, deletionId, codings, sources }) => ({
			...{ id, codeId, codings, sources },
			codePath: book.byId.has(codeId) ? pathName(book, codeId) : '',
			madeAt: madeAt.toISOString(),
			removed: deletionId !== null
		})),
		nextCursor: null
	});
};
