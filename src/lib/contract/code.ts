import { z } from 'zod';
import { indicatorRelations } from '../domain/codebook/code.ts';
import { pageOf } from './cursor.ts';
import { limitQuery } from './paging.ts';
import type { RouteDescription } from './route-description.ts';
import { id, line, paragraph } from './text.ts';

const color = z.int().min(0).max(11).nullable().describe('kleur 0-11; null: zoals de code erboven');
const parentId = id.nullable().describe('null: bovenaan');
const pillarIds = z.array(id).max(200).nullable().describe('null: zoals de code erboven; [] = bij geen enkele pijler');
const indicators = z
	.array(z.strictObject({ indicatorId: id, relation: z.enum(indicatorRelations) }))
	.max(200)
	.describe('alleen "same-topic" telt mee bij cijfers en stemmen');
const isCodable = z.boolean().describe('onwaar: alleen een groep, er kan niet mee gecodeerd worden');
const synonyms = z.array(line(100)).max(100);
const place = z.int().min(0).describe('plaats onder dezelfde bovenliggende code, vanaf 0');

export const addCodeInput = z.strictObject({
	name: line(),
	parentId: parentId.default(null),
	definition: paragraph().default(''),
	include: paragraph().default('').describe('wel'),
	exclude: paragraph().default('').describe('niet'),
	example: paragraph().default(''),
	synonyms: synonyms.default([]),
	color: color.default(null),
	isCodable: isCodable.default(true),
	pillarIds: pillarIds.default(null),
	indicators: indicators.default([]),
	place: place.optional()
});
export type AddCodeInput = z.input<typeof addCodeInput>;

/** Renames, moves, describes; what is left out stays as it is. */
export const updateCodeInput = z.strictObject({
	name: line().optional(),
	parentId: parentId.optional(),
	definition: paragraph().optional(),
	include: paragraph().optional(),
	exclude: paragraph().optional(),
	example: paragraph().optional(),
	synonyms: synonyms.optional(),
	color: color.optional(),
	isCodable: isCodable.optional(),
	pillarIds: pillarIds.optional(),
	indicators: indicators.optional(),
	place: place.optional()
});

/** Whether its codings may go with a code: without this a code with codings stays. */
export const deleteCodeQuery = z.strictObject({
	codings: z.literal('delete').optional(),
	onlyEmpty: z
		.literal('true')
		.optional()
		.describe(
			'alleen als er niets mee is gedaan: geen coderingen, niets eronder, niets erbij geschreven of gekoppeld, en niet hernoemd of verplaatst'
		)
});

export const restoreCodeInput = z.strictObject({ deletionId: id });

export const listCodesQuery = z.strictObject({ ...limitQuery });

export const codeAnswer = z.object({
	id: z.uuid(),
	parentId: z.uuid().nullable(),
	name: z.string(),
	path: z.string().describe('bv. Wonen › Groen en spelen'),
	depth: z.int().describe('0: bovenaan'),
	place: z.int(),
	definition: z.string(),
	include: z.string(),
	exclude: z.string(),
	example: z.string(),
	synonyms: z.array(z.string()),
	color: z.int().nullable(),
	shownColor: z.int().describe('eigen kleur, of die van een code erboven, of op plaats'),
	isCodable: z.boolean(),
	pillarIds: z.array(z.uuid()).nullable(),
	servedPillarIds: z.array(z.uuid()).describe('eigen pijlers, of die van de code erboven'),
	indicators: z.array(z.object({ indicatorId: z.uuid(), relation: z.enum(indicatorRelations) })),
	codings: z.int().nullable().describe('coderingen met precies deze code die u mag zien; null: u mag ze niet zien'),
	interviews: z.int().nullable().describe('in zoveel gesprekken'),
	codingsWithDescendants: z.int().nullable().describe('coderingen met deze code of een code eronder'),
	interviewsWithDescendants: z.int().nullable().describe('in zoveel verschillende gesprekken')
});
export type CodeAnswer = z.infer<typeof codeAnswer>;

/** In how many texts the codings stand that a change touches. */
export const touchedTexts = z.object({
	interviews: z.int().describe('in zoveel teksten: gesprekken, observaties en andere'),
	otherTexts: z.int().describe('daarvan geen gesprek')
});

export const deletedCodeAnswer = z.object({
	deletionId: z.uuid().describe('hiermee zet u alles van deze stap terug'),
	codes: z.int().describe('deze code en wat eronder staat'),
	codings: z.int(),
	...touchedTexts.shape
});
export type DeletedCodeAnswer = z.infer<typeof deletedCodeAnswer>;

export const restoredCodeAnswer = z.object({ codes: z.int(), codings: z.int() });
export type RestoredCodeAnswer = z.infer<typeof restoredCodeAnswer>;

const tag = 'Codes';

export const codeRoutes: readonly RouteDescription[] = [
	{
		method: 'GET',
		path: '/projects/{projectId}/codes',
		summary: 'Het codeboek in de volgorde van de boom',
		tag,
		query: listCodesQuery,
		status: 200,
		answer: pageOf(codeAnswer)
	},
	{
		method: 'POST',
		path: '/projects/{projectId}/codes',
		summary: 'Voegt een code toe',
		tag,
		body: addCodeInput,
		status: 201,
		answer: codeAnswer
	},
	{
		method: 'PATCH',
		path: '/projects/{projectId}/codes/{codeId}',
		summary: 'Hernoemt, verplaatst of beschrijft een code',
		tag,
		body: updateCodeInput,
		status: 200,
		answer: codeAnswer
	},
	{
		method: 'DELETE',
		path: '/projects/{projectId}/codes/{codeId}',
		summary:
			'Verwijdert een code met wat eronder staat; met codings=delete ook de coderingen. Kan ongedaan gemaakt worden',
		tag,
		query: deleteCodeQuery,
		status: 200,
		answer: deletedCodeAnswer
	},
	{
		method: 'POST',
		path: '/projects/{projectId}/codes/{codeId}/restoration',
		summary: 'Zet terug wat in één stap verwijderd werd',
		tag,
		body: restoreCodeInput,
		status: 200,
		answer: restoredCodeAnswer
	}
];
