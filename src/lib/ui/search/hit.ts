import type { SearchAnswer } from '#lib/contract/search.ts';

/** A passage that was found. */
export type Hit = SearchAnswer['items'][number];

/** A hit by its place: the same hit of another search is the same passage. */
export const keyOf = ({ sourceId, start, end }: Pick<Hit, 'sourceId' | 'start' | 'end'>): string =>
	`${sourceId} ${start} ${end}`;

/** The places of hits, to look one up. */
export const keysOf = (hits: readonly Hit[]): ReadonlySet<string> => new Set(hits.map(keyOf));

/** In how many interviews hits lie. */
export const sourcesOf = (hits: readonly Hit[]): number => new Set(hits.map(({ sourceId }) => sourceId)).size;
