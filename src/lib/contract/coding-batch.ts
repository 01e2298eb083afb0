import { z } from 'zod';
import type { RouteDescription } from './route-description.ts';
import { id } from './text.ts';

/** So many fragments go in one step: more than a person looks through. */
export const mostPassages = 5_000;

const passage = z.strictObject({
	sourceId: id,
	version: z.int().min(1).describe('tekstversie waarover geteld is; klopt die niet meer, dan volgt 409'),
	start: z.int().min(0),
	end: z.int().min(0)
});

/** One code on many passages, in one step that can be taken back in one step. */
export const addCodingBatchInput = z.strictObject({
	codeId: id,
	valences: z
		.array(z.enum(['forward', 'backward', 'good', 'improve']))
		.max(4)
		.default([])
		.describe('hooguit één per as'),
	items: z.array(passage).min(1).max(mostPassages).describe('alles of niets')
});
export type AddCodingBatchInput = z.infer<typeof addCodingBatchInput>;

export const codingBatchAnswer = z.object({
	id: id.nullable().describe('null: op elk fragment lag deze code van u al'),
	added: z.int().describe('zoveel nieuwe coderingen'),
	alreadyThere: z.int().describe('fragmenten waar u deze code al op had gezet'),
	sources: z.int().describe('in zoveel gesprekken')
});
export type CodingBatchAnswer = z.infer<typeof codingBatchAnswer>;

/** What taking a batch back, or bringing it back, did. */
export const codingBatchChangeAnswer = z.object({
	changed: z.int().describe('coderingen die weg of terug zijn'),
	spared: z.int().describe('coderingen die bleven zoals ze waren, omdat ze intussen veranderd zijn')
});
export type CodingBatchChangeAnswer = z.infer<typeof codingBatchChangeAnswer>;

export const codingBatchItem = z.object({
	id,
	codeId: id,
	codePath: z.string(),
	madeAt: z.iso.datetime(),
	codings: z.int(),
	sources: z.int(),
	removed: z.boolean().describe('teruggedraaid')
});
export type CodingBatchItem = z.infer<typeof codingBatchItem>;

const recent = z.object({ items: z.array(codingBatchItem), nextCursor: z.null() });
const tag = 'Coderen';
const path = '/projects/{projectId}/coding-batches';

export const codingBatchRoutes: readonly RouteDescription[] = [
	{
		method: 'GET',
		path,
		summary: 'Uw laatste twintig stappen waarin u veel fragmenten tegelijk codeerde',
		tag,
		status: 200,
		answer: recent
	},
	{
		method: 'POST',
		path,
		summary: 'Zet één code op veel fragmenten, bijvoorbeeld de treffers van een zoekvraag; alles of niets',
		tag,
		body: addCodingBatchInput,
		status: 201,
		answer: codingBatchAnswer
	},
	{
		method: 'POST',
		path: `${path}/{batchId}/removal`,
		summary: 'Draait zo’n stap terug; wat intussen veranderd is, blijft',
		tag,
		status: 200,
		answer: codingBatchChangeAnswer
	},
	{
		method: 'POST',
		path: `${path}/{batchId}/restoration`,
		summary: 'Doet een teruggedraaide stap opnieuw',
		tag,
		status: 200,
		answer: codingBatchChangeAnswer
	}
];
