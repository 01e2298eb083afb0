import { addStudyInput, type StudyAnswer } from '../../contract/study.ts';
import { failAll, ok, type Result } from '../../domain/problem.ts';
import { foreignReferences } from '../../domain/project/references.ts';
import type { Context } from '../access/context.ts';
import { checkStudy } from '../access/study-permit.ts';
import { listAreas } from '../store/areas.ts';
import { insertStudy } from '../store/studies.ts';
import { changeFrame } from './change-frame.ts';
import { parseWords } from './parse-words.ts';

/** Adds a part of the research, in one area or in all. */
export const addStudy = async (context: Context, projectId: string, input: unknown): Promise<Result<StudyAnswer>> => {
	const parsed = parseWords(addStudyInput, input);
	if (!parsed.ok) return parsed;
	const what = { part: 'study', change: 'added', name: parsed.value.name, action: 'study.write' } as const;
	return changeFrame(context, projectId, what, async (trx, project, access) => {
		const study = { id: context.newId(), ...parsed.value, version: 1 };
		const area = await listAreas(trx, project.id);
		const foreign = foreignReferences({ area }, [{ kind: 'area', field: 'areaId', ids: [study.areaId] }]);
		if (foreign.length > 0) return failAll(foreign);
		const allowed = checkStudy(access, area, study);
		if (!allowed.ok) return allowed;
		await insertStudy(trx, project.id, study);
		return ok({ ids: [study.id], answer: study });
	});
};
