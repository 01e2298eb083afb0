import { toPillarAnswer } from '../../contract/frame-answer.ts';
import { parse } from '../../contract/parse.ts';
import { updatePillarInput, type PillarAnswer } from '../../contract/pillar.ts';
import { absentIn } from '../../domain/indicator/pillar.ts';
import { movedTo } from '../../domain/order.ts';
import { fail, failAll, ok, type Result } from '../../domain/problem.ts';
import { foreignReferences } from '../../domain/project/references.ts';
import { withChanges } from '../../domain/with-changes.ts';
import type { Context } from '../access/context.ts';
import { listAreas } from '../store/areas.ts';
import { storeOrder } from '../store/frame.ts';
import { listPillars, updatePillar as save } from '../store/pillars.ts';
import { changeFrame } from './change-frame.ts';

/** Changes a pillar: its names, where it is measured, and its place in the list. */
export const updatePillar = async (
	context: Context,
	projectId: string,
	pillarId: string,
	input: unknown
): Promise<Result<PillarAnswer>> => {
	const parsed = parse(updatePillarInput, input);
	if (!parsed.ok) return parsed;
	const { place, areaIds, ...names } = parsed.value;
	const what = { part: 'pillar', change: 'changed', name: names.name } as const;
	return changeFrame(context, projectId, what, async (trx, project) => {
		const pillars = await listPillars(trx, project.id);
		const before = pillars.find(({ id }) => id === pillarId);
		if (!before) return fail('frame-part-unknown', { kind: 'pillar' });
		const area = await listAreas(trx, project.id);
		const foreign = foreignReferences({ area }, [{ kind: 'area', field: 'areaIds', ids: areaIds ?? [] }]);
		if (foreign.length > 0) return failAll(foreign);
		const absences = areaIds === undefined ? undefined : absentIn(area, areaIds);
		const pillar = withChanges(before, { ...names, absentIn: absences });
		await save(trx, project.id, pillar);
		const ids = pillars.map(({ id }) => id);
		if (place !== undefined) await storeOrder(trx, 'pillars', project.id, movedTo(ids, pillar.id, place));
		return ok({ ids: [pillar.id], answer: toPillarAnswer(pillar) });
	});
};
