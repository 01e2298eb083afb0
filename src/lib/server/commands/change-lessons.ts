import { addLessonInput, updateLessonInput, type LessonAnswer } from '../../contract/lesson.ts';
import { toLessonAnswer } from '../../contract/lesson-answer.ts';
import { fail, failAll, ok, type Problem, type Result } from '../../domain/problem.ts';
import { foreignReferences } from '../../domain/project/references.ts';
import { changeLesson, type Lesson } from '../../domain/report/lesson.ts';
import { audit } from '../access/audit.ts';
import type { Context } from '../access/context.ts';
import { lessonSight, permitLesson, permitLessons, type LessonsPermit } from '../access/lesson-permit.ts';
import type { Db } from '../store/database.ts';
import { listExplanations } from '../store/explanations.ts';
import { loadFrame, lockProject } from '../store/frame.ts';
import { findLesson, insertLesson, updateLesson as save } from '../store/lessons.ts';
import { inTransaction } from '../store/transaction.ts';
import { parseWords } from './parse-words.ts';

type Desk = LessonsPermit & { readonly trx: Db };
type Done = { readonly permitted: LessonsPermit; readonly lessonId: string };

/** Writes down a lesson of an area, as a draft or published at once. */
export const addLesson = async (context: Context, projectId: string, input: unknown): Promise<Result<LessonAnswer>> => {
	const parsed = parseWords(addLessonInput, input);
	if (!parsed.ok) return parsed;
	return change(context, projectId, 'added', async (trx) => {
		const permitted = await permitLessons(context, trx, projectId, 'publication.write');
		if (!permitted.ok) return permitted;
		const { project } = permitted.value;
		const id = context.newId();
		const at = context.now();
		const stamp = { createdBy: context.actor.userId, createdAt: at, changedAt: at };
		const lesson: Lesson = { ...parsed.value, id, ...stamp, version: 1, archivedAt: null };
		const fits = await checkPlaces({ ...permitted.value, trx }, lesson);
		if (!fits.ok) return fits;
		await insertLesson(trx, project.id, lesson);
		await audit(context, trx, project.id, 'lesson.add', { kind: 'lesson', id });
		return ok({ permitted: permitted.value, lessonId: id });
	});
};

/** Changes, publishes or shares a lesson, against the version that was on the screen. */
export const updateLesson = async (
	context: Context,
	projectId: string,
	lessonId: string,
	input: unknown
): Promise<Result<LessonAnswer>> => {
	const parsed = parseWords(updateLessonInput, input);
	if (!parsed.ok) return parsed;
	return change(context, projectId, 'changed', async (trx) => {
		const permitted = await lessonToChange(context, trx, projectId, lessonId);
		if (!permitted.ok) return permitted;
		const { project, lesson } = permitted.value;
		const changed = changeLesson(lesson, parsed.value, context.now());
		if (!changed.ok) return changed;
		if (changed.value === lesson) return ok({ permitted: permitted.value, lessonId });
		const fits = await checkPlaces({ ...permitted.value, trx }, changed.value);
		if (!fits.ok) return fits;
		await save(trx, changed.value);
		await audit(context, trx, project.id, auditActionOf(lesson, changed.value), { kind: 'lesson', id: lessonId });
		return ok({ permitted: permitted.value, lessonId });
	});
};

/** Puts a lesson in the archive; nobody but its authors sees it there. */
export const archiveLesson = async (context: Context, projectId: string, lessonId: string): Promise<Result<null>> => {
	const done = await setArchived(context, projectId, lessonId, context.now());
	return done.ok ? ok(null) : done;
};

/** Takes a lesson out of the archive, as it was. */
export const restoreLesson = (context: Context, projectId: string, lessonId: string): Promise<Result<LessonAnswer>> =>
	setArchived(context, projectId, lessonId, null);

const setArchived = (
	context: Context,
	projectId: string,
	lessonId: string,
	archivedAt: Date | null
): Promise<Result<LessonAnswer>> =>
	change(context, projectId, archivedAt === null ? 'added' : 'removed', async (trx) => {
		const permitted = await lessonToChange(context, trx, projectId, lessonId);
		if (!permitted.ok) return permitted;
		const { project, lesson } = permitted.value;
		if ((lesson.archivedAt === null) !== (archivedAt === null)) {
			await save(trx, { ...lesson, archivedAt, version: lesson.version + 1 });
			const action = archivedAt === null ? 'lesson.restore' : 'lesson.archive';
			await audit(context, trx, project.id, action, { kind: 'lesson', id: lessonId });
		}
		return ok({ permitted: permitted.value, lessonId });
	});

/** The lesson as it is when this change has its turn: two who change it do so one after the other. */
const lessonToChange = async (context: Context, trx: Db, projectId: string, lessonId: string) => {
	const permitted = await permitLesson(context, trx, projectId, lessonId, 'publication.write');
	if (!permitted.ok) return permitted;
	await lockProject(trx, permitted.value.project.id);
	const lesson = await findLesson(trx, permitted.value.project.id, lessonId);
	return lesson ? ok({ ...permitted.value, lesson }) : fail('lesson-unknown');
};

/** Whether a lesson is about an area this person writes about, and refers to things of this project and that area only. */
const checkPlaces = async ({ trx, project, access, can }: Desk, lesson: Lesson): Promise<Result<null>> => {
	const { areas, waves, pillars } = await loadFrame(trx, project.id);
	const { areaId, waveId, pillarIds, evidence } = lesson;
	const foreign: Problem[] = [
		...foreignReferences({ area: areas, wave: waves, pillar: pillars }, [
			{ kind: 'area', field: 'areaId', ids: [areaId] },
			{ kind: 'wave', field: 'waveId', ids: [waveId] },
			{ kind: 'pillar', field: 'pillarIds', ids: pillarIds },
			{ kind: 'pillar', field: 'evidence', ids: [evidence?.kind === 'display' ? evidence.pillarId : null] }
		])
	];
	if (foreign.length === 0 && evidence?.kind === 'explanation')
		foreign.push(
			...foreignReferences({ explanation: await listExplanations(trx, project.id, access, areaId) }, [
				{ kind: 'explanation', field: 'evidence', ids: [evidence.explanationId] }
			])
		);
	if (foreign.length > 0) return failAll(foreign);
	return can('publication.write', areaId) ? ok(null) : fail('not-allowed', { action: 'publication.write' });
};

const auditActionOf = (before: Lesson, after: Lesson): string => {
	if (before.state !== after.state) return after.state === 'published' ? 'lesson.publish' : 'lesson.unpublish';
	if (before.isShared !== after.isShared) return after.isShared ? 'lesson.share' : 'lesson.unshare';
	return 'lesson.change';
};

/** All or nothing; then other screens are told. */
const change = async (
	context: Context,
	projectId: string,
	kind: 'added' | 'changed' | 'removed',
	step: (trx: Db) => Promise<Result<Done>>
): Promise<Result<LessonAnswer>> => {
	const changed = await inTransaction(context.db, async (trx): Promise<Result<LessonAnswer>> => {
		const done = await step(trx);
		if (!done.ok) return done;
		const { permitted, lessonId } = done.value;
		const lesson = await findLesson(trx, permitted.project.id, lessonId);
		return lesson ? ok(toLessonAnswer(lesson, lessonSight(permitted, lesson))) : fail('lesson-unknown');
	});
	if (changed.ok) {
		const ids = [changed.value.id];
		context.publish({ projectId, kind: 'publication', change: kind, ids, actorId: context.actor.userId });
	}
	return changed;
};
