import { listCodingBatchesQuery, type CodingBatchItem } from '../../contract/coding-batch.ts';
import { fromCursor, toPage, type Page } from '../../contract/cursor.ts';
import { parse } from '../../contract/parse.ts';
import { ok, type Result } from '../../domain/problem.ts';
import type { Context } from '../access/context.ts';
import { permit } from '../access/permit.ts';
import { listBatches } from '../store/coding-batches.ts';

/** What this person coded by many passages at once, the newest first: to take it back also after a reload. */
export const listCodingBatches = async (
	context: Context,
	projectId: string,
	query: unknown
): Promise<Result<Page<CodingBatchItem>>> => {
	const permitted = await permit(context, projectId, 'coding.read');
	if (!permitted.ok) return permitted;
	const parsed = parse(listCodingBatchesQuery, query);
	if (!parsed.ok) return parsed;
	const { cursor, limit } = parsed.value;
	const after = fromCursor<[string]>(cursor, ['id']);
	if (!after.ok) return after;
	const rows = await listBatches(context.db, permitted.value.project.id, context.actor.userId, {
		after: after.value?.[0] ?? null,
		limit: limit + 1
	});
	const items = rows.map(({ madeAt, ...batch }) => ({ ...batch, madeAt: madeAt.toISOString() }));
	return ok(toPage(items, limit, ({ id }) => [id]));
};
