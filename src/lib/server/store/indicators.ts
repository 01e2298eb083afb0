import type { Selectable } from 'kysely';
import type { Indicator } from '../../domain/indicator/indicator.ts';
import type { IndicatorId, ProjectId } from '../../domain/project/ids.ts';
import type { Db } from './database.ts';
import type { Database } from './schema.ts';

const columns = [
	'id',
	'key',
	'label',
	'pillar_id',
	'unit',
	'direction',
	'kind',
	'source',
	'rhythm',
	'threshold',
	'threshold_unit'
] as const;

/** The kernset of a project: its indicators in their order. */
export const listIndicators = async (db: Db, projectId: ProjectId): Promise<readonly Indicator[]> => {
	const rows = await db
		.selectFrom('indicators')
		.select(columns)
		.where('project_id', '=', projectId)
		.orderBy('place')
		.orderBy('key')
		.orderBy('id')
		.execute();
	return rows.map(toIndicator);
};

/** Stores new indicators, the first of them at this place. */
export const insertIndicators = async (
	db: Db,
	projectId: ProjectId,
	indicators: readonly Indicator[],
	firstPlace: number
): Promise<void> => {
	if (indicators.length === 0) return;
	await db
		.insertInto('indicators')
		.values(
			indicators.map((indicator, index) => ({
				id: indicator.id,
				project_id: projectId,
				place: firstPlace + index,
				...fieldsOf(indicator)
			}))
		)
		.execute();
};

/** Stores an indicator as it is now. */
export const updateIndicator = async (db: Db, projectId: ProjectId, indicator: Indicator): Promise<void> => {
	await db
		.updateTable('indicators')
		.set(fieldsOf(indicator))
		.where('project_id', '=', projectId)
		.where('id', '=', indicator.id)
		.execute();
};

/** Deletes an indicator with its values; whether there was one. */
export const deleteIndicator = async (db: Db, projectId: ProjectId, indicatorId: IndicatorId): Promise<boolean> => {
	const { numDeletedRows } = await db
		.deleteFrom('indicators')
		.where('project_id', '=', projectId)
		.where('id', '=', indicatorId)
		.executeTakeFirst();
	return numDeletedRows > 0n;
};

const fieldsOf = (indicator: Indicator) => ({
	key: indicator.key,
	label: indicator.label,
	pillar_id: indicator.pillarId,
	unit: indicator.unit,
	direction: indicator.direction,
	kind: indicator.kind,
	source: indicator.source,
	rhythm: indicator.rhythm,
	threshold: indicator.threshold.value,
	threshold_unit: indicator.threshold.unit
});

const toIndicator = (row: Pick<Selectable<Database['indicators']>, (typeof columns)[number]>): Indicator => ({
	id: row.id,
	key: row.key,
	label: row.label,
	pillarId: row.pillar_id,
	unit: row.unit,
	direction: row.direction,
	kind: row.kind,
	source: row.source,
	rhythm: row.rhythm,
	threshold: { value: row.threshold, unit: row.threshold_unit }
});
