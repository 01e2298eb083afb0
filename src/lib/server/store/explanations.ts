import { sql } from 'kysely';
import type { EvidenceItem } from '../../domain/integration/evidence.ts';
import type { Explanation, Recognition } from '../../domain/integration/explanation.ts';
import type { AreaId, ExplanationId, IndicatorId, ProjectId, UserId } from '../../domain/project/ids.ts';
import type { Access } from '../../domain/project/membership.ts';
import type { Db } from './database.ts';
import { listEvidence } from './explanation-evidence.ts';

/** An explanation as it is kept. */
export type StoredExplanation = Explanation & {
	readonly createdBy: UserId;
	/** ISO 8601, UTC */
	readonly createdAt: string;
	/** from 1; one more with each change */
	readonly version: number;
};

const recognitionsOf = sql<Recognition[]>`coalesce((
	select json_agg(json_build_object('id', recognitions.id, 'explanationId', explanation_id, 'answer', answer,
		'saidBy', recognitions.said_by, 'session', session, 'createdBy', recognitions.created_by,
		'createdAt', recognitions.created_at) order by recognitions.created_at, recognitions.id)
	from recognitions where explanation_id = explanations.id), '[]'::json)`;

const select = (db: Db, projectId: ProjectId) =>
	db
		.selectFrom('explanations')
		.select([
			'id',
			'indicator_id',
			'area_id',
			'from_wave_id',
			'to_wave_id',
			'kind',
			'text',
			'said_by',
			'evidence',
			'counter_evidence',
			'strength',
			'session_id',
			'created_by',
			'created_at',
			'version'
		])
		.select(recognitionsOf.as('recognitions'))
		.where('project_id', '=', projectId);

/** The explanations of a project, or of one area, in the order in which they were given. */
export const listExplanations = async (
	db: Db,
	projectId: ProjectId,
	access: Access,
	areaId?: AreaId
): Promise<readonly StoredExplanation[]> => {
	const query = areaId === undefined ? select(db, projectId) : select(db, projectId).where('area_id', '=', areaId);
	return toExplanations(db, projectId, access, await query.orderBy('created_at').orderBy('id').execute());
};

export type ExplanationFilter = {
	readonly areaId?: AreaId | undefined;
	readonly indicatorId?: IndicatorId | undefined;
	/** only in these areas; null = in all */
	readonly areaIds: readonly AreaId[] | null;
	readonly after: readonly [createdAt: string, id: string] | null;
	readonly limit: number;
};

/** `limit` explanations after a place, in the order in which they were given. */
export const pageOfExplanations = async (
	db: Db,
	projectId: ProjectId,
	access: Access,
	{ areaId, indicatorId, areaIds, after, limit }: ExplanationFilter
): Promise<readonly StoredExplanation[]> => {
	let query = select(db, projectId);
	if (areaId !== undefined) query = query.where('area_id', '=', areaId);
	if (indicatorId !== undefined) query = query.where('indicator_id', '=', indicatorId);
	if (areaIds !== null) query = query.where('area_id', '=', sql<string>`any(${[...areaIds]}::uuid[])`);
	if (after !== null) query = query.where(isAfter(after));
	return toExplanations(db, projectId, access, await query.orderBy(moment).orderBy('id').limit(limit).execute());
};

// To the millisecond, as cursors and JavaScript know it.
const moment = sql`date_trunc('milliseconds', created_at)`;
const isAfter = ([createdAt, id]: readonly [string, string]) =>
	sql<boolean>`(${moment}, id) > (${createdAt}::timestamptz, ${id}::uuid)`;

/** Some explanations of a project, in the order in which they were given. */
export const findExplanations = async (
	db: Db,
	projectId: ProjectId,
	access: Access,
	ids: readonly ExplanationId[]
): Promise<readonly StoredExplanation[]> => {
	if (ids.length === 0) return [];
	const query = select(db, projectId).where('id', '=', sql<string>`any(${[...ids]}::uuid[])`);
	return toExplanations(db, projectId, access, await query.orderBy('created_at').orderBy('id').execute());
};

/** One explanation of a project. */
export const findExplanation = async (
	db: Db,
	projectId: ProjectId,
	access: Access,
	explanationId: ExplanationId
): Promise<StoredExplanation | null> => {
	const rows = await select(db, projectId).where('id', '=', explanationId).execute();
	return (await toExplanations(db, projectId, access, rows))[0] ?? null;
};

/** Stores a new explanation. */
export const insertExplanation = async (
	db: Db,
	projectId: ProjectId,
	explanation: Fields & Pick<Explanation, 'id'>,
	{ by, at }: { readonly by: UserId; readonly at: Date }
): Promise<void> => {
	await db
		.insertInto('explanations')
		.values({
			id: explanation.id,
			project_id: projectId,
			...fieldsOf(explanation),
			created_by: by,
			created_at: at
		})
		.execute();
};

/** Stores an explanation as it is now, as its next version. */
export const updateExplanation = async (
	db: Db,
	projectId: ProjectId,
	explanation: Fields & Pick<Explanation, 'id'>
): Promise<void> => {
	await db
		.updateTable('explanations')
		.set({ ...fieldsOf(explanation), version: sql<number>`version + 1` })
		.where('project_id', '=', projectId)
		.where('id', '=', explanation.id)
		.execute();
};

/** Deletes an explanation with the answers on it. */
export const deleteExplanation = async (
	db: Db,
	projectId: ProjectId,
	explanationId: ExplanationId
): Promise<boolean> => {
	const { numDeletedRows } = await db
		.deleteFrom('explanations')
		.where('project_id', '=', projectId)
		.where('id', '=', explanationId)
		.executeTakeFirst();
	return numDeletedRows > 0n;
};

/** Stores an answer to the question whether people know an explanation. */
export const insertRecognition = async (db: Db, projectId: ProjectId, recognition: Recognition): Promise<void> => {
	await db
		.insertInto('recognitions')
		.values({
			id: recognition.id,
			project_id: projectId,
			explanation_id: recognition.explanationId,
			answer: recognition.answer,
			said_by: recognition.saidBy,
			session: recognition.session,
			created_by: recognition.createdBy,
			created_at: new Date(recognition.createdAt)
		})
		.execute();
};

type Fields = Omit<Explanation, 'id' | 'recognised' | 'recognitions' | 'evidenceItems'>;

const fieldsOf = (explanation: Fields) => ({
	indicator_id: explanation.indicatorId,
	area_id: explanation.areaId,
	from_wave_id: explanation.fromWaveId,
	to_wave_id: explanation.toWaveId,
	kind: explanation.kind,
	text: explanation.text,
	said_by: explanation.saidBy,
	evidence: explanation.evidence,
	counter_evidence: explanation.counterEvidence,
	strength: explanation.strength,
	session_id: explanation.sessionId
});

type Row = Awaited<ReturnType<ReturnType<typeof select>['execute']>>[number];

const toExplanations = async (
	db: Db,
	projectId: ProjectId,
	access: Access,
	rows: readonly Row[]
): Promise<readonly StoredExplanation[]> => {
	const ids = rows.map(({ id }) => id);
	const evidence = await listEvidence(db, projectId, access, ids);
	return rows.map((row) => toExplanation(row, evidence.get(row.id) ?? []));
};

const toExplanation = (row: Row, evidenceItems: readonly EvidenceItem[]): StoredExplanation => ({
	id: row.id,
	indicatorId: row.indicator_id,
	areaId: row.area_id,
	fromWaveId: row.from_wave_id,
	toWaveId: row.to_wave_id,
	kind: row.kind,
	text: row.text,
	saidBy: row.said_by,
	evidence: row.evidence,
	counterEvidence: row.counter_evidence,
	evidenceItems,
	strength: row.strength,
	sessionId: row.session_id,
	recognised: row.recognitions.at(-1)?.answer ?? null,
	recognitions: row.recognitions.map((recognition) => ({
		...recognition,
		createdAt: new Date(recognition.createdAt).toISOString()
	})),
	createdBy: row.created_by,
	createdAt: row.created_at.toISOString(),
	version: row.version
});
