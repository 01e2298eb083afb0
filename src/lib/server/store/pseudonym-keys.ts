import { sql } from 'kysely';
import type { IdentifierKind } from '../../domain/source/identifier.ts';
import type { KeyAct } from '../../domain/source/retention.ts';
import type { SourceId, UserId } from '../../domain/project/ids.ts';
import type { Db } from './database.ts';

/** Sealed words as they are kept; `access/seal.ts` makes and opens them. */
export type StoredSeal = { readonly keyVersion: string; readonly nonce: string; readonly sealed: string };

/** One line of a key: a placeholder with the sealed words it stands for. */
export type KeyEntry = {
	readonly id: string;
	readonly kind: IdentifierKind;
	readonly placeholder: string;
	readonly seal: StoredSeal;
};

/** Adds lines to the key of a source. */
export const insertKeyEntries = async (
	trx: Db,
	sourceId: SourceId,
	entries: readonly KeyEntry[],
	{ by, at }: { readonly by: UserId; readonly at: Date }
): Promise<void> => {
	if (entries.length === 0) return;
	await trx
		.insertInto('pseudonym_keys')
		.values(
			entries.map(({ id, kind, placeholder, seal }) => ({
				id,
				source_id: sourceId,
				kind,
				placeholder,
				key_version: seal.keyVersion,
				nonce: seal.nonce,
				sealed: seal.sealed,
				made_by: by,
				made_at: at
			}))
		)
		.execute();
};

/** The key of a source, sealed, in the order in which it was made. */
export const listKeyEntries = async (db: Db, sourceId: SourceId): Promise<readonly KeyEntry[]> => {
	const rows = await db
		.selectFrom('pseudonym_keys')
		.select(['id', 'kind', 'placeholder', 'key_version', 'nonce', 'sealed'])
		.where('source_id', '=', sourceId)
		.orderBy('made_at')
		.orderBy('id')
		.execute();
	return rows.map(({ id, kind, placeholder, key_version, nonce, sealed }) => ({
		id,
		kind,
		placeholder,
		seal: { keyVersion: key_version, nonce, sealed }
	}));
};

/** Destroys the key of a source with the sealed texts from before its pseudonyms; answers how many lines it had. */
export const deleteKey = async (trx: Db, sourceId: SourceId): Promise<number> => {
	await trx.deleteFrom('source_originals').where('source_id', '=', sourceId).execute();
	const gone = await trx.deleteFrom('pseudonym_keys').where('source_id', '=', sourceId).returning('id').execute();
	return gone.length;
};

/** Who opened or destroyed a key, and why. */
export type KeyOpening = {
	readonly id: string;
	readonly act: KeyAct;
	readonly reason: string;
	readonly entries: number;
	readonly openedBy: { readonly id: UserId; readonly name: string };
	readonly openedAt: string;
	/** the sealed text that was opened; null = something else was */
	readonly version: number | null;
};

/** Which sealed text was opened, and until when. */
export type VersionOpening = { readonly version: number; readonly openUntil: Date };

/** Writes down that a key was opened or destroyed. */
export const insertOpening = async (
	trx: Db,
	sourceId: SourceId,
	opening: Pick<KeyOpening, 'id' | 'act' | 'reason' | 'entries'> & Partial<VersionOpening>,
	{ by, at }: { readonly by: UserId; readonly at: Date }
): Promise<void> => {
	await trx
		.insertInto('key_openings')
		.values({
			id: opening.id,
			source_id: sourceId,
			act: opening.act,
			reason: opening.reason,
			entries: opening.entries,
			opened_by: by,
			opened_at: at,
			version: opening.version ?? null,
			open_until: opening.openUntil ?? null
		})
		.execute();
};

/** Who opened the key of a source, newest first. */
export const listOpenings = async (db: Db, sourceId: SourceId): Promise<readonly KeyOpening[]> => {
	const rows = await db
		.selectFrom('key_openings')
		.innerJoin('users', 'users.id', 'key_openings.opened_by')
		.select(['key_openings.id', 'act', 'reason', 'entries', 'opened_by', 'users.name', 'opened_at', 'version'])
		.where('source_id', '=', sourceId)
		.orderBy('opened_at', 'desc')
		.orderBy('key_openings.id', 'desc')
		.execute();
	return rows.map(({ id, act, reason, entries, opened_by, name, opened_at, version }) => ({
		...{ id, act, reason, entries, version },
		openedBy: { id: opened_by, name },
		openedAt: opened_at.toISOString()
	}));
};

/** The versions of a text that stand there in clear, older than the present one. */
export const listClearVersions = async (
	trx: Db,
	sourceId: SourceId,
	before: number
): Promise<readonly { readonly version: number; readonly text: string }[]> =>
	trx
		.selectFrom('source_versions')
		.select(['version', 'text'])
		.where('source_id', '=', sourceId)
		.where('version', '<', before)
		.where('sealed_at', 'is', null)
		.execute();

/** Keeps an older version sealed only. */
export const sealVersion = async (
	trx: Db,
	sourceId: SourceId,
	version: number,
	seal: StoredSeal,
	at: Date
): Promise<void> => {
	await trx
		.insertInto('source_originals')
		.values({ source_id: sourceId, version, key_version: seal.keyVersion, nonce: seal.nonce, sealed: seal.sealed })
		.execute();
	// What was put in by hand can be a name too.
	await sql`update source_versions set text = '', operations = null, sealed_at = ${at}
		where source_id = ${sourceId} and version = ${version}::int`.execute(trx);
};

/** How often what was replaced, in which version; without words. */
export type ReplacementCount = {
	readonly version: number;
	readonly kind: IdentifierKind;
	readonly placeholder: string;
	readonly hits: number;
	readonly at: string;
	readonly by: string;
};

/** Adds to the log of replacements. */
export const insertReplacements = async (
	trx: Db,
	sourceId: SourceId,
	version: number,
	counts: readonly Pick<ReplacementCount, 'kind' | 'placeholder' | 'hits'>[],
	{ by, at }: { readonly by: UserId; readonly at: Date }
): Promise<void> => {
	if (counts.length === 0) return;
	await trx
		.insertInto('pseudonym_replacements')
		.values(
			counts.map(({ kind, placeholder, hits }) => ({
				source_id: sourceId,
				version,
				kind,
				placeholder,
				hits,
				replaced_by: by,
				replaced_at: at
			}))
		)
		.execute();
};

/** The log of replacements of a source, in the order in which they were made. */
export const listReplacements = async (db: Db, sourceId: SourceId): Promise<readonly ReplacementCount[]> => {
	const rows = await db
		.selectFrom('pseudonym_replacements')
		.innerJoin('users', 'users.id', 'pseudonym_replacements.replaced_by')
		.select(['version', 'kind', 'placeholder', 'hits', 'replaced_at', 'users.name'])
		.where('source_id', '=', sourceId)
		.orderBy('version')
		.orderBy('placeholder')
		.orderBy('kind')
		.execute();
	return rows.map(({ version, kind, placeholder, hits, replaced_at, name }) => ({
		...{ version, kind, placeholder, hits },
		at: replaced_at.toISOString(),
		by: name
	}));
};

/** A text that is kept sealed, without its words. */
export type SealedVersion = { readonly version: number; readonly at: string; readonly by: string };

/** The sealed texts of a source, the newest first. */
export const listSealedVersions = async (db: Db, sourceId: SourceId): Promise<readonly SealedVersion[]> => {
	const rows = await db
		.selectFrom('source_originals')
		.innerJoin('source_versions', (join) =>
			join
				.onRef('source_versions.source_id', '=', 'source_originals.source_id')
				.onRef('source_versions.version', '=', 'source_originals.version')
		)
		.innerJoin('users', 'users.id', 'source_versions.created_by')
		.select(['source_originals.version', 'source_versions.created_at', 'users.name'])
		.where('source_originals.source_id', '=', sourceId)
		.orderBy('source_originals.version', 'desc')
		.execute();
	return rows.map(({ version, created_at, name }) => ({ version, at: created_at.toISOString(), by: name }));
};

/** One sealed text; null = there is none of this version. */
export const findSealedVersion = async (db: Db, sourceId: SourceId, version: number): Promise<StoredSeal | null> => {
	const row = await db
		.selectFrom('source_originals')
		.select(['key_version', 'nonce', 'sealed'])
		.where('source_id', '=', sourceId)
		.where('version', '=', version)
		.executeTakeFirst();
	return row ? { keyVersion: row.key_version, nonce: row.nonce, sealed: row.sealed } : null;
};

/** Until when a person opened the sealed texts of a source, by version; the moment can be over. */
export const listOpenUntil = async (db: Db, sourceId: SourceId, userId: UserId): Promise<ReadonlyMap<number, Date>> => {
	const rows = await db
		.selectFrom('key_openings')
		.select(['version', 'open_until'])
		.where('source_id', '=', sourceId)
		.where('opened_by', '=', userId)
		.where('act', '=', 'version-opened')
		.orderBy('opened_at')
		.execute();
	return new Map(
		rows.flatMap(({ version, open_until }) => (version !== null && open_until ? [[version, open_until]] : []))
	);
};
