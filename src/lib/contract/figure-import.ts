import { z } from 'zod';
import { pageOf } from './cursor.ts';
import { limitQuery } from './paging.ts';
import type { RouteDescription } from './route-description.ts';
import { id } from './text.ts';

export const listFigureImportsQuery = z.strictObject({ ...limitQuery });

/** Figures that were taken in together. */
export const figureImportAnswer = z.object({
	id: z.uuid(),
	source: z.string().describe('waar de waarden vandaan komen; leeg: niet gezegd'),
	added: z.int(),
	changed: z.int(),
	importedBy: z.uuid(),
	importedByName: z.string(),
	importedAt: z.iso.datetime(),
	undoneByName: z.string().nullable(),
	undoneAt: z.iso.datetime().nullable().describe('null: niet ongedaan gemaakt')
});
export type FigureImportAnswer = z.infer<typeof figureImportAnswer>;

export const undoneFigureImportAnswer = z.object({
	restored: z.int().describe('waarden die weer zijn wat ze waren'),
	emptied: z.int().describe('waarden die weer weg zijn')
});
export type UndoneFigureImportAnswer = z.infer<typeof undoneFigureImportAnswer>;

export const listObservationChangesQuery = z.strictObject({
	indicatorId: id,
	areaId: id.optional().describe('precies dit gebied'),
	waveId: id.optional(),
	...limitQuery
});

const figure = z
	.object({
		referenceYear: z.int(),
		value: z.number().nullable(),
		n: z.number().nullable(),
		lower: z.number().nullable(),
		upper: z.number().nullable(),
		trendBreak: z.boolean(),
		suppressed: z.boolean(),
		note: z.string(),
		source: z.string().nullable().describe('van de waarde zelf'),
		sourceVersion: z.string().nullable(),
		trendBreakReason: z.string().nullable(),
		testedAgainst: z.uuid().nullable().describe('de eerdere ronde waartegen de bron zelf toetste'),
		testedChange: z.boolean().nullable()
	})
	.nullable();

/** What became of one value: who changed it, when, by which import, from what into what. */
export const observationChangeAnswer = z.object({
	indicatorId: z.uuid(),
	areaId: z.uuid(),
	area: z.string(),
	waveId: z.uuid(),
	wave: z.string(),
	before: figure.describe('null: er was nog geen waarde'),
	after: figure.describe('null: de waarde is verwijderd'),
	importId: z.uuid().nullable().describe('null: iemand vulde de waarde zelf in'),
	source: z.string().nullable().describe('de bron van die import'),
	isUndo: z.boolean().describe('de import werd ongedaan gemaakt'),
	changedBy: z.uuid(),
	changedByName: z.string(),
	changedAt: z.iso.datetime()
});
export type ObservationChangeAnswer = z.infer<typeof observationChangeAnswer>;

const tag = 'Kernset';

export const figureImportRoutes: readonly RouteDescription[] = [
	{
		method: 'GET',
		path: '/projects/{projectId}/observation-imports',
		summary: 'Wanneer er waarden werden ingeladen, de laatste keer eerst',
		tag,
		query: listFigureImportsQuery,
		status: 200,
		answer: pageOf(figureImportAnswer)
	},
	{
		method: 'POST',
		path: '/projects/{projectId}/observation-imports/{importId}/undoing',
		summary: 'Maakt een import ongedaan: alles, of niets als een waarde daarna veranderde',
		tag,
		status: 200,
		answer: undoneFigureImportAnswer
	},
	{
		method: 'GET',
		path: '/projects/{projectId}/observation-changes',
		summary: 'Wat er met de waarden van een indicator gebeurde, de laatste verandering eerst',
		tag,
		query: listObservationChangesQuery,
		status: 200,
		answer: pageOf(observationChangeAnswer)
	}
];
