import type { StoredSeal } from '../store/pseudonym-keys.ts';
import type { Context } from './context.ts';
import { seal, unseal } from './seal.ts';

const boundTo = (sourceId: string, version: number) => [sourceId, `${version}`];

/** A text from before its pseudonyms, sealed so that it opens as this version of this source only. */
export const sealVersionText = (
	{ secret }: Pick<Context, 'secret'>,
	sourceId: string,
	version: number,
	text: string
): StoredSeal => seal(secret, 'source original', boundTo(sourceId, version), text);

/** The text of a sealed version; null when it was changed or moved, or sealed with another secret. */
export const unsealVersion = (
	{ secret }: Pick<Context, 'secret'>,
	sourceId: string,
	version: number,
	sealed: StoredSeal
): string | null => unseal(secret, 'source original', boundTo(sourceId, version), sealed);
