import { toIndicatorAnswer } from '../../contract/frame-answer.ts';
import { addIndicatorInput, type IndicatorAnswer } from '../../contract/indicator.ts';
import { parse } from '../../contract/parse.ts';
import { defaultThreshold } from '../../domain/indicator/indicator.ts';
import { failAll, ok, type Result } from '../../domain/problem.ts';
import { foreignReferences } from '../../domain/project/references.ts';
import type { Context } from '../access/context.ts';
import { insertIndicators, listIndicators } from '../store/indicators.ts';
import { listPillars } from '../store/pillars.ts';
import { changeFrame } from './change-frame.ts';

/** Adds an indicator to the kernset as the last; without a threshold the default of its kind counts. */
export const addIndicator = async (
	context: Context,
	projectId: string,
	input: unknown
): Promise<Result<IndicatorAnswer>> => {
	const parsed = parse(addIndicatorInput, input);
	if (!parsed.ok) return parsed;
	const { threshold, ...fields } = parsed.value;
	return changeFrame(
		context,
		projectId,
		{ part: 'indicator', change: 'added', name: fields.key },
		async (trx, project) => {
			const pillar = await listPillars(trx, project.id);
			const foreign = foreignReferences({ pillar }, [{ kind: 'pillar', field: 'pillarId', ids: [fields.pillarId] }]);
			if (foreign.length > 0) return failAll(foreign);
			const indicator = {
				id: context.newId(),
				...fields,
				threshold: threshold ?? defaultThreshold(fields.kind, fields.unit)
			};
			await insertIndicators(trx, project.id, [indicator], (await listIndicators(trx, project.id)).length);
			return ok({ ids: [indicator.id], answer: toIndicatorAnswer(indicator) });
		}
	);
};
