import { fromCursor, toPage, type Page } from '../../contract/cursor.ts';
import { listExplanationsQuery, type ExplanationAnswer } from '../../contract/explanation.ts';
import { parse } from '../../contract/parse.ts';
import { fail, ok, type Result } from '../../domain/problem.ts';
import { may } from '../../domain/project/membership.ts';
import type { Context } from '../access/context.ts';
import { isUuid, permit } from '../access/permit.ts';
import { pageOfExplanations } from '../store/explanations.ts';
import { areasOfReader } from './areas-of-reader.ts';

/** The possible explanations in the areas of this person, in the order in which they were given, a page at a time. */
export const listExplanations = async (
	context: Context,
	projectId: string,
	query: unknown
): Promise<Result<Page<ExplanationAnswer>>> => {
	const permitted = await permit(context, projectId, 'explanation.read');
	if (!permitted.ok) return permitted;
	const parsed = parse(listExplanationsQuery, query);
	if (!parsed.ok) return parsed;
	const { cursor, limit, ...filter } = parsed.value;
	const after = momentOf(cursor);
	if (!after.ok) return after;
	const { project, access } = permitted.value;
	const areaIds = await areasOfReader(context.db, permitted.value, 'explanation.read');
	const rows = await pageOfExplanations(context.db, project.id, access, {
		...filter,
		areaIds,
		after: after.value,
		limit: limit + 1
	});
	const page = toPage(rows, limit, ({ createdAt, id }) => [createdAt, id]);
	const seesEvidence = may(access, 'source.list');
	return ok({
		...page,
		items: page.items.map((explanation) => ({
			...explanation,
			evidence: seesEvidence ? explanation.evidence : '',
			counterEvidence: seesEvidence ? explanation.counterEvidence : '',
			recognitions: [...explanation.recognitions]
		}))
	});
};

/** The place of something in the order in which things were added. */
export const momentOf = (cursor: string | undefined): Result<readonly [createdAt: string, id: string] | null> => {
	const after = fromCursor<readonly [string, string]>(cursor, ['text', 'text']);
	if (!after.ok || after.value === null) return after;
	const [createdAt, id] = after.value;
	const isMoment = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(createdAt) && !Number.isNaN(Date.parse(createdAt));
	return isMoment && isUuid(id) ? after : fail('cursor-invalid', undefined, 'cursor');
};
