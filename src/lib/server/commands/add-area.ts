import { addAreaInput, type AreaAnswer } from '../../contract/area.ts';
import { toAreaAnswer } from '../../contract/frame-answer.ts';
import { parse } from '../../contract/parse.ts';
import { checkArea } from '../../domain/area/check-area.ts';
import { ok, type Result } from '../../domain/problem.ts';
import type { Context } from '../access/context.ts';
import { insertArea, listAreas } from '../store/areas.ts';
import { changeFrame } from './change-frame.ts';

/** Adds a place to a project, in a larger one or on its own. */
export const addArea = async (context: Context, projectId: string, input: unknown): Promise<Result<AreaAnswer>> => {
	const parsed = parse(addAreaInput, input);
	if (!parsed.ok) return parsed;
	const what = { part: 'area', change: 'added', name: parsed.value.name } as const;
	return changeFrame(context, projectId, what, async (trx, project) => {
		const areas = await listAreas(trx, project.id);
		const area = { id: context.newId(), ...parsed.value };
		const checked = checkArea(areas, area);
		if (!checked.ok) return checked;
		await insertArea(trx, project.id, area, areas.length);
		return ok({ ids: [area.id], answer: toAreaAnswer(area) });
	});
};
