import { sql, type Selectable } from 'kysely';
import type { Decision } from '../../domain/integration/fit.ts';
import type { AreaId, CodeId, PillarId, ProjectId, WaveId } from '../../domain/project/ids.ts';
import type { Db } from './database.ts';
import type { Database } from './schema.ts';

/** Which row of which joint display a decision is about: a theme in an area between two waves. */
export type DecidedRow = {
	readonly pillarId: PillarId;
	readonly areaId: AreaId;
	readonly fromWaveId: WaveId;
	readonly toWaveId: WaveId;
	readonly codeId: CodeId;
};

/** The joint displays a question is about; without pillars: all of them. */
export type DecidedDisplays = Pick<DecidedRow, 'fromWaveId' | 'toWaveId'> & {
	readonly areaIds: readonly AreaId[];
	readonly pillarId?: PillarId;
};

export type StoredDecision = { readonly row: DecidedRow; readonly decision: Decision };

/** Stores a decision beside those before it: nothing is overwritten. */
export const insertDecision = async (
	trx: Db,
	projectId: ProjectId,
	id: string,
	row: DecidedRow,
	decision: Decision
): Promise<void> => {
	await trx
		.insertInto('decisions')
		.values({
			id,
			project_id: projectId,
			pillar_id: row.pillarId,
			area_id: row.areaId,
			from_wave_id: row.fromWaveId,
			to_wave_id: row.toWaveId,
			code_id: row.codeId,
			fit: decision.fit,
			proposal: decision.proposal,
			reason: decision.reason,
			meta_inference: decision.metaInference,
			without_explanation: decision.withoutExplanation,
			data_fingerprint: decision.dataFingerprint,
			decided_by: decision.decidedBy,
			decided_at: new Date(decision.decidedAt)
		})
		.execute();
};

/** The last decision on each row of some displays. */
export const latestDecisions = async (
	db: Db,
	projectId: ProjectId,
	{ areaIds, pillarId, fromWaveId, toWaveId }: DecidedDisplays
): Promise<readonly StoredDecision[]> => {
	const rows = await decisionsOf(db, projectId)
		.distinctOn(['decisions.pillar_id', 'decisions.area_id', 'decisions.code_id'])
		.where('decisions.area_id', '=', sql<string>`any(${[...areaIds]}::uuid[])`)
		.where('decisions.from_wave_id', '=', fromWaveId)
		.where('decisions.to_wave_id', '=', toWaveId)
		.$if(pillarId !== undefined, (query) => query.where('decisions.pillar_id', '=', pillarId ?? null))
		.orderBy('decisions.pillar_id')
		.orderBy('decisions.area_id')
		.orderBy('decisions.code_id')
		.orderBy('decisions.decided_at', 'desc')
		.orderBy('decisions.id', 'desc')
		.execute();
	return rows.map(toStoredDecision);
};

/** All that was decided on one row, the newest first. */
export const decisionHistory = async (db: Db, projectId: ProjectId, row: DecidedRow): Promise<readonly Decision[]> => {
	const rows = await decisionsOf(db, projectId)
		.where('decisions.pillar_id', '=', row.pillarId)
		.where('decisions.area_id', '=', row.areaId)
		.where('decisions.from_wave_id', '=', row.fromWaveId)
		.where('decisions.to_wave_id', '=', row.toWaveId)
		.where('decisions.code_id', '=', row.codeId)
		.orderBy('decisions.decided_at', 'desc')
		.orderBy('decisions.id', 'desc')
		.execute();
	return rows.map((found) => toStoredDecision(found).decision);
};

const decisionsOf = (db: Db, projectId: ProjectId) =>
	db
		.selectFrom('decisions')
		.innerJoin('users', 'users.id', 'decisions.decided_by')
		.select([
			'decisions.pillar_id',
			'decisions.area_id',
			'decisions.from_wave_id',
			'decisions.to_wave_id',
			'decisions.code_id',
			'decisions.fit',
			'decisions.proposal',
			'decisions.reason',
			'decisions.meta_inference',
			'decisions.without_explanation',
			'decisions.data_fingerprint',
			'decisions.decided_by',
			'decisions.decided_at',
			'users.name as decided_by_name'
		])
		.where('decisions.project_id', '=', projectId);

const toStoredDecision = (
	row: Omit<Selectable<Database['decisions']>, 'id' | 'project_id'> & { decided_by_name: string }
): StoredDecision => ({
	row: {
		pillarId: row.pillar_id,
		areaId: row.area_id,
		fromWaveId: row.from_wave_id,
		toWaveId: row.to_wave_id,
		codeId: row.code_id
	},
	decision: {
		fit: row.fit,
		reason: row.reason,
		metaInference: row.meta_inference,
		proposal: row.proposal,
		dataFingerprint: row.data_fingerprint,
		withoutExplanation: row.without_explanation,
		decidedBy: row.decided_by,
		decidedByName: row.decided_by_name,
		decidedAt: row.decided_at.toISOString()
	}
});
