import { sql } from 'kysely';
import type { Recognition } from '../../domain/integration/explanation.ts';
import type { AreaId, ExplanationId, ProjectId } from '../../domain/project/ids.ts';
import type { Db } from './database.ts';

export type RecognitionFilter = {
	readonly explanationId?: ExplanationId | undefined;
	/** only on explanations of these areas; null = of all */
	readonly areaIds: readonly AreaId[] | null;
	readonly after: readonly [createdAt: string, id: string] | null;
	readonly limit: number;
};

/** `limit` answers after a place, in the order in which they were given. */
export const pageOfRecognitions = async (
	db: Db,
	projectId: ProjectId,
	{ explanationId, areaIds, after, limit }: RecognitionFilter
): Promise<readonly Recognition[]> => {
	let query = db
		.selectFrom('recognitions')
		.innerJoin('explanations', 'explanations.id', 'recognitions.explanation_id')
		.select(['recognitions.id', 'recognitions.explanation_id', 'recognitions.answer', 'recognitions.said_by'])
		.select(['recognitions.session', 'recognitions.created_by', 'recognitions.created_at'])
		.where('recognitions.project_id', '=', projectId);
	if (explanationId !== undefined) query = query.where('recognitions.explanation_id', '=', explanationId);
	if (areaIds !== null) query = query.where('explanations.area_id', '=', sql<string>`any(${[...areaIds]}::uuid[])`);
	if (after !== null) query = query.where(isAfter(after));
	const rows = await query.orderBy(moment).orderBy('recognitions.id').limit(limit).execute();
	return rows.map((row) => ({
		id: row.id,
		explanationId: row.explanation_id,
		answer: row.answer,
		saidBy: row.said_by,
		session: row.session,
		createdBy: row.created_by,
		createdAt: row.created_at.toISOString()
	}));
};

// To the millisecond, as cursors and JavaScript know it.
const moment = sql`date_trunc('milliseconds', recognitions.created_at)`;
const isAfter = ([createdAt, id]: readonly [string, string]) =>
	sql<boolean>`(${moment}, recognitions.id) > (${createdAt}::timestamptz, ${id}::uuid)`;
