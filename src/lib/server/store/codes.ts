import { sql, type Selectable } from 'kysely';
import type { Code, IndicatorLink } from '../../domain/codebook/code.ts';
import { codebookOf, inTreeOrder, type Codebook } from '../../domain/codebook/codebook.ts';
import type { CodeId, CodingId, PillarId, ProjectId, SourceId, UserId } from '../../domain/project/ids.ts';
import { listLostAgain } from './removed-codings.ts';
import type { Db } from './database.ts';
import type { Database } from './schema.ts';

const columns = [
	'id',
	'parent_id',
	'name',
	'definition',
	'include',
	'exclude',
	'example',
	'synonyms',
	'color',
	'is_codable',
	'has_own_pillars',
	'place'
] as const;

/**
 * The codes of a project as a tree, without those that were deleted. The database writes them as one JSON text, which Node
 * reads several times faster than hundreds of rows.
 */
export const loadCodebook = async (db: Db, projectId: ProjectId): Promise<Codebook> => {
	const own = sql`select id from codes where project_id = ${projectId} and deleted_at is null`;
	const { rows } = await sql<{ codes: CodeRow[] | null }>`select json_agg(code) as codes from (
			select ${sql.join(columns.map((name) => sql.ref(`codes.${name}`)))},
				coalesce(serving.pillar_ids, '[]'::json) as pillar_ids, coalesce(linked.links, '[]'::json) as links
			from codes
				left join (
					select code_id, json_agg(pillar_id order by pillar_id) as pillar_ids
					from code_pillars where code_id in (${own}) group by code_id
				) as serving on serving.code_id = codes.id
				left join (
					select code_id, json_agg(json_build_object('indicatorId', indicator_id, 'relation', relation)
						order by indicator_id) as links
					from code_indicators where code_id in (${own}) group by code_id
				) as linked on linked.code_id = codes.id
			where codes.project_id = ${projectId} and codes.deleted_at is null
		) as code`.execute(db);
	return codebookOf((rows[0]?.codes ?? []).map(toCode));
};

/** Who made a code, and when. */
export type Making = { readonly by: UserId; readonly at: Date };

/** Stores a new code with its pillars and indicators. */
export const insertCode = async (db: Db, projectId: ProjectId, code: Code, { by, at }: Making): Promise<void> => {
	await db
		.insertInto('codes')
		.values({
			id: code.id,
			project_id: projectId,
			created_by: by,
			created_at: at,
			deletion_id: null,
			...fieldsOf(code)
		})
		.execute();
	await insertLinks(db, code);
};

/** Stores a code as it is now. */
export const updateCode = async (db: Db, projectId: ProjectId, code: Code): Promise<void> => {
	await db
		.updateTable('codes')
		.set(fieldsOf(code))
		.where('project_id', '=', projectId)
		.where('id', '=', code.id)
		.execute();
	await db.deleteFrom('code_pillars').where('code_id', '=', code.id).execute();
	await db.deleteFrom('code_indicators').where('code_id', '=', code.id).execute();
	await insertLinks(db, code);
};

const insertLinks = async (db: Db, { id, pillarIds: own, indicators }: Code): Promise<void> => {
	if (own !== null && own.length > 0)
		await db
			.insertInto('code_pillars')
			.values(own.map((pillar_id) => ({ code_id: id, pillar_id })))
			.execute();
	if (indicators.length > 0)
		await db
			.insertInto('code_indicators')
			.values(indicators.map(({ indicatorId, relation }) => ({ code_id: id, indicator_id: indicatorId, relation })))
			.execute();
};

/** Stores the places of codes among their siblings. */
export const storePlaces = async (
	db: Db,
	projectId: ProjectId,
	places: readonly { readonly id: CodeId; readonly place: number }[]
): Promise<void> => {
	if (places.length === 0) return;
	await sql`update codes set place = given.place
		from unnest(${places.map(({ id }) => id)}::uuid[], ${places.map(({ place }) => place)}::int[]) as given (id, place)
		where codes.id = given.id and codes.project_id = ${projectId}`.execute(db);
};

/**
 * Stores a whole codebook as it became: new codes, and those that changed. Codes that get another name or parent first
 * step aside, so that two can swap names or places. Codes that are no longer in it are left to `softDeleteCodes`.
 */
export const storeCodebook = async (
	db: Db,
	projectId: ProjectId,
	before: Codebook,
	after: Codebook,
	making: Making
): Promise<void> => {
	const changed = after.codes.filter((code) => {
		const was = before.byId.get(code.id);
		return was !== undefined && JSON.stringify(was) !== JSON.stringify(code);
	});
	const aside = changed.filter((code) => {
		const was = before.byId.get(code.id);
		return was?.name !== code.name || was.parentId !== code.parentId;
	});
	await sql`update codes set name = id::text, parent_id = null
		where project_id = ${projectId} and id = any(${aside.map(({ id }) => id)}::uuid[])`.execute(db);
	for (const { code } of inTreeOrder(after))
		if (!before.byId.has(code.id)) await insertCode(db, projectId, code, making);
	for (const code of changed) {
		const was = before.byId.get(code.id);
		if (was && JSON.stringify({ ...was, place: code.place }) === JSON.stringify(code)) continue;
		await updateCode(db, projectId, code);
	}
	await storePlaces(db, projectId, changed);
};

/** A coding that goes or comes back together with its code. */
export type CodingOfCode = { readonly id: CodingId; readonly sourceId: SourceId; readonly version: number };

/** The codings with these codes, of all layers. */
export const listCodingsOfCodes = async (db: Db, codeIds: readonly CodeId[]): Promise<readonly CodingOfCode[]> => {
	const rows = await db
		.selectFrom('codings')
		.select(['id', 'source_id', 'version'])
		.where('code_id', '=', sql<string>`any(${[...codeIds]}::uuid[])`)
		.where('deleted_at', 'is', null)
		.orderBy('source_id')
		.orderBy('id')
		.execute();
	return rows.map(({ id, source_id, version }) => ({ id, sourceId: source_id, version }));
};

/** Takes codes and their codings away in one step, which `restoreDeletion` undoes. */
export const softDeleteCodes = async (
	db: Db,
	codeIds: readonly CodeId[],
	{ deletionId, at }: { readonly deletionId: string; readonly at: Date }
): Promise<void> => {
	const gone = { deleted_at: at, deletion_id: deletionId };
	const ids = sql<string>`any(${[...codeIds]}::uuid[])`;
	await db.updateTable('codings').set(gone).where('code_id', '=', ids).where('deleted_at', 'is', null).execute();
	await db.updateTable('codes').set(gone).where('id', '=', ids).where('deleted_at', 'is', null).execute();
};

/** A code that was deleted in some step, with what is above it now; a parent that is gone is not `isParentHere`. */
export type DeletedCode = Pick<Code, 'id' | 'name' | 'parentId'> & { readonly isParentHere: boolean };

/** The codes that one step deleted. */
export const findDeletion = async (
	db: Db,
	projectId: ProjectId,
	deletionId: string
): Promise<readonly DeletedCode[]> => {
	const rows = await db
		.selectFrom('codes')
		.leftJoin('codes as parent', 'parent.id', 'codes.parent_id')
		.select(['codes.id', 'codes.name', 'codes.parent_id', 'parent.deleted_at as parent_deleted_at'])
		.where('codes.project_id', '=', projectId)
		.where('codes.deletion_id', '=', deletionId)
		.where('codes.deleted_at', 'is not', null)
		.execute();
	return rows.map(({ id, name, parent_id, parent_deleted_at }) => ({
		...{ id, name },
		parentId: parent_id,
		isParentHere: parent_deleted_at === null
	}));
};

/** Brings back the codes and codings that one step deleted; the codings that came back. */
export const restoreDeletion = async (
	db: Db,
	projectId: ProjectId,
	deletionId: string
): Promise<readonly CodingOfCode[]> => {
	const back = { deleted_at: null, deletion_id: null };
	await db
		.updateTable('codes')
		.set(back)
		.where('project_id', '=', projectId)
		.where('deletion_id', '=', deletionId)
		.execute();
	await listLostAgain(db, projectId, deletionId);
	const rows = await db
		.updateTable('codings')
		.set(back)
		.where('project_id', '=', projectId)
		.where('deletion_id', '=', deletionId)
		.returning(['id', 'source_id', 'version'])
		.execute();
	return rows.map(({ id, source_id, version }) => ({ id, sourceId: source_id, version }));
};

/**
 * Brings back codes that are gone, with the codings that went in the same step; the codings that came back. With a
 * step aside: they stand at the top under their id until `storeCodebook` gives them name and place.
 */
export const restoreCodes = async (
	db: Db,
	projectId: ProjectId,
	codeIds: readonly CodeId[],
	deletionId: string | null,
	step: 'aside' | 'in place' = 'in place'
): Promise<readonly CodingId[]> => {
	const back = { deleted_at: null, deletion_id: null };
	const ids = sql<string>`any(${[...codeIds]}::uuid[])`;
	const aside = step === 'aside' ? { name: sql<string>`id::text`, parent_id: null } : {};
	await db
		.updateTable('codes')
		.set({ ...back, ...aside })
		.where('project_id', '=', projectId)
		.where('id', '=', ids)
		.execute();
	if (deletionId !== null) await listLostAgain(db, projectId, deletionId);
	const rows = await db
		.updateTable('codings')
		.set(back)
		.where('project_id', '=', projectId)
		.where('deletion_id', '=', deletionId)
		.where('code_id', '=', ids)
		.returning('id')
		.execute();
	return rows.map(({ id }) => id);
};

/**
 * Which of these codes are in use apart from some codings: by other codings, by those when someone changed them after a
 * moment, or by memos (of after that moment).
 */
export const listCodesInUse = async (
	db: Db,
	codeIds: readonly CodeId[],
	apartFrom: readonly CodingId[],
	since: Date | null
): Promise<ReadonlySet<CodeId>> => {
	const { rows } = await sql<{ id: CodeId }>`select id from unnest(${[...codeIds]}::uuid[]) as given (id)
		where exists (select from codings where code_id = given.id and deleted_at is null
				and (codings.id <> all(${[...apartFrom]}::uuid[]) or changed_at > ${since}::timestamptz))
			or exists (select from memos where code_id = given.id and deleted_at is null
				and (${since}::timestamptz is null or changed_at > ${since}::timestamptz))`.execute(db);
	return new Set(rows.map(({ id }) => id));
};

const fieldsOf = (code: Code) => ({
	parent_id: code.parentId,
	name: code.name,
	definition: code.definition,
	include: code.include,
	exclude: code.exclude,
	example: code.example,
	synonyms: [...code.synonyms],
	color: code.color,
	is_codable: code.isCodable,
	has_own_pillars: code.pillarIds !== null,
	place: code.place
});

type CodeRow = Pick<Selectable<Database['codes']>, (typeof columns)[number]> & {
	pillar_ids: PillarId[];
	links: IndicatorLink[];
};

const toCode = (row: CodeRow): Code => ({
	id: row.id,
	parentId: row.parent_id,
	name: row.name,
	definition: row.definition,
	include: row.include,
	exclude: row.exclude,
	example: row.example,
	synonyms: row.synonyms,
	color: row.color,
	isCodable: row.is_codable,
	place: row.place,
	pillarIds: row.has_own_pillars ? row.pillar_ids : null,
	indicators: row.links
});
