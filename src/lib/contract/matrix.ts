import { z } from 'zod';
import { fits } from '../domain/integration/fit.ts';
import { groups } from '../domain/source/source.ts';
import { figureCounts, voiceOutcome } from './figure-counts.ts';
import { list } from './list.ts';
import type { RouteDescription } from './route-description.ts';
import { id } from './text.ts';

/** Which overview; `group` only chooses whose signs are shown, judgements stay those of both groups. */
export const matrixQuery = z.strictObject({
	fromWaveId: id.optional().describe('eerste ronde; zonder: de eerste van het project'),
	toWaveId: id.optional().describe('laatste ronde; zonder: de laatste van het project'),
	group: z
		.enum(groups)
		.optional()
		.describe('telt alleen de gesprekken van deze groep; oordelen gaan over beide groepen')
});

const wave = z.object({ id: z.uuid(), label: z.string(), year: z.int() });

const named = z.object({ id: z.uuid(), name: z.string() });

const matrixCell = z.object({
	pillar: named,
	area: named,
	isAbsent: z.boolean().describe('deze pijler wordt in dit gebied niet gemeten'),
	state: z
		.enum(['empty', 'voices-ready', 'figures-ready', 'both-ready', 'interpreted', 'text-ready'])
		.describe(
			'interpreted: elk voorstel heeft een oordeel op de gegevens van nu; text-ready: bovendien is in het rapport van deze rondes elk tekstvak ingevuld en staat er geen opmerking open'
		),
	figures: figureCounts.describe('indicatoren van de pijler'),
	interviews: z.int().describe('gesprekken over deze pijler, elk één keer'),
	outcome: voiceOutcome.describe('van beide groepen samen'),
	fits: list(z.object({ fit: z.enum(fits), decided: z.int(), proposed: z.int() })),
	headline: z
		.object({ fit: z.enum(fits), isDecided: z.boolean() })
		.nullable()
		.describe('wat tegenspreekt gaat voor; anders wat het meest voorkomt'),
	rows: z.int().describe('thema’s met een voorstel of een oordeel'),
	decided: z.int(),
	needsReview: z.int().describe('oordelen die opnieuw bekeken moeten worden')
});

/** The cells of the overview, pillar by pillar. */
export const matrixAnswer = z.object({
	from: wave.nullable(),
	to: wave.nullable(),
	rows: z.int(),
	decided: z.int(),
	items: list(matrixCell).describe('leeg zonder pijlers, gebieden die u mag zien of twee meetrondes')
});

export type MatrixAnswer = z.infer<typeof matrixAnswer>;

export const matrixRoutes: readonly RouteDescription[] = [
	{
		method: 'GET',
		path: '/projects/{projectId}/matrix-cells',
		summary: 'Het overzicht: per pijler en gebied de cijfers, de gesprekken, de oordelen en hoe ver het is.',
		tag: 'Cijfers en stemmen',
		query: matrixQuery,
		status: 200,
		answer: matrixAnswer
	}
];
