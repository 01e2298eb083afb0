import { z } from 'zod';
import type { OutlineLines } from '../domain/area/outline.ts';
import type { RouteDescription } from './route-description.ts';

const position = z.tuple([z.number(), z.number()]);

export const areaOutlineAnswer = z.object({
	lines: z
		.array(z.array(position))
		.describe('lijnen van [lengte, breedte] in graden (WGS84); leeg als het gebied geen omtrek heeft')
});
export type AreaOutlineAnswer = z.infer<typeof areaOutlineAnswer>;

/** An outline as it crosses the edge. */
export const toOutlineAnswer = (lines: OutlineLines): AreaOutlineAnswer => ({
	lines: lines.map((line) => line.map(([longitude, latitude]) => [longitude, latitude]))
});

const tag = 'Gebieden';
const path = '/projects/{projectId}/areas/{areaId}/outline';

/** The routes of the outlines of areas. */
export const areaOutlineRoutes: readonly RouteDescription[] = [
	{
		method: 'GET',
		path,
		summary: 'De omtrek van een gebied, voor een kaartje zonder diensten van buiten.',
		tag,
		status: 200,
		answer: areaOutlineAnswer
	},
	{
		method: 'PUT',
		path,
		summary: 'Bewaart de omtrek van een gebied uit een GeoJSON-bestand, in graden (WGS84) of in meters (RD).',
		tag,
		multipart: z.strictObject({}),
		status: 200,
		answer: areaOutlineAnswer
	},
	{ method: 'DELETE', path, summary: 'Haalt de omtrek van een gebied weg.', tag, status: 204 }
];
