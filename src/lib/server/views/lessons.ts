import { momentOf, toPage, type Page } from '../../contract/cursor.ts';
import { listLessonsQuery, type LessonAnswer } from '../../contract/lesson.ts';
import { toLessonAnswer } from '../../contract/lesson-answer.ts';
import { parse } from '../../contract/parse.ts';
import type { Area } from '../../domain/area/area.ts';
import { byYear, type Wave } from '../../domain/area/wave.ts';
import type { Pillar } from '../../domain/indicator/pillar.ts';
import { ok, type Result } from '../../domain/problem.ts';
import { soughtInLessons } from '../../domain/report/lesson.ts';
import type { Context } from '../access/context.ts';
import { lessonSight, permitLesson, permitLessons } from '../access/lesson-permit.ts';
import { listExplanations } from '../store/explanations.ts';
import { loadFrame } from '../store/frame.ts';
import { listLessons as readLessons } from '../store/lessons.ts';
import { areasOfReader } from './areas-of-reader.ts';

/** The lessons this person sees, the newest first, a page at a time. */
export const listLessons = async (
	context: Context,
	projectId: string,
	query: unknown
): Promise<Result<Page<LessonAnswer>>> => {
	const permitted = await permitLessons(context, context.db, projectId, 'publication.read');
	if (!permitted.ok) return permitted;
	const parsed = parse(listLessonsQuery, query);
	if (!parsed.ok) return parsed;
	const { cursor, limit, q = '', ...filter } = parsed.value;
	const sought = soughtInLessons(q);
	if (q !== '' && sought.length === 0) return ok({ items: [], nextCursor: null });
	const after = momentOf(cursor);
	if (!after.ok) return after;
	const { db } = context;
	const rows = await readLessons(db, permitted.value.project.id, {
		...filter,
		sought,
		readIn: await areasOfReader(db, permitted.value, 'publication.read'),
		writeIn: await areasOfReader(db, permitted.value, 'publication.write'),
		after: after.value,
		limit: limit + 1
	});
	const page = toPage(rows, limit, ({ createdAt, id }) => [createdAt.toISOString(), id]);
	return ok({
		...page,
		items: page.items.map((lesson) => toLessonAnswer(lesson, lessonSight(permitted.value, lesson)))
	});
};

/** One lesson. */
export const readLesson = async (
	context: Context,
	projectId: string,
	lessonId: string
): Promise<Result<LessonAnswer>> => {
	const permitted = await permitLesson(context, context.db, projectId, lessonId, 'publication.read');
	if (!permitted.ok) return permitted;
	const { lesson } = permitted.value;
	return ok(toLessonAnswer(lesson, lessonSight(permitted.value, lesson)));
};

/** The page of lessons, with what one can choose and, for who writes, what a lesson can be about. */
export type LessonsPage = {
	readonly items: readonly LessonAnswer[];
	readonly chosen: { readonly areaId: string | null; readonly pillarId: string | null; readonly state: string | null };
	readonly areas: readonly Area[];
	readonly writableAreas: readonly Area[];
	readonly pillars: readonly Pillar[];
	/** in order of time */
	readonly waves: readonly Wave[];
	/** what a lesson can rest on, for who writes */
	readonly explanations: readonly { readonly id: string; readonly areaId: string; readonly text: string }[];
};

const mostListed = 500; // lessons; a project has some tens

/** All lessons of a choice that somebody sees. */
export const viewLessons = async (
	context: Context,
	projectId: string,
	query: unknown
): Promise<Result<LessonsPage>> => {
	const parsed = parse(listLessonsQuery.omit({ cursor: true, limit: true, q: true }), query);
	if (!parsed.ok) return parsed;
	const listed = await listLessons(context, projectId, { ...parsed.value, limit: String(mostListed) });
	if (!listed.ok) return listed;
	const permitted = await permitLessons(context, context.db, projectId, 'publication.read');
	if (!permitted.ok) return permitted;
	const { project, access, areas, can } = permitted.value;
	const { waves, pillars } = await loadFrame(context.db, project.id);
	const writableAreas = areas.filter(({ id }) => can('publication.write', id));
	const writable = new Set(writableAreas.map(({ id }) => id));
	const explanations = writable.size === 0 ? [] : await listExplanations(context.db, project.id, access);
	const { areaId = null, pillarId = null, state = null } = parsed.value;
	return ok({
		items: listed.value.items,
		chosen: { areaId, pillarId, state },
		areas,
		writableAreas,
		pillars,
		waves: [...waves].sort(byYear),
		explanations: explanations
			.filter((explanation) => writable.has(explanation.areaId))
			.map(({ id, areaId: about, text }) => ({ id, areaId: about, text }))
	});
};
