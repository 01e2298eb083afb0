import { z } from 'zod';
import { touchedTexts } from './code.ts';
import type { RouteDescription } from './route-description.ts';
import { id } from './text.ts';

/** One code goes into another. */
export const mergeCodesInput = z.strictObject({
	fromCodeId: id.describe('deze code verdwijnt'),
	intoCodeId: id.describe('deze code blijft en krijgt alle coderingen'),
	uniteOverlaps: z
		.boolean()
		.default(false)
		.describe('maak van overlappende fragmenten van dezelfde codeur één fragment; gelijke fragmenten worden altijd één')
});

export const mergeCodesQuery = z.strictObject({
	preview: z.enum(['true', 'false']).optional().describe('true: alleen zeggen wat er zou gebeuren')
});

export const mergeFigures = z.object({
	moved: z.int().describe('coderingen die de andere code kregen'),
	united: z.int().describe('coderingen die in een andere codering opgingen'),
	joinedNotes: z.int().describe('coderingen waarbij de notities van meer coderingen onder elkaar komen te staan'),
	children: z.int().describe('codes die eronder stonden en meegaan'),
	decisions: z
		.int()
		.describe(
			'rijen van cijfers en stemmen met een oordeel op wat verdwijnt: dat staat daarna in de geschiedenis van de andere code'
		),
	chosenQuotes: z
		.int()
		.describe('gekozen citaten die meegaan: met de code, of met een codering die in een andere opgaat'),
	quotesLeft: z.int().describe('gekozen citaten die niet meegaan, omdat de andere code niet bij die pijler hoort')
});
export type MergeFigures = z.infer<typeof mergeFigures>;

export const mergedCodesAnswer = mergeFigures.extend({
	id: z.uuid().nullable().describe('hiermee maakt u dit ongedaan; null bij een voorbeeld'),
	equal: z.int().describe('coderingen op hetzelfde fragment; die gaan altijd op in een andere'),
	overlapping: z.int().describe('coderingen die bij uniteOverlaps in een andere opgaan'),
	...touchedTexts.shape
});
export type MergedCodesAnswer = z.infer<typeof mergedCodesAnswer>;

export const undoneMergeAnswer = z.object({
	restored: z.int().describe('coderingen die weer zijn als voor het samenvoegen'),
	left: z.int().describe('coderingen die iemand sindsdien veranderde; die bleven zo')
});
export type UndoneMergeAnswer = z.infer<typeof undoneMergeAnswer>;

const tag = 'Codes';

export const codeMergeRoutes: readonly RouteDescription[] = [
	{
		method: 'POST',
		path: '/projects/{projectId}/code-merges',
		summary: 'Laat een code opgaan in een andere, met coderingen en codes eronder. Kan ongedaan gemaakt worden',
		tag,
		query: mergeCodesQuery,
		body: mergeCodesInput,
		status: 200,
		answer: mergedCodesAnswer
	},
	{
		method: 'POST',
		path: '/projects/{projectId}/code-merges/{mergeId}/restoration',
		summary: 'Maakt samenvoegen door uzelf ongedaan; wat iemand sindsdien veranderde blijft zoals het is',
		tag,
		status: 200,
		answer: undoneMergeAnswer
	}
];
