import type { EdgeMove } from '#lib/domain/coding/reshape.ts';
import type { UserId } from '#lib/domain/project/ids.ts';
import { readKept } from './kept-settings.ts';
import { noOwnKeys, type Keyed, type OwnKeys } from './key-map.ts';

/** The keys of the desk for the ends of a passage, by a word, for where its other actions are not at hand. */
export const edgeKeys: readonly (Keyed & { readonly move: EdgeMove })[] = [
	{ id: 'start-earlier', key: '[', move: { edge: 'start', step: -1, by: 'word' } },
	{ id: 'start-later', key: ']', move: { edge: 'start', step: 1, by: 'word' } },
	{ id: 'end-earlier', key: '{', move: { edge: 'end', step: -1, by: 'word' } },
	{ id: 'end-later', key: '}', move: { edge: 'end', step: 1, by: 'word' } }
];

/** The single keys as this person has them on the desk, by what the browser keeps; null = they are switched off. */
export const keptKeys = (userId: UserId): OwnKeys | null => {
	const { singleKeys = true, keys = noOwnKeys } = readKept(userId);
	return singleKeys ? keys : null;
};
