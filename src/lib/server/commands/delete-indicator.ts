import { deleteIndicatorQuery } from '../../contract/indicator.ts';
import { parse } from '../../contract/parse.ts';
import { fail, ok, type Result } from '../../domain/problem.ts';
import { checkUnused } from '../../domain/project/usage.ts';
import type { Context } from '../access/context.ts';
import { deleteIndicator as remove, listIndicators } from '../store/indicators.ts';
import { usageOfIndicator } from '../store/usage.ts';
import { changeFrame } from './change-frame.ts';

/** Deletes an indicator that no code or explanation uses; its values go along only when that is asked. */
export const deleteIndicator = async (
	context: Context,
	projectId: string,
	indicatorId: string,
	query: unknown = {}
): Promise<Result<null>> => {
	const parsed = parse(deleteIndicatorQuery, query);
	if (!parsed.ok) return parsed;
	return changeFrame(context, projectId, { part: 'indicator', change: 'removed' }, async (trx, project) => {
		const indicators = await listIndicators(trx, project.id);
		if (!indicators.some(({ id }) => id === indicatorId)) return fail('frame-part-unknown', { kind: 'indicator' });
		const { observations = 0, ...others } = await usageOfIndicator(trx, indicatorId);
		const unused = checkUnused(parsed.value.observations === 'delete' ? others : { observations, ...others });
		if (!unused.ok) return unused;
		await remove(trx, project.id, indicatorId);
		return ok({ ids: [indicatorId], answer: null });
	});
};
