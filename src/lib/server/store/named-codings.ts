import { sql } from 'kysely';
import type { CarriedCoding } from '../../domain/coding/carry-codings.ts';
import type { Layer } from '../../domain/coding/coding.ts';
import type { CodingId, ProjectId, SourceId, UserId } from '../../domain/project/ids.ts';
import type { Db } from './database.ts';

/** A coding with the names one knows it by. */
export type NamedCoding = CarriedCoding & {
	readonly quote: string;
	readonly codeName: string;
	readonly coderName: string;
	readonly layer: Layer;
};

/** The codings on a version of a text, of every layer, in reading order. */
export const listNamedCodings = async (
	db: Db,
	sourceId: SourceId,
	version: number
): Promise<readonly NamedCoding[]> => {
	const rows = await db
		.selectFrom('codings')
		.innerJoin('codes', 'codes.id', 'codings.code_id')
		.innerJoin('users', 'users.id', 'codings.coder_id')
		.select([
			'codings.id',
			'codings.start_position',
			'codings.end_position',
			'codings.code_id',
			'codings.coder_id',
			'codings.coded_at',
			'codings.quote',
			'codings.layer',
			'codes.name as code_name',
			'users.name as coder_name'
		])
		.where('codings.source_id', '=', sourceId)
		.where('codings.version', '=', version)
		.where('codings.deleted_at', 'is', null)
		.orderBy('codings.start_position')
		.orderBy('codings.id')
		.execute();
	return rows.map((row) => ({
		id: row.id,
		range: { start: row.start_position, end: row.end_position },
		codeId: row.code_id,
		coderId: row.coder_id,
		codedAt: row.coded_at.toISOString(),
		quote: row.quote,
		codeName: row.code_name,
		coderName: row.coder_name,
		layer: row.layer
	}));
};

/** Where a coding stood when somebody put it there. */
export type MadePlace = {
	readonly id: CodingId;
	readonly sourceId: SourceId;
	readonly madeIn: number;
	readonly start: number;
	readonly end: number;
	readonly codeName: string;
	readonly coderId: UserId;
	readonly coderName: string;
	readonly layer: Layer;
};

/** The place of a coding, or of an orphan, in the version in which it was made. */
export const findMadePlace = async (db: Db, projectId: ProjectId, codingId: CodingId): Promise<MadePlace | null> => {
	const row = await db
		.selectFrom('codings')
		.innerJoin('codes', 'codes.id', 'codings.code_id')
		.innerJoin('users', 'users.id', 'codings.coder_id')
		.select(['codings.id', 'codings.source_id', 'codings.coder_id', 'codings.layer'])
		.select(['codes.name as code_name', 'users.name as coder_name'])
		.select([
			sql<number>`coalesce(made_in, version)`.as('made_in'),
			sql<number>`coalesce(made_start, start_position)`.as('start'),
			sql<number>`coalesce(made_end, end_position)`.as('end')
		])
		.where('codings.id', '=', codingId)
		.where('codings.project_id', '=', projectId)
		.where(
			sql<boolean>`(codings.deleted_at is null or (codings.orphaned_in is not null and codings.deletion_id is null))`
		)
		.executeTakeFirst();
	if (!row) return null;
	const { id, source_id: sourceId, coder_id: coderId, layer, code_name: codeName, coder_name: coderName } = row;
	return { id, sourceId, coderId, layer, codeName, coderName, madeIn: row.made_in, start: row.start, end: row.end };
};
