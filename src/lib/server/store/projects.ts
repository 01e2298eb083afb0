import type { Selectable } from 'kysely';
import type { ProjectId, UserId } from '../../domain/project/ids.ts';
import type { Project } from '../../domain/project/project.ts';
import type { Db } from './database.ts';
import { keepPlan } from './prepare.ts';
import type { Database } from './schema.ts';

const columns = [
	'id',
	'name',
	'language',
	'is_fictional',
	'comparison_area_id',
	'include_earlier_waves',
	'small_cell',
	'asks_for_consent',
	'withdrawal_until',
	'original_days',
	'keys_until',
	'network_group_ids'
] as const;

/** The project with this id, unless it was deleted. */
export const findProject = async (db: Db, projectId: ProjectId): Promise<Project | null> => {
	const row = await db
		.selectFrom('projects')
		.select(columns)
		.modifyFront(keepPlan)
		.where('id', '=', projectId)
		.where('deleted_at', 'is', null)
		.executeTakeFirst();
	return row ? toProject(row) : null;
};

/** The projects a person is a member of, by name. */
export const listProjects = async (db: Db, userId: UserId): Promise<readonly Project[]> => {
	const rows = await db
		.selectFrom('projects')
		.select(columns)
		.where('deleted_at', 'is', null)
		.where((eb) =>
			eb.exists(
				eb
					.selectFrom('memberships')
					.select('memberships.id')
					.whereRef('memberships.project_id', '=', 'projects.id')
					.where('memberships.user_id', '=', userId)
			)
		)
		.orderBy('name')
		.orderBy('id')
		.execute();
	return rows.map(toProject);
};

/** Stores a new project. */
export const insertProject = async (db: Db, project: Project, createdBy: UserId, at: Date): Promise<void> => {
	await db
		.insertInto('projects')
		.values({
			id: project.id,
			name: project.name,
			language: project.language,
			is_fictional: project.isFictional,
			comparison_area_id: project.comparisonAreaId,
			include_earlier_waves: project.includeEarlierWaves,
			small_cell: project.smallCell,
			asks_for_consent: project.asksForConsent,
			withdrawal_until: project.withdrawalUntil,
			original_days: project.originalDays,
			keys_until: project.keysUntil,
			network_group_ids: [...project.networkGroupIds],
			created_by: createdBy,
			created_at: at
		})
		.execute();
};

/** Stores the settings of a project. */
export const updateProject = async (db: Db, project: Project): Promise<void> => {
	await db
		.updateTable('projects')
		.set({
			name: project.name,
			language: project.language,
			is_fictional: project.isFictional,
			comparison_area_id: project.comparisonAreaId,
			include_earlier_waves: project.includeEarlierWaves,
			small_cell: project.smallCell,
			asks_for_consent: project.asksForConsent,
			withdrawal_until: project.withdrawalUntil,
			original_days: project.originalDays,
			keys_until: project.keysUntil,
			network_group_ids: [...project.networkGroupIds]
		})
		.where('id', '=', project.id)
		.execute();
};

/** Hides a project; its content stays until it is destroyed with proof. */
export const softDeleteProject = async (db: Db, projectId: ProjectId, at: Date): Promise<void> => {
	await db.updateTable('projects').set({ deleted_at: at }).where('id', '=', projectId).execute();
};

const toProject = (row: Pick<Selectable<Database['projects']>, (typeof columns)[number]>): Project => ({
	id: row.id,
	name: row.name,
	language: row.language,
	isFictional: row.is_fictional,
	comparisonAreaId: row.comparison_area_id,
	includeEarlierWaves: row.include_earlier_waves,
	smallCell: row.small_cell,
	asksForConsent: row.asks_for_consent,
	withdrawalUntil: row.withdrawal_until,
	originalDays: row.original_days,
	keysUntil: row.keys_until,
	networkGroupIds: row.network_group_ids
});
