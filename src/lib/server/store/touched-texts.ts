import { sql } from 'kysely';
import type { SourceId } from '../../domain/project/ids.ts';
import type { Db } from './database.ts';

/** In how many texts something stands, and how many of these are no interview. */
export type TouchedTexts = { readonly interviews: number; readonly otherTexts: number };

/** Counts the texts in which codings stand, each once. */
export const countTexts = async (db: Db, codings: Iterable<{ readonly sourceId: SourceId }>): Promise<TouchedTexts> => {
	const ids = new Set([...codings].map(({ sourceId }) => sourceId));
	if (ids.size === 0) return { interviews: 0, otherTexts: 0 };
	const { otherTexts } = await db
		.selectFrom('sources')
		.select(sql<number>`count(*)::int`.as('otherTexts'))
		.where('id', 'in', [...ids])
		.where('kind', '<>', 'transcript')
		.executeTakeFirstOrThrow();
	return { interviews: ids.size, otherTexts };
};
