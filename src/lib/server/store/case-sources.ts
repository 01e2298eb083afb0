import { sql } from 'kysely';
import type { CaseLink } from '../../domain/case/case.ts';
import type { CaseId, ProjectId, SourceId, UserId } from '../../domain/project/ids.ts';
import type { Access } from '../../domain/project/membership.ts';
import type { SourceStatus } from '../../domain/source/source.ts';
import type { Db } from './database.ts';
import { mayOnSource } from './visible-sources.ts';

/** An interview of a person, as a list shows it. */
export type CaseSource = {
	readonly sourceId: SourceId;
	readonly title: string;
	readonly status: SourceStatus;
	readonly areaName: string;
	readonly waveYear: number;
	readonly speakerId: string | null;
	readonly speakerLabel: string | null;
	/** how many people of this interview were written down */
	readonly participants: number;
};

/** The interviews of people that this reader may see, by title. */
export const listCaseSources = async (
	db: Db,
	projectId: ProjectId,
	access: Access,
	caseIds: readonly CaseId[]
): Promise<ReadonlyMap<CaseId, CaseSource[]>> => {
	if (caseIds.length === 0) return new Map();
	const rows = await db
		.selectFrom('case_sources')
		.innerJoin('sources', 'sources.id', 'case_sources.source_id')
		.innerJoin('areas', 'areas.id', 'sources.area_id')
		.innerJoin('waves', 'waves.id', 'sources.wave_id')
		.leftJoin('speakers', 'speakers.id', 'case_sources.speaker_id')
		.select([
			'case_sources.case_id',
			'sources.id',
			'sources.title',
			'sources.status',
			'areas.name as area_name',
			'waves.year',
			'case_sources.speaker_id',
			'speakers.label as speaker_label',
			sql<number>`(select count(*)::int from case_sources as others where others.source_id = sources.id)`.as(
				'participants'
			)
		])
		.where('case_sources.case_id', '=', sql<string>`any(${[...caseIds]}::uuid[])`)
		.where('sources.project_id', '=', projectId)
		.where('sources.deleted_at', 'is', null)
		.where(mayOnSource(access, 'source.list'))
		.orderBy(sql`lower(sources.title) collate "C"`)
		.orderBy('sources.id')
		.execute();
	const byCase = Map.groupBy(rows, ({ case_id }) => case_id);
	return new Map(
		[...byCase].map(([id, ofCase]) => [
			id,
			ofCase.map((row) => ({
				sourceId: row.id,
				title: row.title,
				status: row.status,
				areaName: row.area_name,
				waveYear: row.year,
				speakerId: row.speaker_id,
				speakerLabel: row.speaker_label,
				participants: row.participants
			}))
		])
	);
};

/** Which of some speakers are speakers of which source. */
export const listSpeakersOf = async (db: Db, links: readonly CaseLink[]): Promise<ReadonlyMap<string, SourceId>> => {
	const ids = links.flatMap(({ speakerId }) => speakerId ?? []);
	if (ids.length === 0) return new Map();
	const rows = await db
		.selectFrom('speakers')
		.select(['id', 'source_id'])
		.where('id', '=', sql<string>`any(${ids}::uuid[])`)
		.execute();
	return new Map(rows.map(({ id, source_id }) => [id, source_id]));
};

/** How people of this installation are called. */
export const namesOfUsers = async (db: Db, userIds: readonly UserId[]): Promise<ReadonlyMap<UserId, string>> => {
	if (userIds.length === 0) return new Map();
	const rows = await db
		.selectFrom('users')
		.select(['id', 'name'])
		.where('id', '=', sql<string>`any(${[...new Set(userIds)]}::uuid[])`)
		.execute();
	return new Map(rows.map(({ id, name }) => [id, name]));
};

/** Whether somebody was written down as a participant of an interview. */
export const hasCases = async (db: Db, sourceId: SourceId): Promise<boolean> =>
	(await db.selectFrom('case_sources').select('case_id').where('source_id', '=', sourceId).executeTakeFirst()) !==
	undefined;

/** The interviews a reader may link to a person, and those that are linked, with the voices in each; by title. */
export const listLinkableSources = async (
	db: Db,
	projectId: ProjectId,
	access: Access,
	caseId: CaseId
): Promise<readonly { id: SourceId; title: string; speakers: { id: string; label: string }[] }[]> => {
	const { rows } = await sql<{ id: string; title: string; speakers: { id: string; label: string }[] }>`
		select sources.id, sources.title, coalesce((select json_agg(json_build_object('id', speakers.id, 'label', label)
				order by place, speakers.id) from speakers where speakers.source_id = sources.id
				and role <> 'interviewer'), '[]') as speakers
		from sources
		where sources.project_id = ${projectId} and sources.deleted_at is null and ${mayOnSource(access, 'source.list')}
			and (${mayOnSource(access, 'case.edit')}
				or exists (select from case_sources where case_id = ${caseId} and source_id = sources.id))
		order by lower(sources.title) collate "C", sources.id`.execute(db);
	return rows;
};
