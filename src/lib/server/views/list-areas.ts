import { listAreasQuery, type AreaAnswer } from '../../contract/area.ts';
import { slice, type Page } from '../../contract/cursor.ts';
import { toAreaAnswer } from '../../contract/frame-answer.ts';
import { parse } from '../../contract/parse.ts';
import type { Result } from '../../domain/problem.ts';
import type { Context } from '../access/context.ts';
import { permit } from '../access/permit.ts';
import { listAreas as readAreas } from '../store/areas.ts';

/** The places of a project in their order, all or of one kind, a page at a time. */
export const listAreas = async (
	context: Context,
	projectId: string,
	query: unknown
): Promise<Result<Page<AreaAnswer>>> => {
	const permitted = await permit(context, projectId, 'frame.read');
	if (!permitted.ok) return permitted;
	const parsed = parse(listAreasQuery, query);
	if (!parsed.ok) return parsed;
	const { kind, ...paging } = parsed.value;
	const areas = await readAreas(context.db, permitted.value.project.id);
	const shown = areas.filter((area) => kind === undefined || area.kind === kind);
	return slice(shown.map(toAreaAnswer), paging, ({ id }) => id);
};
