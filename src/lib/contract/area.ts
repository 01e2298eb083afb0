import { z } from 'zod';
import { areaKinds } from '../domain/area/area.ts';
import { pageOf } from './cursor.ts';
import { limitQuery } from './paging.ts';
import type { RouteDescription } from './route-description.ts';
import { id, line } from './text.ts';

const parentId = id.nullable().describe('het gebied waarin dit ligt, van een grotere soort');
const aliasName = line().nullable().describe('verzonnen naam om in plaats van de echte te tonen');
const statisticalCodes = z
	.array(line(20))
	.max(100)
	.describe('CBS-codes; een gebied kan meer CBS-wijken of buurten zijn, of geen');

export const addAreaInput = z.strictObject({
	name: line(),
	kind: z.enum(areaKinds),
	parentId: parentId.default(null),
	aliasName: aliasName.default(null),
	statisticalCodes: statisticalCodes.default([])
});

/** What is left out stays as it is; `place` counts from 0 among all areas. */
export const updateAreaInput = z.strictObject({
	name: line().optional(),
	kind: z.enum(areaKinds).optional(),
	parentId: parentId.optional(),
	aliasName: aliasName.optional(),
	statisticalCodes: statisticalCodes.optional(),
	place: z.int().min(0).optional().describe('plaats in de lijst, vanaf 0')
});

export const listAreasQuery = z.strictObject({ kind: z.enum(areaKinds).optional(), ...limitQuery });

export const areaAnswer = z.object({
	id: z.uuid(),
	name: z.string(),
	kind: z.enum(areaKinds),
	parentId: z.uuid().nullable(),
	aliasName: z.string().nullable(),
	statisticalCodes: z.array(z.string())
});
export type AreaAnswer = z.infer<typeof areaAnswer>;

const tag = 'Gebieden';

export const areaRoutes: readonly RouteDescription[] = [
	{
		method: 'GET',
		path: '/projects/{projectId}/areas',
		summary: 'De gebieden in hun volgorde',
		tag,
		query: listAreasQuery,
		status: 200,
		answer: pageOf(areaAnswer)
	},
	{
		method: 'POST',
		path: '/projects/{projectId}/areas',
		summary: 'Voegt een gebied toe',
		tag,
		body: addAreaInput,
		status: 201,
		answer: areaAnswer
	},
	{
		method: 'PATCH',
		path: '/projects/{projectId}/areas/{areaId}',
		summary: 'Verandert een gebied',
		tag,
		body: updateAreaInput,
		status: 200,
		answer: areaAnswer
	},
	{
		method: 'DELETE',
		path: '/projects/{projectId}/areas/{areaId}',
		summary: 'Verwijdert een gebied dat nergens meer gebruikt wordt',
		tag,
		status: 204
	}
];
