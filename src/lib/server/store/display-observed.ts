import { sql } from 'kysely';
import type { AreaId, CodeId, ProjectId, SourceId, WaveId } from '../../domain/project/ids.ts';
import type { Db } from './database.ts';

/** What was seen in public space with one code: passages of the team, and how many of them say each valence. */
export type ObservedCode = {
	readonly codeId: CodeId;
	readonly codings: number;
	readonly forward: number;
	readonly backward: number;
	readonly good: number;
	readonly improve: number;
};

/** An observation of public space, as evidence beside figures and voices. */
export type Observed = {
	readonly sourceId: SourceId;
	readonly title: string;
	readonly waveId: WaveId;
	readonly year: number;
	readonly codes: readonly ObservedCode[];
};

/** The released observations of an area in some rounds that have these codes, the newest round first, then by title. */
export const listObserved = async (
	db: Db,
	projectId: ProjectId,
	{
		areaId,
		waveIds,
		codeIds
	}: { readonly areaId: AreaId; readonly waveIds: readonly WaveId[]; readonly codeIds: readonly CodeId[] }
): Promise<readonly Observed[]> => {
	if (waveIds.length === 0 || codeIds.length === 0) return [];
	const { rows } = await sql<Omit<Observed, 'codes'> & ObservedCode>`select sources.id as "sourceId", sources.title,
			sources.wave_id as "waveId", waves.year, codings.code_id as "codeId", count(*)::int as codings,
			(count(*) filter (where change = 'forward'))::int as forward,
			(count(*) filter (where change = 'backward'))::int as backward,
			(count(*) filter (where level = 'good'))::int as good,
			(count(*) filter (where level = 'improve'))::int as improve
		from sources join waves on waves.id = sources.wave_id join codings on codings.source_id = sources.id
		where sources.project_id = ${projectId} and sources.area_id = ${areaId} and sources.kind = 'observation'
			and sources.status = 'released' and sources.deleted_at is null
			and sources.wave_id = any(${[...waveIds]}::uuid[]) and codings.code_id = any(${[...codeIds]}::uuid[])
			and codings.deleted_at is null and codings.layer = 'shared'
		group by sources.id, sources.title, sources.wave_id, waves.year, codings.code_id
		order by waves.year desc, lower(sources.title) collate "C", sources.id, codings.code_id`.execute(db);
	return [...Map.groupBy(rows, ({ sourceId }) => sourceId).values()].flatMap((ofSource) => {
		const [first] = ofSource;
		if (!first) return [];
		const { sourceId, title, waveId, year } = first;
		const codes = ofSource.map(({ codeId, codings, forward, backward, good, improve }) => ({
			...{ codeId, codings, forward, backward, good, improve }
		}));
		return [{ sourceId, title, waveId, year, codes }];
	});
};
