import { z } from 'zod';
import { groups } from '../domain/source/source.ts';
import { list } from './list.ts';
import { limitQuery } from './paging.ts';

/** The passages to choose quotes from. */
export const quoteChoicesQuery = z.strictObject({
	group: z.enum(groups).optional(),
	valence: z.enum(['forward', 'backward', 'good', 'improve']).optional(),
	...limitQuery
});

const valences = z.object({
	change: z.enum(['forward', 'backward']).nullable(),
	level: z.enum(['good', 'improve']).nullable()
});

/** A passage that was chosen as a quote of a row. */
export const chosenQuote = z.object({
	codingId: z.uuid(),
	codeId: z.uuid(),
	sourceId: z.uuid(),
	group: z.enum(groups).nullable(),
	waveId: z.uuid(),
	text: z.string().nullable().describe('null zonder toestemming om te citeren'),
	reference: z.string().describe('bv. VOL-B-01 · 2023 · beurt 14'),
	valences
});

/** A passage to choose from; `isChosen` says that it stands in the row already. */
export const quoteChoice = chosenQuote.extend({ isChosen: z.boolean() });

export type QuoteChoiceAnswer = z.infer<typeof quoteChoice>;

export const quoteChoicesAnswer = z.object({ items: list(quoteChoice), nextCursor: z.string().nullable() });

export type QuoteChoicesAnswer = z.infer<typeof quoteChoicesAnswer>;
