import { z } from 'zod';
import type { RouteDescription } from './route-description.ts';
import { id } from './text.ts';

/** Which display of the network; without: the groups the project chose (else the first under no pillar), up to the last round. */
export const networkDisplayQuery = z.strictObject({
	groupId: id.optional().describe('groep codes zonder pijler die over de samenwerking gaat'),
	toWaveId: id.optional().describe('laatste ronde die meetelt; zonder: de laatste van het project')
});

export const networkDisplayAnswer = z.object({
	group: z.object({ id: z.uuid(), name: z.string() }).nullable().describe('null: geen groep codes zonder pijler'),
	groups: z
		.array(z.object({ id: z.uuid(), name: z.string() }))
		.describe('de groepen die meetellen: de gevraagde, of die het project koos'),
	to: z.object({ id: z.uuid(), label: z.string(), year: z.int() }).nullable(),
	areas: z.array(
		z.object({ id: z.uuid(), name: z.string(), interviews: z.int().describe('gesprekken met professionals') })
	),
	rows: z.array(
		z.object({
			codeId: z.uuid(),
			name: z.string(),
			definition: z.string(),
			cells: z
				.array(
					z.object({
						areaId: z.uuid(),
						total: z.int(),
						mentions: z
							.int()
							.nullable()
							.describe(
								'gesprekken die het thema noemen; null: te weinig om te vertellen aan wie de gesprekken niet ziet'
							),
						good: z.int().nullable().describe('gaat goed'),
						improve: z.int().nullable().describe('kan beter'),
						isThin: z.boolean().describe('minder dan drie gesprekken')
					})
				)
				.describe('in de volgorde van de gebieden')
		})
	)
});
export type NetworkDisplayAnswer = z.infer<typeof networkDisplayAnswer>;

export const networkDisplayRoutes: readonly RouteDescription[] = [
	{
		method: 'GET',
		path: '/projects/{projectId}/network-displays',
		summary: 'Wat professionals over hun samenwerking zeggen: per thema en wijk wat goed gaat en wat beter kan',
		tag: 'Cijfers en stemmen',
		query: networkDisplayQuery,
		status: 200,
		answer: networkDisplayAnswer
	}
];
