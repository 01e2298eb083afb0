import type { z } from 'zod';
import { listCodingsQuery } from './coding.ts';

/** The filters of the page on which one asks; as those of codings, but for words: they would stand in an address. */
export const questionQuery = listCodingsQuery.omit({ q: true, sourceId: true, cursor: true, limit: true });
export type Question = z.infer<typeof questionQuery>;
