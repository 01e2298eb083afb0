import type { SourceId } from '#lib/domain/project/ids.ts';

/** A desk on the screen, and the turn where its coder is. */
type Place = { readonly sourceId: SourceId; readonly version: number; readonly current: number };

let present: (() => Place) | null = null;

/** Notes which desk is on the screen; the answer ends that. */
export const noteDesk = (place: () => Place): (() => void) => {
	present = place;
	return () => {
		if (present === place) present = null;
	};
};

/** The turn where the coder is on this source, when its desk makes place for that of another text version; else null. */
export const turnLeftAt = (sourceId: SourceId, version: number): number | null => {
	const place = present?.();
	return place?.sourceId === sourceId && place.version !== version ? place.current : null;
};
