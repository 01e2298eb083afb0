import { z } from 'zod';
import { list } from './list.ts';
import { richTextAnswer } from './rich-text.ts';

const documentLine = z.object({
	text: z.string(),
	look: z.enum(['normal', 'strong', 'small', 'quote', 'proposal']).describe('hoe de regel eruitziet, niet wat hij zegt')
});

const point = z.object({
	label: z.string(),
	value: z.number().nullable(),
	shown: z.string().describe('de waarde zoals zij in het document staat'),
	lower: z.number().nullable(),
	upper: z.number().nullable(),
	breakBefore: z.boolean().describe('niet te vergelijken met de waarde ervoor')
});

const documentBlock = z.discriminatedUnion('kind', [
	z.object({ kind: z.literal('heading'), level: z.int().min(1).max(5), text: z.string() }),
	z.object({ kind: z.literal('paragraph'), line: documentLine }),
	z.object({ kind: z.literal('list'), items: list(z.string()) }),
	z.object({ kind: z.literal('rich'), text: richTextAnswer, level: z.int().describe('van de hoogste kop erin') }),
	z.object({ kind: z.literal('quote'), text: z.string(), reference: z.string() }),
	z.object({ kind: z.literal('box'), lines: list(z.string()) }),
	z.object({
		kind: z.literal('chart'),
		caption: z.string().exactOptional().describe('de regel bij de grafiek; ontbreekt in een oude grafiek'),
		description: z.string().describe('wat de grafiek laat zien, in woorden'),
		breakWord: z.string(),
		points: list(point)
	}),
	z.object({
		kind: z.literal('table'),
		caption: z.string(),
		columns: list(z.object({ label: z.string(), width: z.number() })),
		rows: list(list(list(documentLine))).describe('de eerste cel van een rij is haar kop')
	})
]);

/** A document to read: what it consists of, in reading order. */
export const reportDocumentAnswer = z.object({
	title: z.string(),
	subtitle: z.string(),
	language: z.enum(['nl-NL', 'en-GB']),
	watermark: z.string().nullable().describe('op elke bladzijde, bij verzonnen gegevens'),
	footer: z.string(),
	madeAt: z.iso.datetime().describe('wanneer de gegevens het laatst veranderden'),
	blocks: list(documentBlock)
});
export type ReportDocumentAnswer = z.infer<typeof reportDocumentAnswer>;
