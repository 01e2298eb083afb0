import { updateStudyInput, type StudyAnswer } from '../../contract/study.ts';
import { fail, failAll, ok, type Result } from '../../domain/problem.ts';
import { foreignReferences } from '../../domain/project/references.ts';
import { withChanges } from '../../domain/with-changes.ts';
import type { Context } from '../access/context.ts';
import { checkStudy } from '../access/study-permit.ts';
import { listAreas } from '../store/areas.ts';
import { listStudies, updateStudy as save } from '../store/studies.ts';
import { changeFrame } from './change-frame.ts';
import { parseWords } from './parse-words.ts';

/** Changes a part of the research. Whoever sends the version that was seen is refused when somebody changed it since. */
export const updateStudy = async (
	context: Context,
	projectId: string,
	studyId: string,
	input: unknown
): Promise<Result<StudyAnswer>> => {
	const parsed = parseWords(updateStudyInput, input);
	if (!parsed.ok) return parsed;
	const { version, ...changes } = parsed.value;
	const what = { part: 'study', change: 'changed', name: changes.name, action: 'study.write' } as const;
	return changeFrame(context, projectId, what, async (trx, project, access) => {
		const before = (await listStudies(trx, project.id)).find(({ id }) => id === studyId);
		if (!before) return fail('frame-part-unknown', { kind: 'study' });
		const changed = withChanges(before, changes);
		const area = await listAreas(trx, project.id);
		const foreign = foreignReferences({ area }, [{ kind: 'area', field: 'areaId', ids: [changed.areaId] }]);
		if (foreign.length > 0) return failAll(foreign);
		for (const study of [before, changed]) {
			const allowed = checkStudy(access, area, study);
			if (!allowed.ok) return allowed;
		}
		if (version !== undefined && version !== before.version)
			return fail('study-changed', { version, present: before.version }, 'version');
		if (changed === before) return ok({ ids: [], answer: before });
		const study = { ...changed, version: before.version + 1 };
		await save(trx, project.id, study);
		return ok({ ids: [study.id], answer: study });
	});
};
