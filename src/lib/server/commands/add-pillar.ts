import { toPillarAnswer } from '../../contract/frame-answer.ts';
import { parse } from '../../contract/parse.ts';
import { addPillarInput, type PillarAnswer } from '../../contract/pillar.ts';
import { failAll, ok, type Result } from '../../domain/problem.ts';
import { absentIn } from '../../domain/indicator/pillar.ts';
import { foreignReferences } from '../../domain/project/references.ts';
import type { Context } from '../access/context.ts';
import { listAreas } from '../store/areas.ts';
import { insertPillars, listPillars } from '../store/pillars.ts';
import { changeFrame } from './change-frame.ts';

/** Adds a pillar as the last, measured in all areas or in some. */
export const addPillar = async (context: Context, projectId: string, input: unknown): Promise<Result<PillarAnswer>> => {
	const parsed = parse(addPillarInput, input);
	if (!parsed.ok) return parsed;
	const { name, shortName, areaIds } = parsed.value;
	return changeFrame(context, projectId, { part: 'pillar', change: 'added', name }, async (trx, project) => {
		const area = await listAreas(trx, project.id);
		const foreign = foreignReferences({ area }, [{ kind: 'area', field: 'areaIds', ids: areaIds ?? [] }]);
		if (foreign.length > 0) return failAll(foreign);
		const pillar = { id: context.newId(), name, shortName, absentIn: absentIn(area, areaIds) };
		await insertPillars(trx, project.id, [pillar], (await listPillars(trx, project.id)).length);
		return ok({ ids: [pillar.id], answer: toPillarAnswer(pillar) });
	});
};
