import { z } from 'zod';
import { pageOf } from './cursor.ts';
import { limitQuery } from './paging.ts';
import type { RouteDescription } from './route-description.ts';
import { line } from './text.ts';

const year = z.int().min(1900).max(2200);

export const addWaveInput = z.strictObject({ label: line(), year: year.describe('jaar van de meetronde') });

export const updateWaveInput = z.strictObject({ label: line().optional(), year: year.optional() });

export const listWavesQuery = z.strictObject({ ...limitQuery });

export const waveAnswer = z.object({ id: z.uuid(), label: z.string(), year: z.int() });
export type WaveAnswer = z.infer<typeof waveAnswer>;

const tag = 'Meetrondes';

export const waveRoutes: readonly RouteDescription[] = [
	{
		method: 'GET',
		path: '/projects/{projectId}/waves',
		summary: 'De meetrondes op jaar',
		tag,
		query: listWavesQuery,
		status: 200,
		answer: pageOf(waveAnswer)
	},
	{
		method: 'POST',
		path: '/projects/{projectId}/waves',
		summary: 'Voegt een meetronde toe; elk jaar heeft er hoogstens één',
		tag,
		body: addWaveInput,
		status: 201,
		answer: waveAnswer
	},
	{
		method: 'PATCH',
		path: '/projects/{projectId}/waves/{waveId}',
		summary: 'Verandert naam of jaar van een meetronde',
		tag,
		body: updateWaveInput,
		status: 200,
		answer: waveAnswer
	},
	{
		method: 'DELETE',
		path: '/projects/{projectId}/waves/{waveId}',
		summary: 'Verwijdert een meetronde die nergens meer gebruikt wordt',
		tag,
		status: 204
	}
];
