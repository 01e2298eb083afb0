import type { SourceId } from '#lib/domain/project/ids.ts';

type LeftAt = { readonly sourceId: SourceId; readonly version: number; readonly turn: number };

let last: LeftAt | null = null;

/** Notes where a coder was when a desk went from the screen. */
export const noteLeft = (at: LeftAt): void => {
	last = at;
};

/** The turn where the coder was on this source, when its desk makes place for that of another text version; else null. */
export const turnLeftAt = (sourceId: SourceId, version: number): number | null =>
	last?.sourceId === sourceId && last.version !== version ? last.turn : null;
