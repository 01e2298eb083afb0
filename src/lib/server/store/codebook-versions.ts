import { sql } from 'kysely';
import type { Code } from '../../domain/codebook/code.ts';
import type { CodebookVersion, FullCodebookVersion } from '../../domain/codebook/version.ts';
import type { CodebookVersionId, CodeId, ProjectId, WaveId } from '../../domain/project/ids.ts';
import type { Db } from './database.ts';
import { keepPlan } from './prepare.ts';

/** A version as a list shows it. */
export type ListedVersion = CodebookVersion & { readonly madeByName: string; readonly codes: number };

const waveIdsOf = sql<WaveId[]>`coalesce(
	(select array_agg(wave_id::text order by waves.year, wave_id) from codebook_version_waves
		join waves on waves.id = wave_id where version_id = codebook_versions.id), '{}')`;

const versionsOf = (db: Db, projectId: ProjectId) =>
	db
		.selectFrom('codebook_versions')
		.innerJoin('users', 'users.id', 'codebook_versions.made_by')
		.select([
			'codebook_versions.id',
			'codebook_versions.number',
			'codebook_versions.name',
			'codebook_versions.note',
			'codebook_versions.made_by',
			'codebook_versions.made_at',
			'users.name as made_by_name'
		])
		.select([waveIdsOf.as('wave_ids'), sql<number>`jsonb_array_length(codebook_versions.tree)`.as('codes')])
		.where('codebook_versions.project_id', '=', projectId);

type Row = Awaited<ReturnType<ReturnType<typeof versionsOf>['execute']>>[number];

const toListed = (row: Row): ListedVersion => ({
	id: row.id,
	number: row.number,
	name: row.name,
	note: row.note,
	waveIds: row.wave_ids,
	madeBy: row.made_by,
	madeByName: row.made_by_name,
	madeAt: row.made_at,
	codes: row.codes
});

/** The versions of a project without their codes, newest first. */
export const listCodebookVersions = async (db: Db, projectId: ProjectId): Promise<readonly ListedVersion[]> =>
	(await versionsOf(db, projectId).orderBy('number', 'desc').execute()).map(toListed);

/** What tells under which version something was coded; without reading any tree. */
export type NamedVersion = Pick<CodebookVersion, 'id' | 'number' | 'name' | 'madeAt'>;

/** The versions of a project by name, newest first. */
export const listVersionNames = async (db: Db, projectId: ProjectId): Promise<readonly NamedVersion[]> => {
	const rows = await db
		.selectFrom('codebook_versions')
		.select(['id', 'number', 'name', 'made_at'])
		.modifyFront(keepPlan)
		.where('project_id', '=', projectId)
		.orderBy('number', 'desc')
		.execute();
	return rows.map(({ made_at, ...version }) => ({ ...version, madeAt: made_at }));
};

/** A version with all its codes, as they were then. */
export const findCodebookVersion = async (
	db: Db,
	projectId: ProjectId,
	id: CodebookVersionId
): Promise<(ListedVersion & FullCodebookVersion) | null> => {
	const row = await versionsOf(db, projectId)
		.select('codebook_versions.tree')
		.where('codebook_versions.id', '=', id)
		.executeTakeFirst();
	// Written by insertCodebookVersion below, and by nothing else.
	return row ? { ...toListed(row), tree: row.tree as readonly Code[] } : null;
};

/** Which codes stand in which versions, the oldest version first. */
export const listVersionsOfCodes = async (
	db: Db,
	projectId: ProjectId,
	codeIds: readonly CodeId[]
): Promise<ReadonlyMap<CodeId, readonly Pick<CodebookVersion, 'id' | 'number' | 'name'>[]>> => {
	const { rows } = await sql<{ code_id: string; id: string; number: number; name: string }>`
		select code_id, versions.id, number, name
		from codebook_versions versions, unnest(${[...codeIds]}::uuid[]) as asked (code_id)
		where project_id = ${projectId} and tree @> jsonb_build_array(jsonb_build_object('id', code_id))
		order by number`.execute(db);
	const found = new Map<CodeId, Pick<CodebookVersion, 'id' | 'number' | 'name'>[]>();
	for (const { code_id, ...version } of rows) found.set(code_id, [...(found.get(code_id) ?? []), version]);
	return found;
};

/** Keeps a version; its codes stay as they are given here. */
export const insertCodebookVersion = async (
	trx: Db,
	projectId: ProjectId,
	version: FullCodebookVersion
): Promise<void> => {
	await trx
		.insertInto('codebook_versions')
		.values({
			id: version.id,
			project_id: projectId,
			number: version.number,
			name: version.name,
			note: version.note,
			made_by: version.madeBy,
			made_at: version.madeAt,
			tree: JSON.stringify(version.tree)
		})
		.execute();
	await insertWaves(trx, version);
};

/** Stores what is said about a version: name, note, waves. */
export const updateCodebookVersion = async (
	trx: Db,
	projectId: ProjectId,
	version: Pick<CodebookVersion, 'id' | 'name' | 'note' | 'waveIds'>
): Promise<void> => {
	await trx
		.updateTable('codebook_versions')
		.set({ name: version.name, note: version.note })
		.where('project_id', '=', projectId)
		.where('id', '=', version.id)
		.execute();
	await trx.deleteFrom('codebook_version_waves').where('version_id', '=', version.id).execute();
	await insertWaves(trx, version);
};

const insertWaves = async (trx: Db, { id, waveIds }: Pick<CodebookVersion, 'id' | 'waveIds'>): Promise<void> => {
	if (waveIds.length === 0) return;
	await trx
		.insertInto('codebook_version_waves')
		.values([...new Set(waveIds)].map((wave_id) => ({ version_id: id, wave_id })))
		.execute();
};
