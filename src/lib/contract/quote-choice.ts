import { z } from 'zod';
import { groups } from '../domain/source/source.ts';
import { list } from './list.ts';
import { limitQuery } from './paging.ts';
import { paragraph } from './text.ts';

/** The passages to choose quotes from. */
export const quoteChoicesQuery = z.strictObject({
	group: z.enum(groups).optional(),
	valence: z.enum(['forward', 'backward', 'good', 'improve']).optional(),
	important: z.enum(['true']).optional().describe('alleen wat een codeur belangrijk vond (★)'),
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
	text: z.string().nullable().describe('alle woorden; null zonder toestemming om te citeren'),
	shortened: z.string().nullable().describe('zo wordt het getoond, met (…) voor wat weg is; null: het hele citaat'),
	isOutdated: z
		.boolean()
		.describe('het was ingekort, maar de tekst veranderde en het past niet meer: nu staat het hele citaat er'),
	reference: z.string().describe('bv. VOL-B-01 · 2023 · beurt 14'),
	valences,
	isImportant: z.boolean().describe('een codeur vond het belangrijk (★)')
});

/** How a quote is chosen; without anything it stays as it is. */
export const chooseQuoteInput = z.strictObject({
	shortened: paragraph(5000)
		.nullable()
		.optional()
		.describe('woorden van het citaat in hun volgorde, met (…) voor wat weg is; null: het hele citaat')
});

/** A passage to choose from; `isChosen` says that it stands in the row already. */
export const quoteChoice = chosenQuote.extend({ isChosen: z.boolean() });

export type QuoteChoiceAnswer = z.infer<typeof quoteChoice>;

export const quoteChoicesAnswer = z.object({ items: list(quoteChoice), nextCursor: z.string().nullable() });

export type QuoteChoicesAnswer = z.infer<typeof quoteChoicesAnswer>;
