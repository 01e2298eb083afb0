import { sql } from 'kysely';
import type { SourceId } from '../../domain/project/ids.ts';
import type { Db } from './database.ts';

/** The function groups of the people in some interviews; an interview of which nothing is known is left out. */
export const listFunctionGroups = async (
	db: Db,
	sourceIds: readonly SourceId[]
): Promise<ReadonlyMap<SourceId, readonly string[]>> => {
	if (sourceIds.length === 0) return new Map();
	const rows = await db
		.selectFrom('case_sources')
		.innerJoin('variable_values', 'variable_values.case_id', 'case_sources.case_id')
		.select(['case_sources.source_id', 'variable_values.value'])
		.where('case_sources.source_id', '=', sql<string>`any(${[...sourceIds]}::uuid[])`)
		.where('variable_values.variable_key', '=', 'functionGroup')
		.orderBy('variable_values.value')
		.execute();
	const bySource = Map.groupBy(rows, ({ source_id }) => source_id);
	return new Map([...bySource].map(([id, values]) => [id, [...new Set(values.map(({ value }) => value))]]));
};
