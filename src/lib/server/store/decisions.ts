import { sql, type Selectable } from 'kysely';
import type { DecisionBasis } from '../../domain/integration/decision-basis.ts';
import type { Decision } from '../../domain/integration/fit.ts';
import type { SecondReading } from '../../domain/integration/second-reading.ts';
import type { AreaId, CodeId, PillarId, ProjectId, SourceId, WaveId } from '../../domain/project/ids.ts';
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

/** A decision with what it was made on (null = that was not kept yet), and every time somebody read it after. */
export type StoredDecision = {
	readonly id: string;
	readonly row: DecidedRow;
	readonly decision: Decision;
	readonly basis: DecisionBasis | null;
	readonly readings: readonly SecondReading[];
};

/** Stores a decision beside those before it: nothing is overwritten. */
export const insertDecision = async (
	trx: Db,
	projectId: ProjectId,
	id: string,
	row: DecidedRow,
	{ decision, basis }: Pick<StoredDecision, 'decision' | 'basis'>
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
			basis: basis && JSON.stringify(basis),
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
export const decisionHistory = async (
	db: Db,
	projectId: ProjectId,
	row: DecidedRow
): Promise<readonly StoredDecision[]> => {
	const rows = await decisionsOf(db, projectId)
		.where('decisions.pillar_id', '=', row.pillarId)
		.where('decisions.area_id', '=', row.areaId)
		.where('decisions.from_wave_id', '=', row.fromWaveId)
		.where('decisions.to_wave_id', '=', row.toWaveId)
		.where('decisions.code_id', '=', row.codeId)
		.orderBy('decisions.decided_at', 'desc')
		.orderBy('decisions.id', 'desc')
		.execute();
	return rows.map(toStoredDecision);
};

/** What was decided before the last decision on each row of some displays, the newest first. */
export const earlierDecisions = async (
	db: Db,
	projectId: ProjectId,
	{ areaIds, fromWaveId, toWaveId }: DecidedDisplays
): Promise<readonly StoredDecision[]> => {
	const rows = await decisionsOf(db, projectId)
		.where('decisions.area_id', '=', sql<string>`any(${[...areaIds]}::uuid[])`)
		.where('decisions.from_wave_id', '=', fromWaveId)
		.where('decisions.to_wave_id', '=', toWaveId)
		.orderBy('decisions.decided_at', 'desc')
		.orderBy('decisions.id', 'desc')
		.execute();
	const seen = new Set<string>();
	return rows.map(toStoredDecision).filter(({ row }) => {
		const key = JSON.stringify([row.pillarId, row.areaId, row.codeId]);
		return seen.has(key) || !seen.add(key);
	});
};

/** The pairs of rounds between which something was decided in some areas. */
export const decidedPairs = async (
	db: Db,
	projectId: ProjectId,
	areaIds: readonly AreaId[]
): Promise<readonly Pick<DecidedRow, 'fromWaveId' | 'toWaveId'>[]> => {
	const rows = await db
		.selectFrom('decisions')
		.select(['from_wave_id', 'to_wave_id'])
		.distinct()
		.where('project_id', '=', projectId)
		.where('area_id', '=', sql<string>`any(${[...areaIds]}::uuid[])`)
		.orderBy('from_wave_id')
		.orderBy('to_wave_id')
		.execute();
	return rows.map((row) => ({ fromWaveId: row.from_wave_id, toWaveId: row.to_wave_id }));
};

/** Stores what a second researcher says of a decision, beside what was said before. */
export const insertSecondReading = async (
	trx: Db,
	projectId: ProjectId,
	decisionId: string,
	id: string,
	reading: SecondReading
): Promise<void> => {
	await trx
		.insertInto('second_readings')
		.values({
			...{ id, project_id: projectId, decision_id: decisionId, answer: reading.answer, fit: reading.fit },
			...{ reason: reading.reason, read_by: reading.readBy, read_at: new Date(reading.readAt) }
		})
		.execute();
};

/** Takes what an interview or observation said out of what decisions were made on; that it was there stays. */
export const forgetVoice = async (trx: Db, sourceId: SourceId): Promise<void> => {
	const seen = JSON.stringify({ observed: [{ sourceId }] });
	await sql`update decisions set basis = jsonb_set(basis, '{observed}', (
			select jsonb_agg(case when seen ->> 'sourceId' = ${sourceId}::text
				then '{"sourceId": null, "sign": ""}'::jsonb else seen end order by place)
			from jsonb_array_elements(basis -> 'observed') with ordinality as one (seen, place)))
		where basis @> ${seen}::jsonb`.execute(trx);
	const voice = JSON.stringify({ voices: [{ sourceId }] });
	await sql`update decisions set basis = jsonb_set(basis, '{voices}', (
			select jsonb_agg(case when voice ->> 'sourceId' = ${sourceId}::text
				then voice || '{"sourceId": null, "change": null, "level": null}'::jsonb else voice end order by place)
			from jsonb_array_elements(basis -> 'voices') with ordinality as one (voice, place)))
		where basis @> ${voice}::jsonb`.execute(trx);
};

const readingsOf = sql<SecondReading[]>`coalesce((
	select json_agg(json_build_object('answer', answer, 'fit', second_readings.fit, 'reason', second_readings.reason,
		'readBy', read_by, 'readByName', readers.name, 'readAt', read_at) order by read_at, second_readings.id)
	from second_readings join users as readers on readers.id = read_by
	where decision_id = decisions.id), '[]'::json)`;

const decisionsOf = (db: Db, projectId: ProjectId) =>
	db
		.selectFrom('decisions')
		.innerJoin('users', 'users.id', 'decisions.decided_by')
		.select([
			'decisions.id',
			'decisions.basis',
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
		.select(readingsOf.as('readings'))
		.where('decisions.project_id', '=', projectId);

const toStoredDecision = (
	row: Omit<Selectable<Database['decisions']>, 'project_id'> & {
		decided_by_name: string;
		readings: readonly SecondReading[];
	}
): StoredDecision => ({
	id: row.id,
	// Written by insertDecision and forgetVoice only.
	basis: row.basis as DecisionBasis | null,
	readings: row.readings.map((reading) => ({ ...reading, readAt: new Date(reading.readAt).toISOString() })),
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
