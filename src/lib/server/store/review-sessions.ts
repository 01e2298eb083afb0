import { sql } from 'kysely';
import type { FigureRecognition, ReviewSession, SessionAnswer } from '../../domain/integration/review-session.ts';
import type { AreaId, ProjectId, ReviewSessionId, UserId } from '../../domain/project/ids.ts';
import type { Db } from './database.ts';

/** A session with the name of its area; `version`: from 1, one more with each change. */
export type ListedSession = ReviewSession & { readonly area: string; readonly version: number };

const sessionsIn = (db: Db, projectId: ProjectId) =>
	db
		.selectFrom('review_sessions as sessions')
		.innerJoin('areas', 'areas.id', 'sessions.area_id')
		.select(['sessions.id', 'area_id', 'from_wave_id', 'to_wave_id', 'held_on', 'participants', 'areas.name as area'])
		.select('sessions.version')
		.where('sessions.project_id', '=', projectId);

type Row = Awaited<ReturnType<ReturnType<typeof sessionsIn>['execute']>>[number];

const toSession = (row: Row): ListedSession => ({
	id: row.id,
	areaId: row.area_id,
	area: row.area,
	fromWaveId: row.from_wave_id,
	toWaveId: row.to_wave_id,
	heldOn: row.held_on,
	participants: row.participants,
	version: row.version
});

/** Sessions in some areas, the last first; `limit` of them after a place. */
export const listReviewSessions = async (
	db: Db,
	projectId: ProjectId,
	filter: {
		readonly areaId?: AreaId | undefined;
		/** only in these areas; null = in all */
		readonly areaIds: readonly AreaId[] | null;
		readonly after: readonly [heldOn: string, id: string] | null;
		readonly limit: number;
	}
): Promise<readonly ListedSession[]> => {
	const { areaId, areaIds, after, limit } = filter;
	const rows = await sessionsIn(db, projectId)
		.$if(areaId !== undefined, (query) => query.where('area_id', '=', areaId ?? null))
		.$if(areaIds !== null, (query) => query.where('area_id', '=', sql<string>`any(${[...(areaIds ?? [])]}::uuid[])`))
		.$if(after !== null, (query) =>
			query.where(sql<boolean>`(held_on, sessions.id) < (${after?.[0]}, ${after?.[1]}::uuid)`)
		)
		.orderBy('held_on', 'desc')
		.orderBy('sessions.id', 'desc')
		.limit(limit)
		.execute();
	return rows.map(toSession);
};

/** One session of a project. */
export const findReviewSession = async (
	db: Db,
	projectId: ProjectId,
	id: ReviewSessionId
): Promise<ListedSession | null> => {
	const row = await sessionsIn(db, projectId).where('sessions.id', '=', id).executeTakeFirst();
	return row ? toSession(row) : null;
};

/** Stores a new session. */
export const insertReviewSession = async (
	trx: Db,
	projectId: ProjectId,
	session: ReviewSession,
	{ by, at }: { readonly by: UserId; readonly at: Date }
): Promise<void> => {
	await trx
		.insertInto('review_sessions')
		.values({
			id: session.id,
			project_id: projectId,
			area_id: session.areaId,
			from_wave_id: session.fromWaveId,
			to_wave_id: session.toWaveId,
			held_on: session.heldOn,
			participants: session.participants,
			created_by: by,
			created_at: at
		})
		.execute();
};

/** Stores the day and the participants of a session as they are now, as its next version. */
export const updateReviewSession = async (
	trx: Db,
	{ id, heldOn, participants }: Pick<ReviewSession, 'id' | 'heldOn' | 'participants'>
): Promise<void> => {
	await trx
		.updateTable('review_sessions')
		.set({ held_on: heldOn, participants, version: sql<number>`version + 1` })
		.where('id', '=', id)
		.execute();
};

/** Deletes a session with the answers on its figures; explanations stay. */
export const deleteReviewSession = async (trx: Db, id: ReviewSessionId): Promise<void> => {
	await trx.deleteFrom('review_sessions').where('id', '=', id).execute();
};

/** Stores whether a figure was recognised. */
export const insertFigureRecognition = async (trx: Db, recognition: FigureRecognition): Promise<void> => {
	await trx
		.insertInto('figure_recognitions')
		.values({
			id: recognition.id,
			session_id: recognition.sessionId,
			indicator_id: recognition.indicatorId,
			answer: recognition.answer,
			said_by: recognition.saidBy,
			remark: recognition.remark,
			created_by: recognition.createdBy,
			created_at: new Date(recognition.createdAt)
		})
		.execute();
};

const recognitionsIn = (db: Db) =>
	db
		.selectFrom('figure_recognitions as recognitions')
		.innerJoin('review_sessions as sessions', 'sessions.id', 'session_id')
		.select(['recognitions.id', 'session_id', 'indicator_id', 'answer', 'said_by', 'remark', 'sessions.held_on'])
		.select(['sessions.from_wave_id', 'sessions.to_wave_id'])
		.select(['recognitions.created_by', 'recognitions.created_at'])
		.orderBy('sessions.held_on')
		.orderBy('recognitions.created_at')
		.orderBy('recognitions.id');

type RecognitionRow = Awaited<ReturnType<ReturnType<typeof recognitionsIn>['execute']>>[number];

const toRecognition = (row: RecognitionRow): SessionAnswer => ({
	id: row.id,
	sessionId: row.session_id,
	indicatorId: row.indicator_id,
	answer: row.answer,
	saidBy: row.said_by,
	remark: row.remark,
	heldOn: row.held_on,
	fromWaveId: row.from_wave_id,
	toWaveId: row.to_wave_id,
	createdBy: row.created_by,
	createdAt: row.created_at.toISOString()
});

/** What was answered in a session, in order. */
export const recognitionsOfSession = async (db: Db, id: ReviewSessionId): Promise<readonly SessionAnswer[]> =>
	(await recognitionsIn(db).where('session_id', '=', id).execute()).map(toRecognition);

/** What was answered about the figures of an area, about whatever rounds, in the order of the sessions. */
export const recognitionsInArea = async (db: Db, areaId: AreaId): Promise<readonly SessionAnswer[]> =>
	(await recognitionsIn(db).where('sessions.area_id', '=', areaId).execute()).map(toRecognition);
