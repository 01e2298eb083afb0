import { z } from 'zod';
import { mostInBatch } from '../domain/coding/batch.ts';
import { applyCodeInput } from './coding.ts';
import { pageOf } from './cursor.ts';
import { limitQuery } from './paging.ts';
import type { RouteDescription } from './route-description.ts';
import { id } from './text.ts';

const { valences, start, end } = applyCodeInput.shape;

/** One code on many passages in one step. */
export const addCodingBatchInput = z.strictObject({
	codeId: id,
	valences,
	items: z
		.array(z.strictObject({ sourceId: id, version: z.int().min(1), start, end }))
		.min(1)
		.max(mostInBatch)
});
export type AddCodingBatchInput = z.infer<typeof addCodingBatchInput>;

export const addedCodingBatchAnswer = z.object({
	id: id.nullable().describe('null: alles stond er al, er is niets om ongedaan te maken'),
	added: z.int(),
	alreadyThere: z.int().describe('fragmenten waarop u deze code al had gezet'),
	sources: z.int().describe('in zoveel bronnen is iets toegevoegd')
});
export type AddedCodingBatchAnswer = z.infer<typeof addedCodingBatchAnswer>;

export const movedCodingBatchAnswer = z.object({
	id,
	codings: z.int().describe('zoveel coderingen gingen weg of kwamen terug'),
	spared: z.int().describe('zoveel bleven zoals ze zijn, omdat er sindsdien iets veranderde')
});
export type MovedCodingBatchAnswer = z.infer<typeof movedCodingBatchAnswer>;

export const codingBatchItem = z.object({
	id,
	codeId: id,
	codings: z.int(),
	sources: z.int(),
	madeAt: z.iso.datetime(),
	isRemoved: z.boolean()
});
export type CodingBatchItem = z.infer<typeof codingBatchItem>;

export const listCodingBatchesQuery = z.strictObject(limitQuery);

const tag = 'Coderingen';
const path = '/projects/{projectId}/coding-batches';

/** The routes of coding many passages in one step. */
export const codingBatchRoutes: readonly RouteDescription[] = [
	{
		method: 'GET',
		path,
		summary: 'Uw eigen reeksen van fragmenten die in één stap gecodeerd zijn, de nieuwste eerst.',
		tag,
		query: listCodingBatchesQuery,
		status: 200,
		answer: pageOf(codingBatchItem)
	},
	{
		method: 'POST',
		path,
		summary: 'Zet een code op veel fragmenten in één stap: alles of niets.',
		tag,
		body: addCodingBatchInput,
		status: 201,
		answer: addedCodingBatchAnswer
	},
	{
		method: 'POST',
		path: `${path}/{batchId}/removal`,
		summary: 'Haalt een reeks in één stap weg; wat sindsdien veranderde blijft staan.',
		tag,
		status: 200,
		answer: movedCodingBatchAnswer
	},
	{
		method: 'POST',
		path: `${path}/{batchId}/restoration`,
		summary: 'Zet een weggehaalde reeks in één stap terug.',
		tag,
		status: 200,
		answer: movedCodingBatchAnswer
	}
];
