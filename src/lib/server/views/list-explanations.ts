import { momentOf, toPage, type Page } from '../../contract/cursor.ts';
import { listExplanationsQuery, type ExplanationAnswer } from '../../contract/explanation.ts';
import { parse } from '../../contract/parse.ts';
import { ok, type Result } from '../../domain/problem.ts';
import { may } from '../../domain/project/membership.ts';
import type { Context } from '../access/context.ts';
import { permit } from '../access/permit.ts';
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
