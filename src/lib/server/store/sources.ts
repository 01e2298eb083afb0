import type { ReadAs } from '../../domain/source/file-reading.ts';
import { sql, type Selectable } from 'kysely';
import type { AreaId, ProjectId, SourceId } from '../../domain/project/ids.ts';
import type { Source, SourceStatus } from '../../domain/source/source.ts';
import type { Db } from './database.ts';
import type { Database } from './schema.ts';
import { areaPathOfSource } from './visible-sources.ts';

/** A source with the names of its place in the frame. */
export type FramedSource = Source & {
	readonly areaName: string;
	/** its area with all that contain it, nearest first */
	readonly areaPath: readonly AreaId[];
	readonly waveLabel: string;
	readonly waveYear: number;
	readonly studyName: string | null;
	readonly studyKind: string | null;
	readonly uploadedAt: string;
};

const own = [
	'sources.id',
	'sources.title',
	'sources.kind',
	'sources.area_id',
	'sources.wave_id',
	'sources.study_id',
	'sources.group',
	'sources.conducted_on',
	'sources.language',
	'sources.status',
	'sources.version',
	'sources.characters',
	'sources.quotes_allowed',
	'sources.latitude',
	'sources.longitude',
	'sources.uploaded_by'
] as const;

/** Sources of a project with their frame, to be narrowed by the caller; deleted ones are left out. */
export const framedSources = (db: Db, projectId: ProjectId) =>
	withFrame(db, projectId).where('sources.deleted_at', 'is', null);

/** As `framedSources`, with those that were taken away. */
export const withFrame = (db: Db, projectId: ProjectId) =>
	db
		.selectFrom('sources')
		.innerJoin('areas', 'areas.id', 'sources.area_id')
		.innerJoin('waves', 'waves.id', 'sources.wave_id')
		.leftJoin('studies', 'studies.id', 'sources.study_id')
		.select(own)
		.select([
			'sources.uploaded_at',
			'areas.name as area_name',
			'waves.label as wave_label',
			'waves.year as wave_year',
			'studies.name as study_name',
			'studies.kind as study_kind'
		])
		.select(areaPathOfSource.as('area_path'))
		.where('sources.project_id', '=', projectId);

/** One source of a project, unless it was deleted. */
export const findSource = async (db: Db, projectId: ProjectId, sourceId: SourceId): Promise<FramedSource | null> => {
	const row = await framedSources(db, projectId).where('sources.id', '=', sourceId).executeTakeFirst();
	return row ? toFramedSource(row) : null;
};

/** Holds a source until the transaction ends, so that nobody codes on it or changes it meanwhile. */
export const lockSource = async (trx: Db, sourceId: SourceId): Promise<Source | null> => {
	const row = await trx
		.selectFrom('sources')
		.select(own)
		.where('sources.id', '=', sourceId)
		.where('sources.deleted_at', 'is', null)
		.forUpdate()
		.executeTakeFirst();
	return row ? toSource(row) : null;
};

/** The project of a source that coders could read; null = nobody but who prepares it did. */
export const findReleasedIn = async (db: Db, sourceId: SourceId): Promise<ProjectId | null> => {
	const row = await db
		.selectFrom('sources')
		.select('project_id')
		.where('id', '=', sourceId)
		.where('status', 'in', ['released', 'restricted'])
		.executeTakeFirst();
	return row?.project_id ?? null;
};

/** A canonical text as it is kept. */
export type StoredText = { readonly text: string; readonly sha256: string };

/** Stores a new source with the first version of its text. */
export const insertSource = async (
	trx: Db,
	projectId: ProjectId,
	source: Source,
	{ text, sha256 }: StoredText,
	{ format, readAs }: { readonly format: string; readonly readAs: ReadAs },
	at: Date
): Promise<void> => {
	await trx
		.insertInto('sources')
		.values({
			id: source.id,
			project_id: projectId,
			...attributes(source),
			kind: source.kind,
			version: source.version,
			characters: source.characters,
			format,
			uploaded_by: source.uploadedBy,
			uploaded_at: at
		})
		.execute();
	await trx
		.insertInto('source_versions')
		.values({
			source_id: source.id,
			version: source.version,
			text,
			sha256,
			read_as: JSON.stringify(readAs),
			created_by: source.uploadedBy,
			created_at: at
		})
		.execute();
};

/** Stores the attributes and the status of a source. */
export const updateSource = async (trx: Db, source: Source): Promise<void> => {
	await trx.updateTable('sources').set(attributes(source)).where('id', '=', source.id).execute();
};

/** One version of a text; null when there is none, or when it was sealed because names stand in it. */
export const findText = async (db: Db, sourceId: SourceId, version: number): Promise<StoredText | null> =>
	(await db
		.selectFrom('source_versions')
		.select(['text', 'sha256'])
		.where('source_id', '=', sourceId)
		.where('version', '=', version)
		.where('sealed_at', 'is', null)
		.executeTakeFirst()) ?? null;

/** Whether an area, wave and study belong to a project; names the fields that do not. */
export const strangersOfFrame = async (
	db: Db,
	projectId: ProjectId,
	frame: { readonly areaId: string; readonly waveId: string; readonly studyId: string | null }
): Promise<readonly ('areaId' | 'waveId' | 'studyId')[]> => {
	const found = await sql<{ area: boolean; wave: boolean; study: boolean }>`select
		exists (select from areas where id = ${frame.areaId} and project_id = ${projectId}) as area,
		exists (select from waves where id = ${frame.waveId} and project_id = ${projectId}) as wave,
		${frame.studyId}::uuid is null
			or exists (select from studies where id = ${frame.studyId} and project_id = ${projectId}) as study`.execute(db);
	const row = found.rows[0];
	return [
		...(row?.area ? [] : ['areaId' as const]),
		...(row?.wave ? [] : ['waveId' as const]),
		...(row?.study ? [] : ['studyId' as const])
	];
};

/** An area with all that contain it, nearest first; empty when it is not of this project. */
export const areaPathOf = async (db: Db, projectId: ProjectId, areaId: AreaId): Promise<readonly AreaId[]> => {
	const found = await sql<{ id: string }>`with recursive outer_areas as (
		select id, parent_id, 1 as step from areas where id = ${areaId} and project_id = ${projectId}
		union all select areas.id, areas.parent_id, step + 1
			from areas join outer_areas on areas.id = outer_areas.parent_id where step < 20
	) select id::text from outer_areas order by step`.execute(db);
	return found.rows.map(({ id }) => id);
};

/** What decides who may see some sources; those that are gone are left out. */
export const findTargets = async (
	db: Db,
	projectId: ProjectId,
	sourceIds: readonly SourceId[]
): Promise<ReadonlyMap<SourceId, Pick<FramedSource, 'status' | 'uploadedBy' | 'areaPath'>>> => {
	if (sourceIds.length === 0) return new Map();
	const rows = await db
		.selectFrom('sources')
		.select(['sources.id', 'sources.status', 'sources.uploaded_by'])
		.select(areaPathOfSource.as('area_path'))
		.where('sources.id', '=', sql<string>`any(${[...sourceIds]}::uuid[])`)
		.where('sources.project_id', '=', projectId)
		.where('sources.deleted_at', 'is', null)
		.execute();
	return new Map(
		rows.map(({ id, status, uploaded_by, area_path }) => [id, { status, uploadedBy: uploaded_by, areaPath: area_path }])
	);
};

const attributes = (source: Source) => ({
	title: source.title,
	area_id: source.areaId,
	wave_id: source.waveId,
	study_id: source.studyId,
	group: source.group,
	conducted_on: source.conductedOn,
	language: source.language,
	status: source.status satisfies SourceStatus,
	quotes_allowed: source.quotesAllowed,
	latitude: source.spot?.latitude ?? null,
	longitude: source.spot?.longitude ?? null
});

type OwnRow = Pick<
	Selectable<Database['sources']>,
	| 'id'
	| 'title'
	| 'kind'
	| 'area_id'
	| 'wave_id'
	| 'study_id'
	| 'group'
	| 'conducted_on'
	| 'language'
	| 'status'
	| 'version'
	| 'characters'
	| 'quotes_allowed'
	| 'latitude'
	| 'longitude'
	| 'uploaded_by'
>;

const toSource = (row: OwnRow): Source => ({
	id: row.id,
	title: row.title,
	kind: row.kind,
	areaId: row.area_id,
	waveId: row.wave_id,
	studyId: row.study_id,
	group: row.group,
	conductedOn: row.conducted_on,
	language: row.language,
	status: row.status,
	version: row.version,
	characters: row.characters,
	quotesAllowed: row.quotes_allowed,
	spot: row.latitude === null || row.longitude === null ? null : { latitude: row.latitude, longitude: row.longitude },
	uploadedBy: row.uploaded_by
});

type FramedRow = OwnRow & {
	uploaded_at: Date;
	area_name: string;
	area_path: string[];
	wave_label: string;
	wave_year: number;
	study_name: string | null;
	study_kind: string | null;
};

export const toFramedSource = (row: FramedRow): FramedSource => ({
	...toSource(row),
	areaName: row.area_name,
	areaPath: row.area_path,
	waveLabel: row.wave_label,
	waveYear: row.wave_year,
	studyName: row.study_name,
	studyKind: row.study_kind,
	uploadedAt: row.uploaded_at.toISOString()
});
