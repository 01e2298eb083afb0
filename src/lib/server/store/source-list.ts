import { sql, type RawBuilder } from 'kysely';
import type { Access } from '../../domain/project/membership.ts';
import type { ProjectId } from '../../domain/project/ids.ts';
import type { Group, SourceKind, SourceStatus } from '../../domain/source/source.ts';
import type { Db } from './database.ts';
import { framedSources, toFramedSource, type FramedSource } from './sources.ts';
import { areasWithin, mayOnSource } from './visible-sources.ts';

/** Which sources a person wants to see; what is left out does not narrow. */
export type SourceFilter = {
	readonly areaId?: string | undefined;
	readonly waveId?: string | undefined;
	readonly studyId?: string | undefined;
	readonly group?: Group | undefined;
	readonly kind?: SourceKind | undefined;
	readonly status?: SourceStatus | undefined;
	/** one of these */
	readonly ids?: readonly string[] | undefined;
	/** part of the title */
	readonly q?: string | undefined;
};

/** A source with how much is in it; codings of the team only, null = this person may not see codings on it. */
export type ListedSource = FramedSource & { readonly turns: number; readonly codings: number | null };

/** The place of a source in its list. */
export type SourceKey = readonly [sourceId: string];

/** The sources a person may see, by title as the alphabet of small letters has it, from a place on. */
export const listSources = async (
	db: Db,
	projectId: ProjectId,
	access: Access,
	filter: SourceFilter,
	after: SourceKey | null,
	limit: number
): Promise<readonly ListedSource[]> => {
	const rows = await framedSources(db, projectId)
		.select([
			sql<number>`(select count(*)::int from turns where turns.source_id = sources.id
				and turns.version = sources.version)`.as('turns'),
			sql<number | null>`case when ${mayOnSource(access, 'coding.read')} then (
				select coalesce(sum(coding_counts.codings), 0)::int from coding_counts
				join codes on codes.id = coding_counts.code_id and codes.deleted_at is null
				where coding_counts.source_id = sources.id) end`.as('codings')
		])
		.where(mayOnSource(access, 'source.list'))
		.where(sql<boolean>`${sql.join([sql`true`, ...conditionsOf(filter, after)], sql` and `)}`)
		.orderBy(sortedTitle)
		.orderBy('sources.id')
		.limit(limit)
		.execute();
	return rows.map((row) => ({ ...toFramedSource(row), turns: row.turns, codings: row.codings }));
};

const conditionsOf = (filter: SourceFilter, after: SourceKey | null): readonly RawBuilder<unknown>[] => {
	const { areaId, waveId, studyId, group, kind, status, ids, q } = filter;
	return [
		...(areaId === undefined ? [] : [sql`sources.area_id in ${areasWithin([areaId])}`]),
		...(waveId === undefined ? [] : [sql`sources.wave_id = ${waveId}`]),
		...(studyId === undefined ? [] : [sql`sources.study_id = ${studyId}`]),
		...(group === undefined ? [] : [sql`sources."group" = ${group}`]),
		...(kind === undefined ? [] : [sql`sources.kind = ${kind}`]),
		...(status === undefined ? [] : [sql`sources.status = ${status}`]),
		...(ids === undefined ? [] : [sql`sources.id = any(${[...ids]}::uuid[])`]),
		...(q === undefined || q === '' ? [] : [sql`position(lower(${q}) in lower(sources.title)) > 0`]),
		...(after === null ? [] : [comesAfter(after)])
	];
};

/** A cursor holds no title, since titles must not stand in an address: the source itself says where it is. */
const comesAfter = ([sourceId]: SourceKey) => sql`(${sortedTitle}, sources.id) > (
	select lower(last.title) collate "C", last.id from sources as last where last.id = ${sourceId})`;

/** Both databases put titles in the same order, whatever alphabet the server was set up with. */
const sortedTitle = sql<string>`lower(sources.title) collate "C"`;
