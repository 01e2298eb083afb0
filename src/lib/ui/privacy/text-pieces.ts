import type { PseudonymGroupAnswer } from '#lib/contract/pseudonym.ts';
import type { Turn } from '#lib/domain/source/turn.ts';
import type { PositionMap } from '#lib/domain/text/position.ts';
import { samePlace } from '#lib/domain/text/range.ts';

/** A stretch of a turn: plain words, or a marked place of a group. */
export type Piece = {
	readonly start: number;
	readonly text: string;
	readonly mark: { readonly groupId: string; readonly hitAt: number; readonly isAccepted: boolean } | null;
};

type Place = {
	readonly start: number;
	readonly end: number;
	readonly mark: NonNullable<Piece['mark']>;
};

/** Every place that is marked in a text, in order, none over another: what has no decision, and what is accepted. */
export const markedPlaces = (groups: readonly PseudonymGroupAnswer[]): readonly Place[] => {
	const all = groups
		.flatMap(({ id, hits, accepted, decision }) =>
			hits
				.map(({ start, end }, hitAt): Place => {
					const isAccepted = accepted.some((range) => samePlace(range, { start, end }));
					return { start, end, mark: { groupId: id, hitAt, isAccepted } };
				})
				.filter(({ mark }) => mark.isAccepted || decision === 'open')
		)
		.toSorted((a, b) => a.start - b.start || b.end - a.end);
	const kept: Place[] = [];
	for (const place of all) if (place.start >= (kept.at(-1)?.end ?? 0)) kept.push(place);
	return kept;
};

/** A turn cut at the places that are marked in it. */
export const piecesOf = (map: PositionMap, turn: Turn, places: readonly Place[]): readonly Piece[] => {
	const pieces: Piece[] = [];
	let at = turn.start;
	for (const { start, end, mark } of places) {
		if (end <= turn.start || start >= turn.end) continue;
		const [from, to] = [Math.max(start, turn.start), Math.min(end, turn.end)];
		if (from > at) pieces.push({ start: at, text: map.slice(at, from), mark: null });
		pieces.push({ start: from, text: map.slice(from, to), mark });
		at = to;
	}
	if (at < turn.end) pieces.push({ start: at, text: map.slice(at, turn.end), mark: null });
	return pieces;
};
