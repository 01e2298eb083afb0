import { saveObservationInput, type ObservationAnswer } from '../../contract/observation.ts';
import { toObservationAnswer } from '../../contract/observation-answer.ts';
import { parse } from '../../contract/parse.ts';
import { observationFaults } from '../../domain/indicator/check-observation.ts';
import { sourceTestFaults } from '../../domain/indicator/source-test.ts';
import { failAll, fail, ok, type Result } from '../../domain/problem.ts';
import { foreignReferences } from '../../domain/project/references.ts';
import type { Context } from '../access/context.ts';
import { loadFrame } from '../store/frame.ts';
import { listObservations } from '../store/observations.ts';
import { changeFrame } from './change-frame.ts';
import { keepObservations } from './keep-observations.ts';

/** Stores one value of the kernset as it was edited on the screen; what stood in its cell is replaced. */
export const saveObservation = async (
	context: Context,
	projectId: string,
	input: unknown
): Promise<Result<ObservationAnswer>> => {
	const parsed = parse(saveObservationInput, input);
	if (!parsed.ok) return parsed;
	const observation = parsed.value;
	const { indicatorId, areaId, waveId, testedAgainst } = observation;
	return changeFrame(context, projectId, { part: 'observation', change: 'changed' }, async (trx, project) => {
		const { areas, waves, indicators } = await loadFrame(trx, project.id);
		const foreign = foreignReferences({ indicator: indicators, area: areas, wave: waves }, [
			{ kind: 'indicator', field: 'indicatorId', ids: [indicatorId] },
			{ kind: 'area', field: 'areaId', ids: [areaId] },
			{ kind: 'wave', field: 'waveId', ids: [waveId] },
			{ kind: 'wave', field: 'testedAgainst', ids: testedAgainst === null ? [] : [testedAgainst] }
		]);
		if (foreign.length > 0) return failAll(foreign);
		const unit = indicators.find(({ id }) => id === indicatorId)?.unit ?? '';
		const faults = [...observationFaults(observation, unit), ...sourceTestFaults(observation, waveId, waves)];
		if (faults.length > 0)
			return failAll(faults.map(({ field, code, ...more }) => ({ code: `observation-${code}`, ...more, at: field })));
		await keepObservations(context, trx, project.id, [observation]);
		const cell = { indicatorId, areaId, waveId, areaIds: null, after: null, limit: 1 };
		const [stored] = await listObservations(trx, project.id, cell);
		return stored ? ok({ ids: [indicatorId], answer: toObservationAnswer(stored) }) : fail('observation-unknown');
	});
};
