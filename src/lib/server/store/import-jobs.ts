import { sql } from 'kysely';
import type { Problem } from '../../domain/problem.ts';
import type { ProjectId, SourceId, UserId } from '../../domain/project/ids.ts';
import type { ImportedFile, ImportState, SourceImport } from '../../domain/source/source-import.ts';
import type { Db } from './database.ts';

/** Files as they were handed in, before any was read. */
export type NewImport = {
	readonly id: string;
	readonly projectId: ProjectId;
	readonly place: unknown;
	readonly madeBy: UserId;
	readonly madeAt: Date;
	readonly origin: string | null;
	readonly files: readonly ({ readonly id: string } & WaitingFile)[];
	readonly jobs: readonly NewJob[];
};

/** A file that waits to be read, as it is kept; null = in clear, from before files were sealed. */
export type WaitingFile = {
	readonly keyVersion: string | null;
	readonly nonce: string | null;
	readonly sealed: Uint8Array;
};

/** A file of an import that waits, or that was refused at once. */
export type NewJob = {
	readonly id: string;
	/** null = refused at once */
	readonly fileId: string | null;
	readonly name: string;
	readonly part: string | null;
	readonly title: string;
	readonly told: readonly Problem[];
};

/** A job that this process took upon itself. */
export type ClaimedJob = {
	readonly id: string;
	readonly importId: string;
	readonly projectId: ProjectId;
	readonly fileId: string | null;
	readonly name: string;
	readonly part: string | null;
	readonly title: string;
	readonly tries: number;
	readonly place: unknown;
	readonly madeBy: UserId;
	readonly origin: string | null;
};

const together = 100; // rows in one statement

/** Stores an import with everything that has to be read. */
export const insertImport = async (trx: Db, made: NewImport): Promise<void> => {
	await trx
		.insertInto('source_imports')
		.values({
			id: made.id,
			project_id: made.projectId,
			place: JSON.stringify(made.place),
			made_by: made.madeBy,
			made_at: made.madeAt,
			origin: made.origin
		})
		.execute();
	for (const { id, keyVersion, nonce, sealed } of made.files)
		await trx
			.insertInto('source_import_files')
			.values({
				id,
				import_id: made.id,
				bytes: Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength),
				key_version: keyVersion,
				nonce
			})
			.execute();
	for (let from = 0; from < made.jobs.length; from += together)
		await trx
			.insertInto('import_jobs')
			.values(
				made.jobs.slice(from, from + together).map((job, index) => ({
					id: job.id,
					import_id: made.id,
					file_id: job.fileId,
					place: from + index + 1,
					name: job.name,
					part: job.part,
					title: job.title,
					state: job.fileId === null ? ('refused' as const) : ('waiting' as const),
					told: JSON.stringify(job.told)
				}))
			)
			.execute();
};

/**
 * Takes the next file upon this process: the first of every import before the second of any, so that a long import does
 * not keep a short one waiting. What a process took and did not finish in time is free again.
 */
export const claimNextJob = async (db: Db, at: Date, leaseEnded: Date): Promise<ClaimedJob | null> => {
	const { rows } = await sql<ClaimedJob>`update import_jobs
		set state = 'reading', tries = tries + 1, claimed_at = ${at}::timestamptz
		from source_imports
		where source_imports.id = import_jobs.import_id and import_jobs.id = (
			select id from import_jobs
			where state in ('waiting', 'reading') and (state = 'waiting' or claimed_at < ${leaseEnded}::timestamptz)
			order by place, import_id limit 1 for update skip locked
		)
		returning import_jobs.id, import_jobs.import_id as "importId", source_imports.project_id as "projectId",
			import_jobs.file_id as "fileId", import_jobs.name, import_jobs.part, import_jobs.title, import_jobs.tries,
			source_imports.place, source_imports.made_by as "madeBy", source_imports.origin`.execute(db);
	return rows[0] ?? null;
};

/** Lets files wait again that a process took and did not finish, as after a restart. */
export const releaseJobs = async (db: Db, takenBefore: Date): Promise<void> => {
	await db
		.updateTable('import_jobs')
		.set({ state: 'waiting' })
		.where('state', '=', 'reading')
		.where('claimed_at', '<', takenBefore)
		.execute();
};

/** A file that was sent, as it is kept; null when it has gone. */
export const findImportBytes = async (db: Db, fileId: string): Promise<WaitingFile | null> => {
	const row = await db
		.selectFrom('source_import_files')
		.select(['bytes', 'key_version', 'nonce'])
		.where('id', '=', fileId)
		.executeTakeFirst();
	return row ? { keyVersion: row.key_version, nonce: row.nonce, sealed: row.bytes } : null;
};

/** Says what became of a file; false when another process took it over meanwhile. */
export const settleJob = async (
	db: Db,
	job: Pick<ClaimedJob, 'id' | 'tries'>,
	outcome: { readonly state: ImportState; readonly sourceId?: SourceId; readonly told: readonly Problem[] }
): Promise<boolean> => {
	const { numUpdatedRows } = await db
		.updateTable('import_jobs')
		.set({ state: outcome.state, source_id: outcome.sourceId ?? null, told: JSON.stringify(outcome.told) })
		.where('id', '=', job.id)
		.where('state', '=', 'reading')
		.where('tries', '=', job.tries)
		.executeTakeFirst();
	return numUpdatedRows > 0n;
};

/** Removes the bytes of files that nothing waits for any more. */
export const dropReadFiles = async (db: Db, importId: string): Promise<void> => {
	await sql`delete from source_import_files
		where import_id = ${importId}::uuid and not exists (
			select from import_jobs where file_id = source_import_files.id and state in ('waiting', 'reading')
		)`.execute(db);
};

/** Lets what still waits of an import go. */
export const cancelWaiting = async (db: Db, importId: string): Promise<void> => {
	await db
		.updateTable('import_jobs')
		.set({ state: 'cancelled' })
		.where('import_id', '=', importId)
		.where('state', '=', 'waiting')
		.execute();
};

/** Removes the record of imports that were done before a day; their sources stay. */
export const forgetImports = async (db: Db, before: Date): Promise<void> => {
	await sql`delete from source_imports where made_at < ${before}::timestamptz and not exists (
		select from import_jobs where import_id = source_imports.id and state in ('waiting', 'reading'))`.execute(db);
};

/** An import that this person made in this project. */
export const findImport = async (
	db: Db,
	projectId: ProjectId,
	madeBy: UserId,
	importId: string
): Promise<SourceImport | null> => {
	const row = await db
		.selectFrom('source_imports')
		.select(['id', 'made_at'])
		.where('id', '=', importId)
		.where('project_id', '=', projectId)
		.where('made_by', '=', madeBy)
		.executeTakeFirst();
	if (!row) return null;
	const jobs = await db
		.selectFrom('import_jobs')
		.leftJoin('sources', (join) =>
			join.onRef('sources.id', '=', 'import_jobs.source_id').on('sources.deleted_at', 'is', null)
		)
		.select(['import_jobs.id', 'import_jobs.name', 'import_jobs.title', 'import_jobs.state', 'sources.id as source_id'])
		.select('import_jobs.told')
		.where('import_jobs.import_id', '=', importId)
		.orderBy('import_jobs.place')
		.execute();
	const files = jobs.map(({ source_id, told, ...job }): ImportedFile => ({
		...job,
		sourceId: source_id,
		told: told as readonly Problem[]
	}));
	return { id: row.id, madeAt: row.made_at, files };
};

/** The imports of a person in a project, the newest first, from after one on, with how many files are in each state. */
export const listImports = async (
	db: Db,
	projectId: ProjectId,
	madeBy: UserId,
	{ after, limit }: { readonly after: string | null; readonly limit: number }
) => {
	const { rows } = await sql<{
		id: string;
		madeAt: Date;
		waiting: number;
		reading: number;
		stored: number;
		refused: number;
		cancelled: number;
	}>`select source_imports.id, made_at as "madeAt", counted.*
		from source_imports cross join lateral (
			select count(*) filter (where state = 'waiting')::int as waiting,
				count(*) filter (where state = 'reading')::int as reading,
				count(*) filter (where state = 'stored')::int as stored,
				count(*) filter (where state = 'refused')::int as refused,
				count(*) filter (where state = 'cancelled')::int as cancelled
			from import_jobs where import_id = source_imports.id
		) as counted
		where project_id = ${projectId}::uuid and made_by = ${madeBy}::uuid
			and (${after}::uuid is null or source_imports.id < ${after}::uuid)
		order by source_imports.id desc limit ${limit}`.execute(db);
	return rows;
};
