import { z } from 'zod';
import { fail, ok, type Result } from '../domain/problem.ts';
import { id } from './text.ts';

/** One page of a list; `nextCursor` leads to the rest, null = there is no more. */
export type Page<T> = { readonly items: readonly T[]; readonly nextCursor: string | null };

/** The schema of a page of such items. */
export const pageOf = <T extends z.ZodType>(item: T) =>
	z.object({ items: z.array(item), nextCursor: z.string().nullable().describe('null: er is niets meer') });

/** The place of an item in the total order of its list. */
export type Key = readonly (string | number)[];

/** What a part of a key can be; anything else in its place makes a cursor that no list gave out. */
const parts = {
	text: (value) => typeof value === 'string' && !value.includes('\0') && value.isWellFormed(),
	/** as this program gives them out: lower case */
	id: (value) => id.safeParse(value).data === value,
	/** UTC, as `toISOString` writes it */
	moment: (value) => z.iso.datetime().safeParse(value).success,
	day: (value) => z.iso.date().safeParse(value).success,
	number: (value) => Number.isFinite(value),
	/** a whole number from 0 that a column of integers holds: a position, a rank, a count */
	place: (value) => Number.isInteger(value) && Number(value) >= 0 && Number(value) < 2 ** 31
} as const satisfies Record<string, (value: unknown) => boolean>;

type Part<P> = P extends number ? 'number' | 'place' : 'text' | 'id' | 'moment' | 'day';

const unreadable = () => fail('cursor-invalid', undefined, 'cursor');

/** A key as an opaque text that is safe in a URL. Keys hold ids, years and names of the frame, nothing personal. */
export const toCursor = (key: Key): string => {
	const bytes = new TextEncoder().encode(JSON.stringify(key));
	const base64 = btoa(String.fromCharCode(...bytes));
	return base64.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
};

/** Reads a cursor back; `shape` says what its list puts in, part by part. Null = from the beginning. */
export const fromCursor = <K extends Key>(
	cursor: string | undefined,
	shape: { readonly [I in keyof K]: Part<K[I]> }
): Result<K | null> => {
	if (cursor === undefined) return ok(null);
	const key = decoded(cursor);
	const fits =
		Array.isArray(key) && key.length === shape.length && shape.every((part, index) => parts[part](key[index]));
	return fits ? ok(key as unknown as K) : unreadable();
};

/** The place of something in a list by the moment at which it was added. */
export type MomentKey = readonly [at: string, id: string];

/** Reads a cursor of such a list back. */
export const momentOf = (cursor: string | undefined): Result<MomentKey | null> =>
	fromCursor<MomentKey>(cursor, ['moment', 'id']);

const decoded = (cursor: string): unknown => {
	try {
		const binary = atob(cursor.replaceAll('-', '+').replaceAll('_', '/'));
		const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
		return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
	} catch {
		return null;
	}
};

/** A page of rows that were read with `limit + 1`: one more than the page holds tells that there is a next one. */
export const toPage = <T>(rows: readonly T[], limit: number, keyOf: (row: T) => Key): Page<T> => {
	const items = rows.slice(0, limit);
	const last = items.at(-1);
	return { items, nextCursor: rows.length > limit && last !== undefined ? toCursor(keyOf(last)) : null };
};

/**
 * A page of a short list that is in memory in its order (the areas of a project, the tree of codes). The cursor holds the
 * last item's id and its place: when that item has gone meanwhile, the list goes on from the place.
 */
export const slice = <T>(
	items: readonly T[],
	{ cursor, limit }: { readonly cursor?: string | undefined; readonly limit: number },
	idOf: (item: T) => string
): Result<Page<T>> => {
	const after = fromCursor<[string, number]>(cursor, ['text', 'number']);
	if (!after.ok) return after;
	const start = after.value === null ? 0 : startAfter(items.map(idOf), ...after.value);
	const rows = items.slice(start, start + limit + 1);
	return ok(toPage(rows, limit, (item) => [idOf(item), start + Math.min(limit, rows.length) - 1]));
};

const startAfter = (ids: readonly string[], id: string, place: number): number => {
	const found = ids.indexOf(id);
	return found === -1 ? Math.max(0, Math.trunc(place)) : found + 1;
};
