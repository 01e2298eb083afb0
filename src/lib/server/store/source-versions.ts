import { sql } from 'kysely';
import type { SourceId, UserId } from '../../domain/project/ids.ts';
import type { Turn } from '../../domain/source/turn.ts';
import type { VersionStep } from '../../domain/text/carry.ts';
import { canonicalEdit, composeEdits, type Edit, type Operation } from '../../domain/text/edit.ts';
import type { Db } from './database.ts';
import { loadCut } from './turns.ts';

/** Who made a version of a text, when, why and how much. */
export type VersionRecord = {
	readonly version: number;
	readonly at: string;
	readonly byId: UserId;
	readonly byName: string;
	readonly reason: string;
	readonly characters: number;
	readonly inserted: number;
	readonly deleted: number;
	readonly closesBefore: boolean;
	/** of how many turns the time was corrected in it */
	readonly times: number;
	/** how many places got a pseudonym in it */
	readonly pseudonyms: number;
	/** its words are kept sealed, with the key to its pseudonyms */
	readonly isSealed: boolean;
};

type Row = {
	version: number;
	created_at: Date;
	created_by: string;
	name: string;
	reason: string;
	characters: number;
	inserted: number;
	deleted: number;
	closes_before: boolean;
	times: number;
	pseudonyms: number;
	is_sealed: boolean;
};

/** The versions of a text, the newest first. */
export const listVersionsOfText = async (db: Db, sourceId: SourceId): Promise<readonly VersionRecord[]> => {
	const { rows } =
		await sql<Row>`select v.version, v.created_at, v.created_by, users.name, v.reason, v.closes_before, v.times,
			v.sealed_at is not null as is_sealed,
			(select coalesce(sum(hits), 0)::int from pseudonym_replacements as put
				where put.source_id = v.source_id and put.version = v.version) as pseudonyms,
			char_length(v.text) as characters,
			(select coalesce(sum(char_length(step ->> 'insert')), 0)::int
				from jsonb_array_elements(coalesce(v.operations, '[]')) as step) as inserted,
			(select coalesce(sum((step ->> 'delete')::int), 0)::int
				from jsonb_array_elements(coalesce(v.operations, '[]')) as step) as deleted
		from source_versions v join users on users.id = v.created_by
		where v.source_id = ${sourceId} order by v.version desc`.execute(db);
	return rows.map((row) => ({
		version: row.version,
		at: row.created_at.toISOString(),
		byId: row.created_by,
		byName: row.name,
		reason: row.reason,
		characters: row.characters,
		inserted: row.inserted,
		deleted: row.deleted,
		closesBefore: row.closes_before,
		times: row.times,
		pseudonyms: row.pseudonyms,
		isSealed: row.is_sealed
	}));
};

/** The turns of a version. */
export const listTurnsOfVersion = async (db: Db, sourceId: SourceId, version: number): Promise<readonly Turn[]> =>
	(await loadCut(db, sourceId, version)).turns;

/** What makes the text of version `from` into that of the later version `to`. */
export const findEditBetween = async (db: Db, sourceId: SourceId, from: number, to: number): Promise<Edit> => {
	const rows = await db
		.selectFrom('source_versions')
		.select('operations')
		.where('source_id', '=', sourceId)
		.where('version', '>', from)
		.where('version', '<=', to)
		.orderBy('version')
		.execute();
	const none: Edit = [];
	return rows.reduce((edit, { operations }) => composeEdits(edit, toEdit(operations)), none);
};

/** The steps from version `from` to the later version `to`, one by one; null when one of them was destroyed. */
export const listStepsBetween = async (
	db: Db,
	sourceId: SourceId,
	from: number,
	to: number
): Promise<readonly VersionStep[] | null> => {
	const { rows } = await sql<{ operations: unknown; is_replaced: boolean }>`select v.operations,
			exists (select from pseudonym_replacements as put
				where put.source_id = v.source_id and put.version = v.version) as is_replaced
		from source_versions v
		where v.source_id = ${sourceId} and v.version > ${from}::int and v.version <= ${to}::int
		order by v.version`.execute(db);
	if (rows.length !== to - from || rows.some(({ operations }) => operations === null)) return null;
	return rows.map(({ operations, is_replaced }) => ({ edit: toEdit(operations), keepsReplaced: is_replaced }));
};

/** Operations as `insertVersion` stored them. */
const toEdit = (stored: unknown): Edit => canonicalEdit((stored ?? []) as readonly Operation[]);
