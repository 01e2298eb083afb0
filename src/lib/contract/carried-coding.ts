import { z } from 'zod';
import { codingAnswer, removedCodingAnswer, restoreCodingInput } from './coding.ts';
import { pageOf } from './cursor.ts';
import { limitQuery } from './paging.ts';
import type { RouteDescription } from './route-description.ts';
import { id } from './text.ts';

const position = z.int().min(0);
const person = z.object({ id, name: z.string() });
const code = z.object({ id, name: z.string(), isGone: z.boolean().describe('uit het codeboek gehaald') });
const source = z.object({ id, title: z.string(), version: z.int().describe('de nieuwste versie van de tekst') });

export const listCarriedQuery = z.strictObject({ sourceId: id.optional(), ...limitQuery });

/** A coding whose words are all gone. It counts nowhere and waits until somebody decides. */
export const orphanItem = z.object({
	id,
	source,
	code,
	coder: person,
	quote: z
		.string()
		.nullable()
		.describe('de woorden waarop gecodeerd was, of waar die versie verzegeld is de laatste; null: u mag ze niet lezen'),
	isMadeInOpen: z.boolean().describe('u mag de versie lezen waarin gecodeerd is'),
	orphanedIn: z.int().describe('de versie waarin de woorden verdwenen'),
	at: position.describe('waar de woorden stonden, in de nieuwste versie van de tekst'),
	madeIn: z.int().describe('de versie waarin gecodeerd is'),
	mayMend: z.boolean().describe('u mag deze codering een plaats geven of laten vervallen')
});
export type OrphanItem = z.infer<typeof orphanItem>;

export const placeOrphanInput = z.strictObject({
	version: z.int().min(1).describe('de tekstversie waarover geteld is'),
	start: position,
	end: position,
	codeId: id.optional().describe('een andere code; nodig als de code uit het codeboek is')
});
export type PlaceOrphanInput = z.infer<typeof placeOrphanInput>;

/** A coding within which words were changed, and that nobody has looked at since. */
export const changedCodingItem = z.object({
	id,
	source,
	code,
	coder: person,
	start: position,
	end: position,
	quote: z.string(),
	was: z.string().nullable().describe('de woorden waarop gecodeerd was; null: u mag die versie niet lezen'),
	changedIn: z.int().describe('de versie waarin de woorden veranderden'),
	madeIn: z.int().describe('de versie waarin gecodeerd is'),
	mayReview: z.boolean()
});
export type ChangedCodingItem = z.infer<typeof changedCodingItem>;

export const reviewCodingsInput = z.strictObject({
	codingIds: z.array(id).min(1).max(500).describe('deze coderingen zijn nagekeken')
});
export const reviewedCodingsAnswer = z.object({
	reviewed: z.array(id).describe('wat nog niet was nagekeken; bij terugnemen: wat weer wacht')
});
export type ReviewedCodingsAnswer = z.infer<typeof reviewedCodingsAnswer>;

const tag = 'Coderingen';
const project = '/projects/{projectId}';

/** The routes of codings that a corrected text hit. */
export const carriedCodingRoutes: readonly RouteDescription[] = [
	{
		method: 'GET',
		path: `${project}/orphans`,
		summary: 'Coderingen waarvan alle woorden uit de tekst zijn; ze wachten op een nieuwe plaats.',
		tag,
		query: listCarriedQuery,
		status: 200,
		answer: pageOf(orphanItem)
	},
	{
		method: 'POST',
		path: `${project}/orphans/{codingId}/placement`,
		summary: 'Geeft een losse codering een nieuwe plaats in de tekst.',
		tag,
		body: placeOrphanInput,
		status: 200,
		answer: codingAnswer
	},
	{
		method: 'DELETE',
		path: `${project}/orphans/{codingId}/placement`,
		summary: 'Neemt de nieuwe plaats terug, zolang niemand de codering of de tekst sindsdien veranderde.',
		tag,
		status: 204
	},
	{
		method: 'POST',
		path: `${project}/orphans/{codingId}/dismissal`,
		summary: 'Laat een losse codering vervallen; met deletionId uit het antwoord kan zij terugkomen.',
		tag,
		status: 200,
		answer: removedCodingAnswer
	},
	{
		method: 'POST',
		path: `${project}/orphans/{codingId}/restoration`,
		summary: 'Zet een losse codering die verviel terug op de lijst.',
		tag,
		body: restoreCodingInput,
		status: 204
	},
	{
		method: 'GET',
		path: `${project}/changed-codings`,
		summary: 'Coderingen waarin woorden veranderden en die nog niemand heeft nagekeken.',
		tag,
		query: listCarriedQuery,
		status: 200,
		answer: pageOf(changedCodingItem)
	},
	{
		method: 'POST',
		path: `${project}/coding-reviews`,
		summary: 'Legt vast dat veranderde coderingen zijn nagekeken.',
		tag,
		body: reviewCodingsInput,
		status: 200,
		answer: reviewedCodingsAnswer
	},
	{
		method: 'POST',
		path: `${project}/coding-reviews/removal`,
		summary: 'Neemt terug dat veranderde coderingen zijn nagekeken; ze wachten dan weer.',
		tag,
		body: reviewCodingsInput,
		status: 200,
		answer: reviewedCodingsAnswer
	}
];
