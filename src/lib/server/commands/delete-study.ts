import { fail, ok, type Result } from '../../domain/problem.ts';
import { checkUnused } from '../../domain/project/usage.ts';
import type { Context } from '../access/context.ts';
import { checkStudy } from '../access/study-permit.ts';
import { listAreas } from '../store/areas.ts';
import { deleteStudy as remove, listStudies } from '../store/studies.ts';
import { usageOfStudy } from '../store/usage.ts';
import { changeFrame } from './change-frame.ts';

/** Deletes a part of the research without interviews, tables and findings. */
export const deleteStudy = (context: Context, projectId: string, studyId: string): Promise<Result<null>> =>
	changeFrame(
		context,
		projectId,
		{ part: 'study', change: 'removed', action: 'study.write' },
		async (trx, project, access) => {
			const study = (await listStudies(trx, project.id)).find(({ id }) => id === studyId);
			if (!study) return fail('frame-part-unknown', { kind: 'study' });
			const areas = await listAreas(trx, project.id);
			const allowed = checkStudy(access, areas, study);
			if (!allowed.ok) return allowed;
			const unused = checkUnused(await usageOfStudy(trx, studyId));
			if (!unused.ok) return unused;
			await remove(trx, project.id, studyId);
			return ok({ ids: [studyId], answer: null });
		}
	);
