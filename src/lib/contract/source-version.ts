import { z } from 'zod';
import type { RouteDescription } from './route-description.ts';
import { editPreviewAnswer, fileComparisonAnswer, previewEditInput } from './source-edit.ts';
import { turnAnswer } from './source.ts';
import { id } from './text.ts';

const number = z.int().min(1);
const numberInAddress = z.coerce.number().int().min(1);

/** Who made a version of a text, when, why and how much. */
export const sourceVersionItem = z.object({
	version: number,
	at: z.iso.datetime(),
	by: z.object({ id, name: z.string() }),
	reason: z.string().describe('leeg: geen reden gegeven'),
	characters: z.int(),
	inserted: z.int().describe('tekens erbij sinds de versie ervoor'),
	deleted: z.int().describe('tekens weg sinds de versie ervoor'),
	times: z.int().describe('van zoveel beurten is in deze versie de tijd verbeterd'),
	pseudonyms: z.int().describe('op zoveel plaatsen kwam in deze versie een pseudoniem'),
	closesBefore: z
		.boolean()
		.describe('wat ervoor kwam is alleen te lezen voor wie het gesprek voorbereidt, of verzegeld')
});
export type SourceVersionItem = z.infer<typeof sourceVersionItem>;

export const sourceVersionsAnswer = z.object({
	items: z.array(sourceVersionItem).describe('de nieuwste eerst'),
	hasClosed: z.boolean().describe('er zijn oudere versies, die u niet mag lezen')
});
export type SourceVersionsAnswer = z.infer<typeof sourceVersionsAnswer>;

export const sourceVersionAnswer = sourceVersionItem.extend({
	sha256: z.string(),
	text: z.string(),
	turns: z.array(turnAnswer)
});
export type SourceVersionAnswer = z.infer<typeof sourceVersionAnswer>;

export const differencesQuery = z.strictObject({
	from: numberInAddress.optional().describe('weglaten: de versie voor `to`'),
	to: numberInAddress.optional().describe('weglaten: de nieuwste versie')
});

const operation = z.union([
	z.object({ retain: z.int() }),
	z.object({ insert: z.string() }),
	z.object({ delete: z.int() })
]);

/** What differs between two versions of a text: as an edit, and as passages that one reads. */
export const textDifferencesAnswer = z.object({
	from: number,
	to: number,
	operations: z.array(operation).describe('maakt van `from` de tekst van `to`; in Unicode-tekens (code points)'),
	passages: z.array(
		z.object({
			line: z.int().describe('nummer van de eerste regel, in `from`'),
			parts: z.array(z.object({ kind: z.enum(['kept', 'inserted', 'deleted']), text: z.string() }))
		})
	)
});
export type TextDifferencesAnswer = z.infer<typeof textDifferencesAnswer>;

const tag = 'Gesprekken';
const source = '/projects/{projectId}/sources/{sourceId}';

/** The routes about corrected texts and their versions. */
export const sourceVersionRoutes: readonly RouteDescription[] = [
	{
		method: 'POST',
		path: `${source}/edit-previews`,
		summary: 'Wat een verbetering van de tekst met de coderingen zou doen; er verandert niets.',
		tag,
		body: previewEditInput,
		status: 200,
		answer: editPreviewAnswer
	},
	{
		method: 'POST',
		path: `${source}/file-comparisons`,
		summary: 'Vergelijkt de tekst met een verbeterd bestand, in de vormen van een upload; er verandert niets.',
		tag,
		multipart: z.strictObject({}),
		status: 200,
		answer: fileComparisonAnswer
	},
	{
		method: 'GET',
		path: `${source}/versions`,
		summary: 'De versies van de tekst die u mag lezen: wie, wanneer en waarom.',
		tag,
		status: 200,
		answer: sourceVersionsAnswer
	},
	{
		method: 'GET',
		path: `${source}/versions/{version}`,
		summary: 'Eén versie van de tekst, met de beurten zoals ze toen waren.',
		tag,
		params: { version: numberInAddress },
		status: 200,
		answer: sourceVersionAnswer
	},
	{
		method: 'GET',
		path: `${source}/differences`,
		summary: 'Wat er verschilt tussen twee versies van de tekst.',
		tag,
		query: differencesQuery,
		status: 200,
		answer: textDifferencesAnswer
	}
];
