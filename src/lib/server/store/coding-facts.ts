import { sql } from 'kysely';
import type { AreaId, CodeId, ProjectId, SourceId, UserId } from '../../domain/project/ids.ts';
import type { Access, Role } from '../../domain/project/membership.ts';
import type { Project } from '../../domain/project/project.ts';
import type { Source } from '../../domain/source/source.ts';
import type { Db } from './database.ts';
import { keepPlan } from './prepare.ts';

/** What a decision about codings on one source is made on. */
export type CodingFacts = {
	readonly project: Project;
	readonly access: Access;
	readonly source: (Pick<Source, 'id' | 'status' | 'version' | 'uploadedBy'> & { areaPath: readonly AreaId[] }) | null;
	/** codes blind, in a layer that nobody else sees */
	readonly isSecondCoder: boolean;
	/** those of the asked codes that exist */
	readonly codes: ReadonlyMap<CodeId, { readonly isCodable: boolean }>;
};

type Row = {
	id: string;
	name: string;
	language: string;
	is_fictional: boolean;
	comparison_area_id: string | null;
	include_earlier_waves: boolean;
	small_cell: number;
	asks_for_consent: boolean;
	withdrawal_until: string | null;
	original_days: number;
	keys_until: string | null;
	network_group_ids: string[];
	memberships: { id: string; role: Role; areas: string[] | null }[] | null;
	source_id: string | null;
	status: Source['status'];
	version: number;
	uploaded_by: string;
	area_path: string[];
	is_second: boolean;
	codes: Record<string, boolean> | null;
};

/**
 * Loads them in one statement: adding a coding is what people do all day, and each question to the database is a wait.
 * Null when the project does not exist.
 */
export const loadCodingFacts = async (
	db: Db,
	projectId: ProjectId,
	userId: UserId,
	sourceId: SourceId | null,
	codeIds: readonly CodeId[]
): Promise<CodingFacts | null> => {
	const { rows } = await sql<Row>`${keepPlan} select
		projects.id, sources.id as source_id, projects.name, projects.language, projects.is_fictional, projects.comparison_area_id,
		projects.include_earlier_waves, projects.small_cell, projects.asks_for_consent, projects.withdrawal_until,
		projects.original_days, projects.keys_until, projects.network_group_ids,
		(select json_agg(json_build_object('id', memberships.id, 'role', memberships.role, 'areas',
			case when not in_all_areas then array(select area_id from membership_areas where membership_id = memberships.id) end))
			from memberships where project_id = projects.id and user_id = ${userId}) as memberships,
		sources.status, sources.version, sources.uploaded_by,
		array(with recursive outer_areas as (
			select id, parent_id, 1 as step from areas where id = sources.area_id
			union all select areas.id, areas.parent_id, step + 1
				from areas join outer_areas on areas.id = outer_areas.parent_id where step < 20
		) select id::text from outer_areas order by step) as area_path,
		exists (select from second_coders where source_id = sources.id and user_id = ${userId}) as is_second,
		(select json_object_agg(codes.id, codes.is_codable) from codes
			where codes.id = any(${[...codeIds]}::uuid[]) and codes.project_id = projects.id and codes.deleted_at is null) as codes
		from projects
		left join sources on sources.id = ${sourceId}::uuid and sources.project_id = projects.id and sources.deleted_at is null
		where projects.id = ${projectId} and projects.deleted_at is null`.execute(db);
	const row = rows[0];
	return row ? toFacts(row, userId) : null;
};

const toFacts = (row: Row, userId: UserId): CodingFacts => ({
	project: {
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
	},
	access: {
		userId,
		memberships: (row.memberships ?? []).map(({ id, role, areas }) => ({ id, userId, role, areaIds: areas }))
	},
	source:
		row.source_id === null
			? null
			: {
					id: row.source_id,
					status: row.status,
					version: row.version,
					uploadedBy: row.uploaded_by,
					areaPath: row.area_path
				},
	isSecondCoder: row.is_second,
	codes: new Map(Object.entries(row.codes ?? {}).map(([id, isCodable]) => [id, { isCodable }]))
});
