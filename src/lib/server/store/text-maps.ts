import type { SourceId } from '../../domain/project/ids.ts';
import { positionMap, type PositionMap } from '../../domain/text/position.ts';
import type { Db } from './database.ts';
import { findText } from './sources.ts';

const room = 8_000_000; // UTF-16 units kept in all, some 130 interviews of 8,000 words

const kept = new Map<string, { readonly map: PositionMap; readonly size: number }>();
let used = 0;

/**
 * Positions and words of one version of a text. A version never changes, so what was read lately is kept in memory;
 * whether someone may see the text is asked elsewhere, each time.
 */
export const textMap = async (db: Db, sourceId: SourceId, version: number): Promise<PositionMap> => {
	const key = `${sourceId} ${version}`;
	const known = kept.get(key);
	if (known) {
		kept.delete(key);
		kept.set(key, known); // the last of the map is the one used last
		return known.map;
	}
	const stored = await findText(db, sourceId, version);
	if (!stored) throw new Error(`source ${sourceId} has no version ${version}`);
	return keep(key, stored.text);
};

const keep = (key: string, text: string): PositionMap => {
	const map = positionMap(text);
	if (text.length > room / 4 || kept.has(key)) return map;
	kept.set(key, { map, size: text.length });
	used += text.length;
	for (const [oldest, { size }] of kept) {
		if (used <= room) break;
		kept.delete(oldest);
		used -= size;
	}
	return map;
};
