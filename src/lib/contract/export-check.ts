import { z } from 'zod';
import { checkedExports } from '../domain/report/checked-export.ts';
import { memoKinds } from '../domain/memo/memo.ts';
import { kernsetFiles } from '../domain/indicator/kernset-file.ts';
import { flag, listCodingsQuery } from './coding.ts';
import { longDisplayChoice } from './long-display.ts';
import { memoFilter } from './memo.ts';
import { networkDisplayQuery } from './network-display.ts';
import { runQueryInput } from './query.ts';
import type { RouteDescription } from './route-description.ts';
import { id, paragraph } from './text.ts';

const waves = {
	fromWaveId: id.optional().describe('eerste ronde; zonder: de eerste van het project'),
	toWaveId: id.optional().describe('laatste ronde; zonder: de laatste van het project')
};

const { kind: _kindOfMemo, ...choiceOfMemos } = memoFilter;
const memosChoice = z.strictObject({
	...choiceOfMemos,
	includeDescendants: flag.optional(),
	memoKind: z
		.enum([...memoKinds, 'note'])
		.optional()
		.describe('bij de export zelf heet dit kind')
});

/** Which file is looked through: the same choice as in the export itself. */
export const exportCheckQuery = z.discriminatedUnion('kind', [
	z.strictObject({ kind: z.literal('report'), reportId: id }),
	z.strictObject({ kind: z.literal('factsheet'), areaId: id, ...waves }),
	z.strictObject({ kind: z.literal('joint-display'), pillarId: id, areaId: id, ...waves }),
	listCodingsQuery.omit({ cursor: true, limit: true }).extend({ kind: z.literal('quotes') }),
	runQueryInput.pick({ where: true }).extend({ kind: z.literal('queried-quotes') }),
	z.strictObject({ kind: z.literal('review-session'), sessionId: id }),
	longDisplayChoice.extend({ kind: z.literal('long-display') }),
	networkDisplayQuery.extend({ kind: z.literal('network-display') }),
	memosChoice.extend({ kind: z.literal('memos') }),
	z.strictObject({ kind: z.literal('codebook') }),
	z.strictObject({ kind: z.literal('study-table'), tableId: id }),
	z.strictObject({ kind: z.literal('kernset'), file: z.enum(kernsetFiles) })
]);

/** The number of a confirmation, as an export takes it. */
export const confirmation = id
	.optional()
	.describe('van POST export-confirmations; zonder: het bestand zegt dat niemand bevestigde wat er gevonden is');

/** Confirms what a check found. */
export const confirmExportInput = z.strictObject({
	export: exportCheckQuery.describe('hetzelfde bestand als bij de controle'),
	fingerprint: z.string().max(64).describe('van de controle die u las'),
	reason: paragraph(1000).min(1).describe('waarom het bestand toch naar buiten mag')
});
export type ConfirmExportInput = z.input<typeof confirmExportInput>;

export const exportCheckAnswer = z.object({
	kind: z.enum(checkedExports),
	outcome: z
		.enum(['clear', 'confirm', 'forbidden'])
		.describe('clear: niets te bevestigen, confirm: met een reden, forbidden: eerst herstellen'),
	fingerprint: z.string().describe('verandert als er iets anders gevonden wordt'),
	findings: z
		.array(
			z.object({
				rule: z.string(),
				grade: z.enum(['told', 'confirm', 'forbidden']),
				place: z.string(),
				text: z.string().describe('als zin')
			})
		)
		.readonly()
});
export type ExportCheckAnswer = z.infer<typeof exportCheckAnswer>;

export const exportConfirmationAnswer = z.object({
	id,
	kind: z.enum(checkedExports),
	findings: z.int(),
	reason: z.string(),
	confirmedAt: z.iso.datetime()
});
export type ExportConfirmationAnswer = z.infer<typeof exportConfirmationAnswer>;

const tag = 'Meenemen';

/** The routes about looking through a file before it is taken away. */
export const exportCheckRoutes: readonly RouteDescription[] = [
	{
		method: 'POST',
		path: '/projects/{projectId}/export-checks',
		summary: 'Kijkt na of een bestand iemand herkenbaar maakt of iets vertelt wat niet mag',
		tag,
		body: exportCheckQuery,
		status: 200,
		answer: exportCheckAnswer
	},
	{
		method: 'POST',
		path: '/projects/{projectId}/export-confirmations',
		summary: 'Bevestigt met een reden wat bij de controle is gevonden; de export neemt het nummer mee',
		tag,
		body: confirmExportInput,
		status: 201,
		answer: exportConfirmationAnswer
	}
];
