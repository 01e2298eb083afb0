import { z } from 'zod';
import { pageOf } from './cursor.ts';
import type { RouteDescription } from './route-description.ts';

export const valenceAnswer = z.object({
	key: z.enum(['forward', 'backward', 'good', 'improve']),
	label: z.string(),
	axis: z.enum(['change', 'level']).describe('verandering of niveau; de twee worden nooit opgeteld'),
	sign: z.union([z.literal(1), z.literal(-1)]).describe('volgorde binnen de as; geen score')
});
export type ValenceAnswer = z.infer<typeof valenceAnswer>;

export const valenceRoutes: readonly RouteDescription[] = [
	{
		method: 'GET',
		path: '/projects/{projectId}/valences',
		summary: 'De vier richtingen op hun twee assen',
		tag: 'Codes',
		status: 200,
		answer: pageOf(valenceAnswer)
	}
];
