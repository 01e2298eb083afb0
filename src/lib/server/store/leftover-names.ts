import { sql } from 'kysely';
import type { SourceId, UserId } from '../../domain/project/ids.ts';
import type { LeftoverState } from '../../domain/source/pseudonym.ts';
import type { Range } from '../../domain/text/range.ts';
import type { Db } from './database.ts';
import type { StoredSeal } from './pseudonym-keys.ts';

/** A name that was found later and hidden, until somebody settles it. */
export type OpenLeftover = {
	readonly id: string;
	readonly version: number;
	readonly range: Range;
	readonly seal: StoredSeal;
	readonly reportedBy: UserId;
	readonly reporter: string;
	readonly reportedAt: string;
};

/** Stores a report; its words are in the seal alone. */
export const insertLeftover = async (
	trx: Db,
	sourceId: SourceId,
	{ id, version, range, seal }: Pick<OpenLeftover, 'id' | 'version' | 'range' | 'seal'>,
	{ by, at }: { readonly by: UserId; readonly at: Date }
): Promise<void> => {
	await trx
		.insertInto('leftover_names')
		.values({
			id,
			source_id: sourceId,
			text_version: version,
			start_position: range.start,
			end_position: range.end,
			key_version: seal.keyVersion,
			nonce: seal.nonce,
			sealed: seal.sealed,
			reported_by: by,
			reported_at: at
		})
		.execute();
};

/** The reports of a source that wait, in reading order. */
export const listOpenLeftovers = async (db: Db, sourceId: SourceId): Promise<readonly OpenLeftover[]> => {
	const rows = await db
		.selectFrom('leftover_names')
		.innerJoin('users', 'users.id', 'leftover_names.reported_by')
		.select([
			'leftover_names.id',
			'text_version',
			'start_position',
			'end_position',
			'key_version',
			'nonce',
			'sealed',
			'reported_by',
			'reported_at',
			'users.name as reporter'
		])
		.where('source_id', '=', sourceId)
		.where('state', '=', 'open')
		.orderBy('start_position')
		.orderBy('leftover_names.id')
		.execute();
	return rows.map((row) => ({
		id: row.id,
		version: row.text_version,
		range: { start: row.start_position, end: row.end_position },
		seal: { keyVersion: row.key_version ?? '', nonce: row.nonce ?? '', sealed: row.sealed ?? '' },
		reportedBy: row.reported_by,
		reporter: row.reporter,
		reportedAt: row.reported_at.toISOString()
	}));
};

/** Ends a report; its words are forgotten here. */
export const settleLeftover = async (
	trx: Db,
	id: string,
	state: Exclude<LeftoverState, 'open'>,
	{ by, at }: { readonly by: UserId; readonly at: Date }
): Promise<void> => {
	await trx
		.updateTable('leftover_names')
		.set({ state, key_version: null, nonce: null, sealed: null, settled_by: by, settled_at: at })
		.where('id', '=', id)
		.execute();
};

/** Where hidden names stand. */
export const listLeftoverPlaces = async (
	trx: Db,
	sourceId: SourceId
): Promise<readonly { readonly id: string; readonly range: Range }[]> =>
	(await listOpenLeftovers(trx, sourceId)).map(({ id, range }) => ({ id, range }));

/** Gives hidden names their place in a new version; of one that was taken out, nothing is left to settle. */
export const storeLeftoverPlaces = async (
	trx: Db,
	version: number,
	places: readonly { readonly id: string; readonly range: Range | null }[]
): Promise<void> => {
	const present = places.flatMap(({ id, range }) => (range ? [{ id, ...range }] : []));
	await sql`update leftover_names set text_version = ${version}::int, start_position = given.start, end_position = given.end
		from unnest(${present.map(({ id }) => id)}::uuid[], ${present.map(({ start }) => start)}::int[],
			${present.map(({ end }) => end)}::int[]) as given (id, start, "end")
		where leftover_names.id = given.id`.execute(trx);
	const gone = places.filter(({ range }) => range === null).map(({ id }) => id);
	await sql`update leftover_names set state = 'removed', key_version = null, nonce = null, sealed = null
		where id = any(${gone}::uuid[])`.execute(trx);
};
