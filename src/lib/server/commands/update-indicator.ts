import { toIndicatorAnswer } from '../../contract/frame-answer.ts';
import { updateIndicatorInput, type IndicatorAnswer } from '../../contract/indicator.ts';
import { parse } from '../../contract/parse.ts';
import { movedTo } from '../../domain/order.ts';
import { fail, failAll, ok, type Result } from '../../domain/problem.ts';
import { foreignReferences } from '../../domain/project/references.ts';
import { withChanges } from '../../domain/with-changes.ts';
import type { Context } from '../access/context.ts';
import { storeOrder } from '../store/frame.ts';
import { listIndicators, updateIndicator as save } from '../store/indicators.ts';
import { listPillars } from '../store/pillars.ts';
import { changeFrame } from './change-frame.ts';

/** Changes an indicator, also its place in the kernset. Its values stay as they are. */
export const updateIndicator = async (
	context: Context,
	projectId: string,
	indicatorId: string,
	input: unknown
): Promise<Result<IndicatorAnswer>> => {
	const parsed = parse(updateIndicatorInput, input);
	if (!parsed.ok) return parsed;
	const { place, ...changes } = parsed.value;
	const what = { part: 'indicator', change: 'changed', name: changes.key } as const;
	return changeFrame(context, projectId, what, async (trx, project) => {
		const indicators = await listIndicators(trx, project.id);
		const before = indicators.find(({ id }) => id === indicatorId);
		if (!before) return fail('frame-part-unknown', { kind: 'indicator' });
		const indicator = withChanges(before, changes);
		const pillar = await listPillars(trx, project.id);
		const foreign = foreignReferences({ pillar }, [{ kind: 'pillar', field: 'pillarId', ids: [indicator.pillarId] }]);
		if (foreign.length > 0) return failAll(foreign);
		await save(trx, project.id, indicator);
		const ids = indicators.map(({ id }) => id);
		if (place !== undefined) await storeOrder(trx, 'indicators', project.id, movedTo(ids, indicator.id, place));
		return ok({ ids: [indicator.id], answer: toIndicatorAnswer(indicator) });
	});
};
