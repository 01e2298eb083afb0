import { updateAreaInput, type AreaAnswer } from '../../contract/area.ts';
import { toAreaAnswer } from '../../contract/frame-answer.ts';
import { parse } from '../../contract/parse.ts';
import { checkArea } from '../../domain/area/check-area.ts';
import { movedTo } from '../../domain/order.ts';
import { fail, ok, type Result } from '../../domain/problem.ts';
import { withChanges } from '../../domain/with-changes.ts';
import type { Context } from '../access/context.ts';
import { listAreas, updateArea as save } from '../store/areas.ts';
import { storeOrder } from '../store/frame.ts';
import { changeFrame } from './change-frame.ts';

/** Changes a place: its names, kind, codes, where it lies, and its place in the list. */
export const updateArea = async (
	context: Context,
	projectId: string,
	areaId: string,
	input: unknown
): Promise<Result<AreaAnswer>> => {
	const parsed = parse(updateAreaInput, input);
	if (!parsed.ok) return parsed;
	const { place, ...changes } = parsed.value;
	const what = { part: 'area', change: 'changed', name: changes.name } as const;
	return changeFrame(context, projectId, what, async (trx, project) => {
		const areas = await listAreas(trx, project.id);
		const before = areas.find(({ id }) => id === areaId);
		if (!before) return fail('frame-part-unknown', { kind: 'area' });
		const area = withChanges(before, changes);
		const checked = checkArea(areas, area);
		if (!checked.ok) return checked;
		await save(trx, project.id, area);
		const ids = areas.map(({ id }) => id);
		if (place !== undefined) await storeOrder(trx, 'areas', project.id, movedTo(ids, area.id, place));
		return ok({ ids: [area.id], answer: toAreaAnswer(area) });
	});
};
