import { sql } from 'kysely';
import type { AreaId, EditionId, IndicatorId, ProjectId, SourceId, WaveId } from '../../domain/project/ids.ts';
import type { Edition } from '../../domain/report/edition.ts';
import type { Db } from './database.ts';

/** An edition with the names of what it is about, and the number of the newest of its area and rounds. */
export type ListedEdition = Edition & {
	readonly area: string;
	readonly fromYear: number;
	readonly toYear: number;
	readonly publishedByName: string;
	readonly newest: number;
};

/** Editions of factsheets of some areas, the last published first; `limit` of them after a place. */
export const listEditions = async (
	db: Db,
	projectId: ProjectId,
	filter: {
		readonly areaId?: AreaId | undefined;
		/** only in these areas; null = in all */
		readonly areaIds: readonly AreaId[] | null;
		/** withdrawn ones only in these areas; null = in all */
		readonly withdrawnIn: readonly AreaId[] | null;
		readonly after: readonly [publishedAt: string, id: string] | null;
		readonly limit: number;
	}
): Promise<readonly ListedEdition[]> => {
	const { areaId, areaIds, withdrawnIn, after, limit } = filter;
	const rows = await editionsIn(db, projectId)
		.$if(areaId !== undefined, (query) => query.where('editions.area_id', '=', areaId ?? null))
		.$if(areaIds !== null, (query) =>
			query.where('editions.area_id', '=', sql<string>`any(${[...(areaIds ?? [])]}::uuid[])`)
		)
		.$if(withdrawnIn !== null, (query) =>
			query.where(sql<boolean>`(withdrawn_at is null or editions.area_id = any(${[...(withdrawnIn ?? [])]}::uuid[]))`)
		)
		.$if(after !== null, (query) =>
			query.where(sql<boolean>`(published_at, editions.id) < (${after?.[0]}::timestamptz, ${after?.[1]}::uuid)`)
		)
		.orderBy('published_at', 'desc')
		.orderBy('editions.id', 'desc')
		.limit(limit)
		.execute();
	return rows.map(toEdition);
};

/** The editions of the factsheet of an area and two rounds, the newest first. */
export const listEditionsAbout = async (
	db: Db,
	projectId: ProjectId,
	about: { readonly areaId: AreaId; readonly fromWaveId: WaveId; readonly toWaveId: WaveId }
): Promise<readonly ListedEdition[]> => {
	const rows = await editionsIn(db, projectId)
		.where('editions.area_id', '=', about.areaId)
		.where('editions.from_wave_id', '=', about.fromWaveId)
		.where('editions.to_wave_id', '=', about.toWaveId)
		.orderBy('editions.number', 'desc')
		.execute();
	return rows.map(toEdition);
};

/** Some editions of a project, the last published first. */
export const findEditions = async (
	db: Db,
	projectId: ProjectId,
	ids: readonly EditionId[]
): Promise<readonly ListedEdition[]> => {
	const rows = await editionsIn(db, projectId)
		.where('editions.id', '=', sql<string>`any(${[...ids]}::uuid[])`)
		.orderBy('published_at', 'desc')
		.orderBy('editions.id', 'desc')
		.execute();
	return rows.map(toEdition);
};

/** One edition of a project. */
export const findEdition = async (db: Db, projectId: ProjectId, id: EditionId): Promise<ListedEdition | null> => {
	const row = await editionsIn(db, projectId).where('editions.id', '=', id).executeTakeFirst();
	return row ? toEdition(row) : null;
};

/** Stores a new edition and what it says; its quotes are stored by `insertEditionQuotes`. */
export const insertEdition = async (trx: Db, edition: Edition, document: unknown): Promise<void> => {
	await trx
		.insertInto('factsheet_editions')
		.values({
			id: edition.id,
			project_id: edition.projectId,
			area_id: edition.areaId,
			from_wave_id: edition.fromWaveId,
			to_wave_id: edition.toWaveId,
			number: edition.number,
			title: edition.title,
			language: edition.language,
			document: JSON.stringify(document),
			fingerprint: edition.fingerprint,
			published_by: edition.publishedBy,
			published_at: edition.publishedAt
		})
		.execute();
};

/** Stores that an edition was withdrawn. */
export const storeEditionWithdrawal = async (trx: Db, { id, withdrawal }: Edition): Promise<void> => {
	await trx
		.updateTable('factsheet_editions')
		.set({
			withdrawn_by: withdrawal?.by ?? null,
			withdrawn_at: withdrawal?.at ?? null,
			withdrawn_reason: withdrawal?.reason ?? null
		})
		.where('id', '=', id)
		.execute();
};

/** What an edition says, without its quotes: as `insertEdition` stored it. */
export const readEditionDocument = async (db: Db, id: EditionId): Promise<unknown> => {
	const { document } = await db
		.selectFrom('factsheet_editions')
		.select('document')
		.where('id', '=', id)
		.executeTakeFirstOrThrow();
	return document;
};

/** An edition that quotes some interviews. */
export type QuotingEdition = {
	readonly editionId: EditionId;
	readonly title: string;
	readonly number: number;
	readonly quotes: number;
	readonly isWithdrawn: boolean;
};

/** The editions that quote some interviews, withdrawn ones included, the last published first. */
export const listQuotingEditions = async (
	db: Db,
	projectId: ProjectId,
	sourceIds: readonly SourceId[]
): Promise<readonly QuotingEdition[]> => {
	const { rows } = await sql<QuotingEdition>`select editions.id as "editionId", editions.title, editions.number,
			count(*)::int as quotes, editions.withdrawn_at is not null as "isWithdrawn"
		from edition_quotes join codings on codings.id = edition_quotes.coding_id
			join factsheet_editions as editions on editions.id = edition_quotes.edition_id
		where editions.project_id = ${projectId} and codings.source_id = any(${[...sourceIds]}::uuid[])
		group by editions.id, editions.title, editions.number, editions.published_at, editions.withdrawn_at
		order by editions.published_at desc, editions.id desc`.execute(db);
	return rows;
};

/** The values of a project that are suppressed now. */
export const listSuppressed = async (
	db: Db,
	projectId: ProjectId
): Promise<readonly { readonly indicatorId: IndicatorId; readonly areaId: AreaId; readonly waveId: WaveId }[]> => {
	const rows = await db
		.selectFrom('observations')
		.select(['indicator_id', 'area_id', 'wave_id'])
		.where('project_id', '=', projectId)
		.where('suppressed', '=', true)
		.execute();
	return rows.map(({ indicator_id, area_id, wave_id }) => ({
		indicatorId: indicator_id,
		areaId: area_id,
		waveId: wave_id
	}));
};

/** Whether a value of the area of an edition, in its rounds, was told when it was published and is suppressed now. */
export const wasSuppressedSince = async (
	db: Db,
	{ areaId, fromWaveId, toWaveId, publishedAt }: Edition
): Promise<boolean> => {
	const { rows } = await sql<{ was: boolean }>`select exists (select from observations
		join waves on waves.id = observations.wave_id
		where observations.area_id = ${areaId} and suppressed
			and year between (select year from waves where id = ${fromWaveId}) and (select year from waves where id = ${toWaveId})
			and exists (select from observation_changes as changes
				where changes.indicator_id = observations.indicator_id and changes.area_id = observations.area_id
					and changes.wave_id = observations.wave_id and changed_at >= ${publishedAt}
					and before ->> 'value' is not null)) as was`.execute(db);
	return rows[0]?.was ?? false;
};

const editionsIn = (db: Db, projectId: ProjectId) =>
	db
		.selectFrom('factsheet_editions as editions')
		.innerJoin('areas', 'areas.id', 'editions.area_id')
		.innerJoin('waves as first', 'first.id', 'editions.from_wave_id')
		.innerJoin('waves as last', 'last.id', 'editions.to_wave_id')
		.innerJoin('users', 'users.id', 'editions.published_by')
		.select(['editions.id', 'editions.project_id', 'editions.area_id', 'from_wave_id', 'to_wave_id'])
		.select(['editions.number', 'editions.title', 'language', 'fingerprint', 'published_by', 'published_at'])
		.select(['withdrawn_by', 'withdrawn_at', 'withdrawn_reason'])
		.select([
			'areas.name as area',
			'first.year as from_year',
			'last.year as to_year',
			'users.name as published_by_name'
		])
		.select(
			sql<number>`(select max(others.number) from factsheet_editions as others
				where others.area_id = editions.area_id and others.from_wave_id = editions.from_wave_id
					and others.to_wave_id = editions.to_wave_id)`.as('newest')
		)
		.where('editions.project_id', '=', projectId);

type Row = Awaited<ReturnType<ReturnType<typeof editionsIn>['execute']>>[number];

const toEdition = (row: Row): ListedEdition => ({
	id: row.id,
	projectId: row.project_id,
	areaId: row.area_id,
	fromWaveId: row.from_wave_id,
	toWaveId: row.to_wave_id,
	number: row.number,
	title: row.title,
	language: row.language,
	fingerprint: row.fingerprint,
	publishedBy: row.published_by,
	publishedAt: row.published_at,
	withdrawal:
		row.withdrawn_by !== null && row.withdrawn_at !== null && row.withdrawn_reason !== null
			? { by: row.withdrawn_by, at: row.withdrawn_at, reason: row.withdrawn_reason }
			: null,
	area: row.area,
	fromYear: row.from_year,
	toYear: row.to_year,
	publishedByName: row.published_by_name,
	newest: row.newest
});
