import { fromCursor, toPage, type Page } from '../../contract/cursor.ts';
import { listObservationsQuery, type ObservationAnswer } from '../../contract/observation.ts';
import { toObservationAnswer } from '../../contract/observation-answer.ts';
import { parse } from '../../contract/parse.ts';
import { fail, ok, type Result } from '../../domain/problem.ts';
import type { Context } from '../access/context.ts';
import { permit } from '../access/permit.ts';
import { listObservations as readObservations, type ListedObservation } from '../store/observations.ts';
import { areasWithFigures } from './areas-of-reader.ts';

/** The values of the kernset by indicator, area and round, a page at a time. */
export const listObservations = async (
	context: Context,
	projectId: string,
	query: unknown
): Promise<Result<Page<ObservationAnswer>>> => {
	const permitted = await permit(context, projectId, 'figures.read');
	if (!permitted.ok) return permitted;
	const parsed = parse(listObservationsQuery, query);
	if (!parsed.ok) return parsed;
	const { cursor, limit, ...filter } = parsed.value;
	const after = fromCursor<ListedObservation['key']>(cursor, ['text', 'text', 'number']);
	if (!after.ok) return after;
	if (after.value && !Number.isSafeInteger(after.value[2])) return fail('cursor-invalid', undefined, 'cursor');
	const areaIds = await areasWithFigures(context.db, permitted.value);
	const rows = await readObservations(context.db, permitted.value.project.id, {
		...filter,
		areaIds,
		after: after.value,
		limit: limit + 1
	});
	const page = toPage(rows, limit, ({ key }) => key);
	return ok({ ...page, items: page.items.map(toObservationAnswer) });
};
