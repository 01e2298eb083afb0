import { z } from 'zod';
import { kernsetFiles } from '../domain/indicator/kernset-file.ts';
import { memoKinds } from '../domain/memo/memo.ts';
import { flag, listCodingsQuery } from './coding.ts';
import { confirmation } from './export-check.ts';
import { longDisplayChoice } from './long-display.ts';
import { memoFilter } from './memo.ts';
import { jointDisplayQuery } from './joint-display.ts';
import { networkDisplayQuery } from './network-display.ts';
import { runQueryInput } from './query.ts';
import type { RouteDescription } from './route-description.ts';
import { id } from './text.ts';

/** The quotes to take away: the filters of codings, and what kind of file. */
export const exportQuotesQuery = listCodingsQuery
	.omit({ cursor: true, limit: true })
	.extend({ format: z.enum(['csv', 'xlsx']), confirmation });

/** The same for a question as data. */
export const exportQuotesInput = runQueryInput
	.pick({ where: true })
	.extend({ format: z.enum(['csv', 'xlsx']), confirmation });

/** The joint display to take away. */
export const exportJointDisplayQuery = jointDisplayQuery.extend({
	format: z.enum(['docx', 'pdf', 'xlsx']),
	confirmation
});

/** Which part of joint displays to take away in long form, of which pillars and areas. */
export const exportLongDisplayQuery = longDisplayChoice.extend({
	format: z.enum(['csv', 'xlsx']),
	table: z
		.enum(['voices', 'figures'])
		.optional()
		.describe('alleen bij csv; zonder: de stemmen. Excel heeft beide, elk op een blad'),
	confirmation
});

/** What professionals say about their collaboration, to take away. */
export const exportNetworkDisplayQuery = networkDisplayQuery.extend({ format: z.enum(['csv', 'xlsx']), confirmation });

/** The codebook to take away. */
export const exportCodebookQuery = z.strictObject({ format: z.enum(['csv', 'xlsx']), confirmation });

/** The kernset to take away, in the shape in which it can be imported again. */
export const exportKernsetQuery = z.strictObject({
	file: z.enum(kernsetFiles).describe('observations: de waarden, indicators: de indicatoren'),
	format: z.enum(['xlsx']),
	confirmation
});

/** What is kept about one person to take away. */
export const exportCaseQuery = z.strictObject({ format: z.enum(['docx', 'json']) });

/** The memos to take away: the filters of the list, and what kind of file. */
export const exportMemosQuery = z.strictObject({
	...memoFilter,
	includeDescendants: flag.optional().describe('ook de codes onder codeId'),
	kind: z
		.enum([...memoKinds, 'note'])
		.optional()
		.describe('note: alleen de korte notities bij coderingen; zonder: memo’s van elke soort, en die notities'),
	format: z.enum(['csv', 'xlsx', 'md']),
	confirmation
});

/** The statement of what was destroyed. */
export const exportDestructionsQuery = z.strictObject({ format: z.enum(['csv', 'docx']) });

/** The kinds of file of a text to read. */
const documentFormat = z.enum(['docx', 'pdf', 'html']);
export type DocumentFormat = z.infer<typeof documentFormat>;

/** The factsheet to take away; without rounds from the first to the last. */
export const exportFactsheetQuery = z.strictObject({
	areaId: id,
	fromWaveId: id.optional().describe('eerste ronde; zonder: de eerste van het project'),
	toWaveId: id.optional().describe('laatste ronde; zonder: de laatste van het project'),
	format: documentFormat,
	confirmation
});

/** The published factsheet to take away. */
export const exportEditionQuery = z.strictObject({ editionId: id, format: documentFormat });

/** The sheet of a session to take away. */
export const exportReviewSessionQuery = z.strictObject({
	sessionId: id,
	format: z.enum(['docx', 'html']),
	confirmation
});

/** A table of a study to take away. */
export const exportStudyTableQuery = z.strictObject({ tableId: id, format: z.enum(['csv', 'xlsx']), confirmation });

/** The written report to take away. */
export const exportReportQuery = z.strictObject({
	reportId: id,
	format: documentFormat,
	quotes: z.enum(['true', 'false']).optional().describe('met een bijlage met alle citaten'),
	methods: z
		.enum(['true', 'false'])
		.optional()
		.describe('met een bijlage over de werkwijze: codeboek, drempels, oordelen'),
	confirmation
});

const tag = 'Meenemen';
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const pdf = 'application/pdf';
const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

export const mediaTypes = {
	csv: 'text/csv; charset=utf-8',
	xlsx,
	docx,
	pdf,
	md: 'text/markdown; charset=utf-8',
	json: 'application/json',
	html: 'text/html; charset=utf-8'
} as const;

export const exportRoutes: readonly RouteDescription[] = [
	{
		method: 'GET',
		path: '/projects/{projectId}/exports/destructions',
		summary: 'De verklaring van vernietiging als CSV of Word: wat, wanneer, waarom en door wie, zonder inhoud',
		tag,
		query: exportDestructionsQuery,
		status: 200,
		media: ['text/csv', docx]
	},
	{
		method: 'GET',
		path: '/projects/{projectId}/exports/codebook',
		summary: 'Het codeboek als CSV of Excel, een rij per code in de volgorde van de boom',
		tag,
		query: exportCodebookQuery,
		status: 200,
		media: ['text/csv', xlsx]
	},
	{
		method: 'GET',
		path: '/projects/{projectId}/exports/kernset',
		summary: 'De waarden of de indicatoren van de kernset als Excel, zo dat u ze weer kunt importeren',
		tag,
		query: exportKernsetQuery,
		status: 200,
		media: [xlsx]
	},
	{
		method: 'GET',
		path: '/projects/{projectId}/exports/quotes',
		summary: 'Citaten als CSV of Excel; zonder toestemming om te citeren blijven de woorden weg',
		tag,
		query: exportQuotesQuery,
		status: 200,
		media: ['text/csv', xlsx]
	},
	{
		method: 'POST',
		path: '/projects/{projectId}/exports/quotes',
		summary: 'Hetzelfde voor een vraag als gegevens; zo staan de woorden die u zoekt in geen adres',
		tag,
		body: exportQuotesInput,
		status: 200,
		media: ['text/csv', xlsx]
	},
	{
		method: 'GET',
		path: '/projects/{projectId}/exports/memos',
		summary:
			"Uw memo's en die van het team, als CSV, Excel of Markdown; over een gesprek dat niet geciteerd mag worden zonder tekst",
		tag,
		query: exportMemosQuery,
		status: 200,
		media: ['text/csv', xlsx, 'text/markdown']
	},
	{
		method: 'POST',
		path: '/projects/{projectId}/exports/memos',
		summary: 'Hetzelfde met de keuze als gegevens; zo staan de woorden die u zoekt in geen adres',
		tag,
		body: exportMemosQuery,
		status: 200,
		media: ['text/csv', xlsx, 'text/markdown']
	},
	{
		method: 'GET',
		path: '/projects/{projectId}/exports/joint-display',
		summary: 'Cijfers en stemmen van een pijler in een gebied, als Word, PDF of Excel',
		tag,
		query: exportJointDisplayQuery,
		status: 200,
		media: [docx, pdf, xlsx]
	},
	{
		method: 'GET',
		path: '/projects/{projectId}/exports/long-display',
		summary:
			'Stemmen en cijfers in lange vorm over meer pijlers en wijken, als CSV of Excel: een rij per thema, ronde, groep en richting, met aantallen gesprekken en coderingen',
		tag,
		query: exportLongDisplayQuery,
		status: 200,
		media: ['text/csv', xlsx]
	},
	{
		method: 'GET',
		path: '/projects/{projectId}/exports/study-table',
		summary: 'Een tabel van een deelonderzoek, als CSV of Excel',
		tag,
		query: exportStudyTableQuery,
		status: 200,
		media: ['text/csv', xlsx]
	},
	{
		method: 'GET',
		path: '/projects/{projectId}/exports/network-display',
		summary:
			'Wat professionals over hun samenwerking zeggen, als CSV of Excel; weinig gesprekken worden niet uitgesplitst',
		tag,
		query: exportNetworkDisplayQuery,
		status: 200,
		media: ['text/csv', xlsx]
	},
	{
		method: 'GET',
		path: '/projects/{projectId}/exports/factsheet',
		summary:
			'Een factsheet van een tot twee bladzijden over een gebied, als Word, PDF (getagd) of HTML; achteraan staat wat er niet in staat',
		tag,
		query: exportFactsheetQuery,
		status: 200,
		media: [docx, pdf, 'text/html']
	},
	{
		method: 'GET',
		path: '/projects/{projectId}/exports/factsheet-edition',
		summary: 'Een gepubliceerde factsheet als Word, PDF (getagd) of HTML, zoals hij gepubliceerd is',
		tag,
		query: exportEditionQuery,
		status: 200,
		media: [docx, pdf, 'text/html']
	},
	{
		method: 'GET',
		path: '/projects/{projectId}/exports/review-session',
		summary: 'Het blad van een duidingssessie als Word of HTML: de agenda, met ruimte voor de antwoorden',
		tag,
		query: exportReviewSessionQuery,
		status: 200,
		media: [docx, 'text/html']
	},
	{
		method: 'GET',
		path: '/projects/{projectId}/exports/report',
		summary: 'Een geschreven rapport als Word, PDF (getagd) of HTML; woorden zonder toestemming blijven weg',
		tag,
		query: exportReportQuery,
		status: 200,
		media: [docx, pdf, 'text/html']
	}
];
