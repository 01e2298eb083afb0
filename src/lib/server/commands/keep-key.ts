import type { SourceId, UserId } from '../../domain/project/ids.ts';
import type { Original } from '../../privacy/replace.ts';
import type { Context } from '../access/context.ts';
import { seal, unseal } from '../access/seal.ts';
import { sealVersionText } from '../access/seal-version.ts';
import type { Db } from '../store/database.ts';
import { insertKeyEntries, listClearVersions, sealVersion, type KeyEntry } from '../store/pseudonym-keys.ts';

/** What is bound to the words of a line of a key, so that the line opens only where it was made. */
const aboutEntry = (sourceId: SourceId, { id, kind, placeholder }: Pick<KeyEntry, 'id' | 'kind' | 'placeholder'>) => [
	sourceId,
	id,
	kind,
	placeholder
];

/** Adds what placeholders stand for to the key of a source, sealed. A BSN is left out: it is stored nowhere. */
export const keepKey = async (
	{ secret, newId }: Pick<Context, 'secret' | 'newId'>,
	trx: Db,
	sourceId: SourceId,
	originals: readonly Original[],
	stamp: { readonly by: UserId; readonly at: Date }
): Promise<void> => {
	const entries = originals
		.filter(({ kind }) => kind !== 'bsn')
		.map(({ kind, placeholder, words }): KeyEntry => {
			const line = { id: newId(), kind, placeholder };
			return { ...line, seal: seal(secret, 'pseudonym key', aboutEntry(sourceId, line), JSON.stringify(words)) };
		});
	await insertKeyEntries(trx, sourceId, entries, stamp);
};

/** The words of a line of a key; null when the line was changed or moved, or sealed with another secret. */
export const openEntry = (
	{ secret }: Pick<Context, 'secret'>,
	sourceId: SourceId,
	entry: KeyEntry
): readonly string[] | null => {
	const opened = unseal(secret, 'pseudonym key', aboutEntry(sourceId, entry), entry.seal);
	if (opened === null) return null;
	const words: unknown = JSON.parse(opened);
	return Array.isArray(words) ? words.map(String) : null;
};

/** Seals every version before the present one: names stand in them. */
export const sealOlderVersions = async (
	context: Pick<Context, 'secret' | 'now'>,
	trx: Db,
	sourceId: SourceId,
	present: number
): Promise<void> => {
	for (const { version, text } of await listClearVersions(trx, sourceId, present)) {
		const sealed = sealVersionText(context, sourceId, version, text);
		await sealVersion(trx, sourceId, version, sealed, context.now());
	}
};
