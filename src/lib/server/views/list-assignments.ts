import { toAssignmentAnswer } from '../../contract/assignment-answer.ts';
import { listAssignmentsQuery, type AssignmentAnswer } from '../../contract/assignment.ts';
import { fromCursor, toPage, type Page } from '../../contract/cursor.ts';
import { parse } from '../../contract/parse.ts';
import { fail, ok, type Result } from '../../domain/problem.ts';
import type { Context } from '../access/context.ts';
import { isUuid, permit } from '../access/permit.ts';
import { targetOf } from '../access/source-permit.ts';
import { listAssignments as read } from '../store/assignments.ts';
import { findPseudonymSettings } from '../store/pseudonym-work.ts';

/** Who does what on the sources that this person may see, a page at a time. */
export const listAssignments = async (
	context: Context,
	projectId: string,
	query: unknown
): Promise<Result<Page<AssignmentAnswer>>> => {
	const permitted = await permit(context, projectId, 'source.list');
	if (!permitted.ok) return permitted;
	const parsed = parse(listAssignmentsQuery, query);
	if (!parsed.ok) return parsed;
	const { cursor, limit, ...filter } = parsed.value;
	const after = fromCursor<[string]>(cursor, ['text']);
	if (!after.ok) return after;
	const [id] = after.value ?? [null];
	if (id !== null && !isUuid(id)) return fail('cursor-invalid', undefined, 'cursor');
	const { project, access } = permitted.value;
	const page = toPage(await read(context.db, project.id, access, filter, id, limit + 1), limit, (row) => [row.id]);
	const settings = await findPseudonymSettings(context.db, project.id);
	return ok({
		...page,
		items: page.items.map((row) => toAssignmentAnswer(row, access, targetOf(row.source), settings))
	});
};
