import { z } from 'zod';
import { editionStates } from '../domain/report/edition.ts';
import { reportLanguages } from '../domain/report/report.ts';
import { pageOf } from './cursor.ts';
import { limitQuery } from './paging.ts';
import { reportDocumentAnswer } from './report-document.ts';
import type { RouteDescription } from './route-description.ts';
import { id, line } from './text.ts';

/** Which factsheet to publish. */
export const publishFactsheetInput = z.strictObject({
	areaId: id,
	fromWaveId: id,
	toWaveId: id,
	language: z.enum(reportLanguages).default('nl'),
	confirmation: id
		.optional()
		.describe('van POST export-confirmations; nodig als er iets is gevonden waaraan iemand te herkennen kan zijn')
});

export const withdrawEditionInput = z.strictObject({
	reason: line(500).describe('waarom deze uitgave niet meer te lezen is; lezers zien dit')
});

export const listEditionsQuery = z.strictObject({ areaId: id.optional(), ...limitQuery });

export const editionAnswer = z.object({
	id: z.uuid(),
	areaId: z.uuid(),
	area: z.string(),
	fromWaveId: z.uuid(),
	toWaveId: z.uuid(),
	fromYear: z.int(),
	toYear: z.int(),
	number: z.int().describe('de hoeveelste uitgave over dit gebied en deze rondes'),
	title: z.string(),
	language: z.enum(reportLanguages),
	state: z.enum(editionStates).describe('current: de nieuwste, earlier: er kwam een nieuwere, withdrawn: ingetrokken'),
	fingerprint: z.string().describe('zegt of twee uitgaven hetzelfde zeggen'),
	publishedBy: z.string(),
	publishedAt: z.iso.datetime(),
	withdrawal: z.object({ reason: z.string(), at: z.iso.datetime() }).nullable()
});
export type EditionAnswer = z.infer<typeof editionAnswer>;

/** An edition with what it says. */
export const readEditionAnswer = editionAnswer.extend({
	document: reportDocumentAnswer.nullable().describe('null: de uitgave is ingetrokken'),
	isOutdated: z
		.boolean()
		.nullable()
		.describe(
			'de gegevens veranderden sinds de uitgave; null: alleen wie publiceert, ziet dat bij de nieuwste uitgave'
		),
	tellsSuppressed: z
		.boolean()
		.nullable()
		.describe(
			'true: deze oudere uitgave noemt cijfers die daarna zijn afgeschermd; publiceer opnieuw en trek haar in; null: alleen wie publiceert, ziet dat'
		)
});
export type ReadEditionAnswer = z.infer<typeof readEditionAnswer>;

const tag = 'Gepubliceerde factsheets';
const all = '/projects/{projectId}/factsheet-editions';
const one = `${all}/{editionId}`;

export const editionRoutes: readonly RouteDescription[] = [
	{
		method: 'GET',
		path: all,
		summary: 'De gepubliceerde factsheets van uw gebieden, de laatste eerst',
		tag,
		query: listEditionsQuery,
		status: 200,
		answer: pageOf(editionAnswer)
	},
	{
		method: 'POST',
		path: all,
		summary:
			'Publiceert de factsheet van een gebied en twee rondes als nieuwe uitgave; elk thema moet een oordeel over de gegevens van nu hebben',
		tag,
		body: publishFactsheetInput,
		status: 201,
		answer: editionAnswer
	},
	{
		method: 'GET',
		path: one,
		summary:
			'Een gepubliceerde factsheet, zoals hij gepubliceerd is, zonder citaten die niet meer mogen en cijfers die daarna zijn afgeschermd',
		tag,
		status: 200,
		answer: readEditionAnswer
	},
	{
		method: 'POST',
		path: `${one}/withdrawal`,
		summary: 'Trekt een uitgave in, met een reden; dat is niet terug te draaien',
		tag,
		body: withdrawEditionInput,
		status: 200,
		answer: editionAnswer
	}
];
