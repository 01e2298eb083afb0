import type { EdgeMove } from '#lib/domain/coding/reshape.ts';
import type { UserId } from '#lib/domain/project/ids.ts';
import { m } from '#lib/paraglide/messages.js';
import { readKept } from './kept-settings.ts';
import { noOwnKeys, type Keyed, type OwnKeys } from './key-map.ts';

/** A key for an end of a passage; `part` says what it does. */
type EdgeKey = Keyed & { readonly part: () => string; readonly move: EdgeMove };

/** The keys for the ends of a passage, by a word: on the desk, and where its other actions are not at hand. */
export const edgeKeys: readonly EdgeKey[] = [
	{ id: 'start-earlier', key: '[', part: m.desk_key_start_earlier, move: { edge: 'start', step: -1, by: 'word' } },
	{ id: 'start-later', key: ']', part: m.desk_key_start_later, move: { edge: 'start', step: 1, by: 'word' } },
	{ id: 'end-earlier', key: '{', part: m.desk_key_end_earlier, move: { edge: 'end', step: -1, by: 'word' } },
	{ id: 'end-later', key: '}', part: m.desk_key_end_later, move: { edge: 'end', step: 1, by: 'word' } }
];

/** The single keys as this person has them on the desk, by what the browser keeps; null = they are switched off. */
export const keptKeys = (userId: UserId): OwnKeys | null => {
	const { singleKeys = true, keys = noOwnKeys } = readKept(userId);
	return singleKeys ? keys : null;
};
