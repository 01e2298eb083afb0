import { z } from 'zod';
import type { RouteDescription } from './route-description.ts';

export const importQuery = z.strictObject({
	dryRun: z.enum(['true', 'false']).optional().describe('true: alleen zeggen wat er zou gebeuren')
});

export const importFields = z.strictObject({
	fingerprint: z
		.string()
		.max(100)
		.optional()
		.describe('van een eerder antwoord: weiger als het codeboek sindsdien veranderde')
});

const value = z.string().describe('zoals een mens het leest; leeg: niets');

export const importedCodebookAnswer = z.object({
	dryRun: z.boolean(),
	fingerprint: z.string().describe('van het codeboek zoals het voor dit bestand was'),
	codes: z.object({
		inFile: z.int(),
		added: z.int(),
		changed: z.int().describe('ook verplaatste codes'),
		moved: z.int(),
		unchanged: z.int(),
		leftAlone: z.int().describe('codes die niet in het bestand staan; die blijven zoals ze zijn')
	}),
	changes: z.array(
		z.object({
			row: z.int().describe('rij van het bestand'),
			id: z.uuid().nullable().describe('null: een nieuwe code die nog niet is opgeslagen'),
			path: z.string(),
			change: z.enum(['added', 'changed']),
			moved: z.boolean(),
			fields: z.array(z.object({ field: z.string(), from: value, to: value }))
		})
	),
	leftAlone: z.array(z.string()).describe('het pad van elke code die niet in het bestand staat'),
	bsns: z.int().describe('cellen waarin een burgerservicenummer door [BSN] is vervangen'),
	ignoredColumns: z.array(z.string()).describe('kolommen die niet gelezen zijn')
});
export type ImportedCodebookAnswer = z.infer<typeof importedCodebookAnswer>;

export const codebookImportRoutes: readonly RouteDescription[] = [
	{
		method: 'POST',
		path: '/projects/{projectId}/imports',
		summary: 'Leest een codeboek uit een bestand (.csv of .xlsx): alles of niets, met dryRun=true alleen kijken',
		tag: 'Codes',
		query: importQuery,
		multipart: importFields,
		status: 200,
		answer: importedCodebookAnswer
	}
];
