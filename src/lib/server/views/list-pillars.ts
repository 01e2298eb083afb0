import { slice, type Page } from '../../contract/cursor.ts';
import { toPillarAnswer } from '../../contract/frame-answer.ts';
import { parse } from '../../contract/parse.ts';
import { listPillarsQuery, type PillarAnswer } from '../../contract/pillar.ts';
import type { Result } from '../../domain/problem.ts';
import type { Context } from '../access/context.ts';
import { permit } from '../access/permit.ts';
import { listPillars as readPillars } from '../store/pillars.ts';

/** The pillars of a project in their order, all or those measured in an area, a page at a time. */
export const listPillars = async (
	context: Context,
	projectId: string,
	query: unknown
): Promise<Result<Page<PillarAnswer>>> => {
	const permitted = await permit(context, projectId, 'frame.read');
	if (!permitted.ok) return permitted;
	const parsed = parse(listPillarsQuery, query);
	if (!parsed.ok) return parsed;
	const { areaId, ...paging } = parsed.value;
	const pillars = await readPillars(context.db, permitted.value.project.id);
	const shown = pillars.filter(({ absentIn }) => areaId === undefined || !absentIn.includes(areaId));
	return slice(shown.map(toPillarAnswer), paging, ({ id }) => id);
};
