import { fromCursor, toPage, type Page } from '../../contract/cursor.ts';
import { parse } from '../../contract/parse.ts';
import { toSourceAnswer } from '../../contract/source-answer.ts';
import { listSourcesQuery, type SourceListItem } from '../../contract/source.ts';
import { ok, type Result } from '../../domain/problem.ts';
import type { Context } from '../access/context.ts';
import { permit } from '../access/permit.ts';
import { listSources as read, type SourceKey } from '../store/source-list.ts';

/** The sources of a project that this person may see, by title, a page at a time. */
export const listSources = async (
	context: Context,
	projectId: string,
	query: unknown
): Promise<Result<Page<SourceListItem>>> => {
	const permitted = await permit(context, projectId, 'source.list');
	if (!permitted.ok) return permitted;
	const parsed = parse(listSourcesQuery, query);
	if (!parsed.ok) return parsed;
	const { cursor, limit, ...filter } = parsed.value;
	const after = fromCursor<SourceKey>(cursor, ['id']);
	if (!after.ok) return after;
	const { project, access } = permitted.value;
	const rows = await read(context.db, project.id, access, filter, after.value, limit + 1);
	const page = toPage(rows, limit, ({ id }): SourceKey => [id]);
	return ok({
		...page,
		items: page.items.map((source) => ({ ...toSourceAnswer(source), turns: source.turns, codings: source.codings }))
	});
};
