import type { ProjectId, SourceId } from '../../domain/project/ids.ts';
import { shortenedNow } from '../../domain/report/shorten.ts';
import { quotable, toQuote, type StoredChoice } from './chosen-quotes.ts';
import type { Db } from './database.ts';
import type { DecidedRow } from './decisions.ts';

/** A quote of a source that was chosen, with the names of the row it was chosen for. */
export type PlacedChoice = {
	readonly row: DecidedRow;
	readonly pillarName: string;
	readonly areaName: string;
	readonly theme: string;
	readonly fromYear: number;
	readonly toYear: number;
	readonly quote: StoredChoice;
};

/** Where quotes of a source were chosen, also those that may not be shown now; by the last round, pillar and theme. */
export const listChoicesFrom = async (
	db: Db,
	projectId: ProjectId,
	sourceId: SourceId
): Promise<readonly PlacedChoice[]> => {
	const rows = await quotable(db, projectId)
		.innerJoin('chosen_quotes as chosen', 'chosen.coding_id', 'codings.id')
		.innerJoin('pillars', 'pillars.id', 'chosen.pillar_id')
		.innerJoin('areas', 'areas.id', 'chosen.area_id')
		.innerJoin('codes', 'codes.id', 'chosen.code_id')
		.innerJoin('waves as first', 'first.id', 'chosen.from_wave_id')
		.innerJoin('waves as last', 'last.id', 'chosen.to_wave_id')
		.select(['chosen.pillar_id', 'chosen.area_id', 'chosen.from_wave_id', 'chosen.to_wave_id', 'chosen.shortened'])
		.select(['chosen.code_id as theme_id', 'codes.name as theme', 'pillars.name as pillar_name'])
		.select(['areas.name as area_name', 'first.year as from_year', 'last.year as to_year'])
		.where('codings.source_id', '=', sourceId)
		.where('codes.deleted_at', 'is', null)
		.orderBy('last.year', 'desc')
		.orderBy('first.year', 'desc')
		.orderBy('pillars.place')
		.orderBy('codes.name')
		.orderBy('codings.id')
		.execute();
	return rows.map(({ shortened, ...row }) => {
		const quote = toQuote(row, row.theme_id);
		return {
			row: {
				...{ pillarId: row.pillar_id, areaId: row.area_id, codeId: row.theme_id },
				...{ fromWaveId: row.from_wave_id, toWaveId: row.to_wave_id }
			},
			...{ pillarName: row.pillar_name, areaName: row.area_name, theme: row.theme },
			...{ fromYear: row.from_year, toYear: row.to_year },
			quote: { ...quote, ...shortenedNow(quote.text, shortened), codedAs: row.code_id }
		};
	});
};
