import { z } from 'zod';
import { directions, indicatorKinds } from '../domain/indicator/indicator.ts';
import { pageOf } from './cursor.ts';
import { limitQuery } from './paging.ts';
import type { RouteDescription } from './route-description.ts';
import { emptyLine, id, line } from './text.ts';

const key = line(40).describe('korte sleutel in bestanden, bv. KV1');
const unit = line(60).describe('bv. "% 18+", "1-10" of "per 1.000 inw."');
const kind = z.enum(indicatorKinds).describe('survey: enquête, model: modelschatting, register: registratie');
const threshold = z
	.strictObject({ value: z.number().min(0).max(1_000_000), unit: z.enum(['points', 'percent']) })
	.describe('vanaf welke verandering een waarde veranderd heet; zonder opgave de standaard van de soort');

export const addIndicatorInput = z.strictObject({
	key,
	label: line(),
	pillarId: id,
	unit,
	direction: z.enum(directions),
	kind,
	source: emptyLine().default(''),
	rhythm: line().nullable().default(null).describe('hoe vaak er nieuwe cijfers zijn'),
	threshold: threshold.optional()
});

export const updateIndicatorInput = z.strictObject({
	key: key.optional(),
	label: line().optional(),
	pillarId: id.optional(),
	unit: unit.optional(),
	direction: z.enum(directions).optional(),
	kind: kind.optional(),
	source: emptyLine().optional(),
	rhythm: line().nullable().optional(),
	threshold: threshold.optional(),
	place: z.int().min(0).optional().describe('plaats in de lijst, vanaf 0')
});

/** Whether its values may go with an indicator: without this an indicator with values stays. */
export const deleteIndicatorQuery = z.strictObject({ observations: z.literal('delete').optional() });

export const listIndicatorsQuery = z.strictObject({ pillarId: id.optional(), ...limitQuery });

export const indicatorAnswer = z.object({
	id: z.uuid(),
	key: z.string(),
	label: z.string(),
	pillarId: z.uuid(),
	unit: z.string(),
	direction: z.enum(directions),
	kind: z.enum(indicatorKinds),
	source: z.string(),
	rhythm: z.string().nullable(),
	threshold: z.object({ value: z.number(), unit: z.enum(['points', 'percent']) })
});
export type IndicatorAnswer = z.infer<typeof indicatorAnswer>;

/** What an import or the template added and changed, and what a person should look at. */
export const importedIndicatorsAnswer = z.object({
	stored: z.int(),
	added: z.int(),
	changed: z.int(),
	problems: z.array(z.object({ code: z.string(), message: z.string(), at: z.string().optional() }))
});

const tag = 'Kernset';

export const indicatorRoutes: readonly RouteDescription[] = [
	{
		method: 'GET',
		path: '/projects/{projectId}/indicators',
		summary: 'De indicatoren in hun volgorde',
		tag,
		query: listIndicatorsQuery,
		status: 200,
		answer: pageOf(indicatorAnswer)
	},
	{
		method: 'POST',
		path: '/projects/{projectId}/indicators',
		summary: 'Voegt een indicator toe',
		tag,
		body: addIndicatorInput,
		status: 201,
		answer: indicatorAnswer
	},
	{
		method: 'PATCH',
		path: '/projects/{projectId}/indicators/{indicatorId}',
		summary: 'Verandert een indicator',
		tag,
		body: updateIndicatorInput,
		status: 200,
		answer: indicatorAnswer
	},
	{
		method: 'DELETE',
		path: '/projects/{projectId}/indicators/{indicatorId}',
		summary: 'Verwijdert een indicator; met observations=delete ook de waarden ervan',
		tag,
		query: deleteIndicatorQuery,
		status: 204
	},
	{
		method: 'POST',
		path: '/projects/{projectId}/indicator-imports',
		summary: 'Leest indicatoren uit een bestand (.csv of .xlsx): alles of niets; een bekende sleutel wordt bijgewerkt',
		tag,
		multipart: z.strictObject({}),
		status: 201,
		answer: importedIndicatorsAnswer
	},
	{
		method: 'POST',
		path: '/projects/{projectId}/kernset-templates',
		summary: 'Voegt de indicatoren van de voorbeeld-kernset toe die er nog niet zijn',
		tag,
		status: 201,
		answer: importedIndicatorsAnswer
	}
];
