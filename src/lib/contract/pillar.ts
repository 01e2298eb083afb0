import { z } from 'zod';
import { pageOf } from './cursor.ts';
import { limitQuery } from './paging.ts';
import type { RouteDescription } from './route-description.ts';
import { id, line } from './text.ts';

const areaIds = z
	.array(id)
	.max(1000)
	.nullable()
	.describe('de gebieden waarin deze pijler gemeten wordt; null: in alle, ook in gebieden die er nog bij komen');
const shortName = line(60).nullable().describe('korte naam voor smalle plekken');

export const addPillarInput = z.strictObject({
	name: line(),
	shortName: shortName.default(null),
	areaIds: areaIds.default(null)
});

export const updatePillarInput = z.strictObject({
	name: line().optional(),
	shortName: shortName.optional(),
	areaIds: areaIds.optional(),
	place: z.int().min(0).optional().describe('plaats in de lijst, vanaf 0')
});

export const listPillarsQuery = z.strictObject({
	areaId: id.optional().describe('alleen de pijlers die in dit gebied gemeten worden'),
	...limitQuery
});

export const pillarAnswer = z.object({
	id: z.uuid(),
	name: z.string(),
	shortName: z.string().nullable(),
	absentIn: z.array(z.uuid()).describe('gebieden waarin deze pijler niet gemeten wordt')
});
export type PillarAnswer = z.infer<typeof pillarAnswer>;

const tag = 'Pijlers';

export const pillarRoutes: readonly RouteDescription[] = [
	{
		method: 'GET',
		path: '/projects/{projectId}/pillars',
		summary: 'De pijlers in hun volgorde',
		tag,
		query: listPillarsQuery,
		status: 200,
		answer: pageOf(pillarAnswer)
	},
	{
		method: 'POST',
		path: '/projects/{projectId}/pillars',
		summary: 'Voegt een pijler toe',
		tag,
		body: addPillarInput,
		status: 201,
		answer: pillarAnswer
	},
	{
		method: 'PATCH',
		path: '/projects/{projectId}/pillars/{pillarId}',
		summary: 'Verandert een pijler',
		tag,
		body: updatePillarInput,
		status: 200,
		answer: pillarAnswer
	},
	{
		method: 'DELETE',
		path: '/projects/{projectId}/pillars/{pillarId}',
		summary: 'Verwijdert een pijler die nergens meer gebruikt wordt',
		tag,
		status: 204
	}
];
