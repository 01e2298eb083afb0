import { z } from 'zod';
import { pageOf } from './cursor.ts';
import { limitQuery } from './paging.ts';
import { slotName } from './report.ts';
import type { RouteDescription } from './route-description.ts';
import { id, paragraph } from './text.ts';

const body = paragraph(5000).min(1);

/** A comment on a text of a report, or on words in it. */
export const addReportCommentInput = z
	.strictObject({
		pillarId: id,
		areaId: id,
		slot: slotName,
		passage: z
			.strictObject({
				version: z.int().min(1).describe('van de tekst die u zag; is die intussen veranderd, dan volgt 409'),
				start: z.int().min(0).describe('in tekens over de geschreven woorden, zonder wat blokken zeggen'),
				end: z.int().min(1)
			})
			.nullable()
			.default(null)
			.describe('de woorden waarover het gaat; zonder: de hele tekst'),
		body
	})
	.describe('een opmerking bij een tekst van een rapport');
export type AddReportCommentInput = z.input<typeof addReportCommentInput>;

export const replyToCommentInput = z.strictObject({ body });

/** Which comments; a filter that is left out does not narrow. */
export const listReportCommentsQuery = z.strictObject({
	settled: z.enum(['true', 'false']).optional().describe('true: afgehandeld, false: nog open'),
	loose: z.enum(['true', 'false']).optional().describe('true: de woorden waarover het ging, zijn er niet meer'),
	pillarId: id.optional(),
	areaId: id.optional(),
	slot: slotName.optional(),
	madeBy: id.optional(),
	...limitQuery
});

const person = z.object({ id, name: z.string() });

export const reportCommentAnswer = z.object({
	id,
	pillarId: id,
	areaId: id,
	slot: slotName,
	about: z
		.enum(['text', 'passage', 'loose'])
		.describe('de hele tekst, woorden erin, of woorden die er niet meer zijn: dan hangt de opmerking los'),
	start: z.int().nullable().describe('bij passage: in tekens over de geschreven woorden'),
	end: z.int().nullable(),
	words: z.string().describe('de woorden waarover het gaat, zoals ze nu zijn; als ze weg zijn, zoals ze waren'),
	body: z.string(),
	madeBy: person,
	madeAt: z.iso.datetime(),
	settled: z.object({ by: person, at: z.iso.datetime() }).nullable().describe('null: nog open'),
	replies: z.array(z.object({ id, body: z.string(), madeBy: person, madeAt: z.iso.datetime() })).readonly(),
	mayDelete: z.boolean().describe('van uzelf, en niemand antwoordde')
});
export type ReportCommentAnswer = z.infer<typeof reportCommentAnswer>;

const tag = 'Rapporten';
const all = '/projects/{projectId}/reports/{reportId}/comments';
const one = `${all}/{commentId}`;

/** The routes of comments on reports. */
export const reportCommentRoutes: readonly RouteDescription[] = [
	{
		method: 'GET',
		path: all,
		summary: 'De opmerkingen bij een rapport, in de volgorde waarin ze gemaakt zijn',
		tag,
		query: listReportCommentsQuery,
		status: 200,
		answer: pageOf(reportCommentAnswer)
	},
	{
		method: 'POST',
		path: all,
		summary: 'Maakt een opmerking bij een tekst, of bij woorden daarin',
		tag,
		body: addReportCommentInput,
		status: 201,
		answer: reportCommentAnswer
	},
	{ method: 'DELETE', path: one, summary: 'Haalt een eigen opmerking weg waarop niemand antwoordde', tag, status: 204 },
	{
		method: 'POST',
		path: `${one}/restoration`,
		summary: 'Haalt een eigen opmerking terug die weggehaald was',
		tag,
		status: 200,
		answer: reportCommentAnswer
	},
	{
		method: 'POST',
		path: `${one}/replies`,
		summary: 'Antwoordt op een opmerking',
		tag,
		body: replyToCommentInput,
		status: 201,
		answer: reportCommentAnswer
	},
	{
		method: 'PUT',
		path: `${one}/settlement`,
		summary: 'Zegt dat een opmerking is afgehandeld',
		tag,
		status: 200,
		answer: reportCommentAnswer
	},
	{
		method: 'DELETE',
		path: `${one}/settlement`,
		summary: 'Zegt dat een opmerking weer openstaat',
		tag,
		status: 200,
		answer: reportCommentAnswer
	}
];
