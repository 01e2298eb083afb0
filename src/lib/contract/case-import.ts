import { z } from 'zod';
import { consentPurposes, consentWays } from '../domain/case/consent.ts';
import { id } from './text.ts';

export const importCasesQuery = z.strictObject({
	dryRun: z.enum(['true', 'false']).optional().describe('true: alleen zeggen wat er zou gebeuren')
});

export const importCasesFields = z.strictObject({
	fingerprint: z
		.string()
		.max(100)
		.optional()
		.describe('van een eerder antwoord: weiger als er nu iets anders zou gebeuren')
});

export const importedCasesAnswer = z.object({
	dryRun: z.boolean(),
	fingerprint: z.string().describe('van alles wat dit bestand zou veranderen'),
	cases: z.object({ inFile: z.int(), added: z.int(), changed: z.int(), unchanged: z.int() }),
	changes: z.array(
		z.object({
			row: z.int().describe('rij van het bestand'),
			id: id.nullable().describe('null: een nieuwe deelnemer die nog niet is opgeslagen'),
			label: z.string(),
			change: z.enum(['added', 'changed']),
			values: z.array(z.object({ key: z.string(), from: z.string(), to: z.string() })).describe('leeg: niet bekend'),
			consents: z.array(
				z.object({
					purpose: z.enum(consentPurposes),
					state: z.string(),
					decidedOn: z.string(),
					way: z.enum(consentWays),
					letter: z.string().describe('versie van de brief; leeg: niet opgeschreven')
				})
			),
			sources: z.array(z.string()).describe('gesprekken die erbij komen')
		})
	),
	ignoredColumns: z.array(z.string()).describe('kolommen die niet gelezen zijn')
});
export type ImportedCasesAnswer = z.infer<typeof importedCasesAnswer>;
