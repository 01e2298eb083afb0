import { sql } from 'kysely';
import type { ProjectId, SourceId } from '../../domain/project/ids.ts';
import type { Db } from './database.ts';
import type { DecidedRow } from './decisions.ts';

/** A row of a joint display that changes when some interviews go. */
export type TouchedRow = {
	readonly row: DecidedRow;
	readonly pillarName: string;
	readonly areaName: string;
	readonly theme: string;
	/** chosen quotes that go */
	readonly quotes: number;
	/** somebody decided on it, with these interviews among its voices */
	readonly isDecided: boolean;
};

/** The rows that quote some interviews, or were decided on with their voices; by pillar, area and theme. */
export const listTouchedRows = async (
	db: Db,
	projectId: ProjectId,
	sourceIds: readonly SourceId[]
): Promise<readonly TouchedRow[]> => {
	const ids = sql`any(${[...sourceIds]}::uuid[])`;
	const { rows } = await sql<{
		pillar_id: string;
		area_id: string;
		from_wave_id: string;
		to_wave_id: string;
		code_id: string;
		pillar_name: string;
		area_name: string;
		theme: string;
		quotes: number;
		is_decided: boolean;
	}>`with touched as (
			select pillar_id, area_id, from_wave_id, to_wave_id, chosen_quotes.code_id, 1 as quote, false as decided
			from chosen_quotes join codings on codings.id = coding_id where codings.source_id = ${ids}
			union all
			select distinct pillar_id, decisions.area_id, from_wave_id, to_wave_id, decisions.code_id, 0, true
			from decisions
				join sources on sources.area_id = decisions.area_id and sources.id = ${ids}
				join waves as own on own.id = sources.wave_id
				join waves as latest on latest.id = to_wave_id and own.year <= latest.year
			where exists (select from codings
				join code_ancestors on code_ancestors.code_id = codings.code_id
					and code_ancestors.ancestor_id = decisions.code_id
				where codings.source_id = sources.id and codings.deleted_at is null and codings.layer = 'shared'))
		select touched.pillar_id, touched.area_id, from_wave_id, to_wave_id, touched.code_id, pillars.name as pillar_name,
			areas.name as area_name, codes.name as theme, sum(quote)::int as quotes, bool_or(decided) as is_decided
		from touched join pillars on pillars.id = touched.pillar_id join areas on areas.id = touched.area_id
			join codes on codes.id = touched.code_id
		where pillars.project_id = ${projectId}
		group by touched.pillar_id, touched.area_id, from_wave_id, to_wave_id, touched.code_id, pillars.id, pillars.name,
			pillars.place, areas.name, codes.name
		order by pillars.place, areas.name, codes.name, touched.code_id, from_wave_id, to_wave_id`.execute(db);
	return rows.map((row) => ({
		row: {
			pillarId: row.pillar_id,
			areaId: row.area_id,
			fromWaveId: row.from_wave_id,
			toWaveId: row.to_wave_id,
			codeId: row.code_id
		},
		pillarName: row.pillar_name,
		areaName: row.area_name,
		theme: row.theme,
		quotes: row.quotes,
		isDecided: row.is_decided
	}));
};
