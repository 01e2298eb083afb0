import type { IndicatorId, ProjectId, UserId } from '../../domain/project/ids.ts';
import type { Db } from './database.ts';

/** What a column of a source holds; nothing of all = it is not read. */
export type SourceColumn = {
	readonly indicatorId: IndicatorId | null;
	/** what somebody said that it is read as */
	readonly role: string | null;
	/** of a breakdown: the value whose rows are read */
	readonly picked: string | null;
};

/** Where figures come from, and what each of its columns and names stands for. */
export type FigureSource = {
	readonly name: string;
	/** by it a further file of the source is known */
	readonly layout: string;
	readonly columns: Readonly<Record<string, SourceColumn>>;
	/** the indicator that a name in the rows stands for; null = those rows are not read */
	readonly names: Readonly<Record<string, IndicatorId | null>>;
};

/** The sources of figures of a project, the last used first. */
export const listFigureSources = async (db: Db, projectId: ProjectId): Promise<readonly FigureSource[]> => {
	const sources = await db
		.selectFrom('figure_sources')
		.select(['id', 'name', 'layout'])
		.where('project_id', '=', projectId)
		.orderBy('changed_at', 'desc')
		.orderBy('id', 'desc')
		.execute();
	const columns = await db
		.selectFrom('figure_source_columns')
		.innerJoin('figure_sources', 'figure_sources.id', 'figure_source_id')
		.select(['figure_source_id', 'column_name', 'indicator_id', 'role', 'picked'])
		.where('project_id', '=', projectId)
		.execute();
	const names = await db
		.selectFrom('figure_source_names')
		.innerJoin('figure_sources', 'figure_sources.id', 'figure_source_id')
		.select(['figure_source_id', 'figure_source_names.name', 'indicator_id'])
		.where('project_id', '=', projectId)
		.execute();
	return sources.map(({ id, name, layout }) => ({
		name,
		layout,
		columns: Object.fromEntries(
			columns
				.filter(({ figure_source_id }) => figure_source_id === id)
				.map(({ column_name, indicator_id, role, picked }) => [
					column_name,
					{ indicatorId: indicator_id, role, picked }
				])
		),
		names: Object.fromEntries(
			names
				.filter(({ figure_source_id }) => figure_source_id === id)
				.map(({ name, indicator_id }) => [name, indicator_id])
		)
	}));
};

/** Remembers a source; one of the same name is replaced. */
export const saveFigureSource = async (
	trx: Db,
	projectId: ProjectId,
	source: FigureSource,
	made: { readonly id: string; readonly by: UserId; readonly at: Date }
): Promise<void> => {
	await trx
		.deleteFrom('figure_sources')
		.where('project_id', '=', projectId)
		.where((where) => where(where.fn('lower', ['name']), '=', where.fn('lower', [where.val(source.name)])))
		.execute();
	await trx
		.insertInto('figure_sources')
		.values({
			id: made.id,
			project_id: projectId,
			name: source.name,
			layout: source.layout,
			changed_by: made.by,
			changed_at: made.at
		})
		.execute();
	const columns = Object.entries(source.columns);
	if (columns.length > 0)
		await trx
			.insertInto('figure_source_columns')
			.values(
				columns.map(([column_name, { indicatorId, role, picked }]) => ({
					...{ figure_source_id: made.id, column_name, indicator_id: indicatorId },
					...{ role, picked }
				}))
			)
			.execute();
	const names = Object.entries(source.names);
	if (names.length > 0)
		await trx
			.insertInto('figure_source_names')
			.values(names.map(([name, indicator_id]) => ({ figure_source_id: made.id, name, indicator_id })))
			.execute();
};
