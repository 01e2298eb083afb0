import { parse } from '../../contract/parse.ts';
import { updateStudyInput, type StudyAnswer } from '../../contract/study.ts';
import { fail, failAll, ok, type Result } from '../../domain/problem.ts';
import { foreignReferences } from '../../domain/project/references.ts';
import { withChanges } from '../../domain/with-changes.ts';
import type { Context } from '../access/context.ts';
import { listAreas } from '../store/areas.ts';
import { listStudies, updateStudy as save } from '../store/studies.ts';
import { changeFrame } from './change-frame.ts';

/** Changes a part of the research. */
export const updateStudy = async (
	context: Context,
	projectId: string,
	studyId: string,
	input: unknown
): Promise<Result<StudyAnswer>> => {
	const parsed = parse(updateStudyInput, input);
	if (!parsed.ok) return parsed;
	const what = { part: 'study', change: 'changed', name: parsed.value.name } as const;
	return changeFrame(context, projectId, what, async (trx, project) => {
		const before = (await listStudies(trx, project.id)).find(({ id }) => id === studyId);
		if (!before) return fail('frame-part-unknown', { kind: 'study' });
		const study = withChanges(before, parsed.value);
		const area = await listAreas(trx, project.id);
		const foreign = foreignReferences({ area }, [{ kind: 'area', field: 'areaId', ids: [study.areaId] }]);
		if (foreign.length > 0) return failAll(foreign);
		await save(trx, project.id, study);
		return ok({ ids: [study.id], answer: study });
	});
};
