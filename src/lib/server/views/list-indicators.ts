import { slice, type Page } from '../../contract/cursor.ts';
import { toIndicatorAnswer } from '../../contract/frame-answer.ts';
import { listIndicatorsQuery, type IndicatorAnswer } from '../../contract/indicator.ts';
import { parse } from '../../contract/parse.ts';
import type { Result } from '../../domain/problem.ts';
import type { Context } from '../access/context.ts';
import { permit } from '../access/permit.ts';
import { listIndicators as readIndicators } from '../store/indicators.ts';

/** The indicators of the kernset in their order, all or of one pillar, a page at a time. */
export const listIndicators = async (
	context: Context,
	projectId: string,
	query: unknown
): Promise<Result<Page<IndicatorAnswer>>> => {
	const permitted = await permit(context, projectId, 'frame.read');
	if (!permitted.ok) return permitted;
	const parsed = parse(listIndicatorsQuery, query);
	if (!parsed.ok) return parsed;
	const { pillarId, ...paging } = parsed.value;
	const indicators = await readIndicators(context.db, permitted.value.project.id);
	const shown = indicators.filter((indicator) => pillarId === undefined || indicator.pillarId === pillarId);
	return slice(shown.map(toIndicatorAnswer), paging, ({ id }) => id);
};
