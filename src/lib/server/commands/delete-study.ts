import { fail, ok, type Result } from '../../domain/problem.ts';
import { checkUnused } from '../../domain/project/usage.ts';
import type { Context } from '../access/context.ts';
import { deleteStudy as remove, listStudies } from '../store/studies.ts';
import { usageOfStudy } from '../store/usage.ts';
import { changeFrame } from './change-frame.ts';

/** Deletes a part of the research without interviews. */
export const deleteStudy = (context: Context, projectId: string, studyId: string): Promise<Result<null>> =>
	changeFrame(context, projectId, { part: 'study', change: 'removed' }, async (trx, project) => {
		const studies = await listStudies(trx, project.id);
		if (!studies.some(({ id }) => id === studyId)) return fail('frame-part-unknown', { kind: 'study' });
		const unused = checkUnused(await usageOfStudy(trx, studyId));
		if (!unused.ok) return unused;
		await remove(trx, project.id, studyId);
		return ok({ ids: [studyId], answer: null });
	});
