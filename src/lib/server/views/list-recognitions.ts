import { momentOf, toPage, type Page } from '../../contract/cursor.ts';
import { listRecognitionsQuery, type RecognitionAnswer } from '../../contract/explanation.ts';
import { parse } from '../../contract/parse.ts';
import { ok, type Result } from '../../domain/problem.ts';
import type { Context } from '../access/context.ts';
import { permit } from '../access/permit.ts';
import { pageOfRecognitions } from '../store/recognitions.ts';
import { areasOfReader } from './areas-of-reader.ts';

/** Whether people know the explanations: the answers of all, or of one, in the order in which they were given. */
export const listRecognitions = async (
	context: Context,
	projectId: string,
	query: unknown
): Promise<Result<Page<RecognitionAnswer>>> => {
	const permitted = await permit(context, projectId, 'explanation.read');
	if (!permitted.ok) return permitted;
	const parsed = parse(listRecognitionsQuery, query);
	if (!parsed.ok) return parsed;
	const { cursor, limit, explanationId } = parsed.value;
	const after = momentOf(cursor);
	if (!after.ok) return after;
	const areaIds = await areasOfReader(context.db, permitted.value, 'explanation.read');
	const rows = await pageOfRecognitions(context.db, permitted.value.project.id, {
		explanationId,
		areaIds,
		after: after.value,
		limit: limit + 1
	});
	return ok(toPage(rows, limit, ({ createdAt, id }) => [createdAt, id]));
};
