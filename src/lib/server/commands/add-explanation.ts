import { addExplanationInput } from '../../contract/explanation.ts';
import { parse } from '../../contract/parse.ts';
import { areaPath } from '../../domain/area/area.ts';
import { failAll, ok, type Result } from '../../domain/problem.ts';
import { foreignReferences } from '../../domain/project/references.ts';
import { audit } from '../access/audit.ts';
import type { Context } from '../access/context.ts';
import { check, permit } from '../access/permit.ts';
import { insertExplanation } from '../store/explanations.ts';
import { loadFrame } from '../store/frame.ts';
import { inTransaction } from '../store/transaction.ts';

/** Adds why a figure, or a difference between rounds, may be so. Nobody was asked yet whether they recognise it. */
export const addExplanation = async (
	context: Context,
	projectId: string,
	input: unknown
): Promise<Result<{ id: string }>> => {
	const parsed = parse(addExplanationInput, input);
	if (!parsed.ok) return parsed;
	const permitted = await permit(context, projectId, 'explanation.write');
	if (!permitted.ok) return permitted;
	const { project } = permitted.value;
	const { areaId, indicatorId, fromWaveId, toWaveId } = parsed.value;
	const stored = await inTransaction(context.db, async (trx): Promise<Result<{ id: string }>> => {
		const frame = await loadFrame(trx, project.id);
		const foreign = foreignReferences({ area: frame.areas, indicator: frame.indicators, wave: frame.waves }, [
			{ kind: 'area', field: 'areaId', ids: [areaId] },
			{ kind: 'indicator', field: 'indicatorId', ids: [indicatorId] },
			{ kind: 'wave', field: 'fromWaveId', ids: [fromWaveId] },
			{ kind: 'wave', field: 'toWaveId', ids: [toWaveId] }
		]);
		if (foreign.length > 0) return failAll(foreign);
		const path = areaPath(frame.areas, areaId).map(({ id }) => id);
		const inArea = check(permitted.value, 'explanation.write', { areaPath: path });
		if (!inArea.ok) return inArea;
		const id = context.newId();
		const made = { by: context.actor.userId, at: context.now() };
		await insertExplanation(trx, project.id, { ...parsed.value, id, recognised: null }, made);
		await audit(context, trx, project.id, 'explanation.add', { kind: 'explanation', id });
		return ok({ id });
	});
	if (stored.ok)
		context.publish({
			projectId: project.id,
			kind: 'explanation',
			change: 'added',
			ids: [stored.value.id],
			actorId: context.actor.userId
		});
	return stored;
};
