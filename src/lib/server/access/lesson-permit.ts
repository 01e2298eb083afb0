import { areaPath, type Area } from '../../domain/area/area.ts';
import { fail, ok, type Result } from '../../domain/problem.ts';
import { may, type Action } from '../../domain/project/membership.ts';
import { maySeeLesson } from '../../domain/report/lesson.ts';
import { listAreas } from '../store/areas.ts';
import type { Db } from '../store/database.ts';
import { findLesson, type ListedLesson } from '../store/lessons.ts';
import type { Context } from './context.ts';
import { isUuid, permit, type Permit } from './permit.ts';

/** A project with its areas, for someone who reads or writes lessons in some of them. */
export type LessonsPermit = Permit & {
	readonly areas: readonly Area[];
	/** whether an action is allowed on what is about an area */
	readonly can: (action: Action, areaId: string) => boolean;
};

/** `permit` for lessons, wherever they are. */
export const permitLessons = async (
	context: Context,
	db: Db,
	projectId: string,
	action: 'publication.read' | 'publication.write'
): Promise<Result<LessonsPermit>> => {
	const permitted = await permit({ ...context, db }, projectId, action);
	if (!permitted.ok) return permitted;
	const { project, access } = permitted.value;
	const areas = await listAreas(db, project.id);
	const readsOnly = context.actor.token?.scope === 'read';
	const can = (other: Action, areaId: string) =>
		!(readsOnly && other === 'publication.write') &&
		may(access, other, { areaPath: areaPath(areas, areaId).map(({ id }) => id) });
	return ok({ ...permitted.value, areas, can });
};

/** `permit` on a lesson. One that this person does not see does not exist for that person. */
export const permitLesson = async (
	context: Context,
	db: Db,
	projectId: string,
	lessonId: string,
	action: 'publication.read' | 'publication.write'
): Promise<Result<LessonsPermit & { readonly lesson: ListedLesson }>> => {
	const permitted = await permitLessons(context, db, projectId, action);
	if (!permitted.ok) return permitted;
	const { project, can } = permitted.value;
	const lesson = isUuid(lessonId) ? await findLesson(db, project.id, lessonId) : null;
	if (!lesson) return fail('lesson-unknown');
	const here = { reads: can('publication.read', lesson.areaId), writes: can('publication.write', lesson.areaId) };
	if (!maySeeLesson(lesson, here)) return fail('lesson-unknown');
	if (action === 'publication.write' && !here.writes) return fail('not-allowed', { action });
	return ok({ ...permitted.value, lesson });
};

/** What somebody may do with a lesson and see of what it rests on. */
export const lessonSight = (
	{ can }: Pick<LessonsPermit, 'can'>,
	{ areaId }: Pick<ListedLesson, 'areaId'>
): { readonly seesEvidence: boolean; readonly mayChange: boolean } => ({
	seesEvidence: can('display.read', areaId) && can('explanation.read', areaId),
	mayChange: can('publication.write', areaId)
});
