import { sql } from 'kysely';
import type { AreaId, ExplanationId, LessonId, PillarId, ProjectId } from '../../domain/project/ids.ts';
import type { Lesson, LessonEvidence, LessonState } from '../../domain/report/lesson.ts';
import { containing } from './containing.ts';
import type { Db } from './database.ts';

/** A lesson with the name of its area. */
export type ListedLesson = Lesson & { readonly area: string };

export type LessonFilter = {
	readonly areaId?: AreaId | undefined;
	readonly pillarId?: PillarId | undefined;
	/** without: all that is not in the archive */
	readonly state?: LessonState | 'archived' | undefined;
	/** all of these stand somewhere in the lesson, capitals or not */
	readonly sought?: readonly string[] | undefined;
	/** the areas whose published lessons somebody reads; null = all. Shared ones are read by everybody. */
	readonly readIn: readonly AreaId[] | null;
	/** the areas in which somebody writes lessons, and so sees all of them; null = all */
	readonly writeIn: readonly AreaId[] | null;
	readonly after: readonly [createdAt: string, id: string] | null;
	readonly limit: number;
};

/** The lessons that somebody sees, the newest first; `limit` of them after a place. The rule is `maySeeLesson`, in SQL. */
export const listLessons = async (
	db: Db,
	projectId: ProjectId,
	{ areaId, pillarId, state, sought = [], readIn, writeIn, after, limit }: LessonFilter
): Promise<readonly ListedLesson[]> => {
	const isIn = (areaIds: readonly AreaId[] | null) =>
		areaIds === null ? sql<boolean>`true` : sql<boolean>`lessons.area_id = any(${[...areaIds]}::uuid[])`;
	const rows = await lessonsIn(db, projectId)
		.where(
			sql<boolean>`(${isIn(writeIn)} or (archived_at is null and state = 'published' and (is_shared or ${isIn(readIn)})))`
		)
		.where('archived_at', state === 'archived' ? 'is not' : 'is', null)
		.$if(state === 'draft' || state === 'published', (query) => query.where('state', '=', state as LessonState))
		.$if(areaId !== undefined, (query) => query.where('lessons.area_id', '=', areaId ?? null))
		.$if(pillarId !== undefined, (query) =>
			query.where(
				sql<boolean>`exists (select from lesson_pillars where lesson_id = lessons.id and pillar_id = ${pillarId ?? null})`
			)
		)
		.$if(sought.length > 0, (query) =>
			query.where(sql<boolean>`${searched} ilike all (${sought.map(containing)}::text[])`)
		)
		.$if(after !== null, (query) =>
			query.where(sql<boolean>`(created_at, lessons.id) < (${after?.[0]}::timestamptz, ${after?.[1]}::uuid)`)
		)
		.orderBy('created_at', 'desc')
		.orderBy('lessons.id', 'desc')
		.limit(limit)
		.execute();
	return rows.map(toLesson);
};

/** The lessons that rest on some explanations, or on figures and voices of an area; not those in the archive. */
export const listLessonsOn = async (
	db: Db,
	projectId: ProjectId,
	on: { readonly explanationIds: readonly ExplanationId[]; readonly areaId: AreaId }
): Promise<readonly ListedLesson[]> => {
	const rows = await lessonsIn(db, projectId)
		.where('archived_at', 'is', null)
		.where(
			sql<boolean>`(explanation_id = any(${[...on.explanationIds]}::uuid[])
				or (display_pillar_id is not null and lessons.area_id = ${on.areaId}))`
		)
		.orderBy('created_at', 'desc')
		.orderBy('lessons.id', 'desc')
		.execute();
	return rows.map(toLesson);
};

/** All words of a lesson; parts stand apart, so that no phrase is found that goes on from one into the next. */
const searched = sql<string>`concat_ws(E'\\n', title, happened, learnt, audience, period)`;

/** One lesson of a project, also one from the archive. */
export const findLesson = async (db: Db, projectId: ProjectId, id: LessonId): Promise<ListedLesson | null> => {
	const row = await lessonsIn(db, projectId).where('lessons.id', '=', id).executeTakeFirst();
	return row ? toLesson(row) : null;
};

/** Stores a new lesson. */
export const insertLesson = async (trx: Db, projectId: ProjectId, lesson: Lesson): Promise<void> => {
	await trx
		.insertInto('lessons')
		.values({
			id: lesson.id,
			project_id: projectId,
			...wordsOf(lesson),
			created_by: lesson.createdBy,
			created_at: lesson.createdAt
		})
		.execute();
	await storePillars(trx, lesson);
};

/** Stores a lesson as it is now. */
export const updateLesson = async (trx: Db, lesson: Lesson): Promise<void> => {
	await trx.updateTable('lessons').set(wordsOf(lesson)).where('id', '=', lesson.id).execute();
	await trx.deleteFrom('lesson_pillars').where('lesson_id', '=', lesson.id).execute();
	await storePillars(trx, lesson);
};

const storePillars = async (trx: Db, { id, pillarIds }: Lesson): Promise<void> => {
	if (pillarIds.length === 0) return;
	await trx
		.insertInto('lesson_pillars')
		.values([...new Set(pillarIds)].map((pillar_id) => ({ lesson_id: id, pillar_id })))
		.execute();
};

const wordsOf = (lesson: Lesson) => ({
	area_id: lesson.areaId,
	wave_id: lesson.waveId,
	period: lesson.period,
	title: lesson.title,
	happened: lesson.happened,
	learnt: lesson.learnt,
	audience: lesson.audience,
	explanation_id: lesson.evidence?.kind === 'explanation' ? lesson.evidence.explanationId : null,
	display_pillar_id: lesson.evidence?.kind === 'display' ? lesson.evidence.pillarId : null,
	state: lesson.state,
	is_shared: lesson.isShared,
	changed_at: lesson.changedAt,
	version: lesson.version,
	archived_at: lesson.archivedAt
});

const lessonsIn = (db: Db, projectId: ProjectId) =>
	db
		.selectFrom('lessons')
		.innerJoin('areas', 'areas.id', 'lessons.area_id')
		.select(['lessons.id', 'area_id', 'wave_id', 'period', 'title', 'happened', 'learnt', 'audience'])
		.select(['explanation_id', 'display_pillar_id', 'state', 'is_shared', 'created_by', 'created_at', 'changed_at'])
		.select(['version', 'archived_at', 'areas.name as area'])
		.select(
			sql<PillarId[]>`array(select pillar_id::text from lesson_pillars
				join pillars on pillars.id = pillar_id where lesson_id = lessons.id order by pillars.place, pillars.id)`.as(
				'pillar_ids'
			)
		)
		.where('lessons.project_id', '=', projectId);

type Row = Awaited<ReturnType<ReturnType<typeof lessonsIn>['execute']>>[number];

const toLesson = (row: Row): ListedLesson => ({
	id: row.id,
	areaId: row.area_id,
	area: row.area,
	waveId: row.wave_id,
	period: row.period,
	pillarIds: row.pillar_ids,
	title: row.title,
	happened: row.happened,
	learnt: row.learnt,
	audience: row.audience,
	evidence: evidenceOf(row),
	state: row.state,
	isShared: row.is_shared,
	createdBy: row.created_by,
	createdAt: row.created_at,
	changedAt: row.changed_at,
	version: row.version,
	archivedAt: row.archived_at
});

/** An explanation or pillar that was deleted leaves a lesson without evidence. */
const evidenceOf = ({ explanation_id, display_pillar_id }: Row): LessonEvidence | null => {
	if (explanation_id !== null) return { kind: 'explanation', explanationId: explanation_id };
	return display_pillar_id !== null ? { kind: 'display', pillarId: display_pillar_id } : null;
};
