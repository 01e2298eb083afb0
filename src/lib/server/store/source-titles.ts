import type { AreaId, ProjectId, SourceId, UserId } from '../../domain/project/ids.ts';
import type { SourceStatus } from '../../domain/source/source.ts';
import type { Db } from './database.ts';
import { areaPathOfSource } from './visible-sources.ts';

/** An interview that a file can name. */
export type TitledSource = {
	readonly id: SourceId;
	readonly title: string;
	readonly status: SourceStatus;
	readonly uploadedBy: UserId;
	readonly areaPath: readonly AreaId[];
};

/** The interviews of a project by their title in small letters; no two have the same. */
export const listSourcesByTitle = async (db: Db, projectId: ProjectId): Promise<ReadonlyMap<string, TitledSource>> => {
	const rows = await db
		.selectFrom('sources')
		.select(['sources.id', 'sources.title', 'sources.status', 'sources.uploaded_by'])
		.select(areaPathOfSource.as('area_path'))
		.where('sources.project_id', '=', projectId)
		.where('sources.deleted_at', 'is', null)
		.execute();
	return new Map(
		rows.map(({ id, title, status, uploaded_by, area_path }) => [
			title.toLowerCase(),
			{ id, title, status, uploadedBy: uploaded_by, areaPath: area_path }
		])
	);
};
