import { sql } from 'kysely';
import type { ProjectId, SourceId } from '../../domain/project/ids.ts';
import type { Db } from './database.ts';
import type { DecidedRow } from './decisions.ts';

/** A row of a joint display for which quotes of some interviews were chosen. */
export type QuotedRow = {
	readonly row: DecidedRow;
	readonly pillarName: string;
	readonly areaName: string;
	readonly theme: string;
	/** chosen quotes that go */
	readonly quotes: number;
};

/** The rows that quote some interviews, by pillar, area and theme. */
export const listQuotedRows = async (
	db: Db,
	projectId: ProjectId,
	sourceIds: readonly SourceId[]
): Promise<readonly QuotedRow[]> => {
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
	}>`select chosen.pillar_id, chosen.area_id, from_wave_id, to_wave_id, chosen.code_id, pillars.name as pillar_name,
			areas.name as area_name, codes.name as theme, count(*)::int as quotes
		from chosen_quotes as chosen join codings on codings.id = coding_id
			join pillars on pillars.id = chosen.pillar_id join areas on areas.id = chosen.area_id
			join codes on codes.id = chosen.code_id
		where chosen.project_id = ${projectId} and codings.source_id = any(${[...sourceIds]}::uuid[])
		group by chosen.pillar_id, chosen.area_id, from_wave_id, to_wave_id, chosen.code_id, pillars.id, areas.id, codes.id
		order by pillars.place, areas.name, codes.name, chosen.code_id, from_wave_id, to_wave_id`.execute(db);
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
		quotes: row.quotes
	}));
};
